// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/bounding_box.h"

#include <cstdint>
#include <span>
#include <vector>

namespace belvedere::ui {

/// Polylines one after another.
struct PolylineSet
{
    double toleranceM = 0.0; ///< no point of the original is farther off than this
    std::vector<PointM> points;
    std::vector<std::uint32_t> first{0}; ///< [lines + 1]; line i is first[i] … first[i + 1]

    void append(std::span<const PointM> line);
    [[nodiscard]] std::size_t count() const { return first.size() - 1; }
    [[nodiscard]] std::span<const PointM> line(std::size_t i) const
    {
        return {points.data() + first[i], points.data() + first[i + 1]};
    }
};

} // namespace belvedere::ui
