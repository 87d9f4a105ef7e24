// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include <functional>

namespace belvedere::ui {

/// Pictures of the earth in the web mercator pyramid. All functions are called from any thread, and
/// none of them may wait for a network.
class TileImages
{
public:
    TileImages() = default;
    virtual ~TileImages() = default;
    TileImages(const TileImages &) = delete;
    TileImages &operator=(const TileImages &) = delete;

    [[nodiscard]] virtual int minZoom() const = 0;
    [[nodiscard]] virtual int maxZoom() const = 0;
    /// Pixels of a side.
    [[nodiscard]] virtual int tilePixels() const = 0;
    /// Null: there is none, or it is on its way and `changed` will tell.
    [[nodiscard]] virtual QImage image(int zoom, int x, int y) = 0;
    /// Called on some thread when image() may give more than before. Replaces the former one, which
    /// is not called any more after return.
    virtual void setChanged(std::function<void()> changed) = 0;
};

} // namespace belvedere::ui
