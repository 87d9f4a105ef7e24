// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_renderer.h"
#include "map/painters/label_painter.h"

class QPainter;

namespace belvedere::ui {

/// The symbol about the origin, for a map or a legend.
void paintSymbol(QPainter &painter, const FeatureStyle &style, const RenderOptions &options);

// What is painted of symbols that are no arrows, and where: the same for every backend.

/// Features whose symbols may be seen, in the order in which they are painted.
[[nodiscard]] std::vector<std::int32_t> symbolsIn(
    const PointGeometry &geometry, const LayerAttributes &attributes, const Viewport &viewport);
/// A symbol painted once, to be copied to where it is needed; `ratio` device pixels a pixel.
[[nodiscard]] QImage symbolSprite(
    const FeatureStyle &style, const RenderOptions &options, double ratio);
/// Device pixel of the picture on which the upper left one of the sprite falls.
[[nodiscard]] QPoint spriteCorner(PointM point, const QImage &sprite, const Viewport &viewport);

/// Where the texts beside the symbols have room; those of a higher rank first.
[[nodiscard]] std::vector<PlacedLabel> placeTexts(const PointGeometry &geometry,
    const LayerAttributes &attributes, const LabelArea &area, const RenderOptions &options,
    LabelSpace &space, const Cancelled &cancelled);

/// Points of this layer that paintPoints() leaves out at this view, because there are more than can
/// be painted in time.
[[nodiscard]] std::size_t leftOut(const PointGeometry &geometry, const Viewport &viewport);

/// Symbols and arrows by rank, then the texts that options.plan has beside them.
/// @return false if cancelled.
bool paintPoints(QPainter &painter, const MapLayer &layer, const PointGeometry &geometry,
    const Viewport &viewport, const RenderOptions &options, const Cancelled &cancelled);

} // namespace belvedere::ui
