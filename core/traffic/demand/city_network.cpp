// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/demand/city_network.h"

#include "city/square_grid.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace belvedere {

namespace {

constexpr double kMinutesOfMetresPerKmh = 0.06;
/// No street is a traffic jam by itself.
constexpr double kConnectorCapacityVehH = 1e6;
/// A link without length or speed still takes a moment.
constexpr double kLeastMinutes = 1e-3;

AssignmentLink roadLink(const Link &road, const CityNetworkOptions &options)
{
    const ClassDelay &delay = options.delays[static_cast<std::size_t>(road.roadClass)];
    AssignmentLink link;
    link.from = road.from.value;
    link.to = road.to.value;
    link.length = road.lengthM;
    link.delay.freeTime =
        std::max(kMinutesOfMetresPerKmh * road.lengthM / road.freeSpeedKmh, kLeastMinutes);
    link.delay.capacity = road.capacityVehH;
    link.delay.coefficient = delay.coefficient;
    link.delay.power = delay.power;
    return link;
}

/// Nodes that a walk over the links reaches from `start`, along them or against them.
std::vector<std::uint8_t> reached(
    const std::vector<std::vector<std::int32_t>> &next, std::int32_t start)
{
    std::vector<std::uint8_t> seen(next.size(), 0);
    std::vector<std::int32_t> open = {start};
    seen[static_cast<std::size_t>(start)] = 1;
    while (!open.empty()) {
        const auto node = static_cast<std::size_t>(open.back());
        open.pop_back();
        for (const std::int32_t to : next[node]) {
            if (seen[static_cast<std::size_t>(to)] == 0) {
                seen[static_cast<std::size_t>(to)] = 1;
                open.push_back(to);
            }
        }
    }
    return seen;
}

/// [nodes] not 0 = in the largest part where each node reaches each other one.
std::vector<std::uint8_t> largestPart(const RoadNetwork &roads)
{
    const std::size_t nodes = roads.nodes().size();
    std::vector<std::vector<std::int32_t>> out(nodes);
    std::vector<std::vector<std::int32_t>> in(nodes);
    for (const Link &link : roads.links()) {
        out[link.from.index()].push_back(link.to.value);
        in[link.to.index()].push_back(link.from.value);
    }
    std::vector<std::uint8_t> best(nodes, 0);
    std::vector<std::uint8_t> done(nodes, 0);
    std::ptrdiff_t bestSize = 0;
    std::ptrdiff_t left = static_cast<std::ptrdiff_t>(nodes);
    for (std::size_t start = 0; start < nodes && left > bestSize; ++start) {
        if (done[start] != 0)
            continue;
        std::vector<std::uint8_t> part = reached(out, static_cast<std::int32_t>(start));
        const std::vector<std::uint8_t> back = reached(in, static_cast<std::int32_t>(start));
        for (std::size_t node = 0; node < nodes; ++node) {
            part[node] = part[node] & back[node];
            done[node] = done[node] | part[node];
        }
        const std::ptrdiff_t size = std::count(part.begin(), part.end(), 1);
        left -= size;
        if (size > bestSize) {
            bestSize = size;
            best = std::move(part);
        }
    }
    return best;
}

/// Crossings where cars can leave the road: in the largest part, on a street.
std::vector<std::int32_t> accessNodes(const RoadNetwork &roads)
{
    std::vector<std::uint8_t> street(roads.nodes().size(), 0);
    for (const Link &link : roads.links())
        if (link.roadClass != RoadClass::Motorway && !link.ramp)
            street[link.from.index()] = street[link.to.index()] = 1;
    const std::vector<std::uint8_t> inside = largestPart(roads);
    std::vector<std::int32_t> nodes;
    for (int streetsOnly = 1; streetsOnly >= 0 && nodes.empty(); --streetsOnly)
        for (std::size_t node = 0; node < street.size(); ++node)
            if (inside[node] != 0 && street[node] >= streetsOnly)
                nodes.push_back(static_cast<std::int32_t>(node));
    return nodes;
}

void addConnectors(const RoadNetwork &roads, const CityZone &zone,
    const std::vector<std::int32_t> &access, const CityNetworkOptions &options,
    AssignmentNetworkData &data)
{
    std::vector<std::pair<double, std::int32_t>> nearest;
    for (const std::int32_t node : access)
        nearest.emplace_back(
            distanceM(zone.centre, roads.nodes()[static_cast<std::size_t>(node)]), node);
    const auto count =
        std::min(nearest.size(), static_cast<std::size_t>(std::max(options.connectors, 1)));
    std::partial_sort(
        nearest.begin(), nearest.begin() + static_cast<std::ptrdiff_t>(count), nearest.end());
    const auto centroid = static_cast<std::int32_t>(data.nodeIds.size());
    data.nodeIds.push_back(-zone.id); // road nodes keep the positive numbers
    data.noThrough.push_back(1);
    data.zones.push_back({zone.id, centroid});
    for (std::size_t k = 0; k < count; ++k) {
        AssignmentLink link;
        link.length = nearest[k].first * options.connectorDetour;
        link.delay.freeTime = std::max(
            kMinutesOfMetresPerKmh * link.length / options.connectorSpeedKmh, kLeastMinutes);
        link.delay.capacity = kConnectorCapacityVehH;
        link.delay.coefficient = 0.0;
        link.from = centroid;
        link.to = nearest[k].second;
        data.links.push_back(link);
        std::swap(link.from, link.to);
        data.links.push_back(link);
    }
}

} // namespace

Result<std::vector<CityZone>> zonesOf(const std::vector<TripPlace> &places, double cellM)
{
    std::vector<LonLat> positions;
    for (const TripPlace &place : places)
        positions.push_back(place.position);
    BV_TRY(const SquareGrid grid, SquareGrid::make(gridOrigin(positions), cellM));
    std::map<GridCell, CityZone> cells;
    for (const TripPlace &place : places) {
        const double weight = place.people + place.jobs;
        if (!(weight > 0.0))
            continue;
        CityZone &zone = cells[grid.at(place.position)];
        zone.people += place.people;
        zone.jobs += place.jobs;
        // The running centre of weight.
        const double share = weight / (zone.people + zone.jobs);
        zone.centre.lon += share * (place.position.lon - zone.centre.lon);
        zone.centre.lat += share * (place.position.lat - zone.centre.lat);
    }
    if (cells.empty())
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "No place has people or jobs. Zones need some."));
    std::vector<CityZone> zones;
    for (auto &[cell, zone] : cells) {
        zone.id = static_cast<std::int64_t>(zones.size()) + 1;
        zones.push_back(zone);
    }
    return zones;
}

Result<CityNetwork> makeCityNetwork(
    const RoadNetwork &roads, const std::vector<CityZone> &zones, const CityNetworkOptions &options)
{
    if (roads.empty() || zones.empty())
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP(
                "Error", "The city has %1 roads and %2 zones. An assignment needs both."),
            {QString::number(roads.links().size()), QString::number(zones.size())});
    AssignmentNetworkData data;
    for (std::size_t node = 0; node < roads.nodes().size(); ++node) {
        data.nodeIds.push_back(static_cast<std::int64_t>(node));
        data.noThrough.push_back(0);
    }
    for (const Link &road : roads.links())
        data.links.push_back(roadLink(road, options));
    for (const Turn &turn : roads.forbiddenTurns())
        data.turns.push_back({turn.from.value, turn.to.value, true, 0.0});
    const std::vector<std::int32_t> access = accessNodes(roads);
    for (const CityZone &zone : zones)
        addConnectors(roads, zone, access, options, data);
    CityNetwork result;
    result.roadLinks = roads.links().size();
    BV_TRY(result.network, AssignmentNetwork::make(std::move(data)));
    return result;
}

} // namespace belvedere
