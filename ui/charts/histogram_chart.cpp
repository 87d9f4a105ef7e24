// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/histogram_chart.h"

#include "charts/chart_pool.h"
#include "common/format.h"
#include "theme/theme.h"

#include <QMenu>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace belvedere::ui {

namespace {

constexpr std::size_t kValuesAtOnce = 20'000; // 1 ms on the GUI thread
constexpr double kLowestLog = -0.30103; // half a count, so that one count is a visible bar
constexpr int kTargetYTicks = 4;
constexpr int kPixelsPerYTick = 36;

} // namespace

HistogramChart::HistogramChart(QWidget *parent)
    : ChartView(parent)
    , m_slot(this)
{
    setGrid(false, true);
}

HistogramChart::~HistogramChart() = default;

void HistogramChart::setData(std::shared_ptr<const HistogramData> values)
{
    m_slot.cancel();
    m_data = std::move(values);
    retranslate();
    if (!m_data) {
        take({});
        return;
    }
    setCaptionRow(!m_data->marks.empty());
    if (m_data->values.size() <= kValuesAtOnce) {
        take(histogramOf(m_data->values));
        return;
    }
    m_slot.start(runTask(chartPool(),
                     [content = m_data](TaskContext &) -> Result<Histogram> {
                         return histogramOf(content->values);
                     }),
        [this](Result<Histogram> counted) {
            if (counted)
                take(std::move(*counted));
        });
}

void HistogramChart::take(Histogram histogram)
{
    m_histogram = std::move(histogram);
    updateSeries();
}

void HistogramChart::setLogarithmic(bool on)
{
    m_log = on;
    updateSeries();
}

bool HistogramChart::isEmpty() const
{
    return m_histogram.counts.empty();
}

double HistogramChart::shown(qint64 count) const
{
    if (!m_log)
        return double(count);
    return count == 0 ? kLowestLog : std::log10(double(count));
}

void HistogramChart::updateSeries()
{
    if (isEmpty()) {
        updateLayout();
        return;
    }
    const qint64 most = *std::max_element(m_histogram.counts.begin(), m_histogram.counts.end());
    const double high = m_log ? std::max(1.0, std::log10(double(most)) * 1.05)
                              : niceRange(0.0, double(most), kTargetYTicks).high;
    setRanges(m_histogram.edges.front(), m_histogram.edges.back(), m_log ? kLowestLog : 0.0, high);
}

std::vector<Tick> HistogramChart::yTicks() const
{
    const int count = std::max(2, int(plotArea().height()) / kPixelsPerYTick);
    std::vector<Tick> ticks =
        m_log ? logTicks(0.0, yMax(), 2 * count) : linearTicks(yMin(), yMax(), count);
    std::erase_if(ticks, [this](const Tick &t) { // half values do not occur
        return !m_log && t.value != std::round(t.value);
    });
    return ticks;
}

QRectF HistogramChart::barOf(int bin) const
{
    const auto i = static_cast<std::size_t>(bin);
    const double left = xAt(m_histogram.edges[i]);
    const double right = xAt(m_histogram.edges[i + 1]);
    const double top = yAt(shown(m_histogram.counts[i]));
    const double gap = right - left > 4.0 ? 1.0 : 0.0;
    return QRectF(QPointF(left + gap / 2.0, top), QPointF(right - gap / 2.0, plotArea().bottom()));
}

void HistogramChart::paintPlot(QPainter &painter)
{
    painter.save();
    painter.setClipRect(plotArea());
    painter.setPen(Qt::NoPen);
    painter.setBrush(withOpacity(colors().forecast, 0.75));
    for (int bin = 0; bin < int(m_histogram.counts.size()); ++bin) {
        if (m_histogram.counts[static_cast<std::size_t>(bin)] > 0)
            painter.drawRect(barOf(bin));
    }
    painter.restore();
}

void HistogramChart::paintOverlay(QPainter &painter)
{
    if (!m_data)
        return;
    double lastX = -1e9;
    for (const HistogramMark &mark : m_data->marks) {
        const double x = xAt(mark.value);
        const double half =
            QFontMetricsF(themeFont(type::kCaption)).horizontalAdvance(mark.label) / 2.0;
        const bool free = x - half > lastX;
        paintRule(painter, mark.value, QPen(colors().textPrimary, 1.25, Qt::DashLine),
            free ? mark.label : QString());
        if (free)
            lastX = x + half + space::kSmall;
    }
}

int HistogramChart::binAt(double value) const
{
    if (isEmpty() || value < m_histogram.edges.front() || value > m_histogram.edges.back())
        return -1;
    const auto above = std::upper_bound(m_histogram.edges.begin(), m_histogram.edges.end(), value);
    return std::min(int(above - m_histogram.edges.begin()) - 1, int(m_histogram.counts.size()) - 1);
}

QPointF HistogramChart::middleOf(int bin) const
{
    const auto i = static_cast<std::size_t>(bin);
    return {(m_histogram.edges[i] + m_histogram.edges[i + 1]) / 2.0, shown(m_histogram.counts[i])};
}

std::optional<QPointF> HistogramChart::snapped(QPointF place) const
{
    const int bin = binAt(place.x());
    return bin < 0 ? std::nullopt : std::optional(middleOf(bin));
}

QPointF HistogramChart::stepped(QPointF from, int dx, int) const
{
    const int here = std::max(0, binAt(from.x()));
    return middleOf(std::clamp(here + dx, 0, int(m_histogram.counts.size()) - 1));
}

ChartView::ReadOut HistogramChart::readOut(QPointF place) const
{
    ReadOut out;
    const int bin = binAt(place.x());
    if (bin < 0 || !m_data)
        return out;
    const auto i = static_cast<std::size_t>(bin);
    //: a range from %1 to %2
    out.title = tr("%1 to %2")
                    .arg(formatNumber(m_histogram.edges[i]),
                        formatValue(m_histogram.edges[i + 1], m_data->unit));
    const qint64 all =
        std::accumulate(m_histogram.counts.begin(), m_histogram.counts.end(), qint64(0));
    out.lines.push_back({QColor(), tr("Count"), formatCount(m_histogram.counts[i])});
    out.lines.push_back(
        {QColor(), tr("Share"), formatPercent(double(m_histogram.counts[i]) / double(all), 1)});
    out.anchor = QPointF(barOf(bin).center().x(), std::max(plotArea().top(), barOf(bin).top()));
    return out;
}

void HistogramChart::paintCursor(QPainter &painter, QPointF place)
{
    const int bin = binAt(place.x());
    if (bin < 0)
        return;
    QRectF column = barOf(bin);
    column.setTop(plotArea().top());
    painter.fillRect(column, withOpacity(colors().textPrimary, 0.12));
}

QString HistogramChart::keyAt(QPointF place) const
{
    const int bin = binAt(place.x());
    return bin < 0 ? QString() : QString::number(bin);
}

std::optional<QPointF> HistogramChart::placeOfKey(const QString &key) const
{
    bool valid = false;
    const int bin = key.toInt(&valid);
    if (!valid || bin < 0 || bin >= int(m_histogram.counts.size()))
        return std::nullopt;
    return middleOf(bin);
}

ChartView::TableMaker HistogramChart::tableMaker() const
{
    const QString unit = m_data ? m_data->unit : QString();
    return [histogram = m_histogram, from = withUnit(tr("From"), unit),
               to = withUnit(tr("To"), unit), count = tr("Count")] {
        ChartTable table;
        table.header = {from, to, count};
        for (std::size_t i = 0; i < histogram.counts.size(); ++i)
            table.rows.push_back({plainNumber(histogram.edges[i]),
                plainNumber(histogram.edges[i + 1]), QString::number(histogram.counts[i])});
        return table;
    };
}

qsizetype HistogramChart::tableRows() const
{
    return qsizetype(m_histogram.counts.size());
}

void HistogramChart::addActions(QMenu &menu)
{
    QAction *action = menu.addAction(tr("Logarithmic counts"));
    action->setCheckable(true);
    action->setChecked(m_log);
    connect(action, &QAction::toggled, this, &HistogramChart::setLogarithmic);
}

void HistogramChart::retranslate()
{
    setYTitle(tr("Count"));
    if (!m_data)
        return;
    setXTitle(m_data->unit.isEmpty() ? m_data->quantity
                                     //: axis title: %1 quantity, %2 unit
                                     : tr("%1, %2").arg(m_data->quantity, m_data->unit));
}

} // namespace belvedere::ui
