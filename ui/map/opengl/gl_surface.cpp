// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/opengl/gl_surface.h"

#include "map/painters/hatch.h"
#include "map/painters/surface_painter.h"
#include "map/tile_grid.h"

#include <cmath>

namespace belvedere::ui {

namespace {

GlSurface::Texel texelOf(const QColor &c)
{
    return {c.blueF(), c.greenF(), c.redF(), c.alphaF()};
}

GlSurface::Hatch hatchOf(double spacing, double ratio, QPointF corner)
{
    GlSurface::Hatch hatch;
    hatch.spacing = int(std::lround(spacing * ratio));
    if (hatch.spacing > 0) {
        const qint64 along = std::llround(corner.x()) + std::llround(corner.y());
        hatch.phase = int((along % hatch.spacing + hatch.spacing) % hatch.spacing);
    }
    return hatch;
}

} // namespace

GlSurface::GlSurface(const SurfaceGeometry &geometry, std::shared_ptr<const SurfaceValues> values,
    const Viewport &viewport, const RenderOptions &options)
    : surface(std::move(values))
    , columns(geometry.columns)
    , rows(geometry.rows)
{
    static_assert(std::tuple_size_v<decltype(doubt)> == kUncertaintySteps);
    const double ratio = viewport.devicePixelRatio;
    const double scale = ratio / viewport.metersPerPixel;
    const QPointF corner = TileGrid(viewport).cornerOf(viewport);
    const double columnsPerMeter = columns / geometry.box.width();
    const double rowsPerMeter = rows / geometry.box.height();
    column = float((corner.x() / scale - geometry.box.minX) * columnsPerMeter);
    row = float((geometry.box.maxY + corner.y() / scale) * rowsPerMeter);
    columnsPerPixel = float(columnsPerMeter / scale);
    rowsPerPixel = float(rowsPerMeter / scale);

    const ValueScale &colorScale = surface->scale;
    if (surface->gradual && colorScale.breaks.size() >= 2) {
        const double margin = colorScale.breaks.back() - colorScale.breaks.front();
        low = float(colorScale.breaks.front() - margin);
        step = float(3.0 * margin / kSurfaceRampSteps);
        for (int i = 0; i <= kSurfaceRampSteps; ++i)
            table.push_back(
                texelOf(colorOf(colorScale, double(low) + i * double(step), true, options.theme)));
        colors = int(table.size());
    } else {
        for (const ValueBand &band : colorScale.bands)
            table.push_back(texelOf(band.color.in(options.theme)));
        colors = int(table.size());
        for (const double edge : colorScale.breaks)
            table.push_back({float(edge), 0.0F, 0.0F, 0.0F});
        breaks = int(colorScale.breaks.size());
    }
    if (surface->state == ValueState::Forecast)
        forecast = hatchOf(kSurfaceForecastSpacing, ratio, corner);
    for (std::size_t i = 0; i < doubt.size(); ++i)
        doubt[i] = hatchOf(hatchSpacing(double(i) / (kUncertaintySteps - 1)), ratio, corner);
    hatchHalf = float(kSurfaceHatchHalf * ratio);
    ink = texelOf(tokensOf(options.theme).textSecondary);
    ground = texelOf(options.ground.in(options.theme));
}

} // namespace belvedere::ui
