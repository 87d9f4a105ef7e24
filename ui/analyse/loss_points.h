// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/loss_chart.h"
#include "models/forecaster.h"

#include <vector>

namespace belvedere::ui {

/// What the loss chart draws of epochs.
[[nodiscard]] inline std::vector<LossPoint> lossPoints(const std::vector<EpochReport> &epochs)
{
    std::vector<LossPoint> points;
    points.reserve(epochs.size());
    for (const EpochReport &e : epochs)
        points.push_back({e.epoch, e.trainLoss, e.validationLoss, e.validationMae, e.learningRate,
            e.checkpoint});
    return points;
}

} // namespace belvedere::ui
