// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/trend_chart.h"

#include "charts/chart_paint.h"
#include "common/format.h"

#include <QAreaSeries>
#include <QDateTime>
#include <QLineSeries>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr double kMsPerYear = 365.25 * double(kMsPerDay);
constexpr int kPixelsPerXTick = 56;
constexpr int kTargetYTicks = 5;
constexpr double kDotRadiusPx = 3.0;
constexpr double kDotsFromPx = 7.0; // room a month
const QString kMonths = QStringLiteral("months");
const QString kTrend = QStringLiteral("trend");

} // namespace

TrendChart::TrendChart(QWidget *parent)
    : PlotView(parent)
    , m_line(new QLineSeries(this))
    , m_fan(new QAreaSeries(new QLineSeries(this), new QLineSeries(this)))
{
    setTimeAxis(true);
    attach(m_fan);
    attach(m_line);
    applyColors();
}

TrendChart::~TrendChart() = default;

void TrendChart::setData(std::shared_ptr<const TrendData> content)
{
    m_data = std::move(content);
    retranslate();
    updateSeries();
}

void TrendChart::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    updateLayout();
}

bool TrendChart::isEmpty() const
{
    return !m_data
        || std::none_of(m_data->months.begin(), m_data->months.end(),
            [](const SeriesPoint &month) { return std::isfinite(month.value); });
}

void TrendChart::applyColors()
{
    const Tokens &t = colors();
    m_line->setPen(QPen(t.forecast, 2.0, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin));
    m_fan->setPen(Qt::NoPen);
    m_fan->setBrush(withOpacity(t.forecast, kBandOpacity50));
}

double TrendChart::lineAt(double time) const
{
    return m_data->level
        + m_data->slope * (time - double(m_data->months.front().time)) / kMsPerYear;
}

double TrendChart::fanAt(double time, double slope) const
{
    const double middle =
        (double(m_data->months.front().time) + double(m_data->months.back().time)) / 2.0;
    return lineAt(middle) + slope * (time - middle) / kMsPerYear;
}

void TrendChart::updateSeries()
{
    QList<QPointF> line, lower, upper;
    if (isEmpty()) {
        m_line->replace(line);
        m_fan->lowerSeries()->replace(lower);
        m_fan->upperSeries()->replace(upper);
        updateLayout();
        return;
    }
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const SeriesPoint &month : m_data->months) {
        if (std::isfinite(month.value)) {
            low = std::min(low, month.value);
            high = std::max(high, month.value);
        }
        if (!m_data->hasLine || !isEntryVisible(kTrend))
            continue;
        const auto x = double(month.time);
        const double a = fanAt(x, m_data->slopeLow);
        const double b = fanAt(x, m_data->slopeHigh);
        line.append({x, lineAt(x)});
        lower.append({x, std::min(a, b)});
        upper.append({x, std::max(a, b)});
    }
    m_line->replace(line);
    m_fan->lowerSeries()->replace(lower);
    m_fan->upperSeries()->replace(upper);
    for (const QPointF &point : lower + upper) {
        low = std::min(low, point.y());
        high = std::max(high, point.y());
    }
    const NiceRange range = niceRange(low, high, kTargetYTicks);
    const auto from = double(m_data->months.front().time);
    const auto to = double(m_data->months.back().time);
    const double air = 0.5 * kMsPerYear / 12.0;
    setRanges(from - air, to + air, range.low, range.high);
}

std::vector<Tick> TrendChart::xTicks() const
{
    return monthTicks(static_cast<UtcMs>(xMin()), static_cast<UtcMs>(xMax()), m_zone,
        std::max(2, int(plotArea().width()) / kPixelsPerXTick));
}

void TrendChart::paintPlot(QPainter &painter)
{
    PlotView::paintPlot(painter);
    if (!isEntryVisible(kMonths))
        return;
    painter.save();
    painter.setClipRect(
        plotArea().adjusted(-kDotRadiusPx, -kDotRadiusPx, kDotRadiusPx, kDotRadiusPx));
    QList<QPointF> pixels;
    for (const SeriesPoint &month : m_data->months)
        pixels.append(at({double(month.time), month.value}));
    const Tokens &t = colors();
    painter.setPen(QPen(withOpacity(t.observed, 0.6), 1.25));
    painter.drawLines(brokenLines(pixels));
    const double room = plotArea().width() / double(pixels.size())
        * ((double(m_data->months.back().time) - double(m_data->months.front().time) + 1.0)
            / (xMax() - xMin()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.observed);
    for (const QPointF &pixel : pixels) {
        if (room >= kDotsFromPx && std::isfinite(pixel.y()))
            painter.drawEllipse(pixel, kDotRadiusPx, kDotRadiusPx);
    }
    painter.restore();
}

std::size_t TrendChart::nearest(double time) const
{
    const auto found = std::min_element(m_data->months.begin(), m_data->months.end(),
        [time](const SeriesPoint &a, const SeriesPoint &b) {
            return std::abs(double(a.time) - time) < std::abs(double(b.time) - time);
        });
    return std::size_t(found - m_data->months.begin());
}

std::optional<QPointF> TrendChart::snapped(QPointF place) const
{
    if (isEmpty())
        return std::nullopt;
    return QPointF(double(m_data->months[nearest(place.x())].time), place.y());
}

QPointF TrendChart::stepped(QPointF from, int dx, int) const
{
    const auto last = std::ptrdiff_t(m_data->months.size()) - 1;
    const auto next = std::clamp<std::ptrdiff_t>(std::ptrdiff_t(nearest(from.x())) + dx, 0, last);
    return QPointF(double(m_data->months[std::size_t(next)].time), from.y());
}

ChartView::ReadOut TrendChart::readOut(QPointF place) const
{
    ReadOut out;
    if (isEmpty())
        return out;
    const SeriesPoint &month = m_data->months[nearest(place.x())];
    out.title = QLocale().toString(
        QDateTime::fromMSecsSinceEpoch(month.time, m_zone), QStringLiteral("MMMM yyyy"));
    out.lines.push_back({colors().observed, m_data->quantity,
        std::isfinite(month.value) ? formatValue(month.value, m_data->unit) : tr("missing")});
    if (m_data->hasLine)
        out.lines.push_back({colors().forecast, tr("Trend line"),
            formatValue(lineAt(double(month.time)), m_data->unit)});
    out.anchor = QPointF(xAt(double(month.time)), plotArea().center().y());
    return out;
}

std::vector<ChartView::LegendEntry> TrendChart::legend() const
{
    std::vector<LegendEntry> entries;
    if (isEmpty())
        return entries;
    entries.push_back({kMonths, tr("Mean of the month"), colors().observed, Mark::Line});
    if (m_data->hasLine)
        entries.push_back({kTrend, tr("Theil-Sen line, 95 % interval"),
            colors().forecast, Mark::Line});
    return entries;
}

ChartView::TableMaker TrendChart::tableMaker() const
{
    return [content = m_data, zone = m_zone, month = tr("Month"), trend = tr("Trend line"),
               low = tr("Slope, low end (95 %)"), high = tr("Slope, high end (95 %)"),
               slope = tr("Slope"), perYear = tr("%1 per year")] {
        ChartTable table;
        if (!content)
            return table;
        const QString unit = perYear.arg(content->unit);
        table.header = {month, withUnit(content->quantity, content->unit)};
        if (content->hasLine)
            table.header << withUnit(trend, content->unit) << withUnit(slope, unit)
                         << withUnit(low, unit) << withUnit(high, unit);
        for (const SeriesPoint &point : content->months) {
            QStringList row = {QDateTime::fromMSecsSinceEpoch(point.time, zone)
                                   .toString(QStringLiteral("yyyy-MM")),
                plainNumber(point.value)};
            const double years = double(point.time - content->months.front().time) / kMsPerYear;
            if (content->hasLine)
                row << plainNumber(content->level + content->slope * years)
                    << plainNumber(content->slope) << plainNumber(content->slopeLow)
                    << plainNumber(content->slopeHigh);
            table.rows.push_back(std::move(row));
        }
        return table;
    };
}

qsizetype TrendChart::tableRows() const
{
    return m_data ? qsizetype(m_data->months.size()) : 0;
}

QString TrendChart::summary() const
{
    if (isEmpty())
        return {};
    if (!m_data->hasLine)
        return tr("Too few months for a trend");
    const QString amount = formatValue(std::abs(m_data->slope), m_data->unit);
    const QString low = formatSigned(m_data->slopeLow, {});
    const QString high = formatSigned(m_data->slopeHigh, {});
    if (m_data->slopeLow <= 0.0 && m_data->slopeHigh >= 0.0)
        //: %1 signed change with unit, %2 and %3 ends of the interval
        return tr("No clear trend: %1 per year, 95 % interval %2 to %3")
            .arg(formatSigned(m_data->slope, m_data->unit), low, high);
    //: %1 amount with unit, %2 and %3 ends of the interval
    return (m_data->slope < 0.0 ? tr("Falls by %1 per year, 95 % interval %2 to %3")
                                : tr("Rises by %1 per year, 95 % interval %2 to %3"))
        .arg(amount, low, high);
}

void TrendChart::retranslate()
{
    if (!m_data)
        return;
    //: axis title: %1 quantity, %2 unit
    setYTitle(m_data->unit.isEmpty() ? m_data->quantity
                                     : tr("%1, %2").arg(m_data->quantity, m_data->unit));
    // What the picture says also stands in it when it is exported.
    setXTitle(summary());
}

} // namespace belvedere::ui
