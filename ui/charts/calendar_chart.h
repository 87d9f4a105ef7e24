// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_view.h"
#include "charts/heat_map.h"
#include "charts/value_class.h"

#include <QDate>

#include <memory>
#include <span>

namespace belvedere::ui {

struct CalendarData
{
    QString quantity; ///< "PM2.5, mean of the day"
    QString unit;
    QDate first; ///< the day of values[0]
    std::vector<double> values; ///< one a day; NaN = missing
    std::vector<ValueClass> classes; ///< ascending; empty: the ramp's colours
    Ramp ramp = Ramp::Amount;
    /// Values at the ends of the ramp; NaN = those of the data.
    double low = std::numeric_limits<double>::quiet_NaN();
    double high = std::numeric_limits<double>::quiet_NaN();
};

/// A value a day over years: one block a year, one column a week, one row a day of the week, as
/// the locale begins it. Months are outlined, missing days hatched. The cursor's key is the day,
/// "2013-01-31". With classes, those that are switched off in the legend stay empty.
class CalendarChart : public ChartView
{
    Q_OBJECT

public:
    explicit CalendarChart(QWidget *parent = nullptr);
    ~CalendarChart() override;

    void setData(std::shared_ptr<const CalendarData> data);

    [[nodiscard]] QDate dayAt(QPointF pixel) const; ///< invalid outside
    [[nodiscard]] QRectF rectOf(const QDate &day) const;
    /// The height at which each day is a few pixels high.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    [[nodiscard]] bool isEmpty() const override;
    void updateSeries() override;
    [[nodiscard]] std::vector<Tick> xTicks() const override { return {}; }
    [[nodiscard]] std::vector<Tick> yTicks() const override;
    void paintPlot(QPainter &painter) override;
    void paintOverlay(QPainter &painter) override;
    [[nodiscard]] std::optional<QPointF> snapped(QPointF place) const override;
    [[nodiscard]] QPointF stepped(QPointF from, int dx, int dy) const override;
    [[nodiscard]] ReadOut readOut(QPointF place) const override;
    void paintCursor(QPainter &painter, QPointF place) override;
    [[nodiscard]] QString keyAt(QPointF place) const override;
    [[nodiscard]] std::optional<QPointF> placeOfKey(const QString &key) const override;
    [[nodiscard]] std::vector<LegendEntry> legend() const override;
    [[nodiscard]] TableMaker tableMaker() const override;
    [[nodiscard]] qsizetype tableRows() const override;
    void retranslate() override;

private:
    /// Where a day stands: year from the top, week from the left, row from the top of its year.
    struct Cell
    {
        int year = 0;
        int week = 0;
        int row = 0;
    };
    [[nodiscard]] Cell cellOf(const QDate &day) const;
    [[nodiscard]] QDate dayOf(QPointF place) const;
    [[nodiscard]] QPointF middleOf(const QDate &day) const;
    [[nodiscard]] double rowTop(int year, int row) const; ///< in axis values
    [[nodiscard]] double valueOf(const QDate &day) const;
    [[nodiscard]] bool holds(const QDate &day) const;
    [[nodiscard]] QDate lastDay() const;
    [[nodiscard]] int years() const;
    [[nodiscard]] std::span<const QColor> ramp() const;
    /// Invalid for a day that is missing or of a class that is switched off.
    [[nodiscard]] QColor colorOf(double value) const;
    void measure();
    void paintDays(QPainter &painter) const;
    void paintMonths(QPainter &painter) const;

    std::shared_ptr<const CalendarData> m_data;
    ColorRange m_range;
};

} // namespace belvedere::ui
