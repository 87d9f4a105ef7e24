// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/readers/time_grid.h"

namespace belvedere {

/// Row numbers in the order in which rows go onto the grid: as they stand, or by time where
/// several may fall into one step, so that the latest comes last.
[[nodiscard]] std::vector<std::size_t> placingOrder(
    const std::vector<UtcMs> &times, const TimeGrid &grid);

/// Whether rows `a` and `b` of a matrix [row, width] hold the same, missing values included.
[[nodiscard]] bool sameRow(
    const std::vector<float> &values, std::size_t width, std::size_t a, std::size_t b);

} // namespace belvedere
