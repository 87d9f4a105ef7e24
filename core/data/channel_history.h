// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/dataset.h"

#include <memory>
#include <vector>

namespace belvedere {

/// One channel of a data set as models see it: an immutable matrix [time, site] and the local
/// calendar. Windows are views into it; nothing is copied.
struct ChannelHistory
{
    QString dataset;
    Channel channel;
    TimeAxis axis;
    QTimeZone zone = QTimeZone::utc();
    std::vector<QString> siteCodes; ///< [N]
    std::vector<float> values; ///< [T, N]; NaN = missing or Quality::Suspect
    std::vector<int> minuteOfWeek; ///< [T], local time; Monday 00:00 = 0
    std::vector<Site> sites = {}; ///< [N], or empty where nothing is known but the code
    std::vector<SiteTie> ties = {}; ///< between `sites`, by their position here
    /// Local days that are public holidays, ascending; days since 1970-01-01.
    std::vector<int> holidays = {};
    /// The other channels of the data set, on the same axis and sites: what else was measured,
    /// known up to the same moment. They have no companions themselves.
    std::vector<std::shared_ptr<const ChannelHistory>> companions = {};

    [[nodiscard]] int siteCount() const { return static_cast<int>(siteCodes.size()); }
    [[nodiscard]] const float *row(int step) const
    {
        return values.data() + static_cast<std::size_t>(step) * siteCodes.size();
    }
    /// Also for steps after the end, where forecasts lie.
    [[nodiscard]] int minuteOfWeekAt(int step) const;
    /// Whether the local day of the step is a public holiday; also for steps after the end. The
    /// minute of the week stays that of the weekday.
    [[nodiscard]] bool isHoliday(int step) const;
};

/// @param sites  which sites in which order; empty = all in the data set's order. Ties to other
/// sites are left out.
/// @param holidays  local days, in any order.
/// @return Errc::NotFound for an unknown channel or site (naming it), Errc::Shape if `series`
/// does not fit `dataset`.
[[nodiscard]] Result<std::shared_ptr<const ChannelHistory>> channelHistory(const Dataset &dataset,
    const Series &series, const QString &channelKey, const std::vector<QString> &sites = {},
    std::vector<int> holidays = {});

} // namespace belvedere
