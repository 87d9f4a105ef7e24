// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/lon_lat.h"

#include <algorithm>
#include <limits>

namespace belvedere {

/// A rectangle in degrees; empty until a point was added. It never crosses the date line.
struct LonLatBox
{
    double west = std::numeric_limits<double>::infinity();
    double south = std::numeric_limits<double>::infinity();
    double east = -std::numeric_limits<double>::infinity();
    double north = -std::numeric_limits<double>::infinity();

    void add(LonLat p)
    {
        west = std::min(west, p.lon);
        south = std::min(south, p.lat);
        east = std::max(east, p.lon);
        north = std::max(north, p.lat);
    }
    [[nodiscard]] bool empty() const { return west > east; }
    [[nodiscard]] LonLat centre() const { return {(west + east) / 2, (south + north) / 2}; }
    [[nodiscard]] bool contains(LonLat p) const
    {
        return p.lon >= west && p.lon <= east && p.lat >= south && p.lat <= north;
    }

    friend bool operator==(const LonLatBox &, const LonLatBox &) = default;
};

} // namespace belvedere
