// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/reliability_chart.h"

#include "charts/chart_paint.h"
#include "common/format.h"
#include "theme/theme.h"

#include <QLineSeries>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr int kStripHeight = 40;
constexpr int kPixelsPerTick = 48;
constexpr double kCapPx = 3.0;
constexpr double kDotRadius = 3.5;
constexpr double kWidestBarPx = 16.0;

std::vector<Tick> percentTicks(double low, double high, double length)
{
    std::vector<Tick> ticks = linearTicks(low, high, std::max(2, int(length) / kPixelsPerTick));
    for (Tick &tick : ticks) {
        const bool whole = std::abs(tick.value * 100.0 - std::round(tick.value * 100.0)) < 1e-6;
        tick.label = formatPercent(tick.value, whole ? 0 : 1);
        tick.major = false;
    }
    return ticks;
}

} // namespace

ReliabilityChart::ReliabilityChart(QWidget *parent)
    : PlotView(parent)
    , m_line(new QLineSeries(this))
{
    setZoomAxes(Qt::Horizontal | Qt::Vertical);
    setStripHeight(kStripHeight);
    attach(m_line);
    applyColors();
    retranslate();
}

ReliabilityChart::~ReliabilityChart() = default;

void ReliabilityChart::setBins(std::vector<ReliabilityBin> bins)
{
    m_bins = std::move(bins);
    std::erase_if(m_bins, [](const ReliabilityBin &bin) { return bin.cases <= 0; });
    retranslate();
    updateSeries();
}

QPointF ReliabilityChart::placeOf(std::size_t bin) const
{
    return {m_bins[bin].predicted, double(m_bins[bin].events) / double(m_bins[bin].cases)};
}

void ReliabilityChart::updateSeries()
{
    QList<QPointF> points;
    for (std::size_t i = 0; i < m_bins.size(); ++i)
        points.append(placeOf(i));
    if (m_line->points() != points)
        m_line->replace(points);
    setRanges(0.0, 1.0, 0.0, 1.0);
}

void ReliabilityChart::applyColors()
{
    m_line->setPen(
        QPen(colors().forecast, kLineWidthPx, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin));
}

std::vector<Tick> ReliabilityChart::xTicks() const
{
    return percentTicks(xMin(), xMax(), plotArea().width() / 1.5);
}

std::vector<Tick> ReliabilityChart::yTicks() const
{
    return percentTicks(yMin(), yMax(), plotArea().height());
}

void ReliabilityChart::paintPlot(QPainter &painter)
{
    const Tokens &t = colors();
    painter.save();
    painter.setClipRect(plotArea().adjusted(-5, -5, 5, 5));
    painter.setPen(QPen(t.textTertiary, 1.0));
    painter.drawLines(dashedLines({at({0.0, 0.0}), at({1.0, 1.0})}, 4.0, 4.0));
    PlotView::paintPlot(painter);
    for (std::size_t i = 0; i < m_bins.size(); ++i) {
        const ShareInterval range = wilsonInterval(m_bins[i].events, m_bins[i].cases);
        const double x = xAt(m_bins[i].predicted);
        painter.setPen(QPen(t.forecast, 1.25));
        painter.drawLine(QPointF(x, yAt(range.low)), QPointF(x, yAt(range.high)));
        for (const double y : {yAt(range.low), yAt(range.high)})
            painter.drawLine(QPointF(x - kCapPx, y), QPointF(x + kCapPx, y));
        painter.setPen(QPen(t.panel, 1.5));
        painter.setBrush(t.forecast);
        painter.drawEllipse(at(placeOf(i)), kDotRadius, kDotRadius);
    }
    painter.restore();
    if (!stripArea().isNull())
        paintCounts(painter);
}

void ReliabilityChart::paintCounts(QPainter &painter) const
{
    const Tokens &t = colors();
    const QRectF strip = stripArea();
    qint64 most = 1;
    for (const ReliabilityBin &bin : m_bins)
        most = std::max(most, bin.cases);
    const double width =
        std::clamp(strip.width() / (2.0 * double(m_bins.size())), 2.0, kWidestBarPx);
    painter.save();
    painter.setFont(themeFont(type::kCaption));
    painter.setPen(t.textSecondary);
    painter.drawText(QRectF(0, strip.top(), strip.left() - 6, strip.height()),
        Qt::AlignRight | Qt::AlignVCenter, tr("Cases"));
    painter.setPen(QPen(withOpacity(t.textPrimary, 2.0 * kGridOpacity), 1.0));
    painter.drawLine(strip.bottomLeft(), strip.bottomRight());
    painter.setClipRect(strip);
    const double room = strip.height() - 15.0; // a line of digits above the highest bar
    double freeFrom = strip.left();
    for (const ReliabilityBin &bin : m_bins) {
        const double x = xAt(bin.predicted);
        const double height = std::max(1.0, room * double(bin.cases) / double(most));
        painter.fillRect(QRectF(x - width / 2.0, strip.bottom() - height, width, height),
            withOpacity(t.textTertiary, 0.7));
        const QString text = formatCount(bin.cases);
        const double wide = painter.fontMetrics().horizontalAdvance(text);
        const double left = std::clamp(x - wide / 2.0, strip.left(), strip.right() - wide - 1.0);
        if (left < freeFrom)
            continue;
        freeFrom = left + wide + space::kTiny;
        painter.setPen(t.textSecondary);
        painter.drawText(QRectF(left, strip.bottom() - height - 15.0, wide + 1.0, 15.0),
            Qt::AlignLeft | Qt::AlignVCenter, text);
    }
    painter.restore();
}

std::size_t ReliabilityChart::nearest(double predicted) const
{
    std::size_t best = 0;
    for (std::size_t i = 1; i < m_bins.size(); ++i) {
        if (std::abs(m_bins[i].predicted - predicted)
            < std::abs(m_bins[best].predicted - predicted))
            best = i;
    }
    return best;
}

std::optional<QPointF> ReliabilityChart::snapped(QPointF place) const
{
    return isEmpty() ? std::nullopt : std::optional(placeOf(nearest(place.x())));
}

QPointF ReliabilityChart::stepped(QPointF from, int dx, int) const
{
    const int last = int(m_bins.size()) - 1;
    return placeOf(static_cast<std::size_t>(std::clamp(int(nearest(from.x())) + dx, 0, last)));
}

ChartView::ReadOut ReliabilityChart::readOut(QPointF place) const
{
    ReadOut out;
    if (isEmpty())
        return out;
    const std::size_t i = nearest(place.x());
    const ReliabilityBin &bin = m_bins[i];
    const ShareInterval range = wilsonInterval(bin.events, bin.cases);
    out.title = tr("Predicted %1").arg(formatPercent(bin.predicted, 1));
    out.lines.push_back({colors().forecast, tr("Observed"), formatPercent(placeOf(i).y(), 1)});
    out.lines.push_back({QColor(), tr("95 % interval"),
        //: a range from %1 to %2
        tr("%1 to %2").arg(formatPercent(range.low, 1), formatPercent(range.high, 1))});
    out.lines.push_back({QColor(), tr("Cases"), formatCount(bin.cases)});
    out.anchor = at(placeOf(i));
    return out;
}

QString ReliabilityChart::keyAt(QPointF place) const
{
    return isEmpty() ? QString() : QString::number(nearest(place.x()));
}

std::optional<QPointF> ReliabilityChart::placeOfKey(const QString &key) const
{
    bool valid = false;
    const qsizetype bin = key.toInt(&valid);
    if (!valid || bin < 0 || bin >= tableRows())
        return std::nullopt;
    return placeOf(static_cast<std::size_t>(bin));
}

ChartView::TableMaker ReliabilityChart::tableMaker() const
{
    return [bins = m_bins,
               header = QStringList{tr("Predicted probability"), tr("Observed share"),
                   tr("Low end (95 %)"), tr("High end (95 %)"), tr("Cases"), tr("Events")}] {
        ChartTable table;
        table.header = header;
        for (const ReliabilityBin &bin : bins) {
            const ShareInterval range = wilsonInterval(bin.events, bin.cases);
            table.rows.push_back({plainNumber(bin.predicted),
                plainNumber(double(bin.events) / double(bin.cases)), plainNumber(range.low),
                plainNumber(range.high), QString::number(bin.cases), QString::number(bin.events)});
        }
        return table;
    };
}

void ReliabilityChart::retranslate()
{
    setXTitle(tr("Predicted probability"));
    const double error = calibrationError(m_bins);
    setYTitle(std::isfinite(error)
            ? tr("Observed share · mean distance from the diagonal %1").arg(formatPercent(error, 1))
            : tr("Observed share"));
}

} // namespace belvedere::ui
