// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/painters/surface_painter.h"

#include "map/painters/hatch.h"
#include "map/surface_values.h"
#include "map/tile_grid.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace belvedere::ui {

namespace {

struct Color
{
    float r = 0.0F;
    float g = 0.0F;
    float b = 0.0F;
    float a = 0.0F; ///< 0 … 1
};

Color colorFrom(const QColor &c)
{
    return {float(c.red()), float(c.green()), float(c.blue()), c.alphaF()};
}

Color mix(const Color &a, const Color &b, float share)
{
    return {a.r + share * (b.r - a.r), a.g + share * (b.g - a.g), a.b + share * (b.b - a.b),
        a.a + share * (b.a - a.a)};
}

/// Less of the colour's saturation, at the same lightness.
Color pale(const Color &c, float uncertainty)
{
    const float grey = 0.5F * (std::max({c.r, c.g, c.b}) + std::min({c.r, c.g, c.b}));
    return mix(c, {grey, grey, grey, c.a}, uncertainty);
}

/// From values to colours, as often as there are pixels.
class Ramp
{
public:
    Ramp(const SurfaceValues &surface, ThemeMode theme)
        : m_breaks(surface.scale.breaks.begin(), surface.scale.breaks.end())
        , m_gradual(surface.gradual && m_breaks.size() >= 2)
    {
        for (const ValueBand &band : surface.scale.bands)
            m_bands.push_back(colorFrom(band.color.in(theme)));
        if (!m_gradual)
            return;
        const double margin = surface.scale.breaks.back() - surface.scale.breaks.front();
        m_low = float(surface.scale.breaks.front() - margin);
        m_step = float(3.0 * margin / kSurfaceRampSteps);
        for (int i = 0; i <= kSurfaceRampSteps; ++i)
            m_ramp.push_back(
                colorFrom(colorOf(surface.scale, double(m_low) + i * double(m_step), true, theme)));
    }

    /// `perPixel` is by how much the value changes from pixel to pixel: edges between bands are as
    /// soft as one pixel.
    [[nodiscard]] Color at(float value, float perPixel) const
    {
        if (m_gradual) {
            const float at =
                std::clamp((value - m_low) / m_step, 0.0F, float(kSurfaceRampSteps) - 0.001F);
            const auto i = std::size_t(at);
            return mix(m_ramp[i], m_ramp[i + 1], at - float(i));
        }
        std::size_t band = 0;
        while (band < m_breaks.size() && value >= m_breaks[band])
            ++band;
        band = std::min(band, m_bands.size() - 1);
        if (perPixel <= 0.0F)
            return m_bands[band];
        if (band + 1 < m_bands.size() && band < m_breaks.size()) {
            const float above = (m_breaks[band] - value) / perPixel;
            if (above < 0.5F)
                return mix(m_bands[band], m_bands[band + 1], 0.5F - above);
        }
        if (band > 0) {
            const float below = (value - m_breaks[band - 1]) / perPixel;
            if (below < 0.5F)
                return mix(m_bands[band], m_bands[band - 1], 0.5F - below);
        }
        return m_bands[band];
    }

private:
    std::vector<float> m_breaks;
    std::vector<Color> m_bands;
    bool m_gradual = false;
    float m_low = 0.0F;
    float m_step = 1.0F;
    std::vector<Color> m_ramp;
};

struct Sample
{
    float value = std::numeric_limits<float>::quiet_NaN();
    float perCell = 0.0F; ///< length of the gradient
};

/// The grid's values between its cells.
class Field
{
public:
    Field(const std::vector<float> &values, const SurfaceGeometry &geometry, bool smooth)
        : m_values(values)
        , m_columns(geometry.columns)
        , m_rows(geometry.rows)
        , m_smooth(smooth)
    {
    }

    /// In cells from the north-western corner.
    [[nodiscard]] Sample at(float column, float row) const
    {
        const Sample nearest{
            value(std::min(int(column), m_columns - 1), std::min(int(row), m_rows - 1)), 0.0F};
        if (!m_smooth || !std::isfinite(nearest.value))
            return nearest;
        const float x = column - 0.5F;
        const float y = row - 0.5F;
        const int left = int(std::floor(x));
        const int top = int(std::floor(y));
        const float fx = x - float(left);
        const float fy = y - float(top);
        // A neighbour without a value is thought to be as the cell itself.
        const auto known = [&](int c, int r) {
            const float v = value(std::clamp(c, 0, m_columns - 1), std::clamp(r, 0, m_rows - 1));
            return std::isfinite(v) ? v : nearest.value;
        };
        const float nw = known(left, top);
        const float ne = known(left + 1, top);
        const float sw = known(left, top + 1);
        const float se = known(left + 1, top + 1);
        const float north = nw + fx * (ne - nw);
        const float south = sw + fx * (se - sw);
        const float dx = (ne - nw) * (1.0F - fy) + (se - sw) * fy;
        return {north + fy * (south - north), std::hypot(dx, south - north)};
    }

private:
    [[nodiscard]] float value(int column, int row) const
    {
        return m_values[std::size_t(row) * std::size_t(m_columns) + std::size_t(column)];
    }

    const std::vector<float> &m_values;
    int m_columns;
    int m_rows;
    bool m_smooth;
};

/// Hatch lines by the pixel, going on from tile to tile.
class HatchLines
{
public:
    HatchLines(double spacing, double ratio)
        : m_spacing(std::lround(spacing * ratio))
        , m_half(kSurfaceHatchHalf * ratio)
    {
    }
    [[nodiscard]] float at(qint64 x, qint64 y) const
    {
        if (m_spacing <= 0)
            return 0.0F;
        const qint64 along = ((x + y) % m_spacing + m_spacing) % m_spacing;
        const double distance = double(std::min(along, m_spacing - along)) / std::sqrt(2.0);
        return float(std::clamp(m_half + 0.5 - distance, 0.0, 1.0));
    }

private:
    qint64 m_spacing;
    double m_half;
};

void layOver(QRgb &pixel, const Color &c, float opacity)
{
    const float a = c.a * opacity;
    const float keep = 1.0F - a;
    const auto channel = [&](float over, int under) {
        return int(over * a + float(under) * keep + 0.5F);
    };
    pixel = qRgba(channel(c.r, qRed(pixel)), channel(c.g, qGreen(pixel)),
        channel(c.b, qBlue(pixel)), channel(255.0F, qAlpha(pixel)));
}

class SurfacePainter
{
public:
    SurfacePainter(const SurfaceValues &surface, const SurfaceGeometry &geometry,
        const Viewport &viewport, const RenderOptions &options)
        : m_surface(surface)
        , m_geometry(geometry)
        , m_ramp(surface, options.theme)
        , m_values(surface.values, geometry, surface.smooth)
        , m_uncertainty(surface.uncertainty, geometry, surface.smooth)
        , m_forecast(surface.state == ValueState::Forecast ? kSurfaceForecastSpacing : 0.0,
              viewport.devicePixelRatio)
        , m_scale(viewport.devicePixelRatio / viewport.metersPerPixel)
        , m_corner(TileGrid(viewport).cornerOf(viewport))
        , m_ink(colorFrom(tokensOf(options.theme).textSecondary))
        , m_ground(colorFrom(options.ground.in(options.theme)))
    {
        for (int step = 0; step < kUncertaintySteps; ++step)
            m_doubt.emplace_back(
                hatchSpacing(double(step) / (kUncertaintySteps - 1)), viewport.devicePixelRatio);
    }

    void paintRow(QImage &picture, int y) const
    {
        const BoundingBox &box = m_geometry.box;
        const double north = -(m_corner.y() + y + 0.5) / m_scale;
        const double row = (box.maxY - north) / box.height() * m_geometry.rows;
        if (row < 0.0 || row >= m_geometry.rows)
            return;
        const double first = std::ceil(box.minX * m_scale - m_corner.x() - 0.5);
        const double end = std::ceil(box.maxX * m_scale - m_corner.x() - 0.5);
        const int left = int(std::clamp(first, 0.0, double(picture.width())));
        const int right = int(std::clamp(end, 0.0, double(picture.width())));
        auto *line = reinterpret_cast<QRgb *>(picture.scanLine(y));
        const double columnsPerMeter = m_geometry.columns / box.width();
        for (int x = left; x < right; ++x) {
            const double east = (m_corner.x() + x + 0.5) / m_scale;
            const double column = std::clamp(
                (east - box.minX) * columnsPerMeter, 0.0, double(m_geometry.columns) - 1e-6);
            paintPixel(line[x], float(column), float(row), x, y);
        }
    }

private:
    void paintPixel(QRgb &pixel, float column, float row, int x, int y) const
    {
        const Sample sample = m_values.at(column, row);
        if (!std::isfinite(sample.value))
            return;
        const float cellsPerPixel = float(m_geometry.columns / m_geometry.box.width() / m_scale);
        Color color =
            m_ramp.at(sample.value, m_surface.smooth ? sample.perCell * cellsPerPixel : 0);
        const qint64 globalX = std::llround(m_corner.x()) + x;
        const qint64 globalY = std::llround(m_corner.y()) + y;
        if (m_surface.state == ValueState::Forecast) {
            const Color full = color;
            color = mix(
                color, {m_ground.r, m_ground.g, m_ground.b, color.a}, float(kSurfaceForecastPaler));
            color = mix(color, full, m_forecast.at(globalX, globalY));
        }
        if (!m_surface.uncertainty.empty()) {
            const float u = std::clamp(m_uncertainty.at(column, row).value, 0.0F, 1.0F);
            if (std::isfinite(u)) {
                color = pale(color, u);
                const float ink =
                    m_doubt[std::size_t(uncertaintyStep(double(u)))].at(globalX, globalY);
                color = mix(
                    color, {m_ink.r, m_ink.g, m_ink.b, color.a}, float(kSurfaceHatchOpacity) * ink);
            }
        }
        layOver(pixel, color, float(m_surface.opacity));
    }

    const SurfaceValues &m_surface;
    const SurfaceGeometry &m_geometry;
    Ramp m_ramp;
    Field m_values;
    Field m_uncertainty;
    HatchLines m_forecast;
    std::vector<HatchLines> m_doubt; ///< by step of uncertainty
    double m_scale; ///< device pixels per metre
    QPointF m_corner;
    Color m_ink;
    Color m_ground;
};

} // namespace

bool isDrawable(const SurfaceGeometry &geometry, const SurfaceValues *surface)
{
    return surface && surface->values.size() == geometry.count() && !surface->scale.bands.empty()
        && geometry.count() > 0 && geometry.box.width() > 0.0 && geometry.box.height() > 0.0
        && (surface->uncertainty.empty() || surface->uncertainty.size() == geometry.count());
}

bool paintSurface(QImage &picture, const MapLayer &layer, const SurfaceGeometry &geometry,
    const Viewport &viewport, const RenderOptions &options, const Cancelled &cancelled)
{
    const std::shared_ptr<const SurfaceValues> &surface = layer.attributes->surface;
    if (!isDrawable(geometry, surface.get()) || !geometry.box.intersects(viewport.box()))
        return true;
    const SurfacePainter painter(*surface, geometry, viewport, options);
    for (int y = 0; y < picture.height(); ++y) {
        if (y % 32 == 0 && cancelled())
            return false;
        painter.paintRow(picture, y);
    }
    return true;
}

} // namespace belvedere::ui
