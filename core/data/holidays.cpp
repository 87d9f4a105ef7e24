// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/holidays.h"

#include <QDateTime>

#include <algorithm>

namespace belvedere {

namespace {

int utcDay(UtcMs time)
{
    return static_cast<int>((time - ((time % kMsPerDay) + kMsPerDay) % kMsPerDay) / kMsPerDay);
}

} // namespace

int localDay(UtcMs time, const QTimeZone &zone)
{
    return utcDay(time + QDateTime::fromMSecsSinceEpoch(time, zone).offsetFromUtc() * kMsPerSecond);
}

bool isHoliday(UtcMs time, const QTimeZone &zone, const std::vector<int> &days)
{
    // Asking a zone is slow, and no zone is more than a day away.
    const int near = utcDay(time);
    const auto first = std::lower_bound(days.begin(), days.end(), near - 1);
    if (first == days.end() || *first > near + 1)
        return false;
    return std::binary_search(days.begin(), days.end(), localDay(time, zone));
}

} // namespace belvedere
