// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/painters/line_painter.h"

#include "map/painters/line_buckets.h"
#include "map/painters/line_strokes.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr std::size_t kFeaturesBetweenLooks = 2048;
constexpr double kSideGap = 1.0;
// Farther out, the two sides of a road move together: they would leave it.
constexpr double kFullOffsetMetersPerPixel = 8.0;
// Of the picture, in device pixels. A block stays in the processor's cache while style after style
// is painted over it.
constexpr int kBlock = 256;

struct Point
{
    double x = 0.0;
    double y = 0.0;
};

/// Unit normal to the right as one looks along, on a screen whose y runs downwards.
Point rightNormal(double dx, double dy)
{
    const double length = std::hypot(dx, dy);
    return length > 0.0 ? Point{-dy / length, dx / length} : Point{};
}

/// By how much a point between two segments moves: both keep their distance, up to a limit.
Point miter(Point before, Point after, double offset)
{
    const Point sum{before.x + after.x, before.y + after.y};
    const double squared = sum.x * sum.x + sum.y * sum.y;
    const double scale = squared > 0.0 ? std::min(2.0 / squared, kLineMiterLimit) * offset : 0.0;
    return {sum.x * scale, sum.y * scale};
}

void moveAside(std::vector<QPointF> &line, double offset)
{
    const auto normal = [&](std::size_t i) {
        return rightNormal(line[i + 1].x() - line[i].x(), line[i + 1].y() - line[i].y());
    };
    Point before = normal(0);
    for (std::size_t i = 0; i < line.size(); ++i) {
        const Point after = i + 1 < line.size() ? normal(i) : before;
        const Point move = miter(before, after, offset);
        line[i] += QPointF(move.x, move.y);
        before = after;
    }
}

/// The same in steps of 1/256 pixel, which keep all points on the grid of the tiles. `scratch`
/// holds the moves: those of a line depend on where its points were.
void moveAside(std::vector<PixelPoint> &line, double offset, std::vector<PixelPoint> &scratch)
{
    const auto normal = [&](std::size_t i) {
        return rightNormal(
            double(line[i + 1].x) - double(line[i].x), double(line[i + 1].y) - double(line[i].y));
    };
    const auto onGrid = [](double v) { return float(std::round(256.0 * v) / 256.0); };
    scratch.resize(line.size());
    Point before = normal(0);
    for (std::size_t i = 0; i < line.size(); ++i) {
        const Point after = i + 1 < line.size() ? normal(i) : before;
        const Point move = miter(before, after, offset);
        scratch[i] = {onGrid(move.x), onGrid(move.y)};
        before = after;
    }
    for (std::size_t i = 0; i < line.size(); ++i) {
        line[i].x += scratch[i].x;
        line[i].y += scratch[i].y;
    }
}

/// From packed coordinates to device pixels of one picture, in steps of 1/256.
class PixelProjection
{
public:
    /// `corner` is the block's, in device pixels of the picture.
    PixelProjection(const PackedLines &lines, const Viewport &viewport, QPoint corner)
    {
        const double ratio = viewport.devicePixelRatio;
        const double scale = 256.0 * ratio / viewport.metersPerPixel;
        m_step = lines.unit * scale;
        m_x = lines.origin.x * scale;
        m_y = -lines.origin.y * scale;
        m_left = std::round(viewport.centre.x * scale - 128.0 * ratio * viewport.size.width())
            + 256.0 * corner.x();
        m_top = std::round(-viewport.centre.y * scale - 128.0 * ratio * viewport.size.height())
            + 256.0 * corner.y();
    }
    [[nodiscard]] PixelPoint at(const std::int32_t *point) const
    {
        return {float((rounded(m_x + double(point[0]) * m_step) - m_left) * (1.0 / 256.0)),
            float((rounded(m_y - double(point[1]) * m_step) - m_top) * (1.0 / 256.0))};
    }

private:
    // Adding and taking away 1.5 * 2^52 rounds to whole numbers, and faster than a call does.
    static double rounded(double v)
    {
        constexpr double kMagic = 6755399441055744.0;
        return (v + kMagic) - kMagic;
    }

    double m_step = 1.0;
    double m_x = 0.0;
    double m_y = 0.0;
    double m_left = 0.0;
    double m_top = 0.0;
};

class BucketPainter
{
public:
    BucketPainter(QImage &block, QPoint corner, const PackedLines &lines, const Viewport &viewport,
        const Cancelled &cancelled)
        : m_rasterizer(block)
        , m_stroker(m_rasterizer, block.size())
        , m_lines(lines)
        , m_projection(lines, viewport, corner)
        , m_cancelled(cancelled)
    {
    }

    bool paint(const LineBucket &bucket, const std::vector<LineStroke> &strokes)
    {
        for (const LineStroke &stroke : strokes) {
            if (stroke.pen.width <= 0.0F || stroke.pen.color.alpha() == 0)
                continue;
            m_stroker.setStroke(stroke);
            const bool plain = stroke.dash <= 0.0 && bucket.offset == 0.0;
            std::size_t looked = 0;
            for (const std::uint32_t line : bucket.lines) {
                if (++looked % kFeaturesBetweenLooks == 0 && m_cancelled())
                    return false;
                const std::size_t from = m_lines.first[line];
                const std::size_t to = m_lines.first[line + 1];
                const std::int32_t *points = m_lines.coordinates.data();
                if (plain && to - from == 2)
                    m_rasterizer.drawSegment(
                        m_projection.at(points + 2 * from), m_projection.at(points + 2 * from + 2));
                else
                    paintLine(points, from, to, bucket.offset);
            }
        }
        return true;
    }

private:
    void paintLine(const std::int32_t *points, std::size_t from, std::size_t to, double offset)
    {
        constexpr float kSamePixel = 0.25F;
        m_line.clear();
        for (std::size_t i = from; i < to; ++i) {
            const PixelPoint p = m_projection.at(points + 2 * i);
            const bool same = !m_line.empty()
                && std::abs(p.x - m_line.back().x) + std::abs(p.y - m_line.back().y) < kSamePixel;
            if (!same)
                m_line.push_back(p);
            else if (i + 1 == to && m_line.size() > 1)
                m_line.back() = p;
        }
        if (m_line.size() < 2)
            return;
        if (offset != 0.0)
            moveAside(m_line, offset, m_moves);
        m_stroker.draw(m_line);
    }

    LineRasterizer m_rasterizer;
    LineStroker m_stroker;
    const PackedLines &m_lines;
    PixelProjection m_projection;
    const Cancelled &m_cancelled;
    std::vector<PixelPoint> m_line;
    std::vector<PixelPoint> m_moves;
};

std::vector<QRect> blocksOf(QSize picture)
{
    std::vector<QRect> blocks;
    for (int top = 0; top < picture.height(); top += kBlock) {
        for (int left = 0; left < picture.width(); left += kBlock) {
            QRect block(left, top, std::min(kBlock, picture.width() - left),
                std::min(kBlock, picture.height() - top));
            const int rest = picture.width() - left - kBlock;
            if (rest > 0 && rest < LineRasterizer::kMinWidth) {
                block.setWidth(kBlock + rest);
                left += rest;
            }
            blocks.push_back(block);
        }
    }
    return blocks;
}

} // namespace

double sideOffset(LineSide side, double width, double metersPerPixel)
{
    if (side == LineSide::Centre)
        return 0.0;
    const double share = std::min(1.0, kFullOffsetMetersPerPixel / metersPerPixel);
    const double offset = share * (kSideGap + 0.5 * width);
    return side == LineSide::Right ? offset : -offset;
}

void projectLine(std::span<const PointM> line, const Viewport &viewport, double offset,
    std::vector<QPointF> &out)
{
    out.clear();
    constexpr double kSamePixel = 0.25;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const QPointF p = viewport.toScreen(line[i]);
        const bool last = i + 1 == line.size();
        if (!last && !out.empty() && (p - out.back()).manhattanLength() < kSamePixel)
            continue;
        out.push_back(p);
    }
    if (offset != 0.0 && out.size() >= 2)
        moveAside(out, offset);
}

bool paintLines(QImage &picture, const MapLayer &layer, const LineGeometry &geometry,
    const Viewport &viewport, const RenderOptions &options, const Cancelled &cancelled)
{
    const std::vector<FeatureStyle> &styles = layer.attributes->styles;
    const PackedLines &lines = geometry.packedFor(viewport.metersPerPixel);
    std::vector<LineBucket> buckets = lineBuckets(layer, viewport);
    const double reach = lineReach(buckets, styles, viewport);
    const BoundingBox all = viewport.box();
    const std::size_t stride = lineStride(lines, all.grown(reach));
    const double ratio = viewport.devicePixelRatio;
    std::vector<std::vector<LineStroke>> strokes; // casings by rank, then fills by rank
    const std::vector<std::size_t> order = stylesByRank(styles);
    for (const std::size_t i : order)
        strokes.push_back(casingOf(styles[i], buckets[i].width, ratio, options));
    for (const std::size_t i : order)
        strokes.push_back(strokesOf(styles[i], buckets[i].width, ratio, options));

    for (const QRect &block : blocksOf(picture.size())) {
        const double pixel = viewport.metersPerPixel / ratio;
        const BoundingBox seen{all.minX + block.left() * pixel,
            all.maxY - (block.bottom() + 1) * pixel, all.minX + (block.right() + 1) * pixel,
            all.maxY - block.top() * pixel};
        if (!fillBuckets(buckets, *layer.attributes, lines, seen.grown(reach), stride, cancelled))
            return false;
        QImage part(picture.bits() + block.top() * picture.bytesPerLine() + 4 * block.left(),
            block.width(), block.height(), picture.bytesPerLine(), picture.format());
        BucketPainter painter(part, block.topLeft(), lines, viewport, cancelled);
        for (std::size_t i = 0; i < strokes.size(); ++i) {
            if (!painter.paint(buckets[order[i % order.size()]], strokes[i]))
                return false;
        }
    }
    return true;
}

std::size_t leftOut(const LineGeometry &geometry, const Viewport &viewport)
{
    const PackedLines &lines = geometry.packedFor(viewport.metersPerPixel);
    std::size_t count = 0;
    for (const PackedLines::Group &group : lines.groups) {
        if (group.box.intersects(viewport.box()))
            count += group.end - group.begin;
    }
    return count - count / (1 + count / kMostLines);
}

void paintLineSample(
    QPainter &painter, double length, const FeatureStyle &style, const RenderOptions &options)
{
    const double ratio = painter.device()->devicePixelRatioF();
    const double half = std::ceil(0.5 * style.width + style.casingWidth + 3.0);
    const QSize pixels(
        int(std::ceil((length + 2.0 * half) * ratio)), int(std::ceil(2.0 * half * ratio)));
    QImage image(
        pixels.expandedTo({LineRasterizer::kMinWidth, 1}), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    LineRasterizer rasterizer(image);
    LineStroker stroker(rasterizer, image.size());
    const PixelPoint line[] = {{float(half * ratio), float(half * ratio)},
        {float((half + length) * ratio), float(half * ratio)}};
    for (const LineStroke &stroke : strokesOf(style, style.width, ratio, options)) {
        stroker.setStroke(stroke);
        stroker.draw(line);
    }
    image.setDevicePixelRatio(ratio);
    painter.drawImage(QPointF(-half, -half), image);
}

} // namespace belvedere::ui
