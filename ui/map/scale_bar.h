// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/length_text.h"
#include "theme/tokens.h"

#include <QFont>
#include <QRectF>

class QPainter;

namespace belvedere::ui {

struct ScaleBar
{
    double meters = 0.0;
    double pixels = 0.0;
    QString text; ///< 1, 2 or 5 times a power of ten, in m, km, ft or mi
};

/// The longest that is not wider than `maxPixels`.
[[nodiscard]] ScaleBar scaleBarFor(
    double metersPerPixel, double maxPixels, LengthUnits units = LengthUnits::Metric);

/// The bar with its text above and an arrow to the north at its left, legible on any ground.
/// @return what was painted on.
QRectF paintScaleBar(QPainter &painter, QPointF bottomRight, const ScaleBar &bar,
    const Tokens &colors, const QFont &font);

} // namespace belvedere::ui
