// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/road_network.h"
#include "simulation/plane_geometry.h"

namespace belvedere::simulation {

enum class StreetKind {
    Ring,
    Axis, ///< through the old town
    Radial, ///< out of the city
    Shore, ///< along water or around a park: smaller streets end at it
    Filling ///< all others
};

/// A street as it is drawn on the map: one line with one name, before it meets the others.
struct Street
{
    StreetKind kind = StreetKind::Filling;
    RoadClass roadClass = RoadClass::Residential;
    Polyline line;
    bool leavesCity = false; ///< the last point is the edge of the map, not a dead end
};

} // namespace belvedere::simulation
