// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_renderer.h"

namespace belvedere::ui {

struct SurfaceValues;

// How a surface looks in every backend. Lengths are logical pixels.
inline constexpr double kSurfaceHatchOpacity = 0.5; ///< of the lines that tell doubt
inline constexpr double kSurfaceHatchHalf = 0.55; ///< of a line's width
inline constexpr double kSurfaceForecastSpacing = 9.0;
inline constexpr double kSurfaceForecastPaler = 0.4;
inline constexpr int kSurfaceRampSteps = 512; ///< of gradual colours

/// There are values, colours and cells, and they fit together.
[[nodiscard]] bool isDrawable(const SurfaceGeometry &geometry, const SurfaceValues *surface);

/// Lays the surface's colours over the picture.
/// @return false if cancelled.
bool paintSurface(QImage &picture, const MapLayer &layer, const SurfaceGeometry &geometry,
    const Viewport &viewport, const RenderOptions &options, const Cancelled &cancelled);

} // namespace belvedere::ui
