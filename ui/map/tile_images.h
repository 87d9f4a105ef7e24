// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include <functional>
#include <map>
#include <mutex>

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
    /// Null: there is none, or it is on its way and the listeners will be told.
    [[nodiscard]] virtual QImage image(int zoom, int x, int y) = 0;

    /// `changed` is called on some thread when image() may give more than before.
    int addListener(std::function<void()> changed);
    /// After return the listener is not called any more. Not from within a listener.
    void removeListener(int id);

protected:
    void notify();

private:
    std::mutex m_mutex;
    std::map<int, std::function<void()>> m_listeners;
    int m_next = 1;
};

} // namespace belvedere::ui
