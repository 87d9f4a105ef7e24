// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/lon_lat.h"

#include <cmath>
#include <cstdint>

namespace belvedere {

/// A position in ten-millionths of a degree, as OpenStreetMap keeps it: 1.1 cm, in 8 bytes.
struct FixedLonLat
{
    static constexpr double kPerDegree = 1e7;

    std::int32_t lon = 0;
    std::int32_t lat = 0;

    /// The nearest one; `p` must be on the globe.
    [[nodiscard]] static FixedLonLat nearest(LonLat p)
    {
        return {static_cast<std::int32_t>(std::lround(p.lon * kPerDegree)),
            static_cast<std::int32_t>(std::lround(p.lat * kPerDegree))};
    }
    [[nodiscard]] LonLat toLonLat() const { return {lon / kPerDegree, lat / kPerDegree}; }

    friend bool operator==(FixedLonLat, FixedLonLat) = default;
};

static_assert(sizeof(FixedLonLat) == 8);

} // namespace belvedere
