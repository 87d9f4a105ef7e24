// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/forecaster.h"

#include <algorithm>

namespace belvedere::neural {

/// Where the numbers of one sample stand in its row.
struct FeatureLayout
{
    explicit FeatureLayout(const ForecastShape &shape)
        : history(shape.history)
        , horizon(shape.horizon)
    {
    }

    std::int64_t history;
    std::int64_t horizon;

    [[nodiscard]] std::int64_t deviations() const { return 0; } ///< [history] from the usual
    [[nodiscard]] std::int64_t observed() const { return history; } ///< [history] 1 or 0
    [[nodiscard]] std::int64_t usualBefore() const { return 2 * history; } ///< [history]
    [[nodiscard]] std::int64_t usualAhead() const { return 3 * history; } ///< [horizon]
    /// Time since the last observation, as a share of the window; 1 without any.
    [[nodiscard]] std::int64_t age() const { return 3 * history + horizon; }
    [[nodiscard]] std::int64_t lastDeviation() const { return age() + 1; } ///< 0 without any
    [[nodiscard]] std::int64_t usualThen() const { return age() + 2; } ///< when last observed
    [[nodiscard]] std::int64_t width() const { return age() + 3; }
};

/// Values to and from a model's scale: (value - centre) / spread.
struct Scale
{
    float centre = 0.0F;
    float spread = 1.0F;

    [[nodiscard]] float in(float value) const { return (value - centre) / spread; }
    [[nodiscard]] float out(float value) const { return value * spread + centre; }
};

/// An outlier in a window must not drown the rest of it.
[[nodiscard]] inline float limited(float deviation)
{
    return std::clamp(deviation, -6.0F, 6.0F);
}

/// Writes the row of one window at one site.
/// @param deviations  [history] from the usual, in units of the spread; NaN = missing
/// @param usual  [history + horizon], as distances from the centre
/// @param out  [layout.width()]
/// @return false if the window has no observation.
bool writeFeatures(
    const FeatureLayout &layout, const float *deviations, const float *usual, float *out);

/// Writes a window as context of another site's: deviations, then whether each was observed.
/// @param deviations  [history]; NaN = missing
/// @param out  [2 history]
/// @return false if the window has no observation.
bool writeWindow(std::int64_t history, const float *deviations, float *out);

} // namespace belvedere::neural
