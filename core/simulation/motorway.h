// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/street_graph.h"
#include "simulation/terrain.h"

namespace belvedere::simulation {

/// A carriageway or a ramp between two nodes of the graph.
struct OneWay
{
    int from = -1;
    int to = -1;
    int radial = -1; ///< of a ramp: the street it serves; -1 on the ring itself
    Polyline line;
};

/// Two carriageways along `ring` (right-hand traffic) that meet no street, and four ramps where a
/// radial crosses: a diamond. Adds its nodes to `graph`.
[[nodiscard]] std::vector<OneWay> motorway(StreetGraph &graph, const std::vector<Street> &streets,
    const Terrain &terrain, const Polyline &ring);

} // namespace belvedere::simulation
