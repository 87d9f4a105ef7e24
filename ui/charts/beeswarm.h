// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace belvedere::ui {

/// One row: what one feature did in many cases.
struct SwarmRow
{
    QString label;
    std::vector<double> effects; ///< [n] where the dots are; NaN = left out
    std::vector<double> values; ///< [n] the feature's own value, for the colour; NaN = missing
};

struct SwarmData
{
    QString quantity; ///< "Contribution to speed"
    QString unit;
    std::vector<SwarmRow> rows; ///< from the top
};

/// A dot of a row, in pixels.
struct SwarmDot
{
    float x = 0.0F;
    float offset = 0.0F; ///< from the middle of the row, up is negative
    std::int16_t shade = -1; ///< 0 … kSwarmShades - 1 by the rank of the value; -1: missing
    std::uint32_t index = 0; ///< of the case
};

inline constexpr int kSwarmShades = 32;

/// Dots in columns as wide as a dot, stacked to both sides of the middle by rank of their value.
/// Where a column has no room for all of them, the dots overlap to half their size, and then
/// every k-th of the column's dots in the order of value stands for the rest.
/// Complexity O(n log n), no comparison of dots with each other.
/// @param low, high  effects at x = 0 and x = width
[[nodiscard]] std::vector<SwarmDot> swarmOf(
    const SwarmRow &row, double low, double high, double width, double height, double dotPx);

} // namespace belvedere::ui
