// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_view.h"
#include "common/task_slot.h"

#include <QImage>

#include <memory>

namespace belvedere::ui {

/// What was said against what came, in one unit.
struct ScatterData
{
    QString xName; ///< "Observed"
    QString yName; ///< "Forecast, 24 h ahead"
    QString unit;
    std::vector<float> x, y; ///< of equal length; pairs with a NaN are left out
};

/// Pairs as density: the more of them in a place, the stronger its colour (logarithmic). The line
/// of equal values is solid, those of half and double dashed. The read-out counts the pairs of a
/// cell; everything is counted in the background.
class ScatterChart : public ChartView
{
    Q_OBJECT

public:
    explicit ScatterChart(QWidget *parent = nullptr);
    ~ScatterChart() override;

    void setData(std::shared_ptr<const ScatterData> data);
    [[nodiscard]] bool isSettled() const { return !m_slot.running(); }
    /// Pairs in the cell that holds the place, in units of the axes.
    [[nodiscard]] qint64 countAt(double x, double y) const;

protected:
    [[nodiscard]] bool isEmpty() const override;
    void updateSeries() override;
    void applyColors() override;
    void paintPlot(QPainter &painter) override;
    [[nodiscard]] std::optional<QPointF> snapped(QPointF place) const override;
    [[nodiscard]] QPointF stepped(QPointF from, int dx, int dy) const override;
    [[nodiscard]] ReadOut readOut(QPointF place) const override;
    void paintCursor(QPainter &painter, QPointF place) override;
    [[nodiscard]] std::vector<LegendEntry> legend() const override;
    [[nodiscard]] TableMaker tableMaker() const override;
    [[nodiscard]] qsizetype tableRows() const override;
    void retranslate() override;

private:
    /// Counts on a square grid over [low, high]².
    struct Grid
    {
        double low = 0.0;
        double high = 1.0;
        int cells = 0; ///< along a side
        std::vector<quint32> counts; ///< [row from below, column]
        quint32 most = 0;
        qint64 pairs = 0;
    };
    static std::shared_ptr<const Grid> count(const ScatterData &data, double low, double high);
    void recount();
    [[nodiscard]] int cellOf(double value) const;
    [[nodiscard]] double middleOf(int cell) const;
    [[nodiscard]] QRectF rectOf(int column, int row) const;

    std::shared_ptr<const ScatterData> m_data;
    std::shared_ptr<const Grid> m_grid;
    QImage m_picture; // one pixel a cell
    TaskSlot<std::shared_ptr<const Grid>> m_slot;
};

} // namespace belvedere::ui
