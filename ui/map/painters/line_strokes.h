// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_renderer.h"
#include "map/painters/line_rasterizer.h"

namespace belvedere::ui {

/// One of the strokes that make up a line of a style.
struct LineStroke
{
    LinePen pen;
    double dash = 0.0; ///< device pixels; 0 = without a gap
    double gap = 0.0;
};

/// From the bottom to the top, for a line of `width` logical pixels.
[[nodiscard]] std::vector<LineStroke> strokesOf(
    const FeatureStyle &style, double width, double devicePixelRatio, const RenderOptions &options);

/// The edge below a line; none if the style has no casing.
[[nodiscard]] std::vector<LineStroke> casingOf(
    const FeatureStyle &style, double width, double devicePixelRatio, const RenderOptions &options);

/// Draws with one stroke, keeping its own scratch space.
class LineStroker
{
public:
    LineStroker(LineRasterizer &rasterizer, QSize picture)
        : m_rasterizer(rasterizer)
        , m_size(picture)
    {
    }
    void setStroke(const LineStroke &stroke);
    void draw(std::span<const PixelPoint> line);

private:
    void drawDashes(std::span<const PixelPoint> line);
    /// Lengths from `from` on between which the segment may be seen.
    [[nodiscard]] bool seen(
        PixelPoint from, double dx, double dy, double length, double &begin, double &end) const;

    LineRasterizer &m_rasterizer;
    QSize m_size;
    LineStroke m_stroke;
    std::vector<PixelPoint> m_piece;
};

} // namespace belvedere::ui
