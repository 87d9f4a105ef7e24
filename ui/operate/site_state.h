// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/forecaster.h"
#include "operate/quantity_view.h"
#include "time/time_context.h"

#include <vector>

namespace belvedere::ui {

/// What is said about one site at the time shown.
struct SiteState
{
    /// Observed, last known, or forecast median; over a stretch of time the mean of those.
    float value = kMissing;
    float low = kMissing; ///< lowest quantile; only of a forecast
    float high = kMissing; ///< highest quantile; only of a forecast
    /// Good = observed, Estimated = imputed, Stale = the last value, not older than kStaleMs.
    ValueState state = ValueState::Missing;
    UtcMs measured = 0; ///< time of the value; 0 if there is none
};

/// A value that is missing now is shown as stale for this long, then as missing.
inline constexpr UtcMs kStaleMs = 30 * kMsPerMinute;

/// The same time, but not after now: for what has no forecast.
[[nodiscard]] TimeContext upToNow(TimeContext time);

/// States of all sites. Observations after `now` are never looked at, also where the store has
/// them (a replay).
/// @param forecast  issued at `now`; may be null.
/// @return [N]
[[nodiscard]] std::vector<SiteState> siteStates(
    const QuantityView &view, const TimeContext &time, const QuantileForecast *forecast);

/// V / V0 of each site for a speed, NaN where missing or not a speed.
[[nodiscard]] std::vector<float> speedRatios(
    const QuantityView &view, const std::vector<SiteState> &states);

/// Mean over the sites that have a value; NaN if none has.
[[nodiscard]] float meanOf(const std::vector<SiteState> &states);

/// Mean over the sites of the forecast's medians at a step ahead; NaN if there is none. A band of
/// the mean is not made: quantiles do not add up.
[[nodiscard]] float meanMedian(const QuantileForecast &forecast, int step);

} // namespace belvedere::ui
