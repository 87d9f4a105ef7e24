// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace belvedere {

/// Weights with which the quantiles of a distribution add up to its mean: the integral of the
/// quantile function over the levels 0 … 1, taken as straight between two levels and, beyond the
/// outermost ones, as going on as steeply as between the last two. Exact for a uniform
/// distribution and, with levels symmetric about 0.5, for every symmetric one; the levels 0.1,
/// 0.5, 0.9 give 0.3125, 0.375, 0.3125, near Swanson's rule of 0.3, 0.4, 0.3 (Megill 1984).
/// What a forecast's RMSE is of: the median is optimal for the absolute error, the mean for the
/// squared one (Gneiting 2011, "Making and evaluating point forecasts").
/// @param levels  ascending between 0 and 1, at least one.
/// @return as many; their sum is 1.
[[nodiscard]] std::vector<double> quantileMeanWeights(const std::vector<double> &levels);

} // namespace belvedere
