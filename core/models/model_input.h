// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/forecaster.h"

namespace belvedere {

/// @return Errc::Shape unless `history` has the sites and the time step of `spec` and every
/// window lies within it.
[[nodiscard]] Result<> checkWindows(
    const ModelSpec &spec, const ChannelHistory &history, const std::vector<int> &lastSteps);

/// A half-open span of steps.
struct StepRange
{
    int begin = 0;
    int end = 0;
};

/// The steps that the training windows touch, inputs and targets; all statistics come from here.
/// @return Errc::Shape if the data does not fit `spec` or there is no window; Errc::Numeric if
/// nothing was observed.
[[nodiscard]] Result<StepRange> trainingSteps(const ModelSpec &spec, const TrainingData &data);

/// True if no observed value of `steps` is below zero: then no forecast should be either.
[[nodiscard]] bool isNonNegative(const ChannelHistory &history, StepRange steps);

} // namespace belvedere
