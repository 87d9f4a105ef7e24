// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/viewport.h"

#include <cstdint>
#include <vector>

namespace belvedere::ui {

/// A tile on the grid of one scale: x eastwards, y southwards from the plane's origin.
struct TileId
{
    std::int32_t x = 0;
    std::int32_t y = 0;

    friend bool operator==(TileId a, TileId b) { return a.x == b.x && a.y == b.y; }
};

/// The grid of one scale. Tiles are anchored on the plane, so that a pan needs only new ones.
struct TileGrid
{
    double metersPerPixel = 1.0; ///< per logical pixel
    double devicePixelRatio = 1.0;

    explicit TileGrid(const Viewport &view);
    TileGrid() = default;

    /// Logical pixels of a side; a whole number of device pixels also at odd ratios.
    [[nodiscard]] int side() const;
    [[nodiscard]] int devicePixels() const;
    /// Device pixels per metre, at which tile x begins at x * devicePixels() from the origin.
    [[nodiscard]] double scale() const { return devicePixelRatio / metersPerPixel; }
    [[nodiscard]] Viewport viewportOf(TileId id) const;
    /// Device pixels from the plane's origin to the upper left corner of `view`.
    [[nodiscard]] QPointF cornerOf(const Viewport &view) const;
    /// Those that `view` needs, the nearest to its middle first.
    [[nodiscard]] std::vector<TileId> covering(const Viewport &view) const;
    /// The view moved to whole device pixels of this grid, as it is shown.
    [[nodiscard]] Viewport snapped(const Viewport &view) const;

    friend bool operator==(const TileGrid &a, const TileGrid &b)
    {
        return a.metersPerPixel == b.metersPerPixel && a.devicePixelRatio == b.devicePixelRatio;
    }
};

} // namespace belvedere::ui
