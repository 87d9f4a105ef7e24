// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/air_model.h"

#include "simulation/street_plan.h"

#include <algorithm>
#include <numbers>

namespace belvedere::simulation {

namespace {

constexpr double kPi = std::numbers::pi;

enum class Setting { Roadside, Town, Park, Edge };

QString settingName(Setting setting)
{
    switch (setting) {
    case Setting::Roadside:
        return QStringLiteral("roadside");
    case Setting::Town:
        return QStringLiteral("town");
    case Setting::Park:
        return QStringLiteral("park");
    case Setting::Edge:
        break;
    }
    return QStringLiteral("city edge");
}

/// Roadside stations stand at busy sensors, the others where their setting is.
PointM placeFor(Setting setting, int turn, const Terrain &terrain, const SensorPlan &sensors,
    const LocalProjection &projection, Random &random)
{
    const double r = terrain.radiusM();
    switch (setting) {
    case Setting::Roadside: {
        const std::size_t site = random.below(std::min<std::uint64_t>(sensors.sites.size(), 90));
        return projection.toPlane(*sensors.sites[site].position) + PointM{12.0, 12.0};
    }
    case Setting::Park: {
        const std::vector<Blob> &parks = terrain.parks();
        return parks[static_cast<std::size_t>(turn) % parks.size()].centre;
    }
    case Setting::Town: {
        const double far = random.uniform(0.06, 0.40) * r;
        return far * unit(random.uniform(0.0, 2.0 * kPi));
    }
    case Setting::Edge:
        break;
    }
    const double far = random.uniform(0.6, 0.8) * r;
    return far * unit(random.uniform(0.0, 2.0 * kPi));
}

/// Traffic near each station by hour, 1 = the city's mean.
std::vector<double> trafficNear(PointM p, const SensorPlan &sensors, const TrafficDays &traffic)
{
    const LocalProjection projection = demoProjection();
    const std::size_t sites = sensors.sites.size();
    std::vector<double> weights(sites);
    double sum = 0.0;
    for (std::size_t s = 0; s < sites; ++s) {
        const double far = distance(p, projection.toPlane(*sensors.sites[s].position));
        weights[s] = std::exp(-far / 700.0) + 0.02;
        sum += weights[s];
    }
    std::vector<double> load;
    double mean = 0.0;
    for (int h = 0; h < traffic.hours; ++h) {
        const float *row = traffic.hourlyFlow.data() + static_cast<std::size_t>(h) * sites;
        double value = 0.0;
        for (std::size_t s = 0; s < sites; ++s)
            value += weights[s] * static_cast<double>(row[s]);
        load.push_back(value / sum);
        mean += value / sum;
    }
    mean /= std::max(1, traffic.hours);
    for (double &value : load)
        value /= std::max(mean, 1.0);
    return load;
}

} // namespace

std::vector<AirStation> airStations(
    const Terrain &terrain, const SensorPlan &sensors, int count, Random random)
{
    constexpr Setting kTurns[] = {Setting::Roadside, Setting::Town, Setting::Park,
        Setting::Roadside, Setting::Town, Setting::Edge};
    const LocalProjection projection = demoProjection();
    std::vector<AirStation> stations;
    for (int tries = 0; static_cast<int>(stations.size()) < count && tries < 100 * count; ++tries) {
        const auto turn = static_cast<int>(stations.size());
        const Setting setting = kTurns[stations.size() % std::size(kTurns)];
        const PointM p = placeFor(setting, turn, terrain, sensors, projection, random);
        const bool apart = std::all_of(stations.begin(), stations.end(), [&](const AirStation &a) {
            return distance(projection.toPlane(*a.site.position), p) > 0.05 * terrain.radiusM();
        });
        if ((!apart || terrain.shoreDistance(p) < 20.0) && tries < 90 * count)
            continue;
        AirStation station;
        station.site.code = QStringLiteral("A%1").arg(turn + 1, 2, 10, QLatin1Char('0'));
        station.site.name =
            QStringLiteral("Air station %1 (%2)").arg(turn + 1).arg(settingName(setting));
        station.site.position = projection.toSphere(p);
        station.roadside = setting == Setting::Roadside ? random.uniform(0.8, 1.0)
            : setting == Setting::Town                  ? random.uniform(0.4, 0.6)
            : setting == Setting::Park                  ? random.uniform(0.2, 0.35)
                                                        : random.uniform(0.1, 0.2);
        stations.push_back(std::move(station));
    }
    return stations;
}

Series airSeries(const std::vector<AirStation> &stations, const SensorPlan &sensors,
    const TrafficDays &traffic, const Weather &weather, Random random)
{
    TimeAxis axis = traffic.series.axis;
    axis.stepMs = kMsPerHour;
    axis.count = traffic.hours;
    const QString unitName = QStringLiteral("µg/m³");
    Series series(axis, static_cast<int>(stations.size()),
        {{QStringLiteral("pm2.5"), unitName}, {QStringLiteral("no2"), unitName},
            {QStringLiteral("o3"), unitName}});

    std::vector<double> regionalDust;
    Random region = random.split(1);
    double state = region.normal();
    for (int h = 0; h < axis.count; ++h) {
        constexpr double kKeep = 0.98; // memory of two days
        state = kKeep * state + std::sqrt(1.0 - kKeep * kKeep) * region.normal();
        regionalDust.push_back(6.5 * std::exp(0.45 * state));
    }
    const LocalProjection projection = demoProjection();
    for (std::size_t i = 0; i < stations.size(); ++i) {
        const AirStation &station = stations[i];
        Random own = random.split(10 + i);
        const std::vector<double> load =
            trafficNear(projection.toPlane(*station.site.position), sensors, traffic);
        double fluctuation = 0.0;
        for (int h = 0; h < axis.count; ++h) {
            const std::size_t w = weather.at(axis.at(h));
            const auto hour = static_cast<std::size_t>(h);
            fluctuation = 0.7 * fluctuation + 0.09 * own.normal();
            const double stagnant =
                (0.6 + 1.0 * weather.inversion[w]) / (0.45 + 0.22 * weather.windMs[w]);
            const double noise = std::exp(fluctuation);
            const double fresh = load[hour] * stagnant * noise;
            const double no2 = 3.0 + (4.0 + 24.0 * station.roadside) * fresh;
            const double cold = std::max(0.0, 12.0 - weather.temperatureC[w]);
            const double washedOut = weather.rainMmH[w] > 0.1 ? 0.75 : 1.0;
            const double dust = regionalDust[hour] * washedOut
                + (0.35 * cold * stagnant + (1.0 + 3.0 * station.roadside) * fresh) * noise;
            const double ozone = 48.0 + 70.0 * weather.sun[w] + 2.5 * weather.windMs[w] - 0.75 * no2
                + 4.0 * own.normal();
            const SiteId site(static_cast<std::int32_t>(i));
            const auto tenth = [](double v) {
                return static_cast<float>(std::round(v * 10.0) / 10.0);
            };
            series.set(h, site, 0, tenth(dust));
            series.set(h, site, 1, tenth(no2));
            series.set(h, site, 2, tenth(std::max(1.5, ozone)));
        }
    }
    return series;
}

} // namespace belvedere::simulation
