// SPDX-License-Identifier: GPL-3.0-or-later
// ui/tiles turns the encoded tiles of core/city/tiles into pictures that a map can paint.
#pragma once

#include "city/tiles/tile_source.h"
#include "map/tile_images.h"

#include <QCache>

#include <memory>
#include <mutex>

namespace belvedere::ui {

/// The tiles of a source, decoded and kept; safe from many threads.
class DecodedTiles : public TileImages
{
public:
    explicit DecodedTiles(std::shared_ptr<TileSource> source);
    ~DecodedTiles() override;

    [[nodiscard]] int minZoom() const override { return m_info.minZoom; }
    [[nodiscard]] int maxZoom() const override { return m_info.maxZoom; }
    [[nodiscard]] int tilePixels() const override { return m_info.tilePixels; }
    [[nodiscard]] QImage image(int zoom, int x, int y) override;

    /// Must be shown wherever the tiles are.
    [[nodiscard]] QString attribution() const { return m_info.attribution; }

private:
    std::shared_ptr<TileSource> m_source;
    const TileSourceInfo m_info;
    std::mutex m_mutex; // of the cache
    QCache<quint64, QImage> m_images; // by key; cost in bytes
};

} // namespace belvedere::ui
