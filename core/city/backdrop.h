// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/utc_time.h"
#include "city/area_set.h"
#include "city/line_set.h"
#include "city/lon_lat_box.h"
#include "city/place.h"

#include <QString>

#include <optional>
#include <vector>

namespace belvedere {

/// The base map: what stands behind the roads and has no measurements.
struct Backdrop
{
    AreaSet areas;
    LineSet lines;
    std::vector<QString> names; ///< of areas and lines, each once
    std::vector<Place> places;

    /// What the map covers; outside of it nothing is known. Empty for a simulated city.
    LonLatBox box;
    /// Whose data it is, shown wherever the map is: "© OpenStreetMap contributors, ODbL".
    QString attribution;
    QString sourceFile; ///< its name without the folder
    std::optional<UtcMs> dataTime; ///< until when the source follows the world, if it says so

    [[nodiscard]] QString name(std::int32_t index) const
    {
        return index < 0 ? QString() : names[static_cast<std::size_t>(index)];
    }

    friend bool operator==(const Backdrop &, const Backdrop &) = default;
};

} // namespace belvedere
