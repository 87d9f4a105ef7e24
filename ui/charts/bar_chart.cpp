// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/bar_chart.h"

#include "charts/chart_paint.h"
#include "common/format.h"
#include "theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace belvedere::ui {

namespace {

constexpr double kRowShare = 0.72; // of a row that bars take up
constexpr double kThickestPx = 26.0;
constexpr double kCapPx = 3.0;
constexpr int kTargetTicks = 5;
constexpr int kPixelsPerYTick = 36;
constexpr double kValueRoomPx = 14.0; // the row height from which values are written

double magnitude(const Bar &bar)
{
    return bar.values.empty() || !std::isfinite(bar.values.front()) ? -1.0
                                                                    : std::abs(bar.values.front());
}

double valueAt(const std::vector<double> &values, std::size_t i)
{
    return i < values.size() ? values[i] : std::numeric_limits<double>::quiet_NaN();
}

} // namespace

BarChart::BarChart(QWidget *parent)
    : ChartView(parent)
{
    setZoomAxes({});
}

BarChart::~BarChart() = default;

void BarChart::setData(std::shared_ptr<const BarChartData> bars)
{
    m_data = std::move(bars);
    retranslate();
}

void BarChart::arrange()
{
    m_rows = m_data ? m_data->bars : std::vector<Bar>();
    m_hasRest = false;
    if (m_rows.empty())
        return;
    if (m_data->order == BarChartData::Order::LargestFirst)
        std::stable_sort(m_rows.begin(), m_rows.end(),
            [](const Bar &a, const Bar &b) { return magnitude(a) > magnitude(b); });
    const auto most = static_cast<std::size_t>(std::max(0, m_data->mostRows));
    if (most == 0 || m_rows.size() <= most)
        return;
    Bar rest;
    const std::size_t groups = std::max<std::size_t>(1, std::size_t(m_data->groups.size()));
    rest.values.assign(groups, 0.0);
    for (std::size_t i = most; i < m_rows.size(); ++i) {
        for (std::size_t g = 0; g < groups; ++g)
            rest.values[g] +=
                std::isfinite(valueAt(m_rows[i].values, g)) ? m_rows[i].values[g] : 0.0;
    }
    rest.label = tr("Sum of %Ln others", nullptr, int(m_rows.size() - most));
    m_rows.resize(most);
    m_rows.push_back(std::move(rest));
    m_hasRest = true;
}

std::vector<std::size_t> BarChart::shownGroups() const
{
    std::vector<std::size_t> shown;
    const std::size_t groups = std::max<std::size_t>(1, std::size_t(m_data->groups.size()));
    for (std::size_t g = 0; g < groups; ++g) {
        if (groups == 1 || isEntryVisible(m_data->groups[qsizetype(g)]))
            shown.push_back(g);
    }
    return shown;
}

void BarChart::updateSeries()
{
    if (isEmpty()) {
        updateLayout();
        return;
    }
    double low = 0.0;
    double high = 0.0;
    for (const Bar &row : m_rows) {
        for (const std::size_t g : shownGroups()) {
            for (const double value :
                {valueAt(row.values, g), valueAt(row.low, g), valueAt(row.high, g)}) {
                if (std::isfinite(value)) {
                    low = std::min(low, value);
                    high = std::max(high, value);
                }
            }
        }
    }
    m_decimals = decimalsFor(std::max(-low, high));
    if (low == high)
        high = 1.0;
    const NiceRange range = niceRange(low, high, kTargetTicks);
    const double count = double(m_rows.size());
    setGrid(horizontal(), !horizontal());
    setXLabelWidth(horizontal() ? 0.0 : plotArea().width() / count - 4.0);
    if (horizontal())
        setRanges(range.low, range.high, 0.0, count);
    else
        setRanges(0.0, count, range.low, range.high);
}

std::vector<Tick> BarChart::xTicks() const
{
    if (horizontal())
        return ChartView::xTicks();
    std::vector<Tick> ticks;
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        ticks.push_back({double(i) + 0.5, m_rows[i].label, false});
    return ticks;
}

std::vector<Tick> BarChart::yTicks() const
{
    if (!m_data)
        return {};
    if (!horizontal())
        return linearTicks(yMin(), yMax(), std::max(2, int(plotArea().height()) / kPixelsPerYTick));
    std::vector<Tick> ticks;
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        ticks.push_back({double(m_rows.size() - i) - 0.5, m_rows[i].label, false});
    return ticks;
}

QColor BarChart::colorOf(std::size_t group) const
{
    if (m_data->groups.size() <= 1)
        return colors().forecast;
    constexpr std::array<std::size_t, 7> kOrder = {1, 0, 2, 6, 5, 3, 4};
    return colors().categories[kOrder[group % kOrder.size()]];
}

BarChart::Drawn BarChart::drawnOf(
    std::size_t row, std::size_t group, std::size_t slot, std::size_t slots) const
{
    const Bar &bar = m_rows[row];
    const double length = (horizontal() ? plotArea().height() : plotArea().width());
    const double rowPx = length / double(m_rows.size());
    const double thickness = std::min(kThickestPx, rowPx * kRowShare / double(slots));
    const double start = (horizontal() ? plotArea().top() : plotArea().left())
        + (double(row) + 0.5) * rowPx - thickness * double(slots) / 2.0;
    const double side = start + double(slot) * thickness;
    const double inset = slots > 1 ? 0.5 : 0.0;
    Drawn drawn;
    drawn.value = valueAt(bar.values, group);
    if (!std::isfinite(drawn.value))
        return drawn;
    const double low = valueAt(bar.low, group);
    const double high = valueAt(bar.high, group);
    const bool ranged = std::isfinite(low) && std::isfinite(high);
    const double middle = side + thickness / 2.0;
    if (horizontal()) {
        drawn.bar = QRectF(
            QPointF(xAt(0.0), side + inset), QPointF(xAt(drawn.value), side + thickness - inset))
                        .normalized();
        if (ranged)
            drawn.range = QLineF(xAt(low), middle, xAt(high), middle);
    } else {
        drawn.bar = QRectF(
            QPointF(side + inset, yAt(drawn.value)), QPointF(side + thickness - inset, yAt(0.0)))
                        .normalized();
        if (ranged)
            drawn.range = QLineF(middle, yAt(low), middle, yAt(high));
    }
    return drawn;
}

void BarChart::paintRange(QPainter &painter, const QLineF &range) const
{
    if (range.isNull())
        return;
    const QPointF across = horizontal() ? QPointF(0.0, kCapPx) : QPointF(kCapPx, 0.0);
    painter.setPen(QPen(colors().textPrimary, 1.25));
    painter.drawLine(range);
    painter.drawLine(range.p1() - across, range.p1() + across);
    painter.drawLine(range.p2() - across, range.p2() + across);
}

void BarChart::paintValue(QPainter &painter, const Drawn &drawn) const
{
    painter.setFont(themeFont(type::kCaption));
    painter.setPen(colors().textPrimary);
    const QString text = formatNumber(drawn.value, m_decimals);
    const double width = painter.fontMetrics().horizontalAdvance(text);
    const bool negative = drawn.value < 0.0;
    double end = negative ? drawn.bar.left() : drawn.bar.right();
    if (!drawn.range.isNull())
        end = negative ? std::min(end, drawn.range.x1()) : std::max(end, drawn.range.x2());
    double left = negative ? end - width - space::kTiny - 1.0 : end + space::kTiny + 1.0;
    // No room behind the end of the longest bar: inside of it, if that is not ranged.
    if (left + width > this->width() || left < plotArea().left())
        return;
    painter.drawText(QRectF(left, drawn.bar.center().y() - 9.0, width + 1.0, 18.0),
        Qt::AlignLeft | Qt::AlignVCenter, text);
}

void BarChart::paintPlot(QPainter &painter)
{
    painter.save();
    const std::vector<std::size_t> groups = shownGroups();
    const double rowPx = plotArea().height() / double(m_rows.size());
    const bool written = horizontal() && groups.size() == 1 && rowPx >= kValueRoomPx;
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        for (std::size_t slot = 0; slot < groups.size(); ++slot) {
            const Drawn drawn = drawnOf(row, groups[slot], slot, groups.size());
            if (!std::isfinite(drawn.value))
                continue;
            const bool rest = m_hasRest && row + 1 == m_rows.size();
            painter.setPen(Qt::NoPen);
            painter.setBrush(
                rest ? colors().textTertiary : withOpacity(colorOf(groups[slot]), 0.85));
            painter.drawRect(drawn.bar);
            paintRange(painter, drawn.range);
            if (written)
                paintValue(painter, drawn);
        }
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(colors().textTertiary, 1.0));
    if (horizontal())
        painter.drawLine(QPointF(std::round(xAt(0.0)), plotArea().top()),
            QPointF(std::round(xAt(0.0)), plotArea().bottom()));
    else
        painter.drawLine(QPointF(plotArea().left(), std::round(yAt(0.0))),
            QPointF(plotArea().right(), std::round(yAt(0.0))));
    painter.restore();
}

int BarChart::rowAt(QPointF place) const
{
    if (isEmpty())
        return -1;
    const int count = int(m_rows.size());
    const int row =
        horizontal() ? count - 1 - int(std::floor(place.y())) : int(std::floor(place.x()));
    return row < 0 || row >= count ? -1 : row;
}

QPointF BarChart::middleOf(int row) const
{
    return horizontal() ? QPointF(0.0, double(m_rows.size()) - row - 0.5) : QPointF(row + 0.5, 0.0);
}

std::optional<QPointF> BarChart::snapped(QPointF place) const
{
    QPointF inside = place;
    const double most = double(m_rows.size()) - 1e-6;
    (horizontal() ? inside.ry() : inside.rx()) =
        std::clamp(horizontal() ? place.y() : place.x(), 0.0, std::max(0.0, most));
    const int row = rowAt(inside);
    return row < 0 ? std::nullopt : std::optional(middleOf(row));
}

QPointF BarChart::stepped(QPointF from, int dx, int dy) const
{
    // Both pairs of arrows move: there is only one way to go.
    const int step = dx != 0 ? dx : -dy;
    return middleOf(std::clamp(std::max(0, rowAt(from)) + step, 0, int(m_rows.size()) - 1));
}

ChartView::ReadOut BarChart::readOut(QPointF place) const
{
    ReadOut out;
    const int row = rowAt(place);
    if (row < 0)
        return out;
    const Bar &bar = m_rows[static_cast<std::size_t>(row)];
    out.title = bar.label;
    double end = 0.0;
    for (const std::size_t g : shownGroups()) {
        const double value = valueAt(bar.values, g);
        const QString name =
            m_data->groups.isEmpty() ? m_data->quantity : m_data->groups[qsizetype(g)];
        out.lines.push_back({colorOf(g), name,
            std::isfinite(value) ? formatValue(value, m_data->unit, m_decimals) : tr("missing")});
        end = std::isfinite(value) && std::abs(value) > std::abs(end) ? value : end;
        const double low = valueAt(bar.low, g);
        const double high = valueAt(bar.high, g);
        if (std::isfinite(low) && std::isfinite(high)) {
            out.lines.push_back({QColor(), tr("Range"),
                //: a range from %1 to %2
                tr("%1 to %2").arg(formatNumber(low, m_decimals), formatNumber(high, m_decimals))});
        }
    }
    const QPointF middle = at(middleOf(row));
    out.anchor = horizontal() ? QPointF(xAt(end), middle.y())
                              : QPointF(middle.x(), std::max(plotArea().top(), yAt(end)));
    return out;
}

void BarChart::paintCursor(QPainter &painter, QPointF place)
{
    const int row = rowAt(place);
    if (row < 0)
        return;
    const double rowPx =
        (horizontal() ? plotArea().height() : plotArea().width()) / double(m_rows.size());
    const QRectF band = horizontal()
        ? QRectF(plotArea().left(), plotArea().top() + row * rowPx, plotArea().width(), rowPx)
        : QRectF(plotArea().left() + row * rowPx, plotArea().top(), rowPx, plotArea().height());
    painter.fillRect(band, withOpacity(colors().textPrimary, 0.08));
}

QString BarChart::keyAt(QPointF place) const
{
    const int row = rowAt(place);
    if (row < 0 || (m_hasRest && row + 1 == int(m_rows.size())))
        return {};
    return m_rows[static_cast<std::size_t>(row)].label;
}

std::optional<QPointF> BarChart::placeOfKey(const QString &key) const
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].label == key)
            return middleOf(int(i));
    }
    return std::nullopt;
}

std::vector<ChartView::LegendEntry> BarChart::legend() const
{
    std::vector<LegendEntry> entries;
    if (!m_data || m_data->groups.size() < 2)
        return entries;
    for (qsizetype g = 0; g < m_data->groups.size(); ++g)
        entries.push_back(
            {m_data->groups[g], m_data->groups[g], colorOf(std::size_t(g)), Mark::Box});
    return entries;
}

ChartView::TableMaker BarChart::tableMaker() const
{
    return [content = m_data, rows = m_rows, name = tr("Name"), low = tr("Low end"),
               high = tr("High end")] {
        ChartTable table;
        if (!content)
            return table;
        const QStringList groups =
            content->groups.isEmpty() ? QStringList{content->quantity} : content->groups;
        const bool ranged =
            std::any_of(rows.begin(), rows.end(), [](const Bar &bar) { return !bar.low.empty(); });
        table.header = {name};
        for (const QString &group : groups) {
            table.header.append(withUnit(group, content->unit));
            if (ranged)
                table.header << withUnit(low, content->unit) << withUnit(high, content->unit);
        }
        for (const Bar &bar : rows) {
            QStringList row = {bar.label};
            for (std::size_t g = 0; g < std::size_t(groups.size()); ++g) {
                row.append(plainNumber(valueAt(bar.values, g)));
                if (ranged)
                    row << plainNumber(valueAt(bar.low, g)) << plainNumber(valueAt(bar.high, g));
            }
            table.rows.push_back(std::move(row));
        }
        return table;
    };
}

void BarChart::retranslate()
{
    arrange();
    if (m_data) {
        const QString title = m_data->unit.isEmpty()
            ? m_data->quantity
            //: axis title: %1 quantity, %2 unit
            : tr("%1, %2").arg(m_data->quantity, m_data->unit);
        setXTitle(horizontal() ? title : QString());
        setYTitle(horizontal() ? QString() : title);
    }
    updateSeries();
}

} // namespace belvedere::ui
