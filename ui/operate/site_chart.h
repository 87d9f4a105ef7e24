// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/series_chart.h"
#include "operate/site_state.h"

#include <memory>

namespace belvedere::ui {

/// How far back a chart looks from now.
inline constexpr UtcMs kChartPastMs = 6 * kMsPerHour;

/// History, forecast and the usual course of one site; nothing observed after now.
/// @param forecast  issued at or before the instant shown; may be null.
[[nodiscard]] std::shared_ptr<const SeriesChartData> siteChart(const QuantityView &view,
    SiteId site, const TimeContext &time, const QuantileForecast *forecast);

/// The same for the mean of all sites; the forecast is the mean of the medians, without a band,
/// because quantiles do not add up.
[[nodiscard]] std::shared_ptr<const SeriesChartData> overviewChart(
    const QuantityView &view, const TimeContext &time, const QuantileForecast *forecast);

/// The mean over some sites; the forecast's median of that mean.
[[nodiscard]] std::shared_ptr<const SeriesChartData> selectionChart(const QuantityView &view,
    const std::vector<SiteId> &sites, const TimeContext &time, const QuantileForecast *forecast);

} // namespace belvedere::ui
