// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/painters/label_painter.h"

#include "map/painters/line_painter.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QTransform>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace belvedere::ui {

namespace {

constexpr double kCell = 64.0;
constexpr double kPadding = 3.0; // between two labels
constexpr double kStraightDegrees = 12.0; // a name may lie over a bend of less
constexpr double kRepeatDistance = 420.0; // between two places of one street name
constexpr double kHaloWidth = 3.0;
constexpr double kNarrowestLetter = 0.2; // times the font size, on the average of a name

double lengthOf(QPointF d)
{
    return std::hypot(d.x(), d.y());
}

std::int64_t cellKey(double x, double y)
{
    const auto column = std::int64_t(std::floor(x / kCell));
    const auto row = std::int64_t(std::floor(y / kCell));
    return (column << 32) ^ (row & 0xffffffff);
}

template <class F> void forCells(const QRectF &box, F f)
{
    const double firstX = std::floor(box.left() / kCell) * kCell;
    const double firstY = std::floor(box.top() / kCell) * kCell;
    for (double y = firstY; y <= box.bottom(); y += kCell) {
        for (double x = firstX; x <= box.right(); x += kCell)
            f(cellKey(x, y));
    }
}

/// Boxes along the axes that together cover the label: one if it lies flat, else a chain.
std::vector<QRectF> coverOf(const PlacedLabel &label)
{
    if (std::abs(label.degrees) < 0.5) {
        return {QRectF(
            label.centre - QPointF(label.size.width(), label.size.height()) / 2, label.size)};
    }
    const QTransform turn =
        QTransform().translate(label.centre.x(), label.centre.y()).rotate(label.degrees);
    const double height = label.size.height();
    const int pieces = std::max(1, int(std::ceil(label.size.width() / height)));
    const double step = label.size.width() / pieces;
    std::vector<QRectF> boxes;
    for (int i = 0; i < pieces; ++i) {
        const double left = -0.5 * label.size.width() + i * step;
        boxes.push_back(turn.mapRect(QRectF(left, -0.5 * height, step, height)));
    }
    return boxes;
}

double degreesOf(QPointF direction)
{
    double degrees = std::atan2(direction.y(), direction.x()) * 180.0 / std::numbers::pi;
    if (degrees > 90.0)
        degrees -= 180.0;
    if (degrees <= -90.0)
        degrees += 180.0;
    return degrees;
}

/// A part of a line that is about straight.
struct Straight
{
    QPointF from;
    QPointF to;

    [[nodiscard]] double length() const { return lengthOf(to - from); }
};

/// The longest part of the line inside `window` that bends by less than kStraightDegrees.
Straight longestStraight(const std::vector<QPointF> &line, const QRectF &window)
{
    Straight best;
    const double limit = std::cos(kStraightDegrees * std::numbers::pi / 180.0);
    std::size_t start = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const QPointF first = line[start + 1] - line[start];
        const QPointF here = line[i] - line[i - 1];
        const double lengths = lengthOf(first) * lengthOf(here);
        const bool straight = lengths <= 0.0 || QPointF::dotProduct(first, here) >= limit * lengths;
        if (!straight)
            start = i - 1;
        if (!window.contains(line[start]) || !window.contains(line[i])) {
            // Long segments cross the edge of the window: their middle may still be inside.
            const QPointF middle = 0.5 * (line[i - 1] + line[i]);
            if (!window.contains(middle)) {
                start = i;
                if (i + 1 >= line.size())
                    break;
                continue;
            }
        }
        const Straight part{line[start], line[i]};
        if (part.length() > best.length())
            best = part;
    }
    return best;
}

} // namespace

QPolygonF PlacedLabel::polygon() const
{
    const QTransform turn = QTransform().translate(centre.x(), centre.y()).rotate(degrees);
    return turn.map(
        QPolygonF(QRectF(-0.5 * size.width(), -0.5 * size.height(), size.width(), size.height())));
}

bool LabelSpace::isFree(const QRectF &box) const
{
    bool isFree = true;
    forCells(box, [&](std::int64_t key) {
        const auto cell = m_cells.find(key);
        if (isFree && cell != m_cells.end()) {
            isFree = std::none_of(cell->second.begin(), cell->second.end(),
                [&](const QRectF &taken) { return taken.intersects(box); });
        }
    });
    return isFree;
}

void LabelSpace::add(const QRectF &box)
{
    forCells(box, [&](std::int64_t key) { m_cells[key].push_back(box); });
}

bool LabelSpace::take(const PlacedLabel &label)
{
    std::vector<QRectF> boxes = coverOf(label);
    for (QRectF &box : boxes) {
        box.adjust(-kPadding, -kPadding, kPadding, kPadding);
        if (!isFree(box))
            return false;
    }
    for (const QRectF &box : boxes)
        add(box);
    return true;
}

QFont fontOf(const FeatureStyle &style, const RenderOptions &options)
{
    QFont font = options.font;
    font.setPixelSize(style.fontPx);
    font.setWeight(style.bold ? QFont::DemiBold : QFont::Normal);
    return font;
}

std::vector<PlacedLabel> placeLabels(const LabelGeometry &geometry,
    const LayerAttributes &attributes, const Viewport &viewport, const RenderOptions &options,
    LabelSpace &space, const Cancelled &cancelled)
{
    std::vector<QFontMetricsF> metrics;
    for (const FeatureStyle &style : attributes.styles)
        metrics.emplace_back(fontOf(style, options));
    const BoundingBox seen = viewport.box();
    const QRectF window(QPointF(), QSizeF(viewport.size));
    std::unordered_multimap<std::size_t, QPointF> named;
    std::vector<PlacedLabel> placed;
    std::vector<QPointF> line;
    for (const std::int32_t feature : geometry.byPriority) {
        const auto i = std::size_t(feature);
        const FeatureStyle *style = attributes.style(i);
        const Label &label = geometry.labels[i];
        if (!style || viewport.metersPerPixel > style->maxMetersPerPixel || label.path.empty()
            || !geometry.where.boxes[i].intersects(seen))
            continue;
        if (cancelled())
            return placed;
        PlacedLabel candidate;
        candidate.feature = feature;
        double room = std::numeric_limits<double>::infinity();
        if (label.path.size() == 1) {
            candidate.centre = viewport.toScreen(label.path.front());
        } else {
            projectLine(label.path, viewport, 0.0, line);
            const Straight straight = longestStraight(line, window);
            candidate.centre = 0.5 * (straight.from + straight.to);
            candidate.degrees = degreesOf(straight.to - straight.from);
            room = straight.length() - 2 * kPadding;
        }
        // Measuring a text is what takes long: not for those that cannot have room anyway.
        if (room < kNarrowestLetter * style->fontPx * double(label.text.size()))
            continue;
        const std::size_t key = qHash(label.text);
        const auto [begin, end] = named.equal_range(key);
        if (std::any_of(begin, end, [&](const auto &other) {
                return lengthOf(other.second - candidate.centre) < kRepeatDistance;
            }))
            continue;
        const QFontMetricsF &metric = metrics[std::size_t(style - attributes.styles.data())];
        candidate.size = QSizeF(metric.horizontalAdvance(label.text), metric.height());
        if (candidate.size.width() > room)
            continue;
        if (space.take(candidate)) {
            named.emplace(key, candidate.centre);
            placed.push_back(candidate);
        }
    }
    return placed;
}

void paintHaloText(
    QPainter &painter, const QString &text, const FeatureStyle &style, const RenderOptions &options)
{
    const QFont font = fontOf(style, options);
    const QFontMetricsF metrics(font);
    QPainterPath path;
    path.addText(-0.5 * metrics.horizontalAdvance(text),
        0.5 * (metrics.ascent() - metrics.descent()), font, text);
    if (style.casing.isValid()) {
        QColor halo = style.casing.in(options.theme);
        painter.strokePath(
            path, QPen(halo, kHaloWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    }
    painter.fillPath(path, style.color.in(options.theme));
}

bool paintLabels(QPainter &painter, const MapLayer &layer, const LabelGeometry &geometry,
    const Viewport &viewport, const RenderOptions &options, LabelSpace &space,
    const Cancelled &cancelled)
{
    const LayerAttributes &attributes = *layer.attributes;
    const std::vector<PlacedLabel> placed =
        placeLabels(geometry, attributes, viewport, options, space, cancelled);
    for (const PlacedLabel &label : placed) {
        if (cancelled())
            return false;
        painter.save();
        painter.translate(label.centre);
        painter.rotate(label.degrees);
        paintHaloText(painter, geometry.labels[std::size_t(label.feature)].text,
            *attributes.style(std::size_t(label.feature)), options);
        painter.restore();
    }
    return true;
}

} // namespace belvedere::ui
