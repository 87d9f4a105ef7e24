// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "time/time_context.h"

#include <QString>

#include <vector>

namespace belvedere::ui {

/// A round time on the river's axis.
struct AxisTick
{
    UtcMs time = 0;
    QString label;
    bool major = false; ///< a day, month or year begins, by the unit below it
};

/// Ticks at round local times from minutes to decades, at most about `maxCount`. A minute that
/// the clocks skip in spring has none; of an hour that comes twice in autumn both have.
[[nodiscard]] std::vector<AxisTick> axisTicks(
    const TimeRange &range, const QTimeZone &zone, int maxCount);

} // namespace belvedere::ui
