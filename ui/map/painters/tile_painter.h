// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_renderer.h"

class QPainter;

namespace belvedere::ui {

/// Paints web mercator pictures where they lie on the plane; where one is missing, a part of a
/// coarser one.
/// @return false if cancelled.
bool paintTiles(QPainter &painter, const TileGeometry &geometry, const Viewport &viewport,
    const Cancelled &cancelled);

/// The zoom whose pixels are nearest to the screen's.
[[nodiscard]] int zoomFor(const TileImages &images, double latitude, const Viewport &viewport);

} // namespace belvedere::ui
