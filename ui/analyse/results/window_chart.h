// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/results/run_review.h"
#include "charts/series_chart.h"

namespace belvedere::ui {

/// How one window went at one site, over the steps that were observed.
struct WindowFigures
{
    double mae = std::numeric_limits<double>::quiet_NaN();
    double lastValueMae = std::numeric_limits<double>::quiet_NaN(); ///< had nothing changed
    int observed = 0;
    int inBand = 0; ///< of the observed, inside the 80 % band
};

/// The range of a site's values in the test part, without the most extreme percent: what an axis
/// holds that is not to jump from window to window.
struct ValueRange
{
    double low = 0.0;
    double high = 1.0;
};
[[nodiscard]] ValueRange valueRange(const ReviewData &review, int site);

/// Truth over the inputs and the horizon, the forecast, and the last value carried on.
/// @param forecast  [horizon, N, quantiles] or null: none yet.
[[nodiscard]] std::shared_ptr<const SeriesChartData> windowChart(
    const ReviewData &review, int window, int site, const float *forecast, const ValueRange &range);

[[nodiscard]] WindowFigures windowFigures(
    const ReviewData &review, int window, int site, const float *forecast);

/// Window of the test part that is made at this time, or -1.
[[nodiscard]] int windowIssuedAt(const ReviewData &review, UtcMs issued);

} // namespace belvedere::ui
