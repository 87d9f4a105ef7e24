// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace belvedere {

/// The quantile of ascending numbers, between two of them by straight line (type 7 of Hyndman
/// and Fan 1996). `sorted` is not empty; level 0 … 1.
[[nodiscard]] double quantileOf(const std::vector<float> &sorted, double level);

/// How far each quantile of a forecast lies from its median, from residuals truth - forecast:
/// at most 0 below the median, 0 for it, at least 0 above, ascending. Zeros without residuals.
/// @param residuals  sorted in place.
[[nodiscard]] std::vector<float> quantileOffsets(
    std::vector<float> &residuals, const std::vector<double> &levels);

/// Quantile loss summed over residuals and levels.
[[nodiscard]] double pinballSum(const std::vector<float> &residuals,
    const std::vector<float> &offsets, const std::vector<double> &levels);

} // namespace belvedere
