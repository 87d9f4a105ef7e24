// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_view.h"
#include "charts/heat_map.h"
#include "common/task_slot.h"

#include <QImage>

#include <memory>
#include <span>

namespace belvedere::ui {

/// Values in rows and columns as colours: hour by day of the week, a calendar, sites over time.
/// Missing cells are hatched; where there is room, the numbers stand in the cells. The cursor's
/// key is the name of the row, its time (with columnStep) that of the column.
class HeatMapChart : public ChartView
{
    Q_OBJECT

public:
    explicit HeatMapChart(QWidget *parent = nullptr);
    ~HeatMapChart() override;

    /// Values that do not fill whole rows are not shown.
    void setData(std::shared_ptr<const HeatMapData> data);
    void setZone(const QTimeZone &zone);

    struct Cell
    {
        int row = 0;
        int column = 0;
    };
    [[nodiscard]] std::optional<Cell> cellAt(QPointF pixel) const;
    [[nodiscard]] QRectF rectOf(Cell cell) const;
    [[nodiscard]] bool isSettled() const { return !m_slot.running(); }

protected:
    [[nodiscard]] bool isEmpty() const override;
    void updateSeries() override;
    void applyColors() override;
    [[nodiscard]] std::vector<Tick> xTicks() const override;
    [[nodiscard]] std::vector<Tick> yTicks() const override;
    void paintPlot(QPainter &painter) override;
    void paintOverlay(QPainter &painter) override;
    [[nodiscard]] std::optional<QPointF> snapped(QPointF place) const override;
    [[nodiscard]] QPointF stepped(QPointF from, int dx, int dy) const override;
    [[nodiscard]] ReadOut readOut(QPointF place) const override;
    void paintCursor(QPainter &painter, QPointF place) override;
    [[nodiscard]] QString keyAt(QPointF place) const override;
    [[nodiscard]] std::optional<QPointF> placeOfKey(const QString &key) const override;
    [[nodiscard]] TableMaker tableMaker() const override;
    [[nodiscard]] qsizetype tableRows() const override;
    void retranslate() override;

private:
    void measure();
    [[nodiscard]] bool isTimed() const { return m_data && m_data->columnStep > 0; }
    [[nodiscard]] std::span<const QColor> ramp() const;
    [[nodiscard]] double valueOf(Cell cell) const;
    [[nodiscard]] std::optional<Cell> cellOf(QPointF place) const;
    [[nodiscard]] QPointF middleOf(Cell cell) const;
    [[nodiscard]] double columnEdge(int column) const;
    void paintCells(QPainter &painter) const;
    void paintNumbers(QPainter &painter) const;
    [[nodiscard]] QString columnName(int column) const;

    std::shared_ptr<const HeatMapData> m_data;
    QImage m_cells; // one pixel a cell; missing ones transparent
    TaskSlot<QImage> m_slot;
    QTimeZone m_zone = QTimeZone::utc();
    ColorRange m_range;
};

} // namespace belvedere::ui
