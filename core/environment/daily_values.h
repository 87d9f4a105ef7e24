// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/place_values.h"

namespace belvedere {

/// What a local day came to.
enum class DailyStatistic {
    Mean, ///< of levels the energy average
    Maximum,
    MaximumOf8h ///< highest running 8 h mean that ends in the day
};

struct DailyValue
{
    int day = 0; ///< local; days since 1970-01-01
    double value = 0.0; ///< NaN with less than three quarters of the day measured
    int observed = 0; ///< steps
    int steps = 0; ///< of the day within the axis
};

/// Every local day that the axis touches, in order.
[[nodiscard]] std::vector<DailyValue> dailyValues(
    const PlaceValues &values, DailyStatistic statistic = DailyStatistic::Mean);

/// How often days were above a limit.
struct ExceedanceYear
{
    int year = 0;
    int days = 0; ///< above the limit
    int observedDays = 0;
    int calendarDays = 0; ///< 365 or 366
};
/// @param limit  a day counts if its value is greater.
[[nodiscard]] std::vector<ExceedanceYear> exceedanceDays(
    const std::vector<DailyValue> &days, double limit);

} // namespace belvedere
