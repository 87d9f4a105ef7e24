// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/forecaster.h"

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

/// Writes the row of one window at one site.
/// @param lastStep  last step of the window; nothing later is read from `history`
/// @param usual  [history + horizon] rows [N] of what is usual at the steps from the first of
/// the window on
/// @param out  [layout.width()]
/// @return false if the window has no observation.
bool writeFeatures(const FeatureLayout &layout, const ChannelHistory &history, int lastStep,
    std::size_t site, const std::vector<const float *> &usual, Scale scale, float *out);

} // namespace belvedere::neural
