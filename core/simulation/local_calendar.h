// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/series.h"

#include <QTimeZone>

#include <vector>

namespace belvedere::simulation {

/// The local calendar of each instant of an axis.
struct LocalCalendar
{
    TimeAxis axis;
    std::vector<int> minuteOfWeek; ///< Monday 00:00 = 0
    std::vector<int> dayOfYear; ///< 1 … 366

    LocalCalendar(const TimeAxis &timeAxis, const QTimeZone &zone);

    [[nodiscard]] double hour(int step) const
    {
        return (minuteOfWeek[static_cast<std::size_t>(step)] % kMinutesPerDay) / 60.0;
    }
    /// 0 = Monday.
    [[nodiscard]] int weekday(int step) const
    {
        return minuteOfWeek[static_cast<std::size_t>(step)] / kMinutesPerDay;
    }
};

} // namespace belvedere::simulation
