// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace belvedere {

/// Probability that a value is above `threshold`, from some of its quantiles: the distribution
/// function is straight between two of them and, beyond the outermost ones, goes on as steeply as
/// between the last two until it meets 0 or 1, as quantileMeanWeights() takes it. Where several
/// quantiles are equal it steps; of a single one it is 0 or 1.
/// @param levels  ascending between 0 and 1. @param quantiles  as many, ascending.
/// @return NaN if a quantile is NaN.
[[nodiscard]] double exceedanceProbability(
    const std::vector<double> &levels, std::span<const float> quantiles, double threshold);

} // namespace belvedere
