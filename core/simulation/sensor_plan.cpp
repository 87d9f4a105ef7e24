// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/sensor_plan.h"

#include "simulation/plane_geometry.h"
#include "simulation/street_plan.h"

#include <algorithm>
#include <array>

namespace belvedere::simulation {

namespace {

constexpr double kTieM = 3000.0;
constexpr double kBesideRoadM = 9.0;
constexpr double kApartM = 130.0; // between two sites that count the same direction

Polyline planeLine(const Link &link, const LocalProjection &projection)
{
    Polyline line;
    for (const LonLat p : link.shape)
        line.push_back(projection.toPlane(p));
    return line;
}

/// Links in the order in which they get a sensor.
std::vector<LinkId> ranked(const RoadNetwork &network, Random random)
{
    // Chance by road class; ramps have one lane of a trunk road and no sensor.
    constexpr std::array<double, kRoadClassCount> kWeight{6.0, 5.0, 4.0, 2.5, 0.9, 0.3, 0.06, 0.02};
    std::vector<std::pair<double, LinkId>> keys;
    for (std::size_t i = 0; i < network.links().size(); ++i) {
        const Link &link = network.links()[i];
        const bool ramp = link.roadClass == RoadClass::Trunk && link.lanes == 1;
        if (ramp || link.lengthM < 80.0)
            continue;
        // Weighted sampling without replacement (Efraimidis, Spirakis 2006).
        const double key =
            random.exponential(1.0) / kWeight[static_cast<std::size_t>(link.roadClass)];
        keys.emplace_back(key, LinkId(static_cast<std::int32_t>(i)));
    }
    std::sort(keys.begin(), keys.end());
    std::vector<LinkId> links;
    for (const auto &[key, link] : keys)
        links.push_back(link);
    return links;
}

/// Another road's name at the link's far end, for "towards …".
QString towards(const RoadNetwork &network, const Link &link)
{
    const auto [first, last] = network.outRange(link.to);
    for (std::size_t i = first; i < last; ++i) {
        const QString &name = network.link(network.outLinks()[i]).name;
        if (name != link.name && !name.startsWith(QLatin1String("Exit ")))
            return name;
    }
    return {};
}

std::vector<SiteTie> tiesOf(
    const RoadNetwork &network, const LinkReach &reach, const std::vector<Site> &sites)
{
    std::vector<std::int32_t> siteOnLink(network.links().size(), -1);
    for (std::size_t s = 0; s < sites.size(); ++s)
        siteOnLink[sites[s].link.index()] = static_cast<std::int32_t>(s);
    std::vector<SiteTie> ties;
    for (std::size_t s = 0; s < sites.size(); ++s) {
        for (const ReachedLink &up : reach.upstream(sites[s].link, kTieM)) {
            const SiteId from(siteOnLink[up.link.index()]);
            const SiteId to(static_cast<std::int32_t>(s));
            if (from.valid() && from != to)
                ties.push_back({from, to, static_cast<float>(up.distanceM)});
        }
    }
    return ties;
}

} // namespace

SensorPlan sensorPlan(const RoadNetwork &network, const LinkReach &reach, int count, Random random)
{
    const LocalProjection projection = demoProjection();
    SensorPlan plan;
    std::vector<PointM> taken;
    std::vector<PointM> headings;
    for (const LinkId id : ranked(network, random)) {
        if (static_cast<int>(plan.sites.size()) == count)
            break;
        const Link &link = network.link(id);
        const Polyline line = planeLine(link, projection);
        const double length = lengthOf(line);
        const PointM middle = pointAt(line, 0.5 * length);
        const PointM heading =
            normalised(pointAt(line, 0.6 * length) - pointAt(line, 0.4 * length));
        bool apart = true;
        for (std::size_t i = 0; i < taken.size() && apart; ++i)
            apart = distance(taken[i], middle) > kApartM || dot(headings[i], heading) < 0.0;
        if (!apart)
            continue;
        taken.push_back(middle);
        headings.push_back(heading);

        Site site;
        site.code = QStringLiteral("T%1").arg(plan.sites.size() + 1, 4, 10, QLatin1Char('0'));
        const QString end = towards(network, link);
        site.name = end.isEmpty() ? link.name : QStringLiteral("%1 → %2").arg(link.name, end);
        site.position = projection.toSphere(middle - kBesideRoadM * leftOf(heading));
        site.path = link.shape;
        site.link = id;
        plan.sites.push_back(std::move(site));
        plan.inbound.push_back(-dot(heading, normalised(middle)));
        plan.fromCentreM.push_back(norm(middle));
    }
    plan.ties = tiesOf(network, reach, plan.sites);
    return plan;
}

} // namespace belvedere::simulation
