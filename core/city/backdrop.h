// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/lon_lat.h"

#include <QString>

#include <vector>

namespace belvedere {

enum class AreaKind { Water, Green, BuiltUp };

/// A filled area behind the roads.
struct Area
{
    AreaKind kind = AreaKind::Green;
    std::vector<LonLat> outline; ///< closed implicitly
};

/// A name on the map.
struct Place
{
    QString name;
    LonLat position;
    int rank = 0; ///< 0 = the city itself, 1 = district, 2 = quarter
};

/// What stands behind the roads and has no measurements.
struct Backdrop
{
    std::vector<Area> areas;
    std::vector<Place> places;
};

} // namespace belvedere
