// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace belvedere {

/// Where a count stands in the negative binomial distribution of that mean and variance
/// `dispersion` times the mean (Poisson at 1), as a standard normal deviate: the normal quantile
/// of P(Y < count) + P(Y = count) / 2, within ±8. Smooth enough for sums and means also where
/// counts are mostly 0.
/// @return NaN unless mean is finite and above 0.
[[nodiscard]] double countResidual(int count, double mean, double dispersion);

} // namespace belvedere
