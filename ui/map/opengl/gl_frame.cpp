// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/opengl/gl_frame.h"

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

// Differences to it stay within what an int holds, wherever the view is.
constexpr double kFarthestCorner = 1073741824.0;

} // namespace

// Double precision ends here: what the program subtracts are whole numbers, and what remains is
// small wherever something is to be seen. The corner falls on 1/256 pixels as for LineRasterizer.
GlPlacement::GlPlacement(PointM origin, double unit, const Viewport &viewport)
{
    const double ratio = viewport.devicePixelRatio;
    const double scale = ratio / viewport.metersPerPixel;
    const auto onGrid = [](double v) { return std::round(256.0 * v) / 256.0; };
    const double left = onGrid(viewport.centre.x * scale - 0.5 * ratio * viewport.size.width());
    const double top = onGrid(-viewport.centre.y * scale - 0.5 * ratio * viewport.size.height());
    const auto near = [](double v) {
        return std::clamp(std::round(v), -kFarthestCorner, kFarthestCorner);
    };
    const double cornerEast = near((left / scale - origin.x) / unit);
    const double cornerNorth = near((-top / scale - origin.y) / unit);
    cornerX = std::int32_t(cornerEast);
    cornerY = std::int32_t(cornerNorth);
    step = float(unit * scale);
    x = float((origin.x + cornerEast * unit) * scale - left);
    y = float(-(origin.y + cornerNorth * unit) * scale - top);
    perMeter = float(scale);
}

} // namespace belvedere::ui
