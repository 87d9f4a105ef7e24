// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/plot_view.h"
#include "charts/series_point.h"
#include "common/task_slot.h"

#include <QTimeZone>

#include <limits>
#include <memory>
#include <vector>

class QAreaSeries;
class QLineSeries;

namespace belvedere::ui {

/// Quantiles of one instant; NaN = not known. The outer band is p05 to p95 where both are known,
/// else p10 to p90; the inner one p25 to p75.
struct ForecastPoint
{
    UtcMs time = 0;
    double p10 = std::numeric_limits<double>::quiet_NaN();
    double p50 = std::numeric_limits<double>::quiet_NaN();
    double p90 = std::numeric_limits<double>::quiet_NaN();
    double p05 = std::numeric_limits<double>::quiet_NaN();
    double p25 = std::numeric_limits<double>::quiet_NaN();
    double p75 = std::numeric_limits<double>::quiet_NaN();
    double p95 = std::numeric_limits<double>::quiet_NaN();
};

/// What a SeriesChart shows. All points in the order of time.
struct SeriesChartData
{
    QString quantity; ///< "Speed"
    QString unit; ///< "km/h"
    std::vector<SeriesPoint> observed;
    std::vector<ForecastPoint> forecast;
    /// Drawn faint: what was measured after the forecast was made, or another site.
    std::vector<SeriesPoint> comparison;
    QString comparisonLabel;
    /// Time range; both 0 = that of the points.
    UtcMs from = 0;
    UtcMs to = 0;
    /// The y axis holds at least this range; NaN = whatever the points need.
    double yLow = std::numeric_limits<double>::quiet_NaN();
    double yHigh = std::numeric_limits<double>::quiet_NaN();
    /// What would be if; dashed violet.
    std::vector<SeriesPoint> scenario;
    QString scenarioLabel;
    /// Observed minus forecast, in the same unit: a strip below with its own scale. Empty: none.
    std::vector<SeriesPoint> residuals;
};

struct SeriesPicture;

/// One quantity at one place over time: what was measured, with gaps where nothing was, and the
/// forecast as a median with bands; a rule at "now" and one at the instant that the program
/// shows. Any number of points: more than 20 000 are thinned out in the background.
class SeriesChart : public PlotView
{
    Q_OBJECT

public:
    explicit SeriesChart(QWidget *parent = nullptr);
    ~SeriesChart() override;

    void setData(std::shared_ptr<const SeriesChartData> data);
    void setZone(const QTimeZone &zone);
    void setNow(belvedere::UtcMs now);
    void setCurrent(belvedere::UtcMs current);

    /// What is drawn of the observed line: axis values, NaN = a break.
    [[nodiscard]] QList<QPointF> drawnPoints() const;
    /// False while points are still being thinned out.
    [[nodiscard]] bool isSettled() const { return !m_slot.running(); }

Q_SIGNALS:
    /// The person clicked at this time, or dragged the rule of the present instant there.
    void timePicked(belvedere::UtcMs time);

protected:
    [[nodiscard]] bool isEmpty() const override;
    void updateSeries() override;
    void applyColors() override;
    [[nodiscard]] std::vector<Tick> xTicks() const override;
    void paintPlot(QPainter &painter) override;
    void paintOverlay(QPainter &painter) override;
    [[nodiscard]] std::optional<QPointF> snapped(QPointF place) const override;
    [[nodiscard]] QPointF stepped(QPointF from, int dx, int dy) const override;
    [[nodiscard]] ReadOut readOut(QPointF place) const override;
    [[nodiscard]] std::vector<LegendEntry> legend() const override;
    [[nodiscard]] TableMaker tableMaker() const override;
    [[nodiscard]] qsizetype tableRows() const override;
    void clicked(QPointF place) override;
    void retranslate() override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void apply(std::shared_ptr<const SeriesPicture> picture);
    void fillForecast();
    void paintObserved(QPainter &painter) const;
    void paintResiduals(QPainter &painter) const;
    [[nodiscard]] QList<QPointF> pixelsOf(const QList<QPointF> &places) const;
    void pick(double pixel);

    std::shared_ptr<const SeriesChartData> m_data;
    std::shared_ptr<const SeriesPicture> m_picture;
    TaskSlot<std::shared_ptr<const SeriesPicture>> m_slot;
    QLineSeries *m_median;
    QAreaSeries *m_outer;
    QAreaSeries *m_inner;
    QTimeZone m_zone = QTimeZone::utc();
    UtcMs m_now = 0;
    UtcMs m_current = 0;
    bool m_scrubbing = false;
};

} // namespace belvedere::ui
