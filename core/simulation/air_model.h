// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/terrain.h"
#include "simulation/traffic_day.h"

namespace belvedere::simulation {

/// Where the air is measured, and how much the streets nearby matter there.
struct AirStation
{
    Site site;
    double roadside = 0.0; ///< 1 = at the kerb of a main road, 0 = in a garden
};

/// Stations beside main roads, in the town, in parks and at the edge, in turns.
[[nodiscard]] std::vector<AirStation> airStations(
    const Terrain &terrain, const SensorPlan &sensors, int count, Random random);

/// Hourly pm2.5, no2, o3 in µg/m³. NO₂ follows the traffic nearby and collects under an inversion
/// in weak wind; fine dust besides has a regional part that changes over days and heating in the
/// cold; ozone comes with the sun and is used up by fresh exhaust.
[[nodiscard]] Series airSeries(const std::vector<AirStation> &stations, const SensorPlan &sensors,
    const TrafficDays &traffic, const Weather &weather, Random random);

} // namespace belvedere::simulation
