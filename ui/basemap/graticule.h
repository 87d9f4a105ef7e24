// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/projection.h"
#include "map/map_layer.h"

#include <vector>

namespace belvedere::ui {

/// Lines of longitude and latitude around `focus`, about eight across, for a place without a
/// map; nothing for an empty box.
[[nodiscard]] std::vector<MapLayer> graticule(
    const BoundingBox &focus, const LocalProjection &projection);

} // namespace belvedere::ui
