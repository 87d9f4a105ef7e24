// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "time/time_context.h"

#include "base/result.h"

#include <QString>

namespace belvedere::ui {

/// Reads a time as a person types it, in English or Chinese whatever the program's language:
///
/// - "now", 现在; "-2h", "+30 min", "now-1d 6h", "2 hours ago", "in 10 min", 两小时前, 半小时后:
///   before or after now;
/// - "08:15", "8:15:30", "0815", "8 pm", 8点, 下午3点半: on the day that is shown;
/// - "yesterday 17:00", 昨天 8:00, "Mon 8:00" (the last Monday, today included), "last Mon",
///   上周一 8点, "3 days ago 8:00";
/// - "2016-03-04 08:00", "4 Mar 2016", "Mar 4 8:00" (of the year shown), "4.3.2016",
///   2016年3月4日 8点; a date alone means its beginning; with "Z" or "+01:00" in that zone.
///
/// Hours are those of the context's zone; of an hour that comes twice the first is meant.
/// @return Errc::Parse with what is accepted, or that the clocks skipped this time.
[[nodiscard]] Result<UtcMs> parseTimeText(const QString &text, const TimeContext &context);

} // namespace belvedere::ui
