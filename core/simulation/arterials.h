// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/street.h"
#include "simulation/terrain.h"

namespace belvedere::simulation {

/// The streets that give the city its shape, most important first: two rings, the axes of the old
/// town, the radials, the streets along river, lake and parks. Only rings and axes cross water.
[[nodiscard]] std::vector<Street> arterials(const Terrain &terrain, Random random);

/// The middle of the motorway ring; closed, the last point is the first. Left-hand side inside.
[[nodiscard]] Polyline motorwayRing(const Terrain &terrain, Random random);

} // namespace belvedere::simulation
