// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/scatter_chart.h"

#include "charts/chart_paint.h"
#include "charts/chart_pool.h"
#include "common/format.h"
#include "theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr int kCells = 100; // along a side
constexpr int kTargetTicks = 6;
constexpr double kFactor = 2.0; // of the dashed lines
/// Shares of pairs beyond the axes at either end: one wild value must not squeeze the rest.
constexpr double kBeyond = 0.0005;
const QString kEqual = QStringLiteral("equal");
const QString kFactorLines = QStringLiteral("factor");

} // namespace

ScatterChart::ScatterChart(QWidget *parent)
    : ChartView(parent)
    , m_slot(this)
{
    setZoomAxes({});
}

ScatterChart::~ScatterChart() = default;

void ScatterChart::setData(std::shared_ptr<const ScatterData> content)
{
    m_data = std::move(content);
    if (m_data && m_data->x.size() != m_data->y.size())
        m_data = nullptr;
    m_grid = nullptr;
    m_picture = QImage();
    clearCursor();
    retranslate();
    recount();
}

bool ScatterChart::isEmpty() const
{
    return !m_grid || m_grid->pairs == 0;
}

std::shared_ptr<const ScatterChart::Grid> ScatterChart::count(
    const ScatterData &data, double low, double high)
{
    auto grid = std::make_shared<Grid>();
    grid->low = low;
    grid->high = high;
    grid->cells = kCells;
    grid->counts.assign(std::size_t(kCells) * kCells, 0);
    const double scale = kCells / (high - low);
    for (std::size_t i = 0; i < data.x.size(); ++i) {
        if (!std::isfinite(data.x[i]) || !std::isfinite(data.y[i]))
            continue;
        ++grid->pairs;
        // What lies beyond the axes stands at their ends.
        const int column = std::clamp(int((double(data.x[i]) - low) * scale), 0, kCells - 1);
        const int row = std::clamp(int((double(data.y[i]) - low) * scale), 0, kCells - 1);
        quint32 &cell = grid->counts[std::size_t(row) * kCells + std::size_t(column)];
        grid->most = std::max(grid->most, ++cell);
    }
    return grid;
}

void ScatterChart::recount()
{
    m_slot.cancel();
    if (!m_data) {
        updateSeries();
        return;
    }
    auto work = [content = m_data](TaskContext &) -> Result<std::shared_ptr<const Grid>> {
        std::vector<float> values;
        for (std::size_t i = 0; i < content->x.size(); ++i) {
            if (std::isfinite(content->x[i]) && std::isfinite(content->y[i])) {
                values.push_back(content->x[i]);
                values.push_back(content->y[i]);
            }
        }
        if (values.empty())
            return std::make_shared<const Grid>();
        const auto beyond = std::ptrdiff_t(kBeyond * double(values.size()));
        std::nth_element(values.begin(), values.begin() + beyond, values.end());
        const double low = double(values[std::size_t(beyond)]);
        std::nth_element(values.begin(), values.end() - 1 - beyond, values.end());
        const double high = double(values[values.size() - 1 - std::size_t(beyond)]);
        const NiceRange range = niceRange(low >= 0.0 ? 0.0 : low, high, kTargetTicks);
        return count(*content, range.low, range.high);
    };
    m_slot.start(
        runTask(chartPool(), std::move(work)), [this](Result<std::shared_ptr<const Grid>> grid) {
            if (!grid)
                return;
            m_grid = *grid;
            retranslate();
            applyColors();
            updateSeries();
        });
}

void ScatterChart::updateSeries()
{
    if (!isEmpty())
        setRanges(m_grid->low, m_grid->high, m_grid->low, m_grid->high);
    updateLayout();
}

void ScatterChart::applyColors()
{
    if (isEmpty())
        return;
    m_picture = QImage(m_grid->cells, m_grid->cells, QImage::Format_ARGB32_Premultiplied);
    m_picture.fill(Qt::transparent);
    const double most = std::log1p(double(m_grid->most));
    for (int row = 0; row < m_grid->cells; ++row) {
        auto *line = reinterpret_cast<QRgb *>(m_picture.scanLine(m_grid->cells - 1 - row));
        for (int column = 0; column < m_grid->cells; ++column) {
            const quint32 pairs =
                m_grid->counts[std::size_t(row) * std::size_t(m_grid->cells) + std::size_t(column)];
            if (pairs > 0)
                line[column] = rampColor(colors().riskRamp, std::log1p(double(pairs)) / most).rgb();
        }
    }
    forgetPicture();
}

void ScatterChart::paintPlot(QPainter &painter)
{
    const Tokens &t = colors();
    painter.save();
    painter.setClipRect(plotArea());
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(plotArea(), m_picture);
    const double end = m_grid->high;
    if (isEntryVisible(kFactorLines) && m_grid->low >= 0.0) {
        painter.setPen(QPen(t.textSecondary, 1.25));
        painter.drawLines(dashedLines({at({0.0, 0.0}), at({end / kFactor, end})}, 6.0, 4.0));
        painter.drawLines(dashedLines({at({0.0, 0.0}), at({end, end / kFactor})}, 6.0, 4.0));
    }
    if (isEntryVisible(kEqual)) {
        painter.setPen(QPen(t.textPrimary, 1.5));
        painter.drawLine(at({m_grid->low, m_grid->low}), at({end, end}));
    }
    painter.restore();
}

int ScatterChart::cellOf(double value) const
{
    const double along = (value - m_grid->low) / (m_grid->high - m_grid->low) * m_grid->cells;
    return std::clamp(int(std::floor(along)), 0, m_grid->cells - 1);
}

double ScatterChart::middleOf(int cell) const
{
    return m_grid->low + (cell + 0.5) * (m_grid->high - m_grid->low) / m_grid->cells;
}

qint64 ScatterChart::countAt(double x, double y) const
{
    if (isEmpty())
        return 0;
    return m_grid
        ->counts[std::size_t(cellOf(y)) * std::size_t(m_grid->cells) + std::size_t(cellOf(x))];
}

QRectF ScatterChart::rectOf(int column, int row) const
{
    const double half = 0.5 * (m_grid->high - m_grid->low) / m_grid->cells;
    return QRectF(at({middleOf(column) - half, middleOf(row) + half}),
        at({middleOf(column) + half, middleOf(row) - half}));
}

std::optional<QPointF> ScatterChart::snapped(QPointF place) const
{
    if (isEmpty())
        return std::nullopt;
    return QPointF(middleOf(cellOf(place.x())), middleOf(cellOf(place.y())));
}

QPointF ScatterChart::stepped(QPointF from, int dx, int dy) const
{
    const auto next = [this](double value, int steps) {
        return middleOf(std::clamp(cellOf(value) + steps, 0, m_grid->cells - 1));
    };
    return {next(from.x(), std::clamp(dx, -kCells, kCells)), next(from.y(), dy)};
}

ChartView::ReadOut ScatterChart::readOut(QPointF place) const
{
    ReadOut out;
    if (isEmpty())
        return out;
    const double half = 0.5 * (m_grid->high - m_grid->low) / m_grid->cells;
    const auto range = [&](double middle) {
        //: a range of values: %1 lower end, %2 upper end with unit
        return tr("%1 to %2")
            .arg(formatNumber(middle - half), formatValue(middle + half, m_data->unit));
    };
    const qint64 pairs = countAt(place.x(), place.y());
    out.title = tr("%Ln pair(s)", "", int(pairs));
    out.lines.push_back({QColor(), m_data->xName, range(middleOf(cellOf(place.x())))});
    out.lines.push_back({QColor(), m_data->yName, range(middleOf(cellOf(place.y())))});
    if (pairs > 0)
        out.anchor = rectOf(cellOf(place.x()), cellOf(place.y())).center();
    return out;
}

void ScatterChart::paintCursor(QPainter &painter, QPointF place)
{
    if (isEmpty())
        return;
    painter.save();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colors().textPrimary, 1.5));
    painter.drawRect(rectOf(cellOf(place.x()), cellOf(place.y())));
    painter.restore();
}

std::vector<ChartView::LegendEntry> ScatterChart::legend() const
{
    if (isEmpty())
        return {};
    std::vector<LegendEntry> entries = {{kEqual, tr("Equal"), colors().textPrimary, Mark::Line}};
    if (m_grid->low >= 0.0)
        entries.push_back(
            {kFactorLines, tr("Half and double"), colors().textSecondary, Mark::Dashes});
    return entries;
}

ChartView::TableMaker ScatterChart::tableMaker() const
{
    return [content = m_data] {
        ChartTable table;
        if (!content)
            return table;
        table.header = {
            withUnit(content->xName, content->unit), withUnit(content->yName, content->unit)};
        for (std::size_t i = 0; i < content->x.size(); ++i) {
            if (std::isfinite(content->x[i]) && std::isfinite(content->y[i]))
                table.rows.push_back(
                    {plainNumber(double(content->x[i])), plainNumber(double(content->y[i]))});
        }
        return table;
    };
}

qsizetype ScatterChart::tableRows() const
{
    return m_data ? qsizetype(m_data->x.size()) : 0;
}

void ScatterChart::retranslate()
{
    if (!m_data)
        return;
    const auto title = [this](const QString &name) {
        //: axis title: %1 quantity, %2 unit
        return m_data->unit.isEmpty() ? name : tr("%1, %2").arg(name, m_data->unit);
    };
    setXTitle(m_grid ? tr("%1 · %Ln pair(s)", "", int(m_grid->pairs)).arg(title(m_data->xName))
                     : title(m_data->xName));
    setYTitle(title(m_data->yName));
}

} // namespace belvedere::ui
