// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_renderer.h"

class QPainter;
class QPainterPath;

namespace belvedere::ui {

/// The rings of a feature on the screen.
[[nodiscard]] QPainterPath areaPath(
    const AreaGeometry &geometry, std::size_t feature, const Viewport &viewport);

/// @return false if cancelled.
bool paintAreas(QPainter &painter, const MapLayer &layer, const AreaGeometry &geometry,
    const Viewport &viewport, const RenderOptions &options, const Cancelled &cancelled);

} // namespace belvedere::ui
