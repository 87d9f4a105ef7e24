// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "base/utc_time.h"
#include "city/lon_lat.h"

#include <QString>

#include <optional>
#include <vector>

namespace belvedere {

/// Something that happened at a place: a crash, a works site, an emergency call.
struct Incident
{
    UtcMs from = 0;
    std::optional<UtcMs> to; ///< absent for a moment without duration
    std::optional<LonLat> position; ///< absent if the source gives none
    QString category; ///< as the source writes it: "crash", "EMS"
    QString description;
    int severity = 0; ///< 0 = unknown, 1 = low … 4 = critical
    LinkId link;
};

/// Incidents of one origin, ordered by `from`.
struct IncidentTable
{
    QString name;
    QString source;
    bool simulated = false;
    std::vector<Incident> incidents;
};

} // namespace belvedere
