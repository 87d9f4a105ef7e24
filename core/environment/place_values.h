// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/dataset.h"

#include <vector>

namespace belvedere {

/// One quantity at one place over time: what the statistics of this folder look at.
struct PlaceValues
{
    Channel channel;
    TimeAxis axis;
    QTimeZone zone = QTimeZone::utc(); ///< days, hours, weekdays and months are local
    std::vector<float> values; ///< [axis.count], NaN = missing or suspect
};

/// @param site  not valid = the mean of all sites that measured, at each step; of dB(A) the
/// energy average.
/// @return Errc::NotFound for an unknown channel, listing those there are.
[[nodiscard]] Result<PlaceValues> placeValues(
    const Dataset &dataset, const Series &series, const QString &channelKey, SiteId site = {});

/// Position of a step in local time.
struct LocalTime
{
    int day = 0; ///< days since 1970-01-01
    int hour = 0; ///< 0 … 23
    int weekday = 0; ///< 0 = Monday
    int year = 0;
    int month = 0; ///< 1 … 12
};
/// @return [axis.count]
[[nodiscard]] std::vector<LocalTime> localTimes(const TimeAxis &axis, const QTimeZone &zone);

/// Which mean of the channel is right: levels in decibel are averaged as energies, all else as it
/// is.
[[nodiscard]] bool isLevel(const Channel &channel);

} // namespace belvedere
