// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/viewport.h"

#include <QBrush>

namespace belvedere::ui {

/// Lines from the lower left to the upper right, `spacing` logical pixels apart, as sharp at every
/// pixel ratio. Painted with the brush origin hatchOrigin() it goes on from tile to tile.
[[nodiscard]] QBrush hatchBrush(
    const QColor &color, double spacing, double width, double devicePixelRatio);
[[nodiscard]] QPointF hatchOrigin(const Viewport &viewport);

/// Spacing that tells how uncertain a value is: the less is known, the denser. 0 = no hatch.
[[nodiscard]] double hatchSpacing(double uncertainty);

} // namespace belvedere::ui
