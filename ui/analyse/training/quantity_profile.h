// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/series_chart.h"
#include "data/dataset.h"

#include <memory>
#include <vector>

namespace belvedere::ui {

/// What a quantity of a data set looks like over its time, before anything is learned from it.
struct QuantityProfile
{
    TimeAxis axis;
    /// Share of sites that were observed, 0 … 1, in equal slices of the axis, at most
    /// kProfileSlices and never more than steps.
    std::vector<float> coverage;
    double observedShare = 0.0; ///< of all values
    /// The mean of the observed sites at each step.
    std::shared_ptr<const SeriesChartData> mean;
};

inline constexpr int kProfileSlices = 4096;

/// @return Errc::NotFound if the series has no such channel; Errc::Cancelled.
[[nodiscard]] Result<QuantityProfile> quantityProfile(
    const Series &series, const QString &channel, const TaskContext &context = {});

} // namespace belvedere::ui
