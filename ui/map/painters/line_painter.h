// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_renderer.h"

class QPainter;

namespace belvedere::ui {

/// Pixels by which a line of this width is moved to its right; negative = to the left.
[[nodiscard]] double sideOffset(LineSide side, double width, double metersPerPixel);

/// The line on the screen, moved `offset` pixels to its right, without points that would not be
/// told apart.
void projectLine(std::span<const PointM> line, const Viewport &viewport, double offset,
    std::vector<QPointF> &out);

/// Paints the features of a line layer that touch the viewport, by rank; first all casings.
/// @return false if cancelled.
bool paintLines(QImage &picture, const MapLayer &layer, const LineGeometry &geometry,
    const Viewport &viewport, const RenderOptions &options, const Cancelled &cancelled);

/// Lines of this layer that paintLines() leaves out at this view, because there are more than can
/// be painted in time.
[[nodiscard]] std::size_t leftOut(const LineGeometry &geometry, const Viewport &viewport);

/// A line of `length` pixels from the origin to the right, for a legend.
void paintLineSample(
    QPainter &painter, double length, const FeatureStyle &style, const RenderOptions &options);

} // namespace belvedere::ui
