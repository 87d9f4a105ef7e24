// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/projection.h"
#include "geo/overlay.h"
#include "map/map_layer.h"

#include <vector>

namespace belvedere::ui {

/// Layers that somebody else drew start with this, then the overlay's name, then what it is.
inline const QString kOverlayPrefix = QStringLiteral("overlay-");

/// Areas, lines, points and names of an overlay; those that it has. `index` chooses its colour.
/// For a worker.
[[nodiscard]] std::vector<MapLayer> overlayLayers(
    const Overlay &overlay, std::size_t index, const LocalProjection &projection);

} // namespace belvedere::ui
