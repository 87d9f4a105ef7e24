// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "city/backdrop.h"
#include "scenario/base_case.h"
#include "traffic/demand/city_network.h"

#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace belvedere {

/// Where a base case is read from, as a scenario file says it.
struct BaseCaseFiles
{
    QString network; ///< TNTP network file, or a folder in GMNS format
    QString trips; ///< TNTP trips file, or demand.csv in GMNS format
    QString nodes; ///< TNTP node file or GeoJSON of points, optional
    double lengthUnitM = 0.0; ///< metres of one unit of length; 0 = as published, else 1000
    std::optional<double> tollFactor; ///< minutes a unit of toll; absent = as published, else 0
    std::optional<double> distanceFactor;
    QString fleet = QStringLiteral("mixed-2025");
    double shareOfDay = 0.1;

    friend bool operator==(const BaseCaseFiles &, const BaseCaseFiles &) = default;
};

/// Network, demand and places of nodes from files. Places in a plane are put around 0° N 0° E, in
/// metres by the lengths of the links.
[[nodiscard]] Result<std::shared_ptr<const BaseCase>> readBaseCase(const BaseCaseFiles &files);

/// How a city becomes a base case.
struct CityBaseOptions
{
    QString title;
    double zoneCellM = 800.0;
    /// Where it is known: one matrix of cars per hour between zonesOf(places, zoneCellM). Absent =
    /// by a gravity model, which is then marked as synthetic.
    std::optional<OdMatrix> trips;
    double tripsPerPerson = 0.12; ///< cars of the peak hour
    double homeToWork = 0.8; ///< 0.8 suits a morning peak, 0.2 an evening
    /// Of the gravity model at free flow; 0 = what its usual fall of 0.1 a minute gives.
    double meanTripMin = 0.0;
    double valueOfTimePerHour = 12.0; ///< for tolls, in the currency of the tolls
    QString periodName;
    double fromHour = 7.0;
    double shareOfDay = 0.1;
    QString fleet = QStringLiteral("mixed-2025");
    std::vector<std::pair<QString, LonLat>> stations; ///< put on the nearest crossing
    std::vector<WeatherHour> weather;
    AirBackground background;
};

/// People and jobs of a city: by its buildings and built-up areas where the map has them, spread
/// along its streets otherwise. A proxy, never a census.
/// @param people  of all; 0 = by floor area, or by length of streets.
[[nodiscard]] std::vector<TripPlace> cityPlaces(
    const RoadNetwork &roads, const Backdrop &backdrop, double people = 0.0);

/// Hospitals and fire stations that the map names.
[[nodiscard]] std::vector<std::pair<QString, LonLat>> cityStations(const Backdrop &backdrop);

/// The city's roads with zones and one hour of demand. Links keep the positions of the city's.
/// @return Errc::Usage for a city without roads or people.
[[nodiscard]] Result<std::shared_ptr<const BaseCase>> cityBaseCase(const RoadNetwork &roads,
    const std::vector<TripPlace> &places, const CityBaseOptions &options,
    const TaskContext &context = {});

} // namespace belvedere
