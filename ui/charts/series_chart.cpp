// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/series_chart.h"

#include "charts/decimate.h"
#include "theme/theme.h"

#include <QAreaSeries>
#include <QChart>
#include <QDateTime>
#include <QLineSeries>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr int kPixelsPerXTick = 84;
constexpr int kTargetYTicks = 5;
constexpr double kCaptionWidth = 48.0;
// Each stretch is a series of its own, since Qt Charts draws lines over missing values.
constexpr std::size_t kMaxStretches = 128;

using Stretch = std::vector<QPointF>;

/// Splits at missing values. With more than kMaxStretches the narrowest gaps are bridged.
std::vector<Stretch> stretches(const std::vector<SeriesPoint> &points)
{
    std::vector<Stretch> parts;
    bool open = false;
    for (const SeriesPoint &point : points) {
        if (!std::isfinite(point.value)) {
            open = false;
            continue;
        }
        if (!open)
            parts.emplace_back();
        parts.back().emplace_back(double(point.time), point.value);
        open = true;
    }
    if (parts.size() <= kMaxStretches)
        return parts;
    std::vector<double> gaps;
    for (std::size_t i = 1; i < parts.size(); ++i)
        gaps.push_back(parts[i].front().x() - parts[i - 1].back().x());
    std::nth_element(gaps.begin(), gaps.begin() + kMaxStretches - 2, gaps.end(), std::greater<>());
    const double widest = gaps[kMaxStretches - 2];
    std::vector<Stretch> joined = {parts.front()};
    for (std::size_t i = 1; i < parts.size(); ++i) {
        if (parts[i].front().x() - joined.back().back().x() > widest)
            joined.push_back(std::move(parts[i]));
        else
            joined.back().insert(joined.back().end(), parts[i].begin(), parts[i].end());
    }
    return joined;
}

template <class Point> const Point *nearest(const std::vector<Point> &points, double time)
{
    const auto after = std::lower_bound(points.begin(), points.end(), time,
        [](const Point &p, double t) { return double(p.time) < t; });
    if (after == points.begin())
        return points.empty() ? nullptr : &*after;
    if (after == points.end() || time - double((after - 1)->time) <= double(after->time) - time)
        return &*(after - 1);
    return &*after;
}

QString number(double value)
{
    return QLocale().toString(value, 'f', std::abs(value) >= 100.0 ? 0 : 1);
}

} // namespace

SeriesChart::SeriesChart(QWidget *parent)
    : ChartView(parent)
    , m_median(new QLineSeries(this))
    , m_bandLow(new QLineSeries(this))
    , m_bandHigh(new QLineSeries(this))
    , m_band(new QAreaSeries(m_bandHigh, m_bandLow))
{
    attach(m_band);
    attach(m_median);
    applyColors();
    setCursor(Qt::CrossCursor);
}

SeriesChart::~SeriesChart() = default;

void SeriesChart::setData(std::shared_ptr<const SeriesChartData> shownData)
{
    m_data = std::move(shownData);
    updateSeries();
}

void SeriesChart::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    updateLayout();
}

void SeriesChart::setNow(UtcMs now)
{
    m_now = now;
    viewport()->update();
}

void SeriesChart::setCurrent(UtcMs current)
{
    m_current = current;
    viewport()->update();
}

bool SeriesChart::isEmpty() const
{
    return !m_data || (m_data->observed.empty() && m_data->forecast.empty());
}

void SeriesChart::applyColors()
{
    const Tokens &t = tokens();
    const auto pen = [](const QColor &color, double width, Qt::PenStyle style = Qt::SolidLine) {
        return QPen(color, width, style, Qt::FlatCap, Qt::BevelJoin); // round ones cost double
    };
    for (QLineSeries *line : m_observed)
        line->setPen(pen(t.observed, kLineWidthPx));
    for (QLineSeries *line : m_comparison)
        line->setPen(pen(withOpacity(t.observed, 0.5), 1.25));
    m_median->setPen(pen(t.forecast, 2.0, Qt::DashLine));
    m_band->setPen(Qt::NoPen);
    m_band->setBrush(withOpacity(t.forecast, kBandOpacity50));
}

std::vector<Tick> SeriesChart::xTicks() const
{
    return timeTicks(static_cast<UtcMs>(xMin()), static_cast<UtcMs>(xMax()), m_zone,
        std::max(2, int(plotArea().width()) / kPixelsPerXTick));
}

void SeriesChart::updateSeries()
{
    updateRanges();
    static const SeriesChartData kNothing;
    const SeriesChartData &content = m_data ? *m_data : kNothing;
    fillLines(m_comparison, content.comparison);
    fillLines(m_observed, content.observed);
    QList<QPointF> median;
    QList<QPointF> low;
    QList<QPointF> high;
    for (const ForecastPoint &point : content.forecast) {
        const auto time = double(point.time);
        if (std::isfinite(point.p50))
            median.append({time, point.p50});
        if (std::isfinite(point.p10) && std::isfinite(point.p90)) {
            low.append({time, point.p10});
            high.append({time, point.p90});
        }
    }
    m_median->replace(median);
    m_bandLow->replace(low);
    m_bandHigh->replace(high);
    applyColors();
    setYTitle(content.unit.isEmpty() ? content.quantity
                                     //: axis title: %1 quantity, %2 unit
                                     : tr("%1, %2").arg(content.quantity, content.unit));
}

void SeriesChart::updateRanges()
{
    if (isEmpty())
        return;
    double from = std::numeric_limits<double>::infinity();
    double to = -from;
    double low = from;
    double high = -from;
    const auto include = [&](UtcMs time, double value) {
        from = std::min(from, double(time));
        to = std::max(to, double(time));
        if (std::isfinite(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    };
    for (const SeriesPoint &point : m_data->observed)
        include(point.time, point.value);
    for (const SeriesPoint &point : m_data->comparison)
        include(point.time, point.value);
    for (const ForecastPoint &point : m_data->forecast) {
        include(point.time, point.p10);
        include(point.time, point.p50);
        include(point.time, point.p90);
    }
    if (m_data->from < m_data->to) {
        from = double(m_data->from);
        to = double(m_data->to);
    }
    if (!(from < to))
        to = from + double(kMsPerHour);
    if (std::isfinite(m_data->yLow))
        low = std::min(low, m_data->yLow);
    if (std::isfinite(m_data->yHigh))
        high = std::max(high, m_data->yHigh);
    const NiceRange range = niceRange(low, high, kTargetYTicks);
    setRanges(from, to, range.low, range.high);
}

void SeriesChart::fillLines(
    std::vector<QLineSeries *> &lines, const std::vector<SeriesPoint> &points)
{
    const std::vector<Stretch> parts = stretches(points);
    while (lines.size() > parts.size()) {
        chart()->removeSeries(lines.back());
        delete lines.back();
        lines.pop_back();
    }
    while (lines.size() < parts.size()) {
        lines.push_back(new QLineSeries(this));
        attach(lines.back());
    }
    const int columns = std::max(1, int(plotArea().width()));
    const double half = (xMax() - xMin()) / columns / 2.0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].size() == 1) { // a line of one point would not be seen
            const QPointF p = parts[i].front();
            lines[i]->replace(QList<QPointF>{{p.x() - half, p.y()}, {p.x() + half, p.y()}});
        } else {
            const double first = parts[i].front().x();
            const double last = parts[i].back().x();
            const double share = (last - first) / (xMax() - xMin());
            lines[i]->replace(
                decimated(parts[i], first, last, std::max(1, int(std::ceil(share * columns)))));
        }
    }
}

void SeriesChart::paintOverlay(QPainter &painter)
{
    const Tokens &t = tokens();
    struct Key
    {
        QString text;
        QColor color;
        Qt::PenStyle style;
    };
    std::vector<Key> keys;
    if (!m_data->comparison.empty() && !m_data->comparisonLabel.isEmpty())
        keys.push_back({m_data->comparisonLabel, withOpacity(t.observed, 0.5), Qt::SolidLine});
    if (!m_data->forecast.empty())
        keys.push_back({tr("Forecast with p10–p90"), t.forecast, Qt::DashLine});
    if (!m_data->observed.empty())
        keys.push_back({tr("Observed"), t.observed, Qt::SolidLine});
    painter.setFont(themeFont(type::kCaption));
    double right = plotArea().right();
    for (const Key &key : keys) {
        const double width = painter.fontMetrics().horizontalAdvance(key.text);
        if (right - width - 24 < plotArea().left() + plotArea().width() * 0.25)
            break;
        painter.setPen(t.textSecondary);
        painter.drawText(QRectF(right - width, 0, width + 1, 18), Qt::AlignVCenter, key.text);
        painter.setPen(QPen(key.color, 2.0, key.style));
        painter.drawLine(QPointF(right - width - 22, 9.5), QPointF(right - width - 6, 9.5));
        right -= width + 22 + space::kLarge;
    }
    const bool captionsCollide = m_current != 0 && m_current != m_now
        && std::abs(xAt(double(m_now)) - xAt(double(m_current))) < kCaptionWidth;
    if (m_now != 0) {
        paintRule(painter, double(m_now), QPen(t.textSecondary, 1.0),
            captionsCollide ? QString() : tr("Now"));
    }
    if (m_current != 0 && m_current != m_now)
        paintRule(painter, double(m_current), QPen(t.accent, 1.5),
            QLocale().toString(
                QDateTime::fromMSecsSinceEpoch(m_current, m_zone), QStringLiteral("HH:mm")));
    if (hoveredX())
        paintHover(painter);
}

void SeriesChart::paintHover(QPainter &painter)
{
    const Tokens &t = tokens();
    const double x = *hoveredX();
    // Of the points near the pointer the nearest one decides which time is read out.
    const SeriesPoint *seen = nearest(m_data->observed, x);
    const ForecastPoint *expected = nearest(m_data->forecast, x);
    const SeriesPoint *compared = nearest(m_data->comparison, x);
    double time = x;
    double distance = std::numeric_limits<double>::infinity();
    const auto consider = [&](UtcMs candidate) {
        if (std::abs(double(candidate) - x) < distance) {
            distance = std::abs(double(candidate) - x);
            time = double(candidate);
        }
    };
    if (seen)
        consider(seen->time);
    if (expected)
        consider(expected->time);
    if (compared)
        consider(compared->time);
    std::vector<ReadOutLine> lines;
    const auto at = [&](const auto *point) { return point && double(point->time) == time; };
    const auto withUnit = [&](double value) {
        return std::isfinite(value) ? number(value) + QChar(QChar::Nbsp) + m_data->unit
                                    : tr("missing");
    };
    if (at(seen))
        lines.push_back({t.observed, tr("Observed"), withUnit(seen->value)});
    if (at(compared))
        lines.push_back(
            {withOpacity(t.observed, 0.5), m_data->comparisonLabel, withUnit(compared->value)});
    if (at(expected)) {
        lines.push_back({t.forecast, tr("Forecast"), withUnit(expected->p50)});
        if (std::isfinite(expected->p10) && std::isfinite(expected->p90)) {
            //: a range from %1 to %2
            lines.push_back({QColor(), QStringLiteral("p10–p90"),
                tr("%1 to %2").arg(number(expected->p10), number(expected->p90))});
        }
    }
    paintRule(painter, time, QPen(withOpacity(t.textPrimary, 0.4), 1.0));
    //: QLocale date pattern: abbreviated day of week, day, abbreviated month, time
    const QString title = QLocale().toString(
        QDateTime::fromMSecsSinceEpoch(static_cast<UtcMs>(time), m_zone), tr("ddd d MMM HH:mm"));
    paintReadOut(painter, time, title, lines);
}

void SeriesChart::retranslate()
{
    if (m_data)
        updateSeries();
}

void SeriesChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        ChartView::mousePressEvent(event);
        return;
    }
    event->accept(); // else the widget below gets it too
    pick(event->position().x());
}

void SeriesChart::mouseMoveEvent(QMouseEvent *event)
{
    ChartView::mouseMoveEvent(event);
    if (event->buttons().testFlag(Qt::LeftButton))
        pick(event->position().x());
}

void SeriesChart::pick(double pixel)
{
    if (isEmpty())
        return;
    const double inside = std::clamp(pixel, plotArea().left(), plotArea().right());
    Q_EMIT timePicked(static_cast<UtcMs>(std::llround(valueAtX(inside))));
}

} // namespace belvedere::ui
