// SPDX-License-Identifier: GPL-3.0-or-later
#include "city/tiles/tile_source.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace belvedere {

namespace {

constexpr double kRadians = std::numbers::pi / 180.0;

} // namespace

TileKey tileAt(LonLat position, int zoom)
{
    const double side = std::ldexp(1.0, zoom);
    const double lat = position.lat * kRadians;
    const double y = (1.0 - std::asinh(std::tan(lat)) / std::numbers::pi) / 2.0;
    const auto clamped = [side](double share) {
        return static_cast<int>(std::clamp(std::floor(share * side), 0.0, side - 1.0));
    };
    return {zoom, clamped((position.lon + 180.0) / 360.0), clamped(y)};
}

LonLat cornerOf(TileKey key)
{
    const double side = std::ldexp(1.0, key.z);
    return {key.x / side * 360.0 - 180.0,
        std::atan(std::sinh(std::numbers::pi * (1.0 - 2.0 * key.y / side))) / kRadians};
}

} // namespace belvedere
