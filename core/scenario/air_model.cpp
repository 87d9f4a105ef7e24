// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/air_model.h"

#include "environment/dispersion/nox_chemistry.h"

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

constexpr double kMostCellsAcross = 400.0; // keeps a run within a second or so
constexpr double kAssumedWindMs = 3.0;
constexpr double kMarginM = 500.0;

/// Connectors are left out.
std::vector<RoadPiece> piecesOf(const AssignmentNetwork &network,
    const std::vector<RoadFacts> &roads, const std::vector<LonLat> &nodes,
    const LocalProjection &plane)
{
    std::vector<RoadPiece> pieces;
    for (std::size_t link = 0; link < roads.size(); ++link) {
        if (roads[link].connector)
            continue;
        const std::vector<LonLat> shape = linkShape(network, roads, nodes, link);
        for (std::size_t k = 1; k < shape.size(); ++k)
            pieces.push_back({plane.toPlane(shape[k - 1]), plane.toPlane(shape[k]),
                static_cast<std::uint32_t>(link)});
    }
    return pieces;
}

ReceptorGrid gridOver(const std::vector<RoadPiece> &pieces, double cellM)
{
    BoundingBox box;
    for (const RoadPiece &piece : pieces) {
        box.add(piece.from);
        box.add(piece.to);
    }
    const double across = std::max(box.width(), box.height()) + 2.0 * kMarginM;
    const double cell = std::clamp(std::max(cellM, across / kMostCellsAcross), 20.0, 1000.0);
    return ReceptorGrid::over(box, cell, kMarginM);
}

/// Every direction alike, neutral, a light breeze.
std::vector<WeatherHour> assumedWeather()
{
    std::vector<WeatherHour> hours;
    for (int direction = 0; direction < kClimateDirections; ++direction)
        hours.push_back({direction * 10.0, kAssumedWindMs, Stability::D});
    return hours;
}

/// @param calmShare  of the year; stays as it is for an hour.
Result<UnitResponse> responseOf(
    const BaseCase &base, const ScenarioSettings &settings, double &calmShare)
{
    if (settings.hour)
        return UnitResponse::ofHour(*settings.hour);
    const std::vector<WeatherHour> &year = base.data().weather;
    BV_TRY(const WindClimate climate, WindClimate::make(year.empty() ? assumedWeather() : year));
    calmShare = climate.calmShare();
    return UnitResponse::ofYear(climate);
}

/// People where they were counted, or else at their zones.
Population populationOf(const BaseCase &base)
{
    if (!base.data().population.places.empty() || base.data().residents.empty())
        return base.data().population;
    Population population;
    population.proxy = true;
    population.people = base.data().residents;
    for (const AssignmentZone &zone : base.network().zones())
        population.places.push_back(
            base.plane().toPlane(base.data().nodes[static_cast<std::size_t>(zone.node)]));
    return population;
}

} // namespace

Result<std::shared_ptr<const AirModel>> AirModel::make(
    const BaseCase &base, const ScenarioSettings &settings)
{
    const std::vector<RoadPiece> pieces =
        piecesOf(base.network(), base.data().roads, base.data().nodes, base.plane());
    BV_TRY(
        CityDispersion dispersion, CityDispersion::make(gridOver(pieces, settings.cellM), pieces));
    double calmShare = 0.0;
    BV_TRY(UnitResponse response, responseOf(base, settings, calmShare));
    const std::shared_ptr<AirModel> model(new AirModel(std::move(dispersion), std::move(response)));
    model->m_population = populationOf(base);
    model->m_calmShare = calmShare;
    model->m_assumedWeather = !settings.hour && base.data().weather.empty();
    return std::shared_ptr<const AirModel>(model);
}

Result<AirRun> AirModel::run(const AppliedCase &applied, const std::vector<double> &noxGPerH,
    const std::vector<double> &pm25GPerH, double scale) const
{
    const BaseCase &base = *applied.base;
    const bool newRoads = applied.roads.size() > base.data().roads.size();
    std::optional<CityDispersion> extended;
    if (newRoads) {
        BV_TRY(extended,
            CityDispersion::make(m_dispersion.grid(),
                piecesOf(*applied.periods.front().network, applied.roads, base.data().nodes,
                    base.plane())));
    }
    const CityDispersion &dispersion = newRoads ? *extended : m_dispersion;
    BV_TRY(DispersionMap map, dispersion.map(m_response, {noxGPerH, pm25GPerH}));
    AirRun run;
    run.grid = dispersion.grid();
    run.nox = std::move(map.values[0]);
    run.pm25 = std::move(map.values[1]);
    run.assumedWeather = m_assumedWeather;
    run.calmShare = m_calmShare;
    if (scale != 1.0)
        for (std::vector<float> *values : {&run.nox, &run.pm25})
            for (float &value : *values)
                value = static_cast<float>(value * scale);
    if (m_population.total() <= 0.0)
        return run;
    std::vector<double> no2;
    std::vector<double> pm25;
    double extrapolated = 0.0;
    for (std::size_t k = 0; k < m_population.places.size(); ++k) {
        const PointM place = m_population.places[k];
        const double nox = std::max(run.grid.valueAt(run.nox, place), 0.0);
        const No2Estimate estimate = no2FromNox(nox + base.data().background.nox);
        extrapolated += estimate.outsideRange ? m_population.people[k] : 0.0;
        no2.push_back(estimate.no2);
        pm25.push_back(
            std::max(run.grid.valueAt(run.pm25, place), 0.0) + base.data().background.pm25);
    }
    run.no2Extrapolated = extrapolated / m_population.total();
    BV_TRY(run.no2Exposure, exposure(QStringLiteral("no2"), m_population.people, no2));
    BV_TRY(run.pm25Exposure, exposure(QStringLiteral("pm2.5"), m_population.people, pm25));
    return run;
}

} // namespace belvedere
