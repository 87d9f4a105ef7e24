// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_renderer.h"

class QPainter;
class QPainterPath;

namespace belvedere::ui {

/// An arrow about the origin that points `degrees` clockwise from north and is `length` pixels
/// long from end to tip; `width` is that of its shaft.
[[nodiscard]] QPainterPath arrowPath(double length, double width, double degrees);

/// Length of the arrow of a feature, in pixels.
[[nodiscard]] double arrowLength(const LayerAttributes &attributes, std::size_t feature);

void paintArrow(QPainter &painter, const QPainterPath &path, const FeatureStyle &style,
    const RenderOptions &options);

} // namespace belvedere::ui
