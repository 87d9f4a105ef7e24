// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/painters/line_painter.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace belvedere::ui {

namespace {

constexpr std::size_t kFeaturesBetweenLooks = 2048;
// Below this width the joins of a line cannot be seen, and Qt has a fast way for plain lines.
constexpr double kJoinedWidth = 2.6;
constexpr double kSideGap = 1.0;
// Farther out, the two sides of a road move together: they would leave it.
constexpr double kFullOffsetMetersPerPixel = 8.0;
constexpr double kMiterLimit = 2.0;

/// What is painted with one pen.
struct Bucket
{
    std::vector<QLineF> segments;
    QPainterPath path;
    bool joined = false;
};

QPen penOf(const QColor &color, double width, bool joined)
{
    return QPen(QBrush(color), width, Qt::SolidLine, joined ? Qt::RoundCap : Qt::FlatCap,
        joined ? Qt::RoundJoin : Qt::BevelJoin);
}

void stroke(QPainter &painter, const Bucket &bucket, const QPen &pen)
{
    painter.setPen(pen);
    if (!bucket.segments.empty())
        painter.drawLines(bucket.segments.data(), int(bucket.segments.size()));
    if (!bucket.path.isEmpty())
        painter.strokePath(bucket.path, pen);
}

QPen dashed(QPen pen, double dash, double gap)
{
    const double unit = std::max(pen.widthF(), 1.0);
    pen.setDashPattern({dash / unit, gap / unit});
    pen.setCapStyle(Qt::FlatCap);
    return pen;
}

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto mix = [share](int x, int y) { return int(std::lround(x + share * (y - x))); };
    return QColor(
        mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()), a.alpha());
}

void paintFill(QPainter &painter, const Bucket &bucket, const FeatureStyle &style, double width,
    const RenderOptions &options)
{
    const QColor color = style.color.in(options.theme);
    const QColor ground = options.ground.in(options.theme);
    const QPen solid = penOf(color, width, bucket.joined);
    switch (style.fill) {
    case Fill::Solid:
        stroke(painter, bucket, solid);
        break;
    case Fill::Hollow:
        stroke(painter, bucket, penOf(color, std::max(width, 3.0), bucket.joined));
        stroke(painter, bucket, penOf(ground, std::max(width, 3.0) - 2.0, bucket.joined));
        break;
    case Fill::Hatched:
        stroke(painter, bucket, dashed(solid, 2.0, 3.0));
        break;
    case Fill::Dashed:
        stroke(painter, bucket, dashed(solid, 7.0, 4.0));
        break;
    case Fill::Forecast:
        stroke(painter, bucket, penOf(mixed(color, ground, 0.5), width, bucket.joined));
        stroke(painter, bucket, dashed(solid, 1.5, 4.0));
        break;
    }
}

bool needsPath(const FeatureStyle &style, double width)
{
    return width >= kJoinedWidth || style.fill == Fill::Hatched || style.fill == Fill::Dashed
        || style.fill == Fill::Forecast;
}

void addTo(Bucket &bucket, const std::vector<QPointF> &line)
{
    if (line.size() < 2)
        return;
    if (!bucket.joined) {
        for (std::size_t i = 1; i < line.size(); ++i)
            bucket.segments.emplace_back(line[i - 1], line[i]);
        return;
    }
    bucket.path.moveTo(line.front());
    for (std::size_t i = 1; i < line.size(); ++i)
        bucket.path.lineTo(line[i]);
}

std::vector<std::size_t> byRank(const std::vector<FeatureStyle> &styles)
{
    std::vector<std::size_t> order(styles.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(),
        [&](std::size_t a, std::size_t b) { return styles[a].rank < styles[b].rank; });
    return order;
}

QPointF rightNormal(QPointF from, QPointF to)
{
    // The screen's y runs downwards: right of (dx, dy) is (-dy, dx).
    const QPointF d = to - from;
    const double length = std::hypot(d.x(), d.y());
    return length > 0.0 ? QPointF(-d.y() / length, d.x() / length) : QPointF();
}

void moveAside(std::vector<QPointF> &line, double offset)
{
    QPointF before = rightNormal(line[0], line[1]);
    for (std::size_t i = 0; i < line.size(); ++i) {
        const QPointF here = line[i];
        const QPointF after = i + 1 < line.size() ? rightNormal(here, line[i + 1]) : before;
        const QPointF sum = before + after;
        const double squared = QPointF::dotProduct(sum, sum);
        // sum / |sum|² * 2 is the miter: both sides keep their distance.
        const double scale = squared > 0.0 ? std::min(2.0 / squared, kMiterLimit) : 0.0;
        line[i] = here + sum * (scale * offset);
        before = after;
    }
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

bool paintLines(QPainter &painter, const MapLayer &layer, const LineGeometry &geometry,
    const Viewport &viewport, const RenderOptions &options, const Cancelled &cancelled)
{
    const LayerAttributes &attributes = *layer.attributes;
    const double scale = viewport.metersPerPixel;
    std::vector<Bucket> buckets(attributes.styles.size());
    std::vector<double> widths(attributes.styles.size());
    std::vector<double> offsets(attributes.styles.size());
    std::vector<bool> shown(attributes.styles.size());
    double margin = 0.0;
    for (std::size_t i = 0; i < buckets.size(); ++i) {
        const FeatureStyle &style = attributes.styles[i];
        widths[i] = style.widthAt(scale);
        offsets[i] = sideOffset(layer.side, widths[i], scale);
        shown[i] = scale <= style.maxMetersPerPixel && style.color.isValid();
        const double total = widths[i] + (style.casing.isValid() ? 2.0 * style.casingWidth : 0.0);
        buckets[i].joined = needsPath(style, total);
        margin = std::max(margin, total + std::abs(offsets[i]));
    }

    const PolylineSet &lines = geometry.lines.forScale(scale);
    const BoundingBox seen = viewport.box().grown(margin * scale);
    std::vector<QPointF> screenLine;
    std::size_t looked = 0;
    for (const std::int32_t feature : geometry.where.touching(seen)) {
        if (++looked % kFeaturesBetweenLooks == 0 && cancelled())
            return false;
        const FeatureStyle *style = attributes.style(std::size_t(feature));
        if (!style)
            continue;
        const auto bucket = std::size_t(style - attributes.styles.data());
        if (!shown[bucket])
            continue;
        projectLine(lines.line(std::size_t(feature)), viewport, offsets[bucket], screenLine);
        addTo(buckets[bucket], screenLine);
    }

    const std::vector<std::size_t> order = byRank(attributes.styles);
    for (const std::size_t i : order) {
        const FeatureStyle &style = attributes.styles[i];
        if (style.casing.isValid() && style.casingWidth > 0.0) {
            stroke(painter, buckets[i],
                penOf(style.casing.in(options.theme), widths[i] + 2.0 * style.casingWidth,
                    buckets[i].joined));
        }
    }
    for (const std::size_t i : order) {
        if (cancelled())
            return false;
        paintFill(painter, buckets[i], attributes.styles[i], widths[i], options);
    }
    return true;
}

void paintLineSample(
    QPainter &painter, double length, const FeatureStyle &style, const RenderOptions &options)
{
    Bucket bucket;
    bucket.joined = true;
    addTo(bucket, {QPointF(0.0, 0.0), QPointF(length, 0.0)});
    paintFill(painter, bucket, style, style.width, options);
}

} // namespace belvedere::ui
