// SPDX-License-Identifier: GPL-3.0-or-later
// core/city owns what stands still: places, roads, sites and the map projection. It knows
// nothing of measurements, models or screens.
#pragma once

namespace belvedere {

/// Degrees on WGS 84: lon in [-180, 180], lat in [-90, 90].
struct LonLat
{
    double lon = 0.0;
    double lat = 0.0;

    friend bool operator==(LonLat a, LonLat b) { return a.lon == b.lon && a.lat == b.lat; }
};

/// Metres in the plane of a LocalProjection: x to the east, y to the north.
struct PointM
{
    double x = 0.0;
    double y = 0.0;

    friend bool operator==(PointM a, PointM b) { return a.x == b.x && a.y == b.y; }
};

inline constexpr double kEarthRadiusM = 6371008.8; // mean radius, IUGG

/// Great-circle distance in metres (haversine).
[[nodiscard]] double distanceM(LonLat a, LonLat b);

} // namespace belvedere
