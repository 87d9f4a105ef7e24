// SPDX-License-Identifier: GPL-3.0-or-later
// Private to models/neural: torch headers.
#pragma once

#include <torch/torch.h>

namespace belvedere::neural {

/// Mean of `errors` where truth was observed; 0 if nothing was.
/// @param errors  [B, horizon], finite throughout
/// @param truth  [B, horizon]; NaN = missing
[[nodiscard]] inline torch::Tensor observedMean(
    const torch::Tensor &errors, const torch::Tensor &truth)
{
    const auto observed = torch::isfinite(truth);
    return (errors * observed).sum() / observed.sum().clamp_min(1);
}

} // namespace belvedere::neural
