// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/tiles/tile_source.h"

#include <mutex>
#include <optional>

namespace belvedere {

/// Tiles as files, the longest unused removed when they are too many bytes. Safe from many
/// threads; a folder that cannot be written is a cache that stays empty.
class TileDiskCache
{
public:
    struct Entry
    {
        QByteArray bytes;
        qint64 expiresMs = 0; ///< since 1970
        QByteArray etag;
    };

    /// @param folder  made if missing; empty = nothing is kept.
    TileDiskCache(QString folder, qint64 maxBytes);

    [[nodiscard]] std::optional<Entry> read(TileKey key) const;
    void write(TileKey key, const Entry &entry);

private:
    [[nodiscard]] QString pathOf(TileKey key) const;
    void removeOldest();

    QString m_folder;
    qint64 m_maxBytes;
    mutable std::mutex m_mutex;
    qint64 m_bytes = 0;
};

} // namespace belvedere
