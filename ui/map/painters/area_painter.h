// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_renderer.h"

#include <QPen>

class QPainter;
class QPainterPath;

namespace belvedere::ui {

/// The rings of a feature on the screen.
[[nodiscard]] QPainterPath areaPath(
    const AreaGeometry &geometry, std::size_t feature, const Viewport &viewport);

/// Features that may be seen, in the order in which they are painted.
[[nodiscard]] std::vector<std::int32_t> areasIn(
    const AreaGeometry &geometry, const LayerAttributes &attributes, const Viewport &viewport);
/// The edge of an area; none has no style.
[[nodiscard]] QPen areaOutline(const FeatureStyle &style, ThemeMode theme);

/// @return false if cancelled.
bool paintAreas(QPainter &painter, const MapLayer &layer, const AreaGeometry &geometry,
    const Viewport &viewport, const RenderOptions &options, const Cancelled &cancelled);

} // namespace belvedere::ui
