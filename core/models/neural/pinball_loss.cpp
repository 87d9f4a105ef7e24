// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/neural/pinball_loss.h"

#include <torch/torch.h>

namespace belvedere::neural {

torch::Tensor pinballLoss(
    const torch::Tensor &forecast, const torch::Tensor &truth, const torch::Tensor &levels)
{
    const auto observed = torch::isfinite(truth).unsqueeze(2); // [B, F, 1]
    // Zeros take the place of missing truth before the arithmetic: NaN times 0 is NaN, also in
    // the gradient.
    const auto known = torch::nan_to_num(truth).unsqueeze(2); // [B, F, 1]
    const auto error = known - forecast; // [B, F, Q]
    const auto loss = torch::max(levels * error, (levels - 1.0) * error); // [B, F, Q]
    const auto count = observed.sum().clamp_min(1) * forecast.size(2);
    return (loss * observed).sum() / count;
}

} // namespace belvedere::neural
