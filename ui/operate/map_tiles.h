// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/tiles/tile_source.h"
#include "data/store/store.h"
#include "map/tile_images.h"

#include <memory>

namespace belvedere::ui {

/// Which pictures a city shows below its own map. Any thread.
[[nodiscard]] Result<TilePreferences> tilePreferences(const Store &store);
[[nodiscard]] Result<> setTilePreferences(Store &store, const TilePreferences &preferences);

/// Opens them; null if there are none.
/// @return what is wrong with the file or the address.
[[nodiscard]] Result<std::shared_ptr<TileImages>> openTiles(const TilePreferences &preferences);

} // namespace belvedere::ui
