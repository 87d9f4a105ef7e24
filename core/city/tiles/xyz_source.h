// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/tiles/tile_source.h"

namespace belvedere {

struct XyzOptions
{
    QString urlTemplate; ///< http or https, with {z}, {x}, {y} or {-y}
    QString name;
    QString attribution;
    int minZoom = 0;
    int maxZoom = 19;
    QString userAgent; ///< servers refuse programs that do not say who they are
    QString cacheFolder; ///< made if missing; empty = only memory
    qint64 cacheBytes = 256LL << 20; ///< on disk; the longest unused go first
    int concurrent = 4; ///< requests at a time
    int timeoutMs = 10000; ///< without a byte
    int attempts = 3;
    int backOffMs = 500; ///< before the second attempt, doubled for each further one
    qint64 defaultLifeMs = 7LL * 24 * 3600 * 1000; ///< of a tile whose server says nothing
    qint64 retryMs = 60000; ///< before a tile that could not be had is asked for again
    qint64 maxTileBytes = 4LL << 20;
};

/// Tiles of a server, kept on disk. What was loaded once is shown without a network, even after
/// it expired; a failed request shows nothing to the person.
/// @return Errc::Usage for a template without its parts or a scheme that is not http(s).
[[nodiscard]] Result<std::shared_ptr<TileSource>> openXyz(const XyzOptions &options);

/// What came of the requests since the start, for a status line and for tests.
struct XyzCounts
{
    qint64 requests = 0;
    qint64 loaded = 0;
    qint64 failed = 0;
};
[[nodiscard]] XyzCounts xyzCounts(const TileSource &source);

} // namespace belvedere
