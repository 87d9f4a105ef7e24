// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/backdrop.h"
#include "city/projection.h"
#include "city/road_network.h"
#include "map/map_layer.h"

#include <vector>

namespace belvedere::ui {

/// Names of places, streets and waters; a layer is left out where it would be empty.
[[nodiscard]] std::vector<MapLayer> nameLayers(
    const RoadNetwork &network, const Backdrop &backdrop, const LocalProjection &projection);

} // namespace belvedere::ui
