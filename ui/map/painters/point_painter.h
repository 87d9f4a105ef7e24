// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_renderer.h"

class QPainter;

namespace belvedere::ui {

/// The symbol about the origin, for a map or a legend.
void paintSymbol(QPainter &painter, const FeatureStyle &style, const RenderOptions &options);

/// Symbols by rank, then the texts beside them where there is room.
/// @return false if cancelled.
bool paintPoints(QPainter &painter, const MapLayer &layer, const PointGeometry &geometry,
    const Viewport &viewport, const RenderOptions &options, const Cancelled &cancelled);

} // namespace belvedere::ui
