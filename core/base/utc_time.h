// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QStringView>
#include <QTimeZone>

#include <cstdint>

namespace belvedere {

/// Milliseconds since 1970-01-01T00:00Z. Every time inside the program is one of these; the
/// city's time zone matters only where a person reads or where local habits count.
using UtcMs = std::int64_t;

inline constexpr UtcMs kMsPerSecond = 1000;
inline constexpr UtcMs kMsPerMinute = 60 * kMsPerSecond;
inline constexpr UtcMs kMsPerHour = 60 * kMsPerMinute;
inline constexpr UtcMs kMsPerDay = 24 * kMsPerHour;
inline constexpr int kMinutesPerDay = 1440;
inline constexpr int kMinutesPerWeek = 7 * kMinutesPerDay;

/// Reads "2012-03-01 00:05:00", with 'T' or a blank, seconds and fraction optional, '/' for '-',
/// and a zone "Z", "+01:00" or "-0700" if written; without one the time is local in `zone`.
/// @return Errc::Parse if it is no time, or if the local time does not exist in `zone` because
/// the clocks went forward over it. Of an hour that occurs twice, the first is meant.
[[nodiscard]] Result<UtcMs> parseTime(QStringView text, const QTimeZone &zone);

/// ISO 8601 in UTC: "2012-03-01T08:05:00Z". Milliseconds are written only if not zero.
[[nodiscard]] QString formatUtc(UtcMs time);

/// Minutes since Monday 00:00, local in `zone`: 0 … kMinutesPerWeek - 1.
[[nodiscard]] int minuteOfWeek(UtcMs time, const QTimeZone &zone);

/// "UTC", "Asia/Shanghai" or a fixed offset such as "UTC+08:00".
/// @return Errc::Usage for a name that this machine does not know.
[[nodiscard]] Result<QTimeZone> parseZone(const QString &name);

} // namespace belvedere
