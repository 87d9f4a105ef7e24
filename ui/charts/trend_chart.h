// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/plot_view.h"
#include "charts/series_point.h"

#include <QTimeZone>

#include <memory>

class QAreaSeries;
class QLineSeries;

namespace belvedere::ui {

/// Values of months and the straight line through them.
struct TrendData
{
    QString quantity;
    QString unit;
    std::vector<SeriesPoint> months; ///< at the beginning of each month; NaN = missing
    /// Without a line: too short a time.
    bool hasLine = false;
    double level = 0.0; ///< of the line at months.front()
    double slope = 0.0; ///< units a year
    double slopeLow = 0.0, slopeHigh = 0.0; ///< 95 % interval
    /// That there is no trend; NaN = not tested.
    double p = std::numeric_limits<double>::quiet_NaN();
};

/// Monthly values with a trend line, the interval of its slope as a fan around the middle of the
/// time, and the slope in words.
class TrendChart : public PlotView
{
    Q_OBJECT

public:
    explicit TrendChart(QWidget *parent = nullptr);
    ~TrendChart() override;

    void setData(std::shared_ptr<const TrendData> data);
    void setZone(const QTimeZone &zone);

    /// "Falls by 2.1 µg/m³ a year (95 % interval −3.4 to −0.8)"; what an interval around zero
    /// means is said.
    [[nodiscard]] QString summary() const;

protected:
    [[nodiscard]] bool isEmpty() const override;
    void updateSeries() override;
    void applyColors() override;
    [[nodiscard]] std::vector<Tick> xTicks() const override;
    void paintPlot(QPainter &painter) override;
    [[nodiscard]] std::optional<QPointF> snapped(QPointF place) const override;
    [[nodiscard]] QPointF stepped(QPointF from, int dx, int dy) const override;
    [[nodiscard]] ReadOut readOut(QPointF place) const override;
    [[nodiscard]] std::vector<LegendEntry> legend() const override;
    [[nodiscard]] TableMaker tableMaker() const override;
    [[nodiscard]] qsizetype tableRows() const override;
    void retranslate() override;

private:
    [[nodiscard]] double lineAt(double time) const;
    /// The line with another slope that meets the line in the middle of the time.
    [[nodiscard]] double fanAt(double time, double slope) const;
    [[nodiscard]] std::size_t nearest(double time) const;

    std::shared_ptr<const TrendData> m_data;
    QTimeZone m_zone = QTimeZone::utc();
    QLineSeries *m_line;
    QAreaSeries *m_fan;
};

} // namespace belvedere::ui
