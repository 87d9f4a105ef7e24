// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_table.h"
#include "charts/series_chart.h"

#include <QRectF>

namespace belvedere::ui {

/// What is left of a series for one size and one visible range. In axis values.
struct SeriesPicture
{
    QRectF range; ///< of all points; top = lowest y. Invalid without points.
    double largestResidual = 0.0;
    QList<QPointF> observed; ///< NaN = a break
    QList<QPointF> comparison;
    QList<QPointF> scenario;
    QList<QPointF> residuals;
    QList<QPointF> median;
    QList<QPointF> innerLow, innerHigh; ///< p25, p75
    QList<QPointF> outerLow, outerHigh; ///< p05 and p95, or p10 and p90
    bool wide = false; ///< the outer band holds 90 %, not 80 %
};

/// @param from, to  visible range; both 0: everything.
/// @param earlier  picture of the same data, whose ranges hold; may be null.
/// Pure: for any thread. Complexity O(n).
[[nodiscard]] SeriesPicture pictureOf(
    const SeriesChartData &data, double from, double to, int columns, const SeriesPicture *earlier);

/// Header texts, in the language of the window.
struct SeriesHeader
{
    QString time, observed, median, comparison, scenario, residual;
};
/// One row an instant that any of the series has.
[[nodiscard]] ChartTable seriesTable(
    const SeriesChartData &data, const SeriesHeader &header, const QTimeZone &zone);

} // namespace belvedere::ui
