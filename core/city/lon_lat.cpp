// SPDX-License-Identifier: GPL-3.0-or-later
#include "city/lon_lat.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace belvedere {

double distanceM(LonLat a, LonLat b)
{
    constexpr double kRadians = std::numbers::pi / 180.0;
    const double sinLat = std::sin((b.lat - a.lat) * kRadians / 2);
    const double sinLon = std::sin((b.lon - a.lon) * kRadians / 2);
    const double h = sinLat * sinLat
        + std::cos(a.lat * kRadians) * std::cos(b.lat * kRadians) * sinLon * sinLon;
    return 2 * kEarthRadiusM * std::asin(std::sqrt(std::clamp(h, 0.0, 1.0)));
}

} // namespace belvedere
