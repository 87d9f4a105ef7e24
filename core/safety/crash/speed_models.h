// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace belvedere {

enum class CrashSeverity { Fatal, Serious, Slight, Injury, Damage };

enum class SpeedModel {
    /// Nilsson 2004: 4 fatal, 3 serious and worse, 2 all injury. From Swedish rural limits of
    /// 1967-72; Cameron and Elvik 2010: not to be used on urban arterials.
    NilssonPower,
    /// Elvik 2009 (TØI 1034), urban and residential: fatal 2.6, serious 1.5, slight 1.0, injury
    /// 1.2, damage 0.8.
    ElvikUrban,
    /// The same, rural roads and motorways: 4.1, 2.6, 1.1, 1.6, 1.5.
    ElvikRural,
    /// Elvik 2013, 2019: exp(β Δv), β per km/h 0.08 fatal, 0.06 injury; for the other severities
    /// values between or beside these, marked as doubtful.
    ElvikExponential
};

/// A ratio and whether the model reaches that far.
struct SpeedEffect
{
    double ratio = 1.0; ///< crashes after / before
    bool outsideRange = false; ///< mean speeds outside 20 … 120 km/h or a change beyond 30 km/h
    bool doubtful = false; ///< the model has no word for this severity or these roads
};

/// From a change of the mean speed of traffic, not of the limit.
/// @param beforeKmh, afterKmh  above 0.
[[nodiscard]] SpeedEffect speedEffect(
    SpeedModel model, CrashSeverity severity, double beforeKmh, double afterKmh);

/// Mean speed after a limit that is only signed, without enforcement or building: about a quarter
/// of the change (Elvik 2012); nothing if traffic is slower than the new limit already.
[[nodiscard]] double meanSpeedAfterLimit(
    double meanKmh, double limitBeforeKmh, double limitAfterKmh);

} // namespace belvedere
