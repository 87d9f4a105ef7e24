// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_color.h"

#include <limits>

namespace belvedere::ui {

enum class Symbol {
    Circle,
    Square,
    Diamond,
    Triangle,
    Hexagon,
    Arrow ///< direction and length are in the attributes; width is that of the shaft
};

/// How sure the value is, told without colour. The same everywhere in the program.
enum class Fill {
    Solid,
    Hollow, ///< stale
    Hatched, ///< missing
    Dashed, ///< estimated
    Forecast, ///< lighter and hatched
    Scenario ///< what-if: violet outline
};

/// How one class of features is drawn.
struct FeatureStyle
{
    MapColor color; ///< not valid = not filled, not drawn
    double width = 1.0; ///< line width or diameter of a symbol, in pixels
    /// If set, the width is this length on the ground, between minWidth and width pixels.
    double widthM = 0.0;
    double minWidth = 1.0;
    MapColor casing; ///< edge on both sides of a line, outline of an area or a symbol
    double casingWidth = 1.0; ///< pixels on each side
    Symbol symbol = Symbol::Circle;
    Fill fill = Fill::Solid;
    double uncertainty = 0.0; ///< 0 … 1: paler, and the hatch grows denser
    int fontPx = 12; ///< of labels
    bool bold = false;
    double maxMetersPerPixel = std::numeric_limits<double>::infinity(); ///< farther out: hidden
    int rank = 0; ///< larger is drawn later, thus above

    /// Pixels at this scale.
    [[nodiscard]] double widthAt(double metersPerPixel) const
    {
        if (widthM <= 0.0)
            return width;
        const double onGround = widthM / metersPerPixel;
        return onGround < minWidth ? minWidth : (onGround > width ? width : onGround);
    }
};

} // namespace belvedere::ui
