// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <vector>

namespace belvedere {

/// Cumulative sums of standardised residuals: S = max(0, S + z - k), an alarm above h.
struct CusumOptions
{
    double reference = 0.5; ///< k: half the shift to be found, in standard deviations
    double threshold = 5.0; ///< h
    bool twoSided = false; ///< also falls
    bool restart = true; ///< from 0 after an alarm
};

struct CusumStep
{
    double upper = 0.0; ///< before a restart
    double lower = 0.0; ///< likewise; 0 unless two-sided
    bool alarm = false;
};

/// NaN is a step without a value: the sums stay as they are.
[[nodiscard]] std::vector<CusumStep> cusum(
    const std::vector<double> &z, const CusumOptions &options);

/// Mean number of steps to an alarm of independent normal z with mean `shift` and deviation 1,
/// starting from 0: the mean time to absorption of a Markov chain (Brook and Evans 1972, "An
/// approach to the probability distribution of cusum run length") whose states are 0 and the
/// nodes of a Gauss rule, which converges far faster than equal cells. Two-sided:
/// 1 / ARL = 1 / ARL+ + 1 / ARL-.
/// @return Errc::Usage unless k >= 0 and 0 < h <= 50.
[[nodiscard]] Result<double> cusumRunLength(const CusumOptions &options, double shift = 0.0);
/// The threshold whose run length without a shift is `runLength` steps.
/// @return Errc::Usage for less than 2 or more than 10^9 steps.
[[nodiscard]] Result<double> cusumThreshold(
    double reference, double runLength, bool twoSided = false);

} // namespace belvedere
