// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/forecaster.h"

namespace belvedere {

/// Windows to learn from and windows to be judged by, as positions in a range.
struct TrainingBlocks
{
    std::vector<int> learned;
    std::vector<int> heldOut;

    /// Cuts `count` windows into pieces and holds out the last fifth of each, so that all seasons
    /// are judged. Around what is held out, windows that share targets with it, or have them among
    /// their inputs, are left out. Pieces are so long that little is lost by that.
    [[nodiscard]] static TrainingBlocks of(int count, const ForecastShape &shape);
};

/// Steps ahead that one model answers for, from 1, both included.
struct StepGroup
{
    int first = 1;
    int last = 1;
};

/// 1, 2-3, 4-6, 7-10, 11-16, …: the further ahead, the less two steps differ. So a day of hours
/// takes six models, not 24, and each sees the step as a feature.
[[nodiscard]] std::vector<StepGroup> stepGroups(int horizon);

} // namespace belvedere
