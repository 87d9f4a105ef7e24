// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/utc_time.h"

#include <QString>

#include <vector>

namespace belvedere::ui {

/// A place on an axis that has a line and a label.
struct Tick
{
    double value = 0.0;
    QString label;
    bool major = false; ///< the beginning of a day, or a power of ten
};

/// A range that holds [low, high] and begins and ends at round numbers.
struct NiceRange
{
    double low = 0.0;
    double high = 1.0;
    double step = 0.2;
};

/// Steps are 1, 2, 2.5 or 5 times a power of ten; about `targetCount` of them.
[[nodiscard]] NiceRange niceRange(double low, double high, int targetCount);

/// Ticks at multiples of a nice step inside [low, high].
[[nodiscard]] std::vector<Tick> linearTicks(double low, double high, int targetCount);

/// Ticks at 1, 2 and 5 times powers of ten for an axis of decadic logarithms; only the powers if
/// there would be more than `maxCount`.
[[nodiscard]] std::vector<Tick> logTicks(double lowLog10, double highLog10, int maxCount);

/// Ticks at whole hours, half days or days as a clock in `zone` shows them, at most `maxCount`; at
/// months where two weeks are too little. Labels: "08:05", and the day ("Thu 1 Mar") where one
/// begins. Values are UtcMs.
[[nodiscard]] std::vector<Tick> timeTicks(
    UtcMs from, UtcMs to, const QTimeZone &zone, int maxCount);

/// Ticks at the beginning of months, quarters or years in `zone`, at most `maxCount`. Labels:
/// "Mar", and the year where one begins. Values are UtcMs.
[[nodiscard]] std::vector<Tick> monthTicks(
    UtcMs from, UtcMs to, const QTimeZone &zone, int maxCount);

} // namespace belvedere::ui
