// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/local_calendar.h"

#include <QDateTime>

namespace belvedere::simulation {

LocalCalendar::LocalCalendar(const TimeAxis &timeAxis, const QTimeZone &zone)
    : axis(timeAxis)
{
    minuteOfWeek.reserve(static_cast<std::size_t>(axis.count));
    dayOfYear.reserve(static_cast<std::size_t>(axis.count));
    // Asking the zone is slow; the offset changes at full hours at most.
    UtcMs known = std::numeric_limits<UtcMs>::min();
    UtcMs offset = 0;
    int day = 1;
    for (int i = 0; i < axis.count; ++i) {
        const UtcMs time = axis.at(i);
        if (time / kMsPerHour != known) {
            known = time / kMsPerHour;
            const QDateTime utc = QDateTime::fromMSecsSinceEpoch(time, Qt::UTC);
            offset = zone.offsetFromUtc(utc) * kMsPerSecond;
            day = utc.addMSecs(offset).date().dayOfYear();
        }
        constexpr UtcMs kMondayMs = 4 * kMsPerDay; // 1970-01-05 was a Monday
        constexpr UtcMs kWeekMs = 7 * kMsPerDay;
        const UtcMs inWeek = ((time + offset - kMondayMs) % kWeekMs + kWeekMs) % kWeekMs;
        minuteOfWeek.push_back(static_cast<int>(inWeek / kMsPerMinute));
        dayOfYear.push_back(day);
    }
}

} // namespace belvedere::simulation
