// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_view.h"
#include "charts/histogram.h"
#include "common/task_slot.h"

#include <memory>

namespace belvedere::ui {

/// A value at which something changes: a limit, a median.
struct HistogramMark
{
    double value = 0.0;
    QString label;
};

struct HistogramData
{
    QString quantity; ///< "Error"
    QString unit; ///< "km/h"
    std::vector<double> values; ///< any order; NaN = missing
    std::vector<HistogramMark> marks;
};

/// How often which values occur. Counts on a linear or a logarithmic axis; the context menu and
/// setLogarithmic switch. More than 20 000 values are counted in the background.
class HistogramChart : public ChartView
{
    Q_OBJECT

public:
    explicit HistogramChart(QWidget *parent = nullptr);
    ~HistogramChart() override;

    void setData(std::shared_ptr<const HistogramData> data);
    void setLogarithmic(bool on);
    [[nodiscard]] bool isLogarithmic() const { return m_log; }
    [[nodiscard]] const Histogram &histogram() const { return m_histogram; }
    /// False while values are still being counted.
    [[nodiscard]] bool isSettled() const { return !m_slot.running(); }

protected:
    [[nodiscard]] bool isEmpty() const override;
    void updateSeries() override;
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
    void addActions(QMenu &menu) override;
    void retranslate() override;

private:
    void take(Histogram histogram);
    [[nodiscard]] int binAt(double value) const; ///< -1: none
    [[nodiscard]] QPointF middleOf(int bin) const;
    [[nodiscard]] QRectF barOf(int bin) const;
    [[nodiscard]] double shown(qint64 count) const;

    std::shared_ptr<const HistogramData> m_data;
    Histogram m_histogram;
    TaskSlot<Histogram> m_slot;
    bool m_log = false;
};

} // namespace belvedere::ui
