// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/fixed_lon_lat.h"

#include <cstdint>
#include <span>
#include <vector>

namespace belvedere {

/// Many lines or rings in two flat arrays: a city has a million of them.
struct PointChains
{
    std::vector<FixedLonLat> points;
    std::vector<std::uint32_t> first{0}; ///< [chains + 1]; chain i is first[i] … first[i + 1]

    void append(std::span<const FixedLonLat> chain)
    {
        points.insert(points.end(), chain.begin(), chain.end());
        first.push_back(static_cast<std::uint32_t>(points.size()));
    }
    [[nodiscard]] std::size_t count() const { return first.size() - 1; }
    [[nodiscard]] std::span<const FixedLonLat> chain(std::size_t i) const
    {
        return {points.data() + first[i], points.data() + first[i + 1]};
    }

    friend bool operator==(const PointChains &, const PointChains &) = default;
};

} // namespace belvedere
