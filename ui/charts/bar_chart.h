// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_view.h"

#include <memory>

namespace belvedere::ui {

/// One row (or column) of bars, one bar a group.
struct Bar
{
    QString label;
    std::vector<double> values; ///< one a group; NaN = missing
    /// Ends of the range around each value, in the same unit; empty or NaN: none.
    std::vector<double> low, high;
};

struct BarChartData
{
    enum class Order { AsGiven, LargestFirst };

    QString quantity; ///< "Mean |contribution|"
    QString unit;
    QStringList groups; ///< names of the bars within a row; empty: one without a name
    std::vector<Bar> bars;
    Qt::Orientation orientation = Qt::Horizontal; ///< of the bars
    Order order = Order::AsGiven; ///< by the magnitude of the first group
    /// More rows than this: the rest becomes one row with the sums, without ranges. 0 = no limit.
    int mostRows = 0;
};

/// Amounts of named things side by side, from a common zero. The cursor's key is the label; that
/// of the row of the rest is empty.
class BarChart : public ChartView
{
    Q_OBJECT

public:
    explicit BarChart(QWidget *parent = nullptr);
    ~BarChart() override;

    void setData(std::shared_ptr<const BarChartData> data);
    /// Rows as shown: sorted, the rest as one.
    [[nodiscard]] const std::vector<Bar> &rows() const { return m_rows; }

protected:
    [[nodiscard]] bool isEmpty() const override { return m_rows.empty(); }
    void updateSeries() override;
    [[nodiscard]] std::vector<Tick> xTicks() const override;
    [[nodiscard]] std::vector<Tick> yTicks() const override;
    void paintPlot(QPainter &painter) override;
    [[nodiscard]] std::optional<QPointF> snapped(QPointF place) const override;
    [[nodiscard]] QPointF stepped(QPointF from, int dx, int dy) const override;
    [[nodiscard]] ReadOut readOut(QPointF place) const override;
    void paintCursor(QPainter &painter, QPointF place) override;
    [[nodiscard]] QString keyAt(QPointF place) const override;
    [[nodiscard]] std::optional<QPointF> placeOfKey(const QString &key) const override;
    [[nodiscard]] std::vector<LegendEntry> legend() const override;
    [[nodiscard]] TableMaker tableMaker() const override;
    [[nodiscard]] qsizetype tableRows() const override { return qsizetype(m_rows.size()); }
    void retranslate() override;

private:
    struct Drawn
    {
        QRectF bar;
        QLineF range; ///< null: none
        double value = 0.0;
    };

    void arrange();
    [[nodiscard]] bool horizontal() const { return m_data->orientation == Qt::Horizontal; }
    [[nodiscard]] std::vector<std::size_t> shownGroups() const;
    [[nodiscard]] Drawn drawnOf(
        std::size_t row, std::size_t group, std::size_t slot, std::size_t slots) const;
    void paintRange(QPainter &painter, const QLineF &range) const;
    void paintValue(QPainter &painter, const Drawn &drawn) const;
    [[nodiscard]] int rowAt(QPointF place) const; ///< -1: none
    [[nodiscard]] QPointF middleOf(int row) const;
    [[nodiscard]] QColor colorOf(std::size_t group) const;

    std::shared_ptr<const BarChartData> m_data;
    std::vector<Bar> m_rows;
    int m_decimals = 0;
    bool m_hasRest = false;
};

} // namespace belvedere::ui
