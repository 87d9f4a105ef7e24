// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/value_scale.h"

namespace belvedere::ui {

/// What a surface shows at one moment.
struct SurfaceValues
{
    std::vector<float>
        values; ///< [rows * columns], row by row; not a finite number = nothing there
    std::vector<float> uncertainty; ///< empty or [rows * columns], 0 … 1: paler and hatched
    ValueScale scale;
    bool smooth = true; ///< between the middles of cells; else each cell has one colour
    /// Colours change gradually between the middles of the bands instead of at their edges.
    bool gradual = false;
    double opacity = 0.75; ///< 0 … 1
    ValueState state = ValueState::Good; ///< of all: a forecast is lighter and hatched
};

[[nodiscard]] std::shared_ptr<const LayerAttributes> surfaceAttributes(SurfaceValues values);

} // namespace belvedere::ui
