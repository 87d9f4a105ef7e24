// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/backdrop.h"
#include "city/projection.h"
#include "city/road_network.h"
#include "simulation/terrain.h"

namespace belvedere::simulation {

/// Water, parks, woods and the built-up area around the streets; the names of the districts.
[[nodiscard]] Backdrop backdropPlan(
    const Terrain &terrain, const RoadNetwork &network, const LocalProjection &projection);

} // namespace belvedere::simulation
