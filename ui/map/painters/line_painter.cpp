// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/painters/line_painter.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace belvedere::ui {

namespace {

constexpr std::size_t kFeaturesBetweenLooks = 2048;
// Qt paints plain lines with flat ends many times faster than a path with joins. So joins are made
// by making both segments longer, until their outer corners meet.
constexpr double kLongestJoin = 0.5; // times the width: enough for a right angle
constexpr double kEndJoin = 0.2; // times the width: where another link of the road goes on
constexpr double kOverlap = 0.5; // pixels, so that no seam shines through
constexpr double kSideGap = 1.0;
// Farther out, the two sides of a road move together: they would leave it.
constexpr double kFullOffsetMetersPerPixel = 8.0;
constexpr double kMiterLimit = 2.0;

/// What is painted with one pen.
struct Bucket
{
    std::vector<QLineF> segments;
    double width = 0.0;
    double offset = 0.0;
    bool shown = false;
    bool opaque = true;
};

QPen penOf(const QColor &color, double width)
{
    return QPen(QBrush(color), width, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin);
}

void stroke(QPainter &painter, const Bucket &bucket, const QPen &pen)
{
    painter.setPen(pen);
    painter.drawLines(bucket.segments.data(), int(bucket.segments.size()));
}

QPen dashed(QPen pen, double dash, double gap)
{
    const double unit = std::max(pen.widthF(), 1.0);
    pen.setDashPattern({dash / unit, gap / unit});
    return pen;
}

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto mix = [share](int x, int y) { return int(std::lround(x + share * (y - x))); };
    return QColor(
        mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()), a.alpha());
}

void paintFill(QPainter &painter, const Bucket &bucket, const FeatureStyle &style,
    const RenderOptions &options)
{
    const double width = bucket.width;
    const QColor color = style.color.in(options.theme);
    const QColor ground = options.ground.in(options.theme);
    const QPen solid = penOf(color, width);
    switch (style.fill) {
    case Fill::Solid:
    case Fill::Scenario:
        stroke(painter, bucket, solid);
        break;
    case Fill::Hollow:
        stroke(painter, bucket, penOf(color, std::max(width, 3.0)));
        stroke(painter, bucket, penOf(ground, std::max(width, 3.0) - 2.0));
        break;
    case Fill::Hatched:
        stroke(painter, bucket, dashed(solid, 2.0, 3.0));
        break;
    case Fill::Dashed:
        stroke(painter, bucket, dashed(solid, 7.0, 4.0));
        break;
    case Fill::Forecast:
        stroke(painter, bucket, penOf(mixed(color, ground, 0.5), width));
        stroke(painter, bucket, dashed(solid, 1.5, 4.0));
        break;
    }
}

double lengthOf(QPointF d)
{
    return std::hypot(d.x(), d.y());
}

/// By how much both segments at a bend grow so that their outer corners meet: w/2 tan(angle/2).
double joinLength(QPointF before, QPointF after, double width)
{
    const double dot = QPointF::dotProduct(before, after);
    const double cross = std::abs(before.x() * after.y() - before.y() * after.x());
    const double sum = std::hypot(dot, cross) + dot; // tan(a/2) = sin a / (1 + cos a)
    const double tangent = sum > 0.0 ? cross / sum : 1.0;
    return std::min(0.5 * tangent, kLongestJoin) * width + kOverlap;
}

void addTo(Bucket &bucket, const std::vector<QPointF> &line)
{
    if (line.size() < 2)
        return;
    // Where a colour is translucent, longer segments would show darker where they meet.
    double before = bucket.opaque ? kEndJoin * bucket.width : 0.0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const QPointF d = line[i] - line[i - 1];
        double after = 0.0;
        if (bucket.opaque) {
            after = i + 1 < line.size() ? joinLength(d, line[i + 1] - line[i], bucket.width)
                                        : kEndJoin * bucket.width;
        }
        const double length = lengthOf(d);
        if (length > 0.0) {
            bucket.segments.emplace_back(
                line[i - 1] - d * (before / length), line[i] + d * (after / length));
        }
        before = after;
    }
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
    const double length = lengthOf(d);
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

namespace {

std::vector<Bucket> bucketsFor(
    const std::vector<FeatureStyle> &styles, LineSide side, double metersPerPixel)
{
    std::vector<Bucket> buckets(styles.size());
    for (std::size_t i = 0; i < buckets.size(); ++i) {
        const FeatureStyle &style = styles[i];
        buckets[i].width = style.widthAt(metersPerPixel);
        buckets[i].offset = sideOffset(side, buckets[i].width, metersPerPixel);
        buckets[i].shown = metersPerPixel <= style.maxMetersPerPixel && style.color.isValid();
        buckets[i].opaque = style.color.light.alpha() == 255;
    }
    return buckets;
}

/// How far from its geometry a feature's paint may lie, in pixels.
double reachOf(const std::vector<Bucket> &buckets, const std::vector<FeatureStyle> &styles)
{
    double reach = 0.0;
    for (std::size_t i = 0; i < buckets.size(); ++i) {
        reach = std::max(
            reach, buckets[i].width + styles[i].casingWidth + 2.0 * std::abs(buckets[i].offset));
    }
    return reach;
}

} // namespace

bool paintLines(QPainter &painter, const MapLayer &layer, const LineGeometry &geometry,
    const Viewport &viewport, const RenderOptions &options, const Cancelled &cancelled)
{
    const std::vector<FeatureStyle> &styles = layer.attributes->styles;
    const double scale = viewport.metersPerPixel;
    std::vector<Bucket> buckets = bucketsFor(styles, layer.side, scale);
    const BoundingBox seen = viewport.box().grown(reachOf(buckets, styles) * scale);
    const PolylineSet &lines = geometry.lines.forScale(scale);
    std::vector<QPointF> screenLine;
    std::size_t looked = 0;
    for (const std::int32_t feature : geometry.where.touching(seen)) {
        if (++looked % kFeaturesBetweenLooks == 0 && cancelled())
            return false;
        const FeatureStyle *style = layer.attributes->style(std::size_t(feature));
        if (!style)
            continue;
        Bucket &bucket = buckets[std::size_t(style - styles.data())];
        if (!bucket.shown)
            continue;
        projectLine(lines.line(std::size_t(feature)), viewport, bucket.offset, screenLine);
        addTo(bucket, screenLine);
    }

    const std::vector<std::size_t> order = byRank(styles);
    for (const std::size_t i : order) {
        const FeatureStyle &style = styles[i];
        if (style.casing.isValid() && style.casingWidth > 0.0) {
            stroke(painter, buckets[i],
                penOf(style.casing.in(options.theme), buckets[i].width + 2.0 * style.casingWidth));
        }
    }
    for (const std::size_t i : order) {
        if (cancelled())
            return false;
        paintFill(painter, buckets[i], styles[i], options);
    }
    return true;
}

void paintLineSample(
    QPainter &painter, double length, const FeatureStyle &style, const RenderOptions &options)
{
    Bucket bucket;
    bucket.width = style.width;
    bucket.segments = {QLineF(0.0, 0.0, length, 0.0)};
    paintFill(painter, bucket, style, options);
}

} // namespace belvedere::ui
