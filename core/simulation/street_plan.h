// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/projection.h"
#include "simulation/demo_city.h"
#include "simulation/terrain.h"

namespace belvedere::simulation {

/// How large the city and its data are.
struct CityScale
{
    double radiusM = 0.0;
    double spacingM = 0.0; ///< between residential streets of the old town
    int trafficSites = 0;
    int airStations = 0;
};
[[nodiscard]] CityScale scaleOf(DemoSize size);

/// Where the simulated city lies on the globe.
[[nodiscard]] LocalProjection demoProjection();

/// The road network of the demo city. Connected, every link can be reached from every other.
[[nodiscard]] Result<RoadNetwork> streetPlan(
    const Terrain &terrain, const CityScale &scale, Random random, const TaskContext &context = {});

} // namespace belvedere::simulation
