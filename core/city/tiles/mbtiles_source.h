// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/tiles/tile_source.h"

namespace belvedere {

/// Raster tiles of an MBTiles file (SQLite; rows counted from the south).
/// @return Errc::NotFound, Errc::Io, or Errc::Schema for a file that is none or holds vector tiles.
/// Source: Mapbox, MBTiles specification 1.3.
[[nodiscard]] Result<std::shared_ptr<TileSource>> openMbTiles(const QString &file);

} // namespace belvedere
