// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/forecaster.h"

namespace belvedere {

/// How well the mean of a forecast meets values, and whether they reach a limit.
struct MeanFigures
{
    int step = 0; ///< ahead, from 1
    double rmse = 0.0;
    double mae = 0.0;
    double csi = 0.0; ///< hits among hits, misses and false alarms; critical success index
    double detected = 0.0; ///< hits among events
    double falseAlarms = 0.0; ///< among alarms
    int count = 0;
};

/// Of 1, 6, 12, 24, 48 and 72 steps ahead, as far as the model forecasts; all sites pooled.
/// @param stride  only every stride-th window
[[nodiscard]] Result<std::vector<MeanFigures>> meanFigures(const Forecaster &model,
    const ChannelHistory &history, WindowRange windows, double limit, int stride = 1);

void printMeanFigures(const std::vector<MeanFigures> &figures, double limit);

} // namespace belvedere
