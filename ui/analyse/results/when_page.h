// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/measure.h"
#include "analyse/results/run_review.h"
#include "charts/bar_chart.h"
#include "charts/heat_map.h"

#include <QWidget>

class QComboBox;

namespace belvedere::ui {

class HeatMapChart;

/// Rows: steps ahead, the nearest at the top; columns: local hours of the day.
[[nodiscard]] HeatMapData hourHeatMap(const RunAnalysis &analysis, Measure measure);
/// One row a regime, a bar each for some steps ahead.
[[nodiscard]] BarChartData regimeBars(const RunAnalysis &analysis, Measure measure);
[[nodiscard]] BarChartData weekdayBars(const RunAnalysis &analysis, Measure measure);
[[nodiscard]] QString regimeTitle(Regime regime);

/// When a run errs: by hour and time ahead, by the state of the place, by day of the week.
class WhenPage : public QWidget
{
    Q_OBJECT

public:
    explicit WhenPage(RunReview &review, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void retranslate();

    RunReview &m_review;
    QComboBox *m_measure;
    HeatMapChart *m_hours;
    BarChart *m_regimes, *m_weekdays;
};

} // namespace belvedere::ui
