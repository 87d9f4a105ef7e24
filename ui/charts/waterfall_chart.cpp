// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/waterfall_chart.h"

#include "charts/chart_paint.h"
#include "common/format.h"
#include "theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr double kRowShare = 0.68;
constexpr double kThickestPx = 24.0;
constexpr double kTotalThickness = 3.0; // marker of base and output
constexpr double kAirShare = 0.14; // beside the bars, for their numbers

} // namespace

WaterfallChart::WaterfallChart(QWidget *parent)
    : ChartView(parent)
{
    setZoomAxes({});
    setGrid(true, false);
}

WaterfallChart::~WaterfallChart() = default;

void WaterfallChart::setData(std::shared_ptr<const WaterfallData> content)
{
    m_data = std::move(content);
    retranslate();
}

bool WaterfallChart::sumsMatch() const
{
    return !m_data
        || std::abs(m_mismatch) <= m_data->tolerance * std::max(1.0, std::abs(m_data->output));
}

void WaterfallChart::arrange()
{
    m_rows.clear();
    m_mismatch = 0.0;
    if (!m_data)
        return;
    std::vector<Contribution> sorted = m_data->contributions;
    std::stable_sort(
        sorted.begin(), sorted.end(), [](const Contribution &a, const Contribution &b) {
            return std::abs(a.value) > std::abs(b.value);
        });
    double reached = m_data->base;
    m_rows.push_back({Kind::Base, m_data->baseLabel, reached, reached});
    const auto most = std::min(sorted.size(), std::size_t(std::max(1, m_data->mostRows)));
    for (std::size_t i = 0; i < most; ++i) {
        const QString label = sorted[i].detail.isEmpty()
            ? sorted[i].label
            //: an influence and what it was: "Rain: 3.2 mm"
            : tr("%1: %2").arg(sorted[i].label, sorted[i].detail);
        m_rows.push_back({Kind::Contribution, label, reached, reached + sorted[i].value});
        reached += sorted[i].value;
    }
    if (most < sorted.size()) {
        double rest = 0.0;
        for (std::size_t i = most; i < sorted.size(); ++i)
            rest += sorted[i].value;
        m_rows.push_back({Kind::Rest, tr("%Ln others", nullptr, int(sorted.size() - most)), reached,
            reached + rest});
        reached += rest;
    }
    m_rows.push_back({Kind::Output, m_data->outputLabel, m_data->output, m_data->output});
    m_mismatch = reached - m_data->output;
    double largest = 0.0;
    for (const Contribution &part : sorted)
        largest = std::max(largest, std::abs(part.value));
    m_decimals = decimalsFor(largest);
}

void WaterfallChart::updateSeries()
{
    if (isEmpty()) {
        updateLayout();
        return;
    }
    double low = m_data->output;
    double high = m_data->output;
    for (const Row &row : m_rows) {
        low = std::min({low, row.from, row.to});
        high = std::max({high, row.from, row.to});
    }
    const double air = kAirShare * (high > low ? high - low : std::max(1.0, std::abs(high)));
    setRanges(low - air, high + air, 0.0, double(m_rows.size()));
}

std::vector<Tick> WaterfallChart::yTicks() const
{
    std::vector<Tick> ticks;
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        ticks.push_back({double(m_rows.size() - i) - 0.5, m_rows[i].label, false});
    return ticks;
}

QRectF WaterfallChart::barOf(std::size_t row) const
{
    const double rowPx = plotArea().height() / double(m_rows.size());
    const double thickness = std::min(kThickestPx, rowPx * kRowShare);
    const double middle = plotArea().top() + (double(row) + 0.5) * rowPx;
    const double from = xAt(m_rows[row].from);
    const double to = xAt(m_rows[row].to);
    return QRectF(QPointF(std::min(from, to), middle - thickness / 2.0),
        QPointF(std::max(from, to), middle + thickness / 2.0));
}

QString WaterfallChart::amountOf(const Row &row) const
{
    if (row.kind == Kind::Base || row.kind == Kind::Output)
        return formatValue(row.to, m_data->unit, m_decimals);
    return formatSigned(row.to - row.from, {}, m_decimals);
}

void WaterfallChart::paintPlot(QPainter &painter)
{
    const Tokens &t = colors();
    painter.save();
    painter.setClipRect(QRectF(plotArea().left(), 0, width() - plotArea().left(), height()));
    painter.setFont(themeFont(type::kCaption));
    const double rowPx = plotArea().height() / double(m_rows.size());
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows[i];
        QRectF bar = barOf(i);
        const bool total = row.kind == Kind::Base || row.kind == Kind::Output;
        const bool up = row.to >= row.from;
        if (i + 1 < m_rows.size()) { // what is carried on to the next row
            const double x = std::round(xAt(row.to)) + 0.5;
            painter.setPen(QPen(t.textTertiary, 1.0, Qt::DotLine));
            painter.drawLine(QPointF(x, bar.bottom()), QPointF(x, bar.top() + rowPx));
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(total           ? t.textPrimary
                : row.kind == Kind::Rest ? t.textTertiary
                : up                     ? t.differenceRamp[4]
                                         : t.differenceRamp[0]);
        if (total)
            bar.adjust(-kTotalThickness / 2.0, 0.0, kTotalThickness / 2.0, 0.0);
        else if (bar.width() < 1.0)
            bar.setWidth(1.0);
        painter.drawRect(bar);
        const QString text = amountOf(row);
        const double wide = painter.fontMetrics().horizontalAdvance(text) + 1.0;
        const double room = this->width() - bar.right() - space::kTiny;
        const bool left =
            (!up && bar.left() - plotArea().left() > wide + space::kTiny) || room < wide;
        painter.setPen(t.textPrimary);
        painter.drawText(
            QRectF(left ? bar.left() - wide - space::kTiny : bar.right() + space::kTiny,
                bar.center().y() - 9.0, wide, 18.0),
            Qt::AlignLeft | Qt::AlignVCenter, text);
    }
    painter.restore();
}

QString WaterfallChart::verdict() const
{
    if (sumsMatch())
        return tr("The sum matches the output");
    return tr("The sum misses the output by %1").arg(formatSigned(m_mismatch, m_data->unit));
}

void WaterfallChart::paintOverlay(QPainter &painter)
{
    painter.setFont(themeFont(type::kCaption));
    painter.setPen(sumsMatch() ? colors().textSecondary : colors().p2);
    painter.drawText(headReserve(), Qt::AlignRight | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(verdict(), Qt::ElideRight, int(headReserve().width())));
}

int WaterfallChart::rowAt(QPointF place) const
{
    const int count = int(m_rows.size());
    const int row = count - 1 - int(std::floor(place.y()));
    return row < 0 || row >= count ? -1 : row;
}

QPointF WaterfallChart::middleOf(int row) const
{
    return {m_rows[static_cast<std::size_t>(row)].to, double(m_rows.size()) - row - 0.5};
}

std::optional<QPointF> WaterfallChart::snapped(QPointF place) const
{
    if (isEmpty())
        return std::nullopt;
    place.setY(std::clamp(place.y(), 0.0, double(m_rows.size()) - 1e-6));
    return middleOf(rowAt(place));
}

QPointF WaterfallChart::stepped(QPointF from, int dx, int dy) const
{
    const int step = dx != 0 ? dx : -dy;
    return middleOf(std::clamp(std::max(0, rowAt(from)) + step, 0, int(m_rows.size()) - 1));
}

ChartView::ReadOut WaterfallChart::readOut(QPointF place) const
{
    ReadOut out;
    const int index = rowAt(place);
    if (index < 0)
        return out;
    const Row &row = m_rows[static_cast<std::size_t>(index)];
    out.title = row.label;
    if (row.kind == Kind::Base || row.kind == Kind::Output) {
        out.lines.push_back(
            {QColor(), m_data->quantity, formatValue(row.to, m_data->unit, m_decimals)});
    } else {
        out.lines.push_back(
            {row.to < row.from ? colors().differenceRamp[0] : colors().differenceRamp[4],
                row.to < row.from ? tr("Lowers it by") : tr("Raises it by"),
                formatValue(std::abs(row.to - row.from), m_data->unit, m_decimals)});
        out.lines.push_back(
            {QColor(), tr("Up to here"), formatValue(row.to, m_data->unit, m_decimals)});
    }
    const QRectF bar = barOf(static_cast<std::size_t>(index));
    out.anchor = QPointF(bar.center().x(), bar.bottom() + 3.0 * space::kLarge);
    return out;
}

void WaterfallChart::paintCursor(QPainter &painter, QPointF place)
{
    const int row = rowAt(place);
    const double rowPx = plotArea().height() / double(m_rows.size());
    if (row >= 0)
        painter.fillRect(
            QRectF(plotArea().left(), plotArea().top() + row * rowPx, plotArea().width(), rowPx),
            withOpacity(colors().textPrimary, 0.08));
}

QString WaterfallChart::keyAt(QPointF place) const
{
    const int row = rowAt(place);
    return row < 0 ? QString() : m_rows[static_cast<std::size_t>(row)].label;
}

std::optional<QPointF> WaterfallChart::placeOfKey(const QString &key) const
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].label == key)
            return middleOf(int(i));
    }
    return std::nullopt;
}

ChartView::TableMaker WaterfallChart::tableMaker() const
{
    const QString unit = m_data ? m_data->unit : QString();
    return [rows = m_rows,
               header = QStringList{tr("Name"), withUnit(tr("Contribution"), unit),
                   withUnit(tr("Up to here"), unit)}] {
        ChartTable table;
        table.header = header;
        for (const Row &row : rows) {
            const bool total = row.kind == Kind::Base || row.kind == Kind::Output;
            table.rows.push_back({row.label, total ? QString() : plainNumber(row.to - row.from),
                plainNumber(row.to)});
        }
        return table;
    };
}

void WaterfallChart::retranslate()
{
    arrange();
    if (m_data) {
        setXTitle(m_data->unit.isEmpty() ? m_data->quantity
                                         //: axis title: %1 quantity, %2 unit
                                         : tr("%1, %2").arg(m_data->quantity, m_data->unit));
        reserveInHead(QFontMetrics(themeFont(type::kCaption)).horizontalAdvance(verdict()) + 2);
    }
    updateSeries();
}

} // namespace belvedere::ui
