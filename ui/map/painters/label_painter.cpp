// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/painters/label_painter.h"

#include "map/label_plan.h"
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
constexpr double kRepeatSpacing = 640.0; // along one road
constexpr int kMostRepeats = 200;
constexpr double kWidest = 380.0; // reaches into no more than the cells around a tile
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

/// The longest part of the line that bends by less than kStraightDegrees.
Straight longestStraight(const std::vector<QPointF> &line)
{
    Straight best;
    const double limit = std::cos(kStraightDegrees * std::numbers::pi / 180.0);
    std::size_t start = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const QPointF first = line[start + 1] - line[start];
        const QPointF here = line[i] - line[i - 1];
        const double lengths = lengthOf(first) * lengthOf(here);
        if (lengths > 0.0 && QPointF::dotProduct(first, here) < limit * lengths)
            start = i - 1;
        const Straight part{line[start], line[i]};
        if (part.length() > best.length())
            best = part;
    }
    return best;
}

/// Where a label may stand, without its size.
struct Place
{
    QPointF centre;
    double degrees = 0.0;
    double room = std::numeric_limits<double>::infinity();
};

/// The middle of the straight part first; along a long road the name is repeated.
void findPlaces(const Label &label, const Viewport &viewport, std::vector<QPointF> &line,
    std::vector<Place> &places)
{
    places.clear();
    if (label.path.size() == 1) {
        places.push_back({viewport.toScreen(label.path.front())});
        return;
    }
    projectLine(label.path, viewport, 0.0, line);
    if (line.size() < 2)
        return;
    const Straight straight = longestStraight(line);
    const QPointF d = straight.to - straight.from;
    const double length = straight.length();
    const double degrees = degreesOf(d);
    const int pairs = std::min(kMostRepeats, int(0.5 * length / kRepeatSpacing));
    for (int i = 0; i <= pairs; ++i) {
        for (const int side : {-1, 1}) {
            const double at = 0.5 + side * i * kRepeatSpacing / std::max(length, 1.0);
            places.push_back({straight.from + at * d, degrees,
                2.0 * length * std::min(at, 1.0 - at) - 2 * kPadding});
            if (i == 0)
                break;
        }
    }
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

bool LabelSpace::isNamedNear(const QString &text, QPointF place, double distance) const
{
    const auto [begin, end] = m_names.equal_range(qHash(text));
    return std::any_of(
        begin, end, [&](const auto &other) { return lengthOf(other.second - place) < distance; });
}

void LabelSpace::addName(const QString &text, QPointF place)
{
    m_names.emplace(qHash(text), place);
}

QFont fontOf(const FeatureStyle &style, const RenderOptions &options)
{
    QFont font = options.font;
    font.setPixelSize(style.fontPx);
    font.setWeight(style.bold ? QFont::DemiBold : QFont::Normal);
    return font;
}

std::vector<PlacedLabel> placeLabels(const LabelGeometry &geometry,
    const LayerAttributes &attributes, const LabelArea &area, const RenderOptions &options,
    LabelSpace &space, const Cancelled &cancelled)
{
    std::vector<QFontMetricsF> metrics;
    for (const FeatureStyle &style : attributes.styles)
        metrics.emplace_back(fontOf(style, options));
    std::vector<PlacedLabel> placed;
    std::vector<QPointF> line;
    std::vector<Place> places;
    for (const std::int32_t feature : geometry.byPriority) {
        const auto i = std::size_t(feature);
        const FeatureStyle *style = attributes.style(i);
        const Label &label = geometry.labels[i];
        if (!style || area.viewport.metersPerPixel > style->maxMetersPerPixel || label.path.empty()
            || !geometry.where.boxes[i].intersects(area.box))
            continue;
        if (cancelled())
            return placed;
        findPlaces(label, area.viewport, line, places);
        double width = 0.0;
        for (const Place &place : places) {
            // Measuring a text is what takes long: not for those that cannot have room anyway.
            if (place.room < kNarrowestLetter * style->fontPx * double(label.text.size())
                || (area.holds && !area.holds(place.centre))
                || space.isNamedNear(label.text, place.centre, kRepeatDistance))
                continue;
            const QFontMetricsF &metric = metrics[std::size_t(style - attributes.styles.data())];
            if (width == 0.0)
                width = metric.horizontalAdvance(label.text);
            PlacedLabel candidate{
                feature, place.centre, place.degrees, QSizeF(width, metric.height())};
            if (width > std::min(place.room, kWidest) || !space.take(candidate))
                continue;
            space.addName(label.text, place.centre);
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

QPointF planeCorner(const Viewport &viewport)
{
    // In steps of 1/256 device pixel: texts stand the same in every tile.
    const double steps = 256.0 * viewport.devicePixelRatio;
    const auto onGrid = [steps](double v) { return std::round(v * steps) / steps; };
    return {onGrid(viewport.centre.x / viewport.metersPerPixel - 0.5 * viewport.size.width()),
        onGrid(-viewport.centre.y / viewport.metersPerPixel - 0.5 * viewport.size.height())};
}

bool paintLabels(QPainter &painter, const MapLayer &layer, const LabelGeometry &geometry,
    const Viewport &viewport, const RenderOptions &options, const Cancelled &cancelled)
{
    const QPointF corner = planeCorner(viewport);
    const QRectF seen(corner, QSizeF(viewport.size));
    for (const PlacedLabel &label : options.plan->of(layer.id)) {
        const auto i = std::size_t(label.feature);
        const FeatureStyle *style = i < geometry.count() ? layer.attributes->style(i) : nullptr;
        if (!style || !label.bounds().adjusted(-4, -4, 4, 4).intersects(seen))
            continue;
        if (cancelled())
            return false;
        painter.save();
        painter.translate(label.centre - corner);
        painter.rotate(label.degrees);
        paintHaloText(painter, geometry.labels[i].text, *style, options);
        painter.restore();
    }
    return true;
}

} // namespace belvedere::ui
