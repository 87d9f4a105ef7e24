// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/incident_plan.h"

#include "simulation/demand_shape.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace belvedere::simulation {

namespace {

constexpr double kQueueGrowthKmh = 12.0;
constexpr std::array<double, 5> kCapacityLoss{0.0, 0.30, 0.48, 0.68, 0.90}; // by severity

/// Draws links, busy ones more often, those with a sensor most.
class LinkLottery
{
public:
    LinkLottery(const RoadNetwork &network, const SensorPlan &sensors)
    {
        constexpr std::array<double, kRoadClassCount> kWeight{
            3.0, 3.0, 2.5, 1.6, 0.8, 0.4, 0.12, 0.05};
        std::vector<double> weights;
        for (const Link &link : network.links())
            weights.push_back(
                link.lengthM * link.lanes * kWeight[static_cast<std::size_t>(link.roadClass)]);
        // Sensors stand where most of the traffic is.
        for (const Site &site : sensors.sites)
            weights[site.link.index()] *= 6.0;
        m_sums.resize(weights.size());
        std::partial_sum(weights.begin(), weights.end(), m_sums.begin());
    }

    [[nodiscard]] LinkId draw(Random &random) const
    {
        const double ball = random.uniform() * m_sums.back();
        const auto it = std::upper_bound(m_sums.begin(), m_sums.end(), ball);
        const auto index = std::min<std::ptrdiff_t>(
            it - m_sums.begin(), static_cast<std::ptrdiff_t>(m_sums.size()) - 1);
        return LinkId(static_cast<std::int32_t>(index));
    }

private:
    std::vector<double> m_sums;
};

Incident incidentOn(const RoadNetwork &network, LinkId id, const char *category, int severity)
{
    const Link &link = network.link(id);
    Incident incident;
    incident.category = QLatin1String(category);
    incident.severity = severity;
    incident.link = id;
    const LonLat a = link.shape[(link.shape.size() - 1) / 2];
    const LonLat b = link.shape[link.shape.size() / 2];
    incident.position = LonLat{0.5 * (a.lon + b.lon), 0.5 * (a.lat + b.lat)};
    return incident;
}

int crashSeverity(Random &random)
{
    const double u = random.uniform();
    return u < 0.50 ? 1 : u < 0.82 ? 2 : u < 0.96 ? 3 : 4;
}

void addCrashes(const RoadNetwork &network, const LinkLottery &lottery,
    const LocalCalendar &calendar, double perDay, Random random, std::vector<Incident> &incidents)
{
    static constexpr const char *kTexts[] = {QT_TRANSLATE_NOOP("Demo", "Rear-end collision"),
        QT_TRANSLATE_NOOP("Demo", "Collision at the crossing"),
        QT_TRANSLATE_NOOP("Demo", "Car left the road"),
        QT_TRANSLATE_NOOP("Demo", "Collision with a bicycle"),
        QT_TRANSLATE_NOOP("Demo", "Broken-down lorry")};
    const DemandShape shape(0.0, 0.0);
    const double days = static_cast<double>(calendar.axis.count * calendar.axis.stepMs) / kMsPerDay;
    const int count = random.poisson(perDay * days);
    for (int i = 0; i < count; ++i) {
        // By rejection: twice the traffic, twice the crashes.
        int step = 0;
        do {
            step = static_cast<int>(random.below(static_cast<std::uint64_t>(calendar.axis.count)));
        } while (random.uniform() * 1.1
            > shape.at(calendar.minuteOfWeek[static_cast<std::size_t>(step)]));
        const int severity = crashSeverity(random);
        Incident crash = incidentOn(network, lottery.draw(random), "crash", severity);
        const double minutes = std::clamp(18.0 + random.exponential(22.0 * severity), 15.0, 240.0);
        crash.from = calendar.axis.at(step)
            + static_cast<UtcMs>(random.uniform() * static_cast<double>(calendar.axis.stepMs));
        crash.to = crash.from + static_cast<UtcMs>(minutes * kMsPerMinute);
        crash.description = QLatin1String(kTexts[random.below(std::size(kTexts))]);
        incidents.push_back(std::move(crash));
    }
}

void addLong(const RoadNetwork &network, const LinkLottery &lottery, const TimeAxis &axis,
    double perDay, bool closure, Random random, std::vector<Incident> &incidents)
{
    static constexpr const char *kWorks[] = {QT_TRANSLATE_NOOP("Demo", "Resurfacing"),
        QT_TRANSLATE_NOOP("Demo", "Water main works"),
        QT_TRANSLATE_NOOP("Demo", "Tram track works"), QT_TRANSLATE_NOOP("Demo", "Cable works")};
    static constexpr const char *kClosures[] = {
        QT_TRANSLATE_NOOP("Demo", "Closed for a street festival"),
        QT_TRANSLATE_NOOP("Demo", "Closed: burst water main"),
        QT_TRANSLATE_NOOP("Demo", "Closed for a race")};
    const double days = static_cast<double>(axis.count * axis.stepMs) / kMsPerDay;
    const int count = std::max(1, random.poisson(perDay * days));
    for (int i = 0; i < count; ++i) {
        const int severity = closure ? 4 : random.uniform() < 0.7 ? 1 : 2;
        Incident incident =
            incidentOn(network, lottery.draw(random), closure ? "closure" : "works", severity);
        const double hours = closure ? random.uniform(3.0, 9.0) : 24.0 * random.uniform(2.0, 9.0);
        // Works begin in the morning, closures at any full hour.
        const auto day = static_cast<UtcMs>(random.uniform() * days) * kMsPerDay;
        const auto hour = closure ? static_cast<UtcMs>(random.below(20)) : UtcMs{6};
        incident.from = axis.start + day + hour * kMsPerHour;
        incident.to = incident.from + static_cast<UtcMs>(hours) * kMsPerHour;
        incident.description = closure
            ? QLatin1String(kClosures[random.below(std::size(kClosures))])
            : QLatin1String(kWorks[random.below(std::size(kWorks))]);
        incidents.push_back(std::move(incident));
    }
}

} // namespace

IncidentPlan incidentPlan(const RoadNetwork &network, const LinkReach &reach,
    const SensorPlan &sensors, const LocalCalendar &calendar, Random random)
{
    IncidentPlan plan;
    const LinkLottery lottery(network, sensors);
    std::vector<Incident> &incidents = plan.table.incidents;
    const double size = static_cast<double>(sensors.sites.size()) / 300.0;
    addCrashes(network, lottery, calendar, 7.0 * size, random.split(1), incidents);
    addLong(network, lottery, calendar.axis, 0.35 * size, false, random.split(2), incidents);
    addLong(network, lottery, calendar.axis, 0.18 * size, true, random.split(3), incidents);
    std::stable_sort(incidents.begin(), incidents.end(),
        [](const Incident &a, const Incident &b) { return a.from < b.from; });

    std::vector<int> siteOnLink(network.links().size(), -1);
    for (std::size_t s = 0; s < sensors.sites.size(); ++s)
        siteOnLink[sensors.sites[s].link.index()] = static_cast<int>(s);
    for (const Incident &incident : incidents) {
        const double loss = kCapacityLoss[static_cast<std::size_t>(incident.severity)];
        const double lengthM = 400.0 + 2200.0 * loss;
        for (const ReachedLink &up : reach.upstream(incident.link, lengthM)) {
            const int site = siteOnLink[up.link.index()];
            if (site < 0)
                continue;
            const auto delay =
                static_cast<UtcMs>(up.distanceM / 1000.0 / kQueueGrowthKmh * kMsPerHour);
            const double share = 1.0 - up.distanceM / lengthM;
            const bool here = up.link == incident.link;
            plan.effects.push_back({site, incident.from + delay, *incident.to + 2 * delay,
                here ? loss : 0.0, here ? 0.0 : 1.1 * loss * share});
        }
    }
    return plan;
}

} // namespace belvedere::simulation
