// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_view.h"

class QAbstractSeries;
class QChart;
class QGraphicsScene;
class QValueAxis;

namespace belvedere::ui {

/// A ChartView whose unbroken lines and bands are drawn by Qt Charts. The chart stands in a scene
/// without a view: it is laid out once a picture, not once a change, and only the plot is drawn
/// by it. Few series with many points are cheap, each further series costs 50 µs.
class PlotView : public ChartView
{
    Q_OBJECT

public:
    explicit PlotView(QWidget *parent = nullptr);
    ~PlotView() override;

    /// For those who look at what is drawn.
    [[nodiscard]] const QChart *chart() const { return m_chart; }

protected:
    void attach(QAbstractSeries *series);
    /// Removes and deletes it.
    void detach(QAbstractSeries *series);
    void paintPlot(QPainter &painter) override;

private:
    QGraphicsScene *m_scene;
    QChart *m_chart;
    QValueAxis *m_xAxis;
    QValueAxis *m_yAxis;
};

} // namespace belvedere::ui
