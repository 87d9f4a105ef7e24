// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/utc_time.h"

#include <QString>

#include <vector>

namespace belvedere {

/// A public holiday of the city.
struct Holiday
{
    int day = 0; ///< local; days since 1970-01-01
    QString name;

    friend bool operator==(const Holiday &a, const Holiday &b)
    {
        return a.day == b.day && a.name == b.name;
    }
};

/// The local day that `time` falls into, in days since 1970-01-01.
[[nodiscard]] int localDay(UtcMs time, const QTimeZone &zone);

/// Whether the local day of `time` is among `days`, which ascend.
[[nodiscard]] bool isHoliday(UtcMs time, const QTimeZone &zone, const std::vector<int> &days);

} // namespace belvedere
