// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/bar_chart.h"
#include "charts/beeswarm_chart.h"
#include "charts/confusion_chart.h"
#include "charts/curve_chart.h"
#include "charts/heat_map_chart.h"
#include "charts/histogram_chart.h"
#include "charts/parallel_chart.h"
#include "charts/reliability_chart.h"
#include "charts/series_chart.h"
#include "charts/small_multiples.h"
#include "charts/waterfall_chart.h"

#include <functional>
#include <memory>
#include <vector>

namespace belvedere::ui {

/// A made-up chart of one kind, for tests and for the gallery.
struct ChartSample
{
    QString name;
    QSize size;
    std::function<std::unique_ptr<QWidget>()> make;
};

/// Every component at least once. `longWords` lengthens all names that come with the data.
[[nodiscard]] std::vector<ChartSample> chartSamples(bool longWords = false);

inline constexpr UtcMs kSampleStart = 1'330'560'000'000; // 2012-03-01T00:00Z
inline constexpr UtcMs kSampleStep = 5 * kMsPerMinute;

/// A day's course with two rush hours, noise and gaps.
[[nodiscard]] std::vector<SeriesPoint> sampleSeries(int count, int seed, bool gaps = true);

[[nodiscard]] std::shared_ptr<WaterfallData> sampleWaterfall();
[[nodiscard]] std::shared_ptr<SwarmData> sampleSwarm(int rows, int cases);
/// Runs of a search: learning rate (logarithmic), layers, optimiser (choices), width (not of all),
/// error.
[[nodiscard]] std::shared_ptr<ParallelData> sampleSearch(int runs);

/// Waits until nothing is computed in the background any more.
void settle(QWidget &widget);

} // namespace belvedere::ui
