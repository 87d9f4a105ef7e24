// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/site.h"
#include "data/series.h"

#include <QTimeZone>

#include <vector>

namespace belvedere {

/// What a data set is, without its values.
struct Dataset
{
    QString name; ///< unique in the city; what scripts write
    QString domain; ///< "traffic", "environment", "safety" or "weather"
    QString source; ///< file names or origin, licence; shown wherever the data is shown
    bool simulated = false;
    QTimeZone zone = QTimeZone::utc(); ///< local habits (time of day, weekday) count in it
    TimeAxis axis;
    std::vector<Channel> channels;
    std::vector<Site> sites;
    std::vector<SiteTie> ties; ///< adjacency or distances; may be empty
    double missingShare = 0.0; ///< of all values, 0 … 1

    /// Position of the site, or none.
    [[nodiscard]] SiteId siteByCode(const QString &code) const
    {
        for (std::size_t i = 0; i < sites.size(); ++i) {
            if (sites[i].code == code)
                return SiteId(static_cast<std::int32_t>(i));
        }
        return {};
    }
};

/// A half-open span of time; the default holds everything.
struct TimeRange
{
    UtcMs from = std::numeric_limits<UtcMs>::min();
    UtcMs to = std::numeric_limits<UtcMs>::max();

    [[nodiscard]] bool contains(UtcMs t) const { return t >= from && t < to; }
};

} // namespace belvedere
