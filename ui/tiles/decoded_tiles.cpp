// SPDX-License-Identifier: GPL-3.0-or-later
#include "tiles/decoded_tiles.h"

namespace belvedere::ui {

namespace {

constexpr qsizetype kCacheBytes = 96 << 20;
constexpr int kLargestSide = 2048; // of a tile; a larger one is a mistake or an attack

quint64 packed(TileKey key)
{
    return static_cast<quint64>(key.z) << 58 | static_cast<quint64>(key.x) << 29
        | static_cast<quint64>(key.y);
}

} // namespace

DecodedTiles::DecodedTiles(std::shared_ptr<TileSource> source)
    : m_source(std::move(source))
    , m_info(m_source->info())
    , m_images(kCacheBytes)
{
    m_source->setChanged([this](TileKey key) {
        {
            const std::lock_guard lock(m_mutex);
            m_images.remove(packed(key)); // there is a newer one
        }
        notify();
    });
}

DecodedTiles::~DecodedTiles()
{
    m_source->setChanged({});
}

QImage DecodedTiles::image(int zoom, int x, int y)
{
    const TileKey key{zoom, x, y};
    if (!key.valid())
        return {};
    {
        const std::lock_guard lock(m_mutex);
        if (const QImage *known = m_images.object(packed(key)))
            return *known;
    }
    const QByteArray bytes = m_source->tile(key);
    if (bytes.isEmpty())
        return {};
    QImage decoded = QImage::fromData(bytes);
    if (decoded.isNull() || decoded.width() > kLargestSide || decoded.height() > kLargestSide)
        return {};
    decoded = decoded.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    const std::lock_guard lock(m_mutex);
    m_images.insert(packed(key), new QImage(decoded), decoded.sizeInBytes());
    return decoded;
}

} // namespace belvedere::ui
