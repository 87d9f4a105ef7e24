// SPDX-License-Identifier: GPL-3.0-or-later
// Thin antialiased lines, straight into the pixels of a picture, several times faster than a
// general stroker. How much of a pixel a line covers is worked out exactly for its sides and, where
// an end is cut, as the product with the end's; nothing is allocated for a line.
#pragma once

#include <QColor>
#include <QImage>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace belvedere::ui {

/// Device pixels from the upper left corner of the picture. Multiples of 1/256, so that tiles give
/// the same pixels as one large picture.
struct PixelPoint
{
    float x = 0.0F;
    float y = 0.0F;
};

struct LinePen
{
    QColor color;
    float width = 1.0F; ///< device pixels
    /// Half circles at the ends and bends; otherwise ends are cut and bends are mitred.
    bool round = false;
    float extension = 0.0F; ///< by which ends that are cut lie beyond the line, device pixels
};

class LineRasterizer
{
public:
    /// The picture must be RGB32 or ARGB32_Premultiplied, outlive the rasterizer and not be painted
    /// on by others meanwhile. Its width must be at least kMinWidth.
    explicit LineRasterizer(QImage &picture);
    ~LineRasterizer();
    LineRasterizer(const LineRasterizer &) = delete;
    LineRasterizer &operator=(const LineRasterizer &) = delete;

    static constexpr int kMinWidth = 8;

    void setPen(const LinePen &pen);
    /// A line of two points.
    void drawSegment(PixelPoint from, PixelPoint to);
    /// All of a line at once: where it meets itself nothing is painted twice.
    void drawPolyline(std::span<const PixelPoint> line);

private:
    struct Mask;

    void drawJoined(std::span<const PixelPoint> line);

    QImage &m_picture;
    std::uint32_t *m_pixels;
    std::ptrdiff_t m_stride; ///< pixels
    LinePen m_pen;
    float m_color[4] = {}; ///< premultiplied blue, green, red, alpha of 0 … 255
    std::unique_ptr<Mask> m_mask;
};

/// How much of the unit square about the origin lies on the positive side of a straight line at
/// the signed distance `distance` whose normal is (nx, ny), exactly. For tests.
[[nodiscard]] double halfPlaneCoverage(double distance, double nx, double ny);

} // namespace belvedere::ui
