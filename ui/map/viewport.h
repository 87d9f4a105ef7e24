// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/bounding_box.h"

#include <QPointF>
#include <QSize>

namespace belvedere::ui {

/// What part of the plane is seen, and how large. A value: every move returns another one.
/// Screen coordinates are logical pixels, y downwards; north is up.
struct Viewport
{
    static constexpr double kMinMetersPerPixel = 0.05;
    static constexpr double kMaxMetersPerPixel = 5000.0;

    PointM centre;
    double metersPerPixel = 10.0; ///< per logical pixel; within the limits above
    QSize size{1, 1}; ///< logical pixels
    double devicePixelRatio = 1.0;

    [[nodiscard]] QPointF toScreen(PointM point) const
    {
        return {0.5 * size.width() + (point.x - centre.x) / metersPerPixel,
            0.5 * size.height() - (point.y - centre.y) / metersPerPixel};
    }
    [[nodiscard]] PointM toWorld(QPointF position) const
    {
        return {centre.x + (position.x() - 0.5 * size.width()) * metersPerPixel,
            centre.y - (position.y() - 0.5 * size.height()) * metersPerPixel};
    }
    /// What is seen of the plane.
    [[nodiscard]] BoundingBox box() const;

    /// Closer by `factor` > 1, farther below 1; what lies under `cursor` stays there.
    [[nodiscard]] Viewport zoomedAt(QPointF cursor, double factor) const;
    /// The picture moves by `pixels`, as if dragged.
    [[nodiscard]] Viewport panned(QPointF pixels) const;
    /// The same centre and scale in a window of another size.
    [[nodiscard]] Viewport resized(QSize newSize, double newDevicePixelRatio) const;
    /// All of `box` with `padding` pixels around it; unchanged if the box is empty. A single point
    /// is shown at 1 m per pixel.
    [[nodiscard]] Viewport fitted(const BoundingBox &box, double padding) const;
    /// Grown by `pixels` on each side; what is seen keeps its place relative to the centre.
    [[nodiscard]] Viewport grown(int pixels) const;

    friend bool operator==(const Viewport &a, const Viewport &b)
    {
        return a.centre == b.centre && a.metersPerPixel == b.metersPerPixel && a.size == b.size
            && a.devicePixelRatio == b.devicePixelRatio;
    }
};

} // namespace belvedere::ui
