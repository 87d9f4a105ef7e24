// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/street_plan.h"

#include "simulation/arterials.h"
#include "simulation/motorway.h"
#include "simulation/street_names.h"
#include "simulation/street_tracer.h"

#include <algorithm>

namespace belvedere::simulation {

namespace {

constexpr double kMergeM = 34.0;

/// Lanes, free speed and capacity of one direction.
struct Profile
{
    int lanes;
    double freeSpeedKmh;
    double laneCapacityVehH;
};

Profile profileOf(RoadClass roadClass)
{
    switch (roadClass) {
    case RoadClass::Motorway:
        return {3, 100.0, 1900.0};
    case RoadClass::Trunk:
        return {2, 70.0, 1350.0};
    case RoadClass::Primary:
        return {2, 50.0, 950.0};
    case RoadClass::Secondary:
        return {1, 50.0, 1050.0};
    case RoadClass::Tertiary:
        return {1, 50.0, 800.0};
    case RoadClass::Unclassified:
    case RoadClass::Residential:
    case RoadClass::LivingStreet:
        break;
    }
    return {1, 30.0, 500.0};
}

std::vector<Street> allStreets(const Terrain &terrain, const CityScale &scale, const Polyline &ring,
    Random random, const TaskContext &context)
{
    const StreetField field(terrain, random.split(1));
    StreetTracer tracer(terrain, field, ring);
    for (const Street &street : arterials(terrain, random.split(2)))
        tracer.add(street);
    const double s = scale.spacingM;
    const double r = terrain.radiusM();
    tracer.fill(
        {RoadClass::Secondary, 4.2 * s, 0.55 * r, true, 0.02}, random.split(3), context.cancelled);
    context.progress(1, 4, {});
    tracer.fill(
        {RoadClass::Tertiary, 2.1 * s, 0.32 * r, true, 0.10}, random.split(4), context.cancelled);
    context.progress(2, 4, {});
    tracer.fill(
        {RoadClass::Residential, s, 0.16 * r, false, 0.22}, random.split(5), context.cancelled);
    context.progress(3, 4, {});
    return tracer.streets();
}

bool overWater(const Terrain &terrain, const Polyline &line)
{
    constexpr double kSampleM = 15.0;
    const double length = lengthOf(line);
    // Rough test first; the margin is for the shore's distance being an estimate.
    if (std::min(terrain.shoreDistance(line.front()), terrain.shoreDistance(line.back()))
        > length + 300.0)
        return false;
    for (double at = 0.0; at < length; at += kSampleM) {
        if (terrain.shoreDistance(pointAt(line, at)) < 0.0)
            return true;
    }
    return false;
}

class LinkMaker
{
public:
    explicit LinkMaker(const LocalProjection &projection)
        : m_projection(projection)
    {
    }

    void add(int from, int to, RoadClass roadClass, const Profile &profile, const QString &name,
        const Polyline &line)
    {
        Link link;
        link.from = NodeId(from);
        link.to = NodeId(to);
        link.roadClass = roadClass;
        link.lanes = profile.lanes;
        link.lengthM = lengthOf(line);
        link.freeSpeedKmh = profile.freeSpeedKmh;
        link.capacityVehH = profile.lanes * profile.laneCapacityVehH;
        link.name = name;
        for (const PointM p : line)
            link.shape.push_back(m_projection.toSphere(p));
        m_links.push_back(std::move(link));
    }

    std::vector<Link> take() { return std::move(m_links); }

private:
    const LocalProjection &m_projection;
    std::vector<Link> m_links;
};

/// Names of the bridges by their place along the river; both directions share one.
class BridgeNames
{
public:
    BridgeNames(const Terrain &terrain, const StreetGraph &graph)
        : m_terrain(terrain)
    {
        for (const StreetEdge &edge : graph.edges) {
            if (overWater(terrain, edge.line))
                m_places.push_back(placeOf(edge.line));
        }
        std::sort(m_places.begin(), m_places.end());
    }

    /// Empty if `line` stays on its bank.
    [[nodiscard]] QString ofStreet(const Polyline &line) const
    {
        if (!overWater(m_terrain, line))
            return {};
        const auto at = std::lower_bound(m_places.begin(), m_places.end(), placeOf(line));
        return bridgeName(static_cast<int>(at - m_places.begin()));
    }
    [[nodiscard]] QString ofMotorway(const Polyline &line) const
    {
        if (!overWater(m_terrain, line))
            return {};
        return placeOf(line) < m_terrain.river().size() / 2
            ? QStringLiteral("Western Motorway Bridge")
            : QStringLiteral("Eastern Motorway Bridge");
    }

private:
    [[nodiscard]] std::size_t placeOf(const Polyline &line) const
    {
        return m_terrain.nearestRiverPoint(pointAt(line, 0.5 * lengthOf(line)));
    }

    const Terrain &m_terrain;
    std::vector<std::size_t> m_places;
};

} // namespace

CityScale scaleOf(DemoSize size)
{
    switch (size) {
    case DemoSize::Small:
        return {3200.0, 320.0, 60, 6};
    case DemoSize::Medium:
        break;
    case DemoSize::Large:
        return {12000.0, 176.0, 1500, 40};
    }
    return {7000.0, 296.0, 300, 12};
}

LocalProjection demoProjection()
{
    return LocalProjection(LonLat{8.0, 47.0});
}

Result<RoadNetwork> streetPlan(
    const Terrain &terrain, const CityScale &scale, Random random, const TaskContext &context)
{
    const Polyline ring = motorwayRing(terrain, random.split(1));
    const std::vector<Street> streets = allStreets(terrain, scale, ring, random.split(2), context);
    if (context.cancelled())
        return cancelledFailure();
    StreetGraph graph = meet(streets, kMergeM);
    const std::vector<OneWay> ways = motorway(graph, streets, terrain, ring);
    const std::vector<QString> names = streetNames(streets, random.split(3));
    const BridgeNames bridges(terrain, graph);

    const LocalProjection projection = demoProjection();
    LinkMaker maker(projection);
    for (const StreetEdge &edge : graph.edges) {
        const QString bridge = bridges.ofStreet(edge.line);
        const QString &name =
            bridge.isEmpty() ? names[static_cast<std::size_t>(edge.street)] : bridge;
        const Profile profile = profileOf(edge.roadClass);
        maker.add(edge.from, edge.to, edge.roadClass, profile, name, edge.line);
        maker.add(edge.to, edge.from, edge.roadClass, profile, name,
            Polyline(edge.line.rbegin(), edge.line.rend()));
    }
    for (const OneWay &way : ways) {
        if (way.radial >= 0) {
            maker.add(way.from, way.to, RoadClass::Trunk, {1, 60.0, 1400.0},
                QStringLiteral("Exit %1").arg(names[static_cast<std::size_t>(way.radial)]),
                way.line);
            continue;
        }
        const QString bridge = bridges.ofMotorway(way.line);
        maker.add(way.from, way.to, RoadClass::Motorway, profileOf(RoadClass::Motorway),
            bridge.isEmpty() ? QStringLiteral("Orbital Motorway") : bridge, way.line);
    }
    std::vector<LonLat> nodes;
    for (const PointM p : graph.nodes)
        nodes.push_back(projection.toSphere(p));
    return RoadNetwork::make(std::move(nodes), maker.take());
}

} // namespace belvedere::simulation
