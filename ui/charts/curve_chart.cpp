// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/curve_chart.h"

#include "charts/decimate.h"
#include "common/format.h"
#include "theme/theme.h"

#include <QLineSeries>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr double kLogFromRatio = 10.0;
constexpr int kPixelsPerYTick = 36;
constexpr double kDotRadiusPx = 2.5;
constexpr std::size_t kPointsWithDots = 24;
// Blue, orange, green, purple, vermilion, sky blue, yellow: neighbours far apart.
constexpr std::array<std::size_t, 7> kColorOrder = {4, 0, 2, 6, 5, 1, 3};

QString axisTitle(const QString &name, const QString &unit)
{
    return unit.isEmpty() ? name
                          //: axis title: %1 quantity, %2 unit
                          : CurveChart::tr("%1, %2").arg(name, unit);
}

} // namespace

QColor curveColor(const Tokens &colors, std::size_t position)
{
    return colors.categories[kColorOrder[position % kColorOrder.size()]];
}

CurveChart::CurveChart(QWidget *parent)
    : PlotView(parent)
{
}

CurveChart::~CurveChart() = default;

void CurveChart::setData(std::shared_ptr<const CurveData> content)
{
    m_data = std::move(content);
    double low = std::numeric_limits<double>::infinity();
    double high = 0.0;
    for (const Curve &curve : curves()) {
        for (const QPointF &point : curve.points) {
            low = std::min(low, point.y());
            high = std::max(high, point.y());
        }
    }
    m_log = m_data && m_data->logarithmic && low > 0.0 && high > kLogFromRatio * low;
    clearCursor();
    retranslate();
    updateSeries();
}

const std::vector<Curve> &CurveChart::curves() const
{
    static const std::vector<Curve> kNone;
    return m_data ? m_data->curves : kNone;
}

QPointF CurveChart::shown(QPointF point) const
{
    return {point.x(), m_log ? std::log10(point.y()) : point.y()};
}

bool CurveChart::isEmpty() const
{
    return std::all_of(
        curves().begin(), curves().end(), [](const Curve &curve) { return curve.points.empty(); });
}

void CurveChart::applyColors()
{
    for (std::size_t i = 0; i < m_series.size() && i < curves().size(); ++i) {
        QPen pen(curveColor(colors(), i), 2.0, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin);
        if (i >= kColorOrder.size())
            pen.setDashPattern({4.0, 2.5});
        m_series[i]->setPen(pen);
    }
}

void CurveChart::updateSeries()
{
    while (m_series.size() > curves().size()) {
        detach(m_series.back());
        m_series.pop_back();
    }
    while (m_series.size() < curves().size()) {
        m_series.push_back(new QLineSeries(this));
        attach(m_series.back());
    }
    QStringList labels;
    double left = std::numeric_limits<double>::infinity();
    double right = -left;
    double low = left;
    double high = -left;
    for (const Curve &curve : curves()) {
        labels.append(curve.label);
        if (!isEntryVisible(curve.key))
            continue;
        for (const QPointF &point : curve.points) {
            const QPointF place = shown(point);
            left = std::min(left, place.x());
            right = std::max(right, place.x());
            low = std::min(low, place.y());
            high = std::max(high, place.y());
        }
    }
    reserveForLabels(labels);
    if (std::isfinite(low)) {
        const NiceRange range = niceRange(m_data->fromZero && !m_log ? 0.0 : low, high, 4);
        constexpr double kAir = 0.03; // decades
        if (m_log)
            setRanges(left, std::max(right, left + 1.0), low - kAir, high + kAir);
        else
            setRanges(left, std::max(right, left + 1.0), range.low, range.high);
    }
    const int columns = std::max(1, int(plotArea().width()));
    for (std::size_t i = 0; i < curves().size(); ++i) {
        std::vector<QPointF> points;
        if (isEntryVisible(curves()[i].key)) {
            for (const QPointF &point : curves()[i].points)
                points.push_back(shown(point));
        }
        m_series[i]->replace(decimated(points, xMin(), xMax(), columns));
    }
    applyColors();
    updateLayout();
}

std::vector<Tick> CurveChart::xTicks() const
{
    std::vector<Tick> ticks = PlotView::xTicks();
    const auto isWhole = [](double x) { return x == std::round(x); };
    const bool counts = std::all_of(curves().begin(), curves().end(), [&](const Curve &curve) {
        return std::all_of(curve.points.begin(), curve.points.end(),
            [&](const QPointF &point) { return isWhole(point.x()); });
    });
    if (!counts)
        return ticks;
    // There is no week 1.5.
    ticks.erase(std::remove_if(ticks.begin(), ticks.end(),
                    [&](const Tick &tick) { return !isWhole(tick.value); }),
        ticks.end());
    for (Tick &tick : ticks)
        tick.label = QLocale().toString(static_cast<qint64>(tick.value));
    return ticks;
}

std::vector<Tick> CurveChart::yTicks() const
{
    const int count = std::max(2, int(plotArea().height()) / kPixelsPerYTick);
    return m_log ? logTicks(yMin(), yMax(), 2 * count) : linearTicks(yMin(), yMax(), count);
}

void CurveChart::paintOverlay(QPainter &painter)
{
    painter.save();
    std::vector<DirectLabel> labels;
    for (std::size_t i = 0; i < curves().size(); ++i) {
        const Curve &curve = curves()[i];
        if (curve.points.empty() || !isEntryVisible(curve.key))
            continue;
        const QColor color = curveColor(colors(), i);
        labels.push_back({shown(curve.points.back()).y(), curve.label, color});
        painter.setBrush(color);
        for (const QPointF &point : curve.points) {
            const bool marked = point.x() == curve.markedX;
            const QPointF pixel = at(shown(point));
            if (!plotArea().contains(pixel) || (!marked && curve.points.size() > kPointsWithDots))
                continue;
            painter.setPen(marked ? QPen(colors().panel, 1.5) : QPen(Qt::NoPen));
            const double radius = marked ? 2.0 * kDotRadiusPx : kDotRadiusPx;
            painter.drawEllipse(pixel, radius, radius);
        }
    }
    paintDirectLabels(painter, std::move(labels));
    painter.restore();
}

CurveChart::Found CurveChart::nearest(QPointF place) const
{
    Found best;
    const QPointF pixel = at(place);
    for (std::size_t i = 0; i < curves().size(); ++i) {
        if (!isEntryVisible(curves()[i].key))
            continue;
        const std::vector<QPointF> &points = curves()[i].points;
        for (std::size_t k = 0; k < points.size(); ++k) {
            const QPointF off = at(shown(points[k])) - pixel;
            const double distance = std::hypot(off.x(), off.y());
            if (distance < best.distance)
                best = {i, k, distance};
        }
    }
    return best;
}

std::optional<QPointF> CurveChart::snapped(QPointF place) const
{
    const Found found = nearest(place);
    if (!std::isfinite(found.distance))
        return std::nullopt;
    return shown(curves()[found.curve].points[found.point]);
}

QPointF CurveChart::stepped(QPointF from, int dx, int dy) const
{
    const Found here = nearest(from);
    if (!std::isfinite(here.distance))
        return from;
    if (dx != 0) {
        const std::vector<QPointF> &points = curves()[here.curve].points;
        const auto next = std::clamp<std::ptrdiff_t>(
            std::ptrdiff_t(here.point) + dx, 0, std::ptrdiff_t(points.size()) - 1);
        return shown(points[std::size_t(next)]);
    }
    // Another curve, by what it has nearest to the same x.
    const double y = shown(curves()[here.curve].points[here.point]).y();
    std::optional<QPointF> best;
    for (std::size_t i = 0; i < curves().size(); ++i) {
        const std::vector<QPointF> &points = curves()[i].points;
        if (i == here.curve || points.empty() || !isEntryVisible(curves()[i].key))
            continue;
        const auto beside =
            std::min_element(points.begin(), points.end(), [&](const QPointF &a, const QPointF &b) {
                return std::abs(a.x() - from.x()) < std::abs(b.x() - from.x());
            });
        const QPointF other = shown(*beside);
        const double rise = (other.y() - y) * dy;
        if (rise > 0.0 && (!best || rise < (best->y() - y) * dy))
            best = other;
    }
    return best.value_or(from);
}

ChartView::ReadOut CurveChart::readOut(QPointF place) const
{
    ReadOut out;
    const Found found = nearest(place);
    if (!std::isfinite(found.distance))
        return out;
    const Curve &curve = curves()[found.curve];
    const QPointF point = curve.points[found.point];
    out.title = curve.label;
    out.lines.push_back({QColor(), m_data->xName, formatValue(point.x(), m_data->xUnit)});
    out.lines.push_back(
        {curveColor(colors(), found.curve), m_data->yName, formatValue(point.y(), m_data->yUnit)});
    out.anchor = at(shown(point));
    return out;
}

void CurveChart::paintCursor(QPainter &painter, QPointF place)
{
    const Found found = nearest(place);
    if (!std::isfinite(found.distance))
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colors().textPrimary, 1.5));
    painter.drawEllipse(at(shown(curves()[found.curve].points[found.point])), 6.0, 6.0);
}

QString CurveChart::keyAt(QPointF place) const
{
    const Found found = nearest(place);
    return std::isfinite(found.distance) ? curves()[found.curve].key : QString();
}

std::vector<ChartView::LegendEntry> CurveChart::legend() const
{
    std::vector<LegendEntry> entries;
    if (curves().size() < 2)
        return entries;
    for (std::size_t i = 0; i < curves().size(); ++i)
        entries.push_back({curves()[i].key, curves()[i].label, curveColor(colors(), i),
            i < kColorOrder.size() ? Mark::Line : Mark::Dashes});
    return entries;
}

ChartView::TableMaker CurveChart::tableMaker() const
{
    return [content = m_data, name = tr("Name")] {
        ChartTable table;
        if (!content)
            return table;
        table.header = {name, withUnit(content->xName, content->xUnit),
            withUnit(content->yName, content->yUnit)};
        for (const Curve &curve : content->curves) {
            for (const QPointF &point : curve.points)
                table.rows.push_back({curve.label, plainNumber(point.x()), plainNumber(point.y())});
        }
        return table;
    };
}

qsizetype CurveChart::tableRows() const
{
    qsizetype rows = 0;
    for (const Curve &curve : curves())
        rows += qsizetype(curve.points.size());
    return rows;
}

void CurveChart::retranslate()
{
    if (!m_data)
        return;
    setXTitle(axisTitle(m_data->xName, m_data->xUnit));
    setYTitle(axisTitle(m_data->yName, m_data->yUnit));
}

} // namespace belvedere::ui
