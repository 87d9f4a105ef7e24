// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "time/time_context.h"

#include <QString>

#include <vector>

namespace belvedere::ui {

/// "The last 12 hours", "this week", "the previous month".
struct TimePreset
{
    enum class Kind {
        Last, ///< up to now, rolling
        This, ///< the calendar's unit that holds now, its future part included
        Previous ///< the calendar's unit before that
    };
    enum class Unit { Hour, Day, Week, Month, Year };

    Kind kind = Kind::Last;
    Unit unit = Unit::Hour;
    int count = 1; ///< of units; only for Last
    friend bool operator==(const TimePreset &, const TimePreset &) = default;
};

/// Days, months and years are those of `zone`, an hour is an hour; weeks begin as the default
/// QLocale has them.
[[nodiscard]] TimeRange rangeOf(const TimePreset &preset, UtcMs now, const QTimeZone &zone);

/// "Last 12 hours", in the language of the program.
[[nodiscard]] QString nameOf(const TimePreset &preset);

/// Those that the river offers.
[[nodiscard]] const std::vector<TimePreset> &timePresets();

/// Midnight at the beginning of the local day, or the first moment there is after it.
[[nodiscard]] UtcMs startOfDay(UtcMs time, const QTimeZone &zone);

} // namespace belvedere::ui
