// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/utc_time.h"

#include <QString>

class QTimeZone;

namespace belvedere::ui {

// Numbers, times and amounts as people read them, in the default QLocale. What is not finite or
// not known is an en dash, never a zero.

/// "1,234"
[[nodiscard]] QString formatCount(qint64 count);

/// "61.4" with exactly `decimals` places; with -1 about three significant digits.
[[nodiscard]] QString formatNumber(double value, int decimals = -1);

/// "61.4 km/h"; without unit the number alone.
[[nodiscard]] QString formatValue(double value, const QString &unit, int decimals = -1);

/// "+2.4 km/h", "−0.3 km/h", "±0 km/h"
[[nodiscard]] QString formatSigned(double value, const QString &unit, int decimals = -1);

/// "62 %" for 0.62
[[nodiscard]] QString formatPercent(double fraction, int decimals = 0);

/// "p = 0.03", "p < 0.001": how likely chance alone gives as much.
[[nodiscard]] QString formatP(double p);

/// "800 ms", "42 s", "1 min 20 s", "2 h 5 min", "3 d 4 h"
[[nodiscard]] QString formatDuration(double seconds);

/// "just now" below ten seconds, else "4 min ago"
[[nodiscard]] QString formatAge(qint64 ageMs);

/// "08:05"
[[nodiscard]] QString formatTime(UtcMs time, const QTimeZone &zone);

/// "Thu 1 Mar 08:05"
[[nodiscard]] QString formatDayAndTime(UtcMs time, const QTimeZone &zone);

/// "Thu 1 Mar 2012 08:05"
[[nodiscard]] QString formatDateTime(UtcMs time, const QTimeZone &zone);

/// "1.4 MB"
[[nodiscard]] QString formatBytes(qint64 bytes);

} // namespace belvedere::ui
