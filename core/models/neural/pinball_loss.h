// SPDX-License-Identifier: GPL-3.0-or-later
// Private to models/neural: torch headers.
#pragma once

#include <torch/types.h>

namespace belvedere::neural {

/// Mean quantile loss over observed truth: max(q e, (q - 1) e) with e = truth - forecast; for the
/// median that is half the absolute error.
/// @param forecast  [B, horizon, quantiles]
/// @param truth  [B, horizon]; NaN = missing, left out
/// @param levels  [quantiles]
/// @return a scalar; 0 if nothing was observed.
/// Source: Koenker and Bassett 1978, "Regression quantiles", equation 2.1.
[[nodiscard]] torch::Tensor pinballLoss(
    const torch::Tensor &forecast, const torch::Tensor &truth, const torch::Tensor &levels);

} // namespace belvedere::neural
