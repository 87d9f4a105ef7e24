// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_renderer.h"

namespace belvedere::ui {

/// Lays the surface's colours over the picture.
/// @return false if cancelled.
bool paintSurface(QImage &picture, const MapLayer &layer, const SurfaceGeometry &geometry,
    const Viewport &viewport, const RenderOptions &options, const Cancelled &cancelled);

} // namespace belvedere::ui
