// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "city/lon_lat.h"

#include <QString>

#include <optional>
#include <vector>

namespace belvedere {

/// A place where something is measured.
struct Site
{
    QString code; ///< as the source writes it; unique within a data set
    QString name; ///< for people; may be empty, then the code stands for it
    std::optional<LonLat> position; ///< absent where the source publishes none
    std::vector<LonLat> path; ///< the stretch of road that is measured; empty for a point
    LinkId link; ///< the link of the city's road network that it stands on, if known

    [[nodiscard]] const QString &title() const { return name.isEmpty() ? code : name; }
};

/// A directed tie between two sites of one data set: a distance or a similarity.
struct SiteTie
{
    SiteId from;
    SiteId to;
    float weight = 0.0F; ///< as the source gives it; metres for distances
};

} // namespace belvedere
