// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training/forecast_metrics.h"

#include <utility>
#include <vector>

namespace belvedere::ctl {

/// MAE, RMSE and MAPE by horizon of several models side by side: the published steps 3, 6 and 12,
/// the last one, and all of them together.
/// @param stepMs  0 = unknown: then rows are named by steps instead of minutes.
[[nodiscard]] QString metricsTable(
    const std::vector<std::pair<QString, ForecastMetrics>> &models, std::int64_t stepMs);

/// CSI, POD, FAR and frequency bias by step ahead of every limit that was scored; empty without.
[[nodiscard]] QString eventsTable(
    const std::vector<std::pair<QString, ForecastMetrics>> &models, std::int64_t stepMs);

} // namespace belvedere::ctl
