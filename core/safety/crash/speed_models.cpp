// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/crash/speed_models.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace belvedere {

namespace {

constexpr double kSlowestKmh = 20.0;
constexpr double kFastestKmh = 120.0;
constexpr double kGreatestChangeKmh = 30.0;
/// Of a change that is only signed, what the mean speed follows.
constexpr double kFollowedShare = 0.25;

/// In the order of CrashSeverity.
using BySeverity = std::array<double, 5>;
constexpr BySeverity kNilsson = {4.0, 3.0, 2.0, 2.0, 2.0};
constexpr BySeverity kElvikUrban = {2.6, 1.5, 1.0, 1.2, 0.8};
constexpr BySeverity kElvikRural = {4.1, 2.6, 1.1, 1.6, 1.5};
constexpr BySeverity kElvikExponential = {0.08, 0.07, 0.06, 0.06, 0.06};

double power(const BySeverity &exponents, CrashSeverity severity, double ratio)
{
    return std::pow(ratio, exponents[static_cast<std::size_t>(severity)]);
}

} // namespace

SpeedEffect speedEffect(SpeedModel model, CrashSeverity severity, double beforeKmh, double afterKmh)
{
    SpeedEffect effect;
    const auto [low, high] = std::minmax(beforeKmh, afterKmh);
    effect.outsideRange =
        low < kSlowestKmh || high > kFastestKmh || high - low > kGreatestChangeKmh;
    const double ratio = afterKmh / beforeKmh;
    const bool damage = severity == CrashSeverity::Damage;
    switch (model) {
    case SpeedModel::NilssonPower:
        effect.ratio = power(kNilsson, severity, ratio);
        effect.doubtful = damage || severity == CrashSeverity::Slight;
        break;
    case SpeedModel::ElvikUrban:
        effect.ratio = power(kElvikUrban, severity, ratio);
        break;
    case SpeedModel::ElvikRural:
        effect.ratio = power(kElvikRural, severity, ratio);
        break;
    case SpeedModel::ElvikExponential:
        effect.ratio = std::exp(
            kElvikExponential[static_cast<std::size_t>(severity)] * (afterKmh - beforeKmh));
        effect.doubtful = severity != CrashSeverity::Fatal && severity != CrashSeverity::Injury;
        break;
    }
    return effect;
}

double meanSpeedAfterLimit(double meanKmh, double limitBeforeKmh, double limitAfterKmh)
{
    if (limitAfterKmh < limitBeforeKmh && meanKmh <= limitAfterKmh)
        return meanKmh;
    const double moved = meanKmh + kFollowedShare * (limitAfterKmh - limitBeforeKmh);
    // A lower limit does not make traffic slower than it, which it had no reason to be.
    return limitAfterKmh < limitBeforeKmh ? std::max(moved, std::min(meanKmh, limitAfterKmh))
                                          : moved;
}

} // namespace belvedere
