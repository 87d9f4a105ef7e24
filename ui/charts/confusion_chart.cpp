// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/confusion_chart.h"

#include "charts/chart_paint.h"
#include "common/format.h"
#include "theme/contrast.h"
#include "theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr double kGapPx = 1.0;
constexpr double kTwoLinesFromPx = 38.0;
constexpr double kOneLineFromPx = 16.0;

} // namespace

ConfusionChart::ConfusionChart(QWidget *parent)
    : ChartView(parent)
{
    setZoomAxes({});
    setGrid(false, false);
    retranslate();
}

ConfusionChart::~ConfusionChart() = default;

void ConfusionChart::setData(ConfusionData counts)
{
    m_data = std::move(counts);
    retranslate();
}

QSize ConfusionChart::sizeHint() const
{
    const int side = std::clamp(classes() * 64, 200, 640);
    return {side + 140, side + 80};
}

bool ConfusionChart::isEmpty() const
{
    const auto cells = std::size_t(classes()) * std::size_t(classes());
    return m_data.counts.empty() || m_data.counts.size() != cells;
}

qint64 ConfusionChart::countOf(int row, int column) const
{
    return m_data.counts[std::size_t(row) * std::size_t(classes()) + std::size_t(column)];
}

qint64 ConfusionChart::rowSum(int row) const
{
    qint64 sum = 0;
    for (int column = 0; column < classes(); ++column)
        sum += countOf(row, column);
    return sum;
}

double ConfusionChart::shareOf(int row, int column) const
{
    const qint64 sum = rowSum(row);
    return sum > 0 ? double(countOf(row, column)) / double(sum) : std::nan("");
}

QColor ConfusionChart::cellColor(int row, int column) const
{
    const double share = shareOf(row, column);
    return std::isfinite(share) ? rampColor(colors().amountRamp, share) : colors().panel;
}

void ConfusionChart::updateSeries()
{
    if (isEmpty()) {
        updateLayout();
        return;
    }
    setXLabelWidth(plotArea().width() / classes() - space::kTiny);
    setRanges(0.0, classes(), 0.0, classes());
}

std::vector<Tick> ConfusionChart::xTicks() const
{
    std::vector<Tick> ticks;
    for (int i = 0; i < classes(); ++i)
        ticks.push_back({i + 0.5, m_data.classes[i], false});
    return ticks;
}

std::vector<Tick> ConfusionChart::yTicks() const
{
    std::vector<Tick> ticks;
    for (int i = 0; i < classes(); ++i)
        ticks.push_back({classes() - i - 0.5, m_data.classes[i], false});
    return ticks;
}

QRectF ConfusionChart::rectOf(int row, int column) const
{
    return QRectF(QPointF(xAt(column), yAt(classes() - row)),
        QPointF(xAt(column + 1), yAt(classes() - row - 1)));
}

QPointF ConfusionChart::middleOf(int row, int column) const
{
    return {column + 0.5, classes() - row - 0.5};
}

QPoint ConfusionChart::cellOf(QPointF place) const
{
    const int last = classes() - 1;
    return {std::clamp(int(std::floor(place.x())), 0, last),
        std::clamp(last - int(std::floor(place.y())), 0, last)};
}

void ConfusionChart::paintCell(QPainter &painter, int row, int column) const
{
    const QRectF rect = rectOf(row, column).adjusted(kGapPx, kGapPx, -kGapPx, -kGapPx);
    const double share = shareOf(row, column);
    if (!std::isfinite(share)) {
        paintMissing(painter, rect, colors());
        return;
    }
    const QColor surface = cellColor(row, column);
    painter.setPen(Qt::NoPen);
    painter.setBrush(surface);
    painter.drawRoundedRect(rect, 2.0, 2.0);
    const bool right = row == column;
    const QFont strong = themeFont(type::kDense, right ? QFont::DemiBold : QFont::Normal);
    const QString count = formatCount(countOf(row, column));
    painter.setFont(strong);
    painter.setPen(inkOn(surface));
    const bool fits = painter.fontMetrics().horizontalAdvance(count) <= rect.width() - 4.0;
    if (!fits || rect.height() < kOneLineFromPx)
        return;
    if (rect.height() < kTwoLinesFromPx) {
        painter.drawText(rect, Qt::AlignCenter, count);
        return;
    }
    painter.drawText(rect.adjusted(0, 0, 0, -16), Qt::AlignCenter, count);
    painter.setFont(themeFont(type::kCaption));
    painter.drawText(rect.adjusted(0, 18, 0, 0), Qt::AlignCenter, formatPercent(share));
}

void ConfusionChart::paintPlot(QPainter &painter)
{
    painter.save();
    for (int row = 0; row < classes(); ++row) {
        for (int column = 0; column < classes(); ++column)
            paintCell(painter, row, column);
    }
    painter.restore();
}

QString ConfusionChart::summary() const
{
    qint64 right = 0;
    qint64 all = 0;
    for (int row = 0; row < classes(); ++row) {
        right += countOf(row, row);
        all += rowSum(row);
    }
    if (all == 0)
        return tr("No cases");
    return tr("%1 of %2 right (%3)")
        .arg(formatCount(right), formatCount(all), formatPercent(double(right) / double(all), 1));
}

void ConfusionChart::paintOverlay(QPainter &painter)
{
    painter.setFont(themeFont(type::kCaption));
    painter.setPen(colors().textSecondary);
    painter.drawText(headReserve(), Qt::AlignRight | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(summary(), Qt::ElideRight, int(headReserve().width())));
}

std::optional<QPointF> ConfusionChart::snapped(QPointF place) const
{
    if (isEmpty())
        return std::nullopt;
    const QPoint cell = cellOf(place);
    return middleOf(cell.y(), cell.x());
}

QPointF ConfusionChart::stepped(QPointF from, int dx, int dy) const
{
    const QPoint cell = cellOf(from);
    return middleOf(
        std::clamp(cell.y() - dy, 0, classes() - 1), std::clamp(cell.x() + dx, 0, classes() - 1));
}

ChartView::ReadOut ConfusionChart::readOut(QPointF place) const
{
    ReadOut out;
    if (isEmpty())
        return out;
    const QPoint cell = cellOf(place);
    out.title = keyAt(place);
    const double share = shareOf(cell.y(), cell.x());
    out.lines.push_back({QColor(), tr("Count"), formatCount(countOf(cell.y(), cell.x()))});
    out.lines.push_back({QColor(), tr("Share of %1").arg(m_data.classes[cell.y()]),
        std::isfinite(share) ? formatPercent(share, 1) : tr("no cases")});
    out.anchor = rectOf(cell.y(), cell.x()).center();
    return out;
}

void ConfusionChart::paintCursor(QPainter &painter, QPointF place)
{
    const QPoint cell = cellOf(place);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colors().textPrimary, 1.5));
    painter.drawRoundedRect(rectOf(cell.y(), cell.x()), 3.0, 3.0);
}

QString ConfusionChart::keyAt(QPointF place) const
{
    if (isEmpty())
        return {};
    const QPoint cell = cellOf(place);
    return QStringLiteral("%1 → %2").arg(m_data.classes[cell.y()], m_data.classes[cell.x()]);
}

ChartView::TableMaker ConfusionChart::tableMaker() const
{
    return [content = m_data, corner = tr("True class / predicted class")] {
        ChartTable table;
        table.header = QStringList{corner} + content.classes;
        const qsizetype n = content.classes.size();
        for (qsizetype row = 0; row < n; ++row) {
            QStringList cells = {content.classes[row]};
            for (qsizetype column = 0; column < n; ++column)
                cells.append(QString::number(content.counts[std::size_t(row * n + column)]));
            table.rows.push_back(std::move(cells));
        }
        return table;
    };
}

void ConfusionChart::retranslate()
{
    setYTitle(tr("True class"));
    setXTitle(tr("Predicted class"));
    if (!isEmpty())
        reserveInHead(QFontMetrics(themeFont(type::kCaption)).horizontalAdvance(summary()) + 2);
    updateSeries();
}

} // namespace belvedere::ui
