// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_view.h"

namespace belvedere::ui {

struct ConfusionData
{
    QStringList classes;
    std::vector<qint64> counts; ///< [true class, predicted class], row by row; not negative
};

/// What was taken for what: counts and the share of the row, coloured by the share. Rows without
/// a case are hatched. The cursor's key is "true class → predicted class".
class ConfusionChart : public ChartView
{
    Q_OBJECT

public:
    explicit ConfusionChart(QWidget *parent = nullptr);
    ~ConfusionChart() override;

    /// Counts that are no square of the classes are not shown.
    void setData(ConfusionData data);
    /// Share of the row, 0 … 1; NaN in a row without cases.
    [[nodiscard]] double shareOf(int row, int column) const;
    /// Opaque; the digits on it are in inkOn() of it.
    [[nodiscard]] QColor cellColor(int row, int column) const;

    [[nodiscard]] QSize sizeHint() const override;

protected:
    [[nodiscard]] bool isEmpty() const override;
    void updateSeries() override;
    [[nodiscard]] std::vector<Tick> xTicks() const override;
    [[nodiscard]] std::vector<Tick> yTicks() const override;
    void paintPlot(QPainter &painter) override;
    void paintOverlay(QPainter &painter) override;
    [[nodiscard]] std::optional<QPointF> snapped(QPointF place) const override;
    [[nodiscard]] QPointF stepped(QPointF from, int dx, int dy) const override;
    [[nodiscard]] ReadOut readOut(QPointF place) const override;
    void paintCursor(QPainter &painter, QPointF place) override;
    [[nodiscard]] QString keyAt(QPointF place) const override;
    [[nodiscard]] TableMaker tableMaker() const override;
    [[nodiscard]] qsizetype tableRows() const override { return m_data.classes.size(); }
    void retranslate() override;

private:
    [[nodiscard]] int classes() const { return int(m_data.classes.size()); }
    [[nodiscard]] qint64 countOf(int row, int column) const;
    [[nodiscard]] qint64 rowSum(int row) const;
    [[nodiscard]] QRectF rectOf(int row, int column) const;
    [[nodiscard]] QPointF middleOf(int row, int column) const;
    [[nodiscard]] QPoint cellOf(QPointF place) const; ///< column, row; clipped
    [[nodiscard]] QString summary() const;
    void paintCell(QPainter &painter, int row, int column) const;

    ConfusionData m_data;
};

} // namespace belvedere::ui
