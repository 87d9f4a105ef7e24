// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/color_range.h"
#include "charts/series_point.h"

#include <QStringList>

#include <limits>
#include <span>
#include <vector>

class QTimeZone;

namespace belvedere::ui {

struct HeatMapData
{
    QString quantity; ///< "Speed"
    QString unit;
    QString rowTitle, columnTitle; ///< what rows and columns are; may be empty
    QStringList rows; ///< from the top
    QStringList columns; ///< from the left; unless columnStep > 0
    UtcMs firstColumn = 0; ///< with columnStep > 0 columns are times, one a step
    UtcMs columnStep = 0;
    std::vector<double> values; ///< [rows, columns], row by row; NaN = missing
    Ramp ramp = Ramp::Amount;
    /// Values at the ends of the ramp; NaN = those of the data (Difference: the larger amount).
    double low = std::numeric_limits<double>::quiet_NaN();
    double high = std::numeric_limits<double>::quiet_NaN();
    int decimals = -1; ///< of the values; -1 = about three digits

    [[nodiscard]] int columnCount() const
    {
        return rows.isEmpty() ? 0 : int(values.size() / std::size_t(rows.size()));
    }
};

/// Means by day of the week (rows, from the locale's first day) and local hour (24 columns).
[[nodiscard]] HeatMapData hourByWeekday(std::span<const SeriesPoint> points, const QTimeZone &zone);

/// Means by local day: one column a week, one row a day of the week. Columns are named by their
/// first day where a month begins, else empty.
[[nodiscard]] HeatMapData calendarOf(std::span<const SeriesPoint> points, const QTimeZone &zone);

} // namespace belvedere::ui
