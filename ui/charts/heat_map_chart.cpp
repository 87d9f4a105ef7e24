// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/heat_map_chart.h"

#include "charts/chart_paint.h"
#include "charts/chart_pool.h"
#include "common/format.h"
#include "theme/contrast.h"
#include "theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr std::size_t kCellsAtOnce = 50'000; // 0.5 ms on the GUI thread
constexpr int kShades = 256;
constexpr double kGapFromPx = 10.0; // the cell size from which cells have gaps
constexpr double kNumberHeightPx = 16.0;
constexpr int kPixelsPerXTick = 84;

using Shades = std::array<QRgb, kShades>;

Shades shadesOf(std::span<const QColor> ramp)
{
    Shades shades;
    for (int i = 0; i < kShades; ++i)
        shades[std::size_t(i)] = rampColor(ramp, double(i) / (kShades - 1)).rgb();
    return shades;
}

/// One pixel a cell.
QImage cellsOf(const HeatMapData &map, const Shades &shades, double low, double high)
{
    const int columns = map.columnCount();
    QImage image(columns, int(map.rows.size()), QImage::Format_ARGB32_Premultiplied);
    const double scale = (kShades - 1) / (high - low);
    for (int row = 0; row < image.height(); ++row) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(row));
        const double *values = map.values.data() + std::size_t(row) * std::size_t(columns);
        for (int column = 0; column < columns; ++column) {
            const double shade = std::clamp((values[column] - low) * scale, 0.0, kShades - 1.0);
            line[column] = std::isfinite(values[column]) ? shades[std::size_t(shade + 0.5)] : 0U;
        }
    }
    return image;
}

} // namespace

HeatMapChart::HeatMapChart(QWidget *parent)
    : ChartView(parent)
    , m_slot(this)
{
    setGrid(false, false);
}

HeatMapChart::~HeatMapChart() = default;

void HeatMapChart::setData(std::shared_ptr<const HeatMapData> map)
{
    m_data = std::move(map);
    setTimeAxis(isTimed());
    setZoomAxes(Qt::Horizontal);
    measure();
    retranslate();
    applyColors();
    updateSeries();
}

void HeatMapChart::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    updateLayout();
}

bool HeatMapChart::isEmpty() const
{
    return !m_data || m_data->columnCount() == 0
        || m_data->values.size() != std::size_t(m_data->rows.size() * m_data->columnCount());
}

std::span<const QColor> HeatMapChart::ramp() const
{
    return colorsOf(m_data ? m_data->ramp : Ramp::Amount, colors());
}

void HeatMapChart::measure()
{
    m_range = isEmpty() ? ColorRange()
                        : colorRange(m_data->values, m_data->ramp, m_data->low, m_data->high);
}

void HeatMapChart::applyColors()
{
    m_slot.cancel();
    if (isEmpty())
        return;
    const Shades shades = shadesOf(ramp());
    if (m_data->values.size() <= kCellsAtOnce) {
        m_cells = cellsOf(*m_data, shades, m_range.low, m_range.high);
        forgetPicture();
        return;
    }
    m_slot.start(
        runTask(chartPool(),
            [content = m_data, shades, low = m_range.low, high = m_range.high](
                TaskContext &) -> Result<QImage> { return cellsOf(*content, shades, low, high); }),
        [this](Result<QImage> cells) {
            if (!cells)
                return;
            m_cells = *cells;
            forgetPicture();
        });
}

double HeatMapChart::columnEdge(int column) const
{
    return isTimed() ? double(m_data->firstColumn + column * m_data->columnStep) : double(column);
}

void HeatMapChart::updateSeries()
{
    if (isEmpty()) {
        updateLayout();
        return;
    }
    setXLabelWidth(0.0);
    setRanges(columnEdge(0), columnEdge(m_data->columnCount()), 0.0, double(m_data->rows.size()));
}

std::vector<Tick> HeatMapChart::xTicks() const
{
    if (isEmpty())
        return {};
    if (isTimed())
        return timeTicks(static_cast<UtcMs>(xMin()), static_cast<UtcMs>(xMax()), m_zone,
            std::max(2, int(plotArea().width()) / kPixelsPerXTick));
    std::vector<Tick> ticks;
    for (int i = 0; i < int(m_data->columns.size()); ++i) {
        if (!m_data->columns[i].isEmpty())
            ticks.push_back({i + 0.5, m_data->columns[i], false});
    }
    return ticks;
}

std::vector<Tick> HeatMapChart::yTicks() const
{
    std::vector<Tick> ticks;
    for (int i = 0; m_data && i < int(m_data->rows.size()); ++i)
        ticks.push_back({double(m_data->rows.size()) - i - 0.5, m_data->rows[i], false});
    return ticks;
}

QRectF HeatMapChart::rectOf(Cell cell) const
{
    const double bottom = double(m_data->rows.size()) - cell.row - 1.0;
    return QRectF(QPointF(xAt(columnEdge(cell.column)), yAt(bottom + 1.0)),
        QPointF(xAt(columnEdge(cell.column + 1)), yAt(bottom)));
}

double HeatMapChart::valueOf(Cell cell) const
{
    return m_data->values[std::size_t(cell.row) * std::size_t(m_data->columnCount())
        + std::size_t(cell.column)];
}

void HeatMapChart::paintCells(QPainter &painter) const
{
    const int columns = m_data->columnCount();
    const QRectF whole(QPointF(xAt(columnEdge(0)), yAt(double(m_data->rows.size()))),
        QPointF(xAt(columnEdge(columns)), yAt(0.0)));
    const QSize size = whole.toAlignedRect().size();
    // Cells smaller than a pixel are averaged; larger ones keep their edges.
    if (columns > size.width() || m_cells.height() > size.height()) {
        const QSize fewer(
            std::min(columns, size.width()), std::min(m_cells.height(), size.height()));
        painter.drawImage(
            whole, m_cells.scaled(fewer, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    } else {
        painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
        painter.drawImage(whole, m_cells);
    }
}

void HeatMapChart::paintPlot(QPainter &painter)
{
    if (m_cells.isNull())
        return;
    painter.save();
    painter.setClipRect(plotArea());
    if (m_range.missing)
        paintMissing(painter, plotArea(), colors());
    paintCells(painter);
    const QRectF first = rectOf({0, 0});
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(colors().panel, 1.0));
    QList<QLineF> gaps;
    if (std::min(first.width(), first.height()) >= kGapFromPx) {
        for (int column = 0; column <= m_data->columnCount(); ++column) {
            const double x = std::round(xAt(columnEdge(column)));
            gaps.append(QLineF(x, plotArea().top(), x, plotArea().bottom()));
        }
        for (int row = 0; row <= int(m_data->rows.size()); ++row) {
            const double y = std::round(yAt(row));
            gaps.append(QLineF(plotArea().left(), y, plotArea().right(), y));
        }
    }
    painter.drawLines(gaps);
    if (first.height() >= kNumberHeightPx)
        paintNumbers(painter);
    painter.restore();
}

void HeatMapChart::paintNumbers(QPainter &painter) const
{
    painter.setFont(themeFont(type::kCaption));
    const QFontMetrics metrics = painter.fontMetrics();
    const double room = rectOf({0, 0}).width() - 6.0;
    const int widest =
        std::max({metrics.horizontalAdvance(formatNumber(m_range.low, m_data->decimals)),
            metrics.horizontalAdvance(formatNumber(m_range.high, m_data->decimals)),
            metrics.horizontalAdvance(QStringLiteral("88"))});
    if (widest > room)
        return;
    for (int row = 0; row < int(m_data->rows.size()); ++row) {
        for (int column = 0; column < m_data->columnCount(); ++column) {
            const QRectF rect = rectOf({row, column});
            const double value = valueOf({row, column});
            if (!std::isfinite(value) || !rect.intersects(plotArea()))
                continue;
            const QString text = formatNumber(value, m_data->decimals);
            if (metrics.horizontalAdvance(text) > room)
                continue;
            painter.setPen(inkOn(rampColor(ramp(), m_range.share(value))));
            painter.drawText(rect, Qt::AlignCenter, text);
        }
    }
}

void HeatMapChart::paintOverlay(QPainter &painter)
{
    paintColorScale(painter, headReserve(), ramp(), formatNumber(m_range.low, m_data->decimals),
        formatValue(m_range.high, m_data->unit, m_data->decimals),
        m_range.missing ? tr("missing") : QString(), colors());
}

std::optional<HeatMapChart::Cell> HeatMapChart::cellOf(QPointF place) const
{
    if (isEmpty())
        return std::nullopt;
    const double along = isTimed()
        ? (place.x() - double(m_data->firstColumn)) / double(m_data->columnStep)
        : place.x();
    const Cell cell = {
        int(m_data->rows.size()) - 1 - int(std::floor(place.y())), int(std::floor(along))};
    const bool inside = cell.row >= 0 && cell.row < int(m_data->rows.size()) && cell.column >= 0
        && cell.column < m_data->columnCount();
    return inside ? std::optional(cell) : std::nullopt;
}

std::optional<HeatMapChart::Cell> HeatMapChart::cellAt(QPointF pixel) const
{
    return plotArea().contains(pixel) ? cellOf(placeAt(pixel)) : std::nullopt;
}

QPointF HeatMapChart::middleOf(Cell cell) const
{
    // The beginning of a time step is its name; the middle of a plain column is as good.
    return {isTimed() ? columnEdge(cell.column) : cell.column + 0.5,
        double(m_data->rows.size()) - cell.row - 0.5};
}

std::optional<QPointF> HeatMapChart::snapped(QPointF place) const
{
    if (isEmpty())
        return std::nullopt;
    place.setX(std::clamp(place.x(), columnEdge(0), columnEdge(m_data->columnCount()) - 1e-3));
    place.setY(std::clamp(place.y(), 0.0, double(m_data->rows.size()) - 1e-6));
    const auto cell = cellOf(place);
    return cell ? std::optional(middleOf(*cell)) : std::nullopt;
}

QPointF HeatMapChart::stepped(QPointF from, int dx, int dy) const
{
    Cell cell = cellOf(from).value_or(Cell());
    cell.column = std::clamp(cell.column + dx, 0, m_data->columnCount() - 1);
    cell.row = std::clamp(cell.row - dy, 0, int(m_data->rows.size()) - 1);
    return middleOf(cell);
}

QString HeatMapChart::columnName(int column) const
{
    if (isTimed())
        return formatDayAndTime(m_data->firstColumn + column * m_data->columnStep, m_zone);
    return m_data->columns.value(column);
}

ChartView::ReadOut HeatMapChart::readOut(QPointF place) const
{
    ReadOut out;
    const auto cell = cellOf(place);
    if (!cell)
        return out;
    const QString column = columnName(cell->column);
    out.title = column.isEmpty() ? m_data->rows[cell->row]
                                 //: a cell of a table: %1 row, %2 column
                                 : tr("%1, %2", "cell").arg(m_data->rows[cell->row], column);
    const double value = valueOf(*cell);
    const bool known = std::isfinite(value);
    out.lines.push_back(
        {known ? rampColor(ramp(), m_range.share(value)) : QColor(), m_data->quantity,
            known ? formatValue(value, m_data->unit, m_data->decimals) : tr("missing")});
    out.anchor = rectOf(*cell).center();
    return out;
}

void HeatMapChart::paintCursor(QPainter &painter, QPointF place)
{
    const auto cell = cellOf(place);
    if (!cell)
        return;
    const QRectF rect = rectOf(*cell);
    painter.save();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colors().panel, 3.0));
    painter.drawRect(rect);
    painter.setPen(QPen(colors().textPrimary, 1.5));
    painter.drawRect(rect);
    painter.restore();
}

QString HeatMapChart::keyAt(QPointF place) const
{
    const auto cell = cellOf(place);
    return cell ? m_data->rows[cell->row] : QString();
}

std::optional<QPointF> HeatMapChart::placeOfKey(const QString &key) const
{
    const qsizetype row = m_data ? m_data->rows.indexOf(key) : -1;
    if (row < 0)
        return std::nullopt;
    // The column under the cursor stays.
    const auto cell = cellOf(cursorPlace().value_or(QPointF(xMin(), 0.5)));
    return middleOf({int(row), cell ? cell->column : 0});
}

ChartView::TableMaker HeatMapChart::tableMaker() const
{
    return [content = m_data, zone = m_zone,
               corner = m_data ? withUnit(m_data->quantity, m_data->unit) : QString()] {
        ChartTable table;
        if (!content)
            return table;
        const int columns = content->columnCount();
        table.header = {corner};
        for (int column = 0; column < columns; ++column)
            table.header.append(content->columnStep > 0
                    ? plainTime(content->firstColumn + column * content->columnStep, zone)
                    : content->columns.value(column));
        for (int row = 0; row < int(content->rows.size()); ++row) {
            QStringList cells = {content->rows[row]};
            for (int column = 0; column < columns; ++column)
                cells.append(plainNumber(content->values[std::size_t(row * columns + column)]));
            table.rows.push_back(std::move(cells));
        }
        return table;
    };
}

qsizetype HeatMapChart::tableRows() const
{
    return m_data ? qsizetype(m_data->values.size()) : 0;
}

void HeatMapChart::retranslate()
{
    if (!m_data)
        return;
    setXTitle(m_data->columnTitle);
    setYTitle(m_data->quantity);
    reserveInHead(colorScaleWidth(formatNumber(m_range.low, m_data->decimals),
        formatValue(m_range.high, m_data->unit, m_data->decimals),
        m_range.missing ? tr("missing") : QString()));
    updateLayout();
}

} // namespace belvedere::ui
