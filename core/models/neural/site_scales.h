// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/model_input.h"
#include "models/neural/window_features.h"

namespace belvedere::neural {

/// Mean and standard deviation of each site over `steps`. A site that hardly varies, or was never
/// observed, leans on those of all, so that its noise is not blown up; spreads are above zero.
[[nodiscard]] std::vector<Scale> siteScales(const ChannelHistory &history, StepRange steps);

} // namespace belvedere::neural
