// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace belvedere {

/// The early aberration reporting system. C1 compares a value with the days just before it, C2
/// leaves two of them out so that a slow rise does not hide itself, C3 adds up what C2 saw in
/// the two steps before: it alarms late, but notices a rise that no single step shows. Source:
/// function earsC of the R package surveillance; there too the present step of C3 does not count.
enum class EarsMethod { C1, C2, C3 };

struct EarsOptions
{
    EarsMethod method = EarsMethod::C1;
    int baseline = 7; ///< steps that mean and deviation are taken from, at least 2
    double minSigma = 0.0; ///< least standard deviation, in the unit of the values
};

/// Steps before the first one that can be judged: 7, 9 or 11 with the default baseline.
[[nodiscard]] int earsWarmUp(const EarsOptions &options);

/// z for a probability of error `alpha`; 0.001 is usual for C1 and C2, 0.025 for C3.
[[nodiscard]] double earsThreshold(double alpha);
/// How likely independent standard normal values raise an alarm in one step. The deviation of so
/// few steps is itself uncertain, which makes C1 and C2 alarm far more often than `alpha` says;
/// EarsOptions::minSigma prevents that. NaN for C3.
[[nodiscard]] double earsAlarmProbability(const EarsOptions &options, double threshold);

/// How many standard deviations each value lies above its baseline; for C3 the sum of what C2 was
/// above 1 in the two steps before. Above the threshold is an alarm. NaN during the warm-up and
/// where a value that counts is NaN; infinite above a constant baseline.
[[nodiscard]] std::vector<double> earsScores(
    const std::vector<double> &values, const EarsOptions &options);
/// The largest value of each step that raises no alarm; NaN during the warm-up. Of counts, so at
/// least 0.
[[nodiscard]] std::vector<double> earsUpperBounds(
    const std::vector<double> &counts, const EarsOptions &options, double threshold);

} // namespace belvedere
