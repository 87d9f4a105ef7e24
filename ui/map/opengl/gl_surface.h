// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_renderer.h"
#include "map/surface_values.h"

#include <array>

namespace belvedere::ui {

/// A surface as its program reads it. Colours are 0 … 1, not premultiplied, blue first.
struct GlSurface
{
    using Texel = std::array<float, 4>;

    struct Hatch
    {
        int spacing = 0; ///< device pixels; 0 = none
        int phase = 0; ///< of the picture's upper left pixel
    };

    std::shared_ptr<const SurfaceValues> surface;
    int columns = 0;
    int rows = 0;
    // In cells from the north-western corner, at the picture's corner and by device pixel.
    float column = 0.0F;
    float row = 0.0F;
    float columnsPerPixel = 0.0F;
    float rowsPerPixel = 0.0F;
    /// The colours of the bands and then, in the first place of each, the breaks between them; or
    /// as many colours as a gradual scale has steps, and no breaks.
    std::vector<Texel> table;
    int colors = 0;
    int breaks = 0;
    float low = 0.0F; ///< value of the first gradual colour
    float step = 1.0F;
    Hatch forecast;
    std::array<Hatch, 4> doubt; ///< by step of uncertainty
    float hatchHalf = 0.5F; ///< device pixels
    Texel ink{};
    Texel ground{};

    GlSurface(const SurfaceGeometry &geometry, std::shared_ptr<const SurfaceValues> values,
        const Viewport &viewport, const RenderOptions &options);
};

} // namespace belvedere::ui
