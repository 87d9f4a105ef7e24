// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_view.h"

#include <QTimeZone>

#include <limits>
#include <memory>
#include <vector>

class QAreaSeries;
class QLineSeries;

namespace belvedere::ui {

struct SeriesPoint
{
    UtcMs time = 0;
    double value = std::numeric_limits<double>::quiet_NaN(); ///< NaN = missing
};

struct ForecastPoint
{
    UtcMs time = 0;
    double p10 = std::numeric_limits<double>::quiet_NaN();
    double p50 = std::numeric_limits<double>::quiet_NaN();
    double p90 = std::numeric_limits<double>::quiet_NaN();
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
};

/// One quantity at one place over time: what was measured, with gaps where nothing was, and the
/// forecast as a median with the band from p10 to p90; a rule at "now" and one at the instant
/// that the program shows.
class SeriesChart : public ChartView
{
    Q_OBJECT

public:
    explicit SeriesChart(QWidget *parent = nullptr);
    ~SeriesChart() override;

    void setData(std::shared_ptr<const SeriesChartData> data);
    void setZone(const QTimeZone &zone);
    void setNow(belvedere::UtcMs now);
    void setCurrent(belvedere::UtcMs current);

Q_SIGNALS:
    /// The person clicked at this time, or dragged over it.
    void timePicked(belvedere::UtcMs time);

protected:
    [[nodiscard]] bool isEmpty() const override;
    void updateSeries() override;
    void applyColors() override;
    [[nodiscard]] std::vector<Tick> xTicks() const override;
    void paintOverlay(QPainter &painter) override;
    void retranslate() override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    void updateRanges();
    void fillLines(std::vector<QLineSeries *> &lines, const std::vector<SeriesPoint> &points);
    void paintHover(QPainter &painter);
    void pick(double pixel);

    std::shared_ptr<const SeriesChartData> m_data;
    std::vector<QLineSeries *> m_observed; // one a stretch without gaps
    std::vector<QLineSeries *> m_comparison;
    QLineSeries *m_median;
    QLineSeries *m_bandLow;
    QLineSeries *m_bandHigh;
    QAreaSeries *m_band;
    QTimeZone m_zone = QTimeZone::utc();
    UtcMs m_now = 0;
    UtcMs m_current = 0;
};

} // namespace belvedere::ui
