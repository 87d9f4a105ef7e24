// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/viewport.h"

#include <algorithm>

namespace belvedere::ui {

BoundingBox Viewport::box() const
{
    BoundingBox result;
    result.add(toWorld({0.0, 0.0}));
    result.add(toWorld({double(size.width()), double(size.height())}));
    return result;
}

Viewport Viewport::zoomedAt(QPointF cursor, double factor) const
{
    const PointM fixed = toWorld(cursor);
    Viewport result = *this;
    result.metersPerPixel =
        std::clamp(metersPerPixel / factor, kMinMetersPerPixel, kMaxMetersPerPixel);
    const PointM moved = result.toWorld(cursor);
    result.centre.x += fixed.x - moved.x;
    result.centre.y += fixed.y - moved.y;
    return result;
}

Viewport Viewport::panned(QPointF pixels) const
{
    Viewport result = *this;
    result.centre.x -= pixels.x() * metersPerPixel;
    result.centre.y += pixels.y() * metersPerPixel;
    return result;
}

Viewport Viewport::resized(QSize newSize, double newDevicePixelRatio) const
{
    Viewport result = *this;
    result.size = newSize.expandedTo(QSize(1, 1));
    result.devicePixelRatio = newDevicePixelRatio;
    return result;
}

Viewport Viewport::fitted(const BoundingBox &box, double padding) const
{
    if (box.empty())
        return *this;
    Viewport result = *this;
    result.centre = box.centre();
    const double width = std::max(1.0, size.width() - 2 * padding);
    const double height = std::max(1.0, size.height() - 2 * padding);
    const double wanted = std::max(box.width() / width, box.height() / height);
    result.metersPerPixel =
        wanted > 0.0 ? std::clamp(wanted, kMinMetersPerPixel, kMaxMetersPerPixel) : 1.0;
    return result;
}

Viewport Viewport::grown(int pixels) const
{
    Viewport result = *this;
    result.size += QSize(2 * pixels, 2 * pixels);
    return result;
}

} // namespace belvedere::ui
