// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/demo_contents.h"

#include "simulation/air_model.h"
#include "simulation/backdrop_plan.h"
#include "simulation/emergency_calls.h"
#include "simulation/incident_plan.h"
#include "simulation/progress_part.h"
#include "simulation/sensor_faults.h"
#include "simulation/street_plan.h"
#include "simulation/traffic_day.h"

namespace belvedere::simulation {

namespace {

constexpr UtcMs kTrafficStepMs = 5 * kMsPerMinute;
constexpr int kLongestDays = 366;
constexpr double kCallsPerSite = 95.0 / 300.0; // calls a day grow with the city, as sites do

/// The generators of the parts, so that a change in one leaves the others as they were.
enum Part : std::uint64_t {
    TerrainPart = 1,
    StreetPart,
    SensorPart,
    WeatherPart,
    IncidentPart,
    TrafficPart,
    FaultPart,
    StationPart,
    AirPart,
    AirFaultPart,
    CallPart
};

QString sourceText()
{
    return QString::fromLatin1(
        QT_TRANSLATE_NOOP("Demo", "Simulated by Belvedere; no real place, no real measurement."));
}

Dataset describe(const QString &name, const QString &domain, const QTimeZone &zone,
    const Series &series, std::vector<Site> sites)
{
    Dataset dataset;
    dataset.name = name;
    dataset.domain = domain;
    dataset.source = sourceText();
    dataset.simulated = true;
    dataset.zone = zone;
    dataset.axis = series.axis;
    dataset.channels = series.channels;
    dataset.sites = std::move(sites);
    dataset.missingShare = missingShare(series);
    return dataset;
}

void sign(IncidentTable &table, const QString &name)
{
    table.name = name;
    table.source = sourceText();
    table.simulated = true;
}

} // namespace

Result<DemoContents> demoContents(const DemoOptions &options, const TaskContext &context)
{
    if (options.days < 1 || options.days > kLongestDays)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "A demo city of %1 days is not possible: choose 1 to %2."),
            {QString::number(options.days), QString::number(kLongestDays)}, QStringLiteral("days"));
    const Random random(options.seed);
    const CityScale scale = scaleOf(options.size);
    const LocalProjection projection = demoProjection();

    DemoContents city;
    BV_TRY(city.info.zone, parseZone(QStringLiteral("Europe/Zurich")));
    city.info.name = QString::fromLatin1(QT_TRANSLATE_NOOP("Demo", "Belvedere demo city"));
    city.info.centre = projection.centre();
    city.info.simulated = true;
    city.info.seed = options.seed;

    const Terrain terrain(scale.radiusM, random.split(TerrainPart));
    BV_TRY(city.network,
        streetPlan(terrain, scale, random.split(StreetPart), progressPart(context, 0.0, 0.3)));
    city.backdrop = backdropPlan(terrain, city.network, projection);
    const LinkReach reach(city.network);
    const SensorPlan sensors =
        sensorPlan(city.network, reach, scale.trafficSites, random.split(SensorPart));

    const UtcMs start = options.end - options.days * kMsPerDay;
    const LocalCalendar fine(
        {start, kTrafficStepMs, static_cast<int>(options.days * kMsPerDay / kTrafficStepMs)},
        city.info.zone);
    const LocalCalendar hourly({start, kMsPerHour, options.days * 24}, city.info.zone);
    const Weather weather = weatherWalk(hourly, random.split(WeatherPart));
    IncidentPlan incidents =
        incidentPlan(city.network, reach, sensors, fine, random.split(IncidentPart));
    BV_TRY(TrafficDays traffic,
        trafficDays(city.network, sensors, incidents.effects, weather, fine,
            random.split(TrafficPart), progressPart(context, 0.3, 1.0)));

    const std::vector<AirStation> stations =
        airStations(terrain, sensors, scale.airStations, random.split(StationPart));
    Series air = airSeries(stations, sensors, traffic, weather, random.split(AirPart));
    addSensorFaults(air, {0.006, 20.0, 0}, random.split(AirFaultPart));
    addSensorFaults(
        traffic.series, {0.006, 16.0, 1 + scale.trafficSites / 100}, random.split(FaultPart));

    std::vector<Site> airSites;
    for (const AirStation &station : stations)
        airSites.push_back(station.site);
    Site weatherSite;
    weatherSite.code = QStringLiteral("W1");
    weatherSite.name = QStringLiteral("Weather station");
    weatherSite.position = projection.toSphere({0.03 * scale.radiusM, 0.06 * scale.radiusM});

    city.traffic.dataset = describe(QStringLiteral("traffic"), QStringLiteral("traffic"),
        city.info.zone, traffic.series, sensors.sites);
    city.traffic.dataset.ties = sensors.ties;
    city.traffic.series = std::move(traffic.series);
    city.air.dataset = describe(QStringLiteral("air"), QStringLiteral("environment"),
        city.info.zone, air, std::move(airSites));
    city.air.series = std::move(air);
    city.weather.series = weatherSeries(weather);
    city.weather.dataset = describe(QStringLiteral("weather"), QStringLiteral("weather"),
        city.info.zone, city.weather.series, {weatherSite});
    city.incidents = std::move(incidents.table);
    sign(city.incidents, QStringLiteral("incidents"));
    city.calls = emergencyCalls(
        city.network, projection, fine, kCallsPerSite * scale.trafficSites, random.split(CallPart));
    sign(city.calls, QStringLiteral("calls"));
    context.progress(1000, 1000, {});
    return city;
}

} // namespace belvedere::simulation
