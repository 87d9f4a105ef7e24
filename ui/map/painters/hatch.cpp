// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/painters/hatch.h"

#include "map/value_scale.h"

#include <QImage>
#include <QTransform>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

QBrush hatchBrush(const QColor &color, double spacing, double width, double devicePixelRatio)
{
    const int side = std::max(2, int(std::lround(spacing * devicePixelRatio)));
    const double half = 0.5 * width * devicePixelRatio;
    QImage tile(side, side, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            // Distance from the nearest line x + y = k * side, one pixel of softness.
            const double along = std::fmod(x + y + 1.0, double(side));
            const double distance = std::min(along, side - along) / std::sqrt(2.0);
            const double covered = std::clamp(half + 0.5 - distance, 0.0, 1.0);
            QColor pixel = color;
            pixel.setAlphaF(float(covered) * color.alphaF());
            tile.setPixel(x, y, qPremultiply(pixel.rgba()));
        }
    }
    QBrush brush(tile);
    brush.setTransform(QTransform::fromScale(1.0 / devicePixelRatio, 1.0 / devicePixelRatio));
    return brush;
}

QPointF hatchOrigin(const Viewport &viewport)
{
    const double ratio = viewport.devicePixelRatio;
    // Whole device pixels, small enough that the painter's own arithmetic stays exact.
    constexpr double kPeriod = 5040.0; // a multiple of every spacing in use
    const auto wrapped = [ratio](double corner) {
        return -std::fmod(std::round(corner * ratio), kPeriod) / ratio;
    };
    return {wrapped(viewport.centre.x / viewport.metersPerPixel - 0.5 * viewport.size.width()),
        wrapped(-viewport.centre.y / viewport.metersPerPixel - 0.5 * viewport.size.height())};
}

double hatchSpacing(double uncertainty)
{
    switch (uncertaintyStep(uncertainty)) {
    case 0:
        return 0.0;
    case 1:
        return 12.0;
    case 2:
        return 7.0;
    default:
        return 4.0;
    }
}

} // namespace belvedere::ui
