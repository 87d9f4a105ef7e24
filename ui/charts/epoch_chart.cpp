// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/epoch_chart.h"

#include "charts/decimate.h"
#include "theme/theme.h"

#include <QLineSeries>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr double kLogFromRatio = 10.0;
constexpr int kPixelsPerXTick = 64;
constexpr int kPixelsPerYTick = 36;
constexpr int kMinimumLeft = 56; // holds "0.0005"

QString number(double value)
{
    return QLocale().toString(value, 'g', 4);
}

} // namespace

EpochChart::EpochChart(QWidget *parent)
    : PlotView(parent)
{
    setCaptionRow(true);
    setMinimumLeft(kMinimumLeft);
}

EpochChart::~EpochChart() = default;

void EpochChart::setContent(std::vector<Line> lines, std::vector<Level> levels, bool allowLog)
{
    m_lines = std::move(lines);
    m_levels = std::move(levels);
    double low = std::numeric_limits<double>::infinity();
    double high = 0.0;
    for (const Line &line : m_lines) {
        for (const QPointF &point : line.points) {
            low = std::min(low, point.y());
            high = std::max(high, point.y());
        }
    }
    m_log = allowLog && low > 0.0 && high > kLogFromRatio * low;
    updateSeries();
}

void EpochChart::setBestEpoch(int epoch)
{
    m_bestEpoch = epoch;
    update();
}

void EpochChart::setCheckpoints(std::vector<int> epochs)
{
    m_checkpoints = std::move(epochs);
    update();
}

void EpochChart::setPlannedEpochs(int epochs)
{
    m_plannedEpochs = epochs;
    updateSeries();
}

void EpochChart::setNeighborLabels(const QStringList &labels)
{
    m_neighborLabels = labels;
}

void EpochChart::setTitles(const QString &xTitle, const QString &yTitle)
{
    setXTitle(xTitle);
    setYTitle(yTitle);
}

void EpochChart::setUnit(const QString &unit)
{
    m_unit = unit;
}

bool EpochChart::isEmpty() const
{
    return std::all_of(
        m_lines.begin(), m_lines.end(), [](const Line &line) { return line.points.empty(); });
}

QColor EpochChart::colorOf(Tone tone) const
{
    return tone == Tone::Main ? colors().forecast : colors().textTertiary;
}

void EpochChart::applyColors()
{
    for (std::size_t i = 0; i < m_series.size() && i < m_lines.size(); ++i) {
        m_series[i]->setPen(
            QPen(colorOf(m_lines[i].tone), m_lines[i].tone == Tone::Main ? 2.0 : kLineWidthPx,
                Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin));
    }
}

double EpochChart::shown(double value) const
{
    return m_log ? std::log10(value) : value;
}

void EpochChart::updateSeries()
{
    QStringList labels = m_neighborLabels;
    for (const Line &line : m_lines)
        labels.append(line.label);
    for (const Level &level : m_levels)
        labels.append(level.label);
    reserveForLabels(labels);
    updateRanges();
    while (m_series.size() > m_lines.size()) {
        detach(m_series.back());
        m_series.pop_back();
    }
    while (m_series.size() < m_lines.size()) {
        m_series.push_back(new QLineSeries(this));
        attach(m_series.back());
    }
    const int columns = std::max(1, int(plotArea().width()));
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        std::vector<QPointF> points = m_lines[i].points;
        for (QPointF &point : points)
            point.setY(shown(point.y()));
        m_series[i]->replace(decimated(points, xMin(), xMax(), columns));
    }
    applyColors();
}

void EpochChart::updateRanges()
{
    double lastEpoch = 10.0; // the first epochs would otherwise jump over the whole width
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const Line &line : m_lines) {
        for (const QPointF &point : line.points) {
            lastEpoch = std::max(lastEpoch, point.x());
            low = std::min(low, point.y());
            high = std::max(high, point.y());
        }
    }
    if (!std::isfinite(low))
        return;
    if (m_plannedEpochs > 0)
        lastEpoch = std::max(lastEpoch, std::min(double(m_plannedEpochs), 2.0 * lastEpoch));
    if (m_log) {
        setRanges(1.0, lastEpoch, std::log10(low) - 0.05, std::log10(high) + 0.05);
        return;
    }
    double worstLevel = 0.0;
    for (const Level &level : m_levels) {
        worstLevel = std::max(worstLevel, level.value);
        low = std::min(low, level.value);
    }
    // The first epochs may be far off; what counts is the neighbourhood of the levels.
    if (worstLevel > 0.0)
        high = std::max(worstLevel * 1.05, std::min(high, worstLevel * 1.6));
    const NiceRange range = niceRange(low, high, 4);
    setRanges(1.0, lastEpoch, range.low, range.high);
}

std::vector<Tick> EpochChart::xTicks() const
{
    std::vector<Tick> ticks =
        linearTicks(xMin(), xMax(), std::max(2, int(plotArea().width()) / kPixelsPerXTick));
    // Half epochs do not exist.
    std::erase_if(ticks, [](const Tick &t) { return t.value != std::round(t.value); });
    for (Tick &tick : ticks)
        tick.label = QLocale().toString(qint64(tick.value));
    return ticks;
}

std::vector<Tick> EpochChart::yTicks() const
{
    const int count = std::max(2, int(plotArea().height()) / kPixelsPerYTick);
    return m_log ? logTicks(yMin(), yMax(), 2 * count) : linearTicks(yMin(), yMax(), count);
}

void EpochChart::paintOverlay(QPainter &painter)
{
    const Tokens &t = colors();
    std::vector<DirectLabel> labels;
    for (const Level &level : m_levels) {
        const double y = std::round(yAt(shown(level.value))) + 0.5;
        if (y < plotArea().top() || y > plotArea().bottom())
            continue;
        painter.setPen(QPen(t.textTertiary, 1.0, Qt::DashLine));
        painter.drawLine(QPointF(plotArea().left(), y), QPointF(plotArea().right(), y));
        labels.push_back({shown(level.value), level.label, t.textSecondary});
    }
    for (const Line &line : m_lines) {
        if (!line.points.empty()) {
            labels.push_back({shown(line.points.back().y()), line.label,
                line.tone == Tone::Main ? t.forecast : t.textSecondary});
        }
    }
    paintDirectLabels(painter, std::move(labels));
    paintCheckpoints(painter);
    paintBest(painter);
}

void EpochChart::paintBest(QPainter &painter)
{
    if (m_bestEpoch < 1)
        return;
    const Tokens &t = colors();
    paintRule(painter, m_bestEpoch, QPen(withOpacity(t.textPrimary, 0.35), 1.0),
        //: marks the epoch with the smallest error; %1 its number
        tr("Best: %1").arg(QLocale().toString(m_bestEpoch)));
    for (const Line &line : m_lines) {
        if (line.tone != Tone::Main)
            continue;
        for (const QPointF &point : line.points) {
            if (int(std::lround(point.x())) != m_bestEpoch)
                continue;
            painter.setPen(QPen(t.panel, 1.5));
            painter.setBrush(t.forecast);
            painter.drawEllipse(QPointF(xAt(point.x()), yAt(shown(point.y()))), 4.0, 4.0);
        }
    }
}

void EpochChart::paintCheckpoints(QPainter &painter)
{
    constexpr double kHalfPx = 4.0;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors().textSecondary);
    for (const int epoch : m_checkpoints) {
        const double x = xAt(epoch);
        const double y = plotArea().bottom();
        if (x < plotArea().left() || x > plotArea().right())
            continue;
        painter.drawPolygon(QPolygonF(
            {QPointF(x - kHalfPx, y), QPointF(x, y - 2 * kHalfPx), QPointF(x + kHalfPx, y)}));
    }
}

std::vector<double> EpochChart::epochs() const
{
    std::vector<double> all;
    for (const Line &line : m_lines) {
        for (const QPointF &point : line.points)
            all.push_back(std::round(point.x()));
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

std::optional<QPointF> EpochChart::snapped(QPointF place) const
{
    const std::vector<double> all = epochs();
    if (all.empty())
        return std::nullopt;
    return QPointF(std::clamp(std::round(place.x()), all.front(), all.back()), place.y());
}

QPointF EpochChart::stepped(QPointF from, int dx, int) const
{
    return snapped({from.x() + dx, from.y()}).value_or(from);
}

QString EpochChart::keyAt(QPointF place) const
{
    return QString::number(std::lround(place.x()));
}

std::optional<QPointF> EpochChart::placeOfKey(const QString &key) const
{
    bool valid = false;
    const int epoch = key.toInt(&valid);
    return valid && !isEmpty() ? std::optional(QPointF(epoch, yMax())) : std::nullopt;
}

ChartView::ReadOut EpochChart::readOut(QPointF place) const
{
    const double epoch = std::round(place.x());
    ReadOut out;
    for (const Line &line : m_lines) {
        const auto found = std::find_if(line.points.begin(), line.points.end(),
            [epoch](const QPointF &point) { return std::round(point.x()) == epoch; });
        if (found != line.points.end())
            out.lines.push_back({colorOf(line.tone), line.label, number(found->y())});
    }
    const QString epochText = QLocale().toString(int(epoch));
    const bool kept =
        std::find(m_checkpoints.begin(), m_checkpoints.end(), int(epoch)) != m_checkpoints.end();
    out.title = kept ? tr("Epoch %1, checkpoint").arg(epochText) : tr("Epoch %1").arg(epochText);
    if (!out.lines.empty())
        out.anchor = QPointF(xAt(epoch), plotArea().center().y());
    return out;
}

ChartView::TableMaker EpochChart::tableMaker() const
{
    return [lines = m_lines, all = epochs(), epochName = tr("Epoch"), unit = m_unit] {
        ChartTable table;
        table.header = {epochName};
        for (const Line &line : lines)
            table.header.append(withUnit(line.label, unit));
        for (const double epoch : all) {
            QStringList row = {plainNumber(epoch)};
            for (const Line &line : lines) {
                const auto found = std::lower_bound(line.points.begin(), line.points.end(), epoch,
                    [](const QPointF &p, double x) { return std::round(p.x()) < x; });
                const bool here = found != line.points.end() && std::round(found->x()) == epoch;
                row.append(here ? plainNumber(found->y()) : QString());
            }
            table.rows.push_back(std::move(row));
        }
        return table;
    };
}

qsizetype EpochChart::tableRows() const
{
    qsizetype rows = 0;
    for (const Line &line : m_lines)
        rows = std::max(rows, qsizetype(line.points.size()));
    return rows;
}

void EpochChart::retranslate()
{
    updateLayout(); // all texts come from the owner, save those that are painted anew
}

} // namespace belvedere::ui
