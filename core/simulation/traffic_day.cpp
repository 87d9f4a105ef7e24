// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/traffic_day.h"

#include "simulation/demand_shape.h"
#include "simulation/plane_geometry.h"
#include "simulation/street_plan.h"

#include <algorithm>
#include <array>
#include <numbers>

namespace belvedere::simulation {

namespace {

constexpr int kDistricts = 6;
constexpr double kSpillbackM = 1800.0; // how far back a queue reaches
constexpr double kQueueGrowthKmh = 14.0;
constexpr double kFull = 0.94; // ratio of demand to capacity from which a queue stands
constexpr double kSlowestKmh = 3.5;

/// What stays the same at a site over all days.
struct SiteNature
{
    double freeSpeedKmh = 50.0;
    double capacityVehH = 1000.0;
    double peakRatio = 0.8; // demand over capacity at the weekly peak
    double delay = 0.8; // α of t = t0 (1 + α x^β)
    bool steep = false; // β = 6 instead of 4
    int district = 0;
};

/// Something that slows a site during some steps.
struct Slowing
{
    int from = 0;
    int to = 0;
    double capacityLoss = 0.0;
    double queue = 0.0;
};

struct Feeder
{
    std::size_t site = 0; // downstream, where the queue starts
    int delaySteps = 0;
    float share = 0.0F;
};

std::vector<double> wandering(int count, double stepsOfMemory, double deviation, Random random)
{
    const double keep = std::exp(-1.0 / stepsOfMemory);
    const double push = deviation * std::sqrt(1.0 - keep * keep);
    std::vector<double> values;
    values.reserve(static_cast<std::size_t>(count));
    double value = deviation * random.normal();
    for (int i = 0; i < count; ++i) {
        values.push_back(value);
        value = keep * value + push * random.normal();
    }
    return values;
}

SiteNature natureOf(const Link &link, const Site &site, double inbound, double farM, Random random)
{
    SiteNature nature;
    const bool motorway = link.roadClass == RoadClass::Motorway;
    // Traffic lights: nobody drives through a town at the limit.
    nature.freeSpeedKmh =
        link.freeSpeedKmh * (motorway ? random.uniform(0.96, 1.06) : random.uniform(0.80, 0.98));
    nature.capacityVehH = link.capacityVehH;
    constexpr std::array<double, kRoadClassCount> kBusy{
        0.88, 0.87, 0.85, 0.78, 0.62, 0.50, 0.36, 0.25};
    nature.peakRatio = kBusy[static_cast<std::size_t>(link.roadClass)] + 0.14 * random.normal()
        + 0.06 * std::abs(inbound) + 0.10 * std::exp(-farM / 2500.0);
    nature.peakRatio = std::clamp(nature.peakRatio, 0.12, 1.12);
    nature.steep = motorway;
    nature.delay = motorway ? 0.42 : random.uniform(0.65, 1.0);
    const PointM p = demoProjection().toPlane(*site.position);
    const double turn = std::atan2(p.y, p.x) / (2.0 * std::numbers::pi) + 0.5;
    nature.district = std::min(kDistricts - 1, static_cast<int>(turn * kDistricts));
    return nature;
}

class Simulation
{
public:
    Simulation(const RoadNetwork &network, const SensorPlan &sensors,
        const std::vector<IncidentEffect> &effects, const Weather &weather,
        const LocalCalendar &calendar, Random random)
        : m_sensors(sensors)
        , m_weather(weather)
        , m_calendar(calendar)
        , m_random(random)
        , m_steps(static_cast<std::size_t>(calendar.axis.count))
        , m_ratio(sensors.sites.size(), std::vector<float>(m_steps))
        , m_slowings(sensors.sites.size())
        , m_feeders(sensors.sites.size())
    {
        for (std::size_t s = 0; s < sensors.sites.size(); ++s)
            m_natures.push_back(natureOf(network.link(sensors.sites[s].link), sensors.sites[s],
                sensors.inbound[s], sensors.fromCentreM[s], random.split(10 + s)));
        for (std::uint64_t d = 0; d < kDistricts; ++d)
            m_districts.push_back(wandering(calendar.axis.count, 40.0, 0.05, random.split(2 + d)));
        m_days = wandering(calendar.axis.count, 300.0, 0.035, random.split(1));
        for (const IncidentEffect &effect : effects)
            m_slowings[static_cast<std::size_t>(effect.site)].push_back(
                {calendar.axis.indexOf(effect.from), calendar.axis.indexOf(effect.to) + 1,
                    effect.capacityLoss, effect.queue});
        const double stepHours = static_cast<double>(calendar.axis.stepMs) / kMsPerHour;
        for (const SiteTie &tie : sensors.ties) {
            const auto far = static_cast<double>(tie.weight);
            if (far < kSpillbackM)
                m_feeders[tie.from.index()].push_back({tie.to.index(),
                    static_cast<int>(far / 1000.0 / kQueueGrowthKmh / stepHours) + 1,
                    static_cast<float>(0.75 * (1.0 - far / kSpillbackM))});
        }
        for (int i = 0; i < calendar.axis.count; ++i)
            m_weatherAt.push_back(weather.at(calendar.axis.at(i)));
    }

    /// Demand over capacity at a site, before queues come from elsewhere.
    void fillRatio(std::size_t s)
    {
        const SiteNature &nature = m_natures[s];
        Random random = m_random.split(100000 + s);
        const DemandShape shape(m_sensors.inbound[s],
            random.normal(0.0, 0.25) - 0.25 * std::min(1.5, m_sensors.fromCentreM[s] / 6000.0));
        const std::vector<double> own =
            wandering(m_calendar.axis.count, 16.0, 0.055, random.split(1));
        const std::vector<double> &district =
            m_districts[static_cast<std::size_t>(nature.district)];
        for (std::size_t t = 0; t < m_steps; ++t) {
            const double wet = std::min(m_weather.rainMmH[m_weatherAt[t]], 5.0) / 5.0;
            const double demand = shape.at(m_calendar.minuteOfWeek[t])
                * (1.0 + m_days[t] + district[t] + own[t]) * (1.0 + 0.05 * wet);
            m_ratio[s][t] =
                static_cast<float>(std::max(0.0, nature.peakRatio * demand) / (1.0 - 0.10 * wet));
        }
        for (const Slowing &slowing : m_slowings[s]) {
            const auto end = std::min(static_cast<int>(m_steps), slowing.to);
            for (int t = std::max(0, slowing.from); t < end; ++t) {
                float &ratio = m_ratio[s][static_cast<std::size_t>(t)];
                ratio = static_cast<float>(
                    std::min(2.2, static_cast<double>(ratio) / (1.0 - slowing.capacityLoss)));
            }
        }
    }

    /// Speed and flow that a sensor at the site reports.
    void fillSeries(std::size_t s, Series &series) const
    {
        const SiteNature &nature = m_natures[s];
        const std::vector<float> queue = queueAt(s);
        Random random = m_random.split(200000 + s);
        const SiteId site(static_cast<std::int32_t>(s));
        const std::vector<double> driven =
            wandering(m_calendar.axis.count, 5.0, 0.020, random.split(1));
        for (std::size_t t = 0; t < m_steps; ++t) {
            const double own = static_cast<double>(m_ratio[s][t]);
            const double x = std::min(2.2, own + static_cast<double>(queue[t]));
            const double x2 = x * x;
            const double power = nature.steep ? x2 * x2 * x2 : x2 * x2;
            const double wet = std::min(m_weather.rainMmH[m_weatherAt[t]], 6.0) / 6.0;
            const double mean =
                nature.freeSpeedKmh * (1.0 - 0.08 * wet) / (1.0 + nature.delay * power);
            // Beyond capacity less gets through; a queue from ahead holds back what would come.
            const double through = own <= 1.0 ? own : std::max(0.55, 1.0 - 0.30 * (own - 1.0));
            const double held = 1.0 - 0.35 * std::min(1.0, static_cast<double>(queue[t]));
            const double counted = nature.capacityVehH * through * held / 12.0; // in 5 minutes
            const double count =
                std::max(0.0, std::round(counted + 0.6 * std::sqrt(counted) * random.normal()));
            const double scatter = 0.9 + 3.2 / std::sqrt(count + 2.0);
            const double speed = mean * (1.0 + driven[t]) + scatter * random.normal();
            const double most = 1.18 * nature.freeSpeedKmh;
            const auto step = static_cast<int>(t);
            series.set(step, site, kSpeedChannel,
                static_cast<float>(std::round(std::clamp(speed, kSlowestKmh, most) * 10.0) / 10.0));
            series.set(step, site, kFlowChannel, static_cast<float>(count * 12.0));
        }
    }

private:
    [[nodiscard]] std::vector<float> queueAt(std::size_t s) const
    {
        std::vector<float> queue(m_steps, 0.0F);
        for (const Feeder &feeder : m_feeders[s]) {
            const std::vector<float> &ahead = m_ratio[feeder.site];
            const auto delay = static_cast<std::size_t>(feeder.delaySteps);
            for (std::size_t t = delay; t < m_steps; ++t) {
                const float excess = ahead[t - delay] - static_cast<float>(kFull);
                if (excess > 0.0F)
                    queue[t] = std::max(queue[t], std::min(0.8F, excess * feeder.share));
            }
        }
        for (const Slowing &slowing : m_slowings[s]) {
            const auto end = std::min(static_cast<int>(m_steps), slowing.to);
            for (int t = std::max(0, slowing.from); t < end; ++t) {
                const auto step = static_cast<std::size_t>(t);
                // Without cars there is no queue.
                const float busy = std::min(1.0F, m_ratio[s][step] / 0.45F);
                queue[step] += static_cast<float>(slowing.queue) * busy;
            }
        }
        return queue;
    }

    const SensorPlan &m_sensors;
    const Weather &m_weather;
    const LocalCalendar &m_calendar;
    Random m_random;
    std::size_t m_steps;
    std::vector<std::vector<float>> m_ratio; // [site][step]
    std::vector<std::vector<Slowing>> m_slowings; // [site]
    std::vector<std::vector<Feeder>> m_feeders; // [site]
    std::vector<SiteNature> m_natures;
    std::vector<std::vector<double>> m_districts;
    std::vector<double> m_days;
    std::vector<std::size_t> m_weatherAt; // [step]
};

void addHourlyFlow(TrafficDays &days)
{
    const Series &series = days.series;
    const int stepsPerHour = static_cast<int>(kMsPerHour / series.axis.stepMs);
    days.hours = series.axis.count / stepsPerHour;
    const auto sites = static_cast<std::size_t>(series.siteCount);
    days.hourlyFlow.assign(static_cast<std::size_t>(days.hours) * sites, 0.0F);
    for (int t = 0; t < days.hours * stepsPerHour; ++t) {
        float *row = days.hourlyFlow.data() + static_cast<std::size_t>(t / stepsPerHour) * sites;
        for (std::size_t s = 0; s < sites; ++s)
            row[s] += series.value(t, SiteId(static_cast<std::int32_t>(s)), kFlowChannel)
                / static_cast<float>(stepsPerHour);
    }
}

} // namespace

Result<TrafficDays> trafficDays(const RoadNetwork &network, const SensorPlan &sensors,
    const std::vector<IncidentEffect> &effects, const Weather &weather,
    const LocalCalendar &calendar, Random random, const TaskContext &context)
{
    Simulation simulation(network, sensors, effects, weather, calendar, random);
    TrafficDays days;
    days.series = Series(calendar.axis, static_cast<int>(sensors.sites.size()),
        {{QStringLiteral("speed"), QStringLiteral("km/h")},
            {QStringLiteral("flow"), QStringLiteral("veh/h")}});
    const std::size_t sites = sensors.sites.size();
    const auto total = static_cast<qint64>(2 * sites);
    for (std::size_t s = 0; s < sites; ++s) {
        if (context.cancelled())
            return cancelledFailure();
        simulation.fillRatio(s);
        context.progress(static_cast<qint64>(s), total, {});
    }
    for (std::size_t s = 0; s < sites; ++s) {
        if (context.cancelled())
            return cancelledFailure();
        simulation.fillSeries(s, days.series);
        context.progress(static_cast<qint64>(sites + s), total, {});
    }
    addHourlyFlow(days);
    return days;
}

} // namespace belvedere::simulation
