// SPDX-License-Identifier: GPL-3.0-or-later
// Private to models/neural: torch headers.
// Layers in one pass over memory, with gradients of our own. On a processor a small network
// spends most of its time going through memory again and again, not multiplying matrices.
#pragma once

#include <torch/types.h>

namespace belvedere::neural {

/// Attention of one query a row over its K places: softmax(q k / sqrt(d)) v, head by head.
/// @param query  [B, heads · d]
/// @param keys, values  [B, K, heads · d]
/// @param present  [B, K] int64, 0 = an empty place, which gets no weight
/// @return [B, heads · d]; zeros where all places are empty.
/// Source: Vaswani et al. 2017, equation 1.
[[nodiscard]] torch::Tensor attention(const torch::Tensor &query, const torch::Tensor &keys,
    const torch::Tensor &values, const torch::Tensor &present, std::int64_t heads);

/// The same from torch's operations; for a graphics card, and to be compared with.
[[nodiscard]] torch::Tensor composedAttention(const torch::Tensor &query, const torch::Tensor &keys,
    const torch::Tensor &values, const torch::Tensor &present, std::int64_t heads);

/// max(x, 0), and while learning a share of the numbers at zero and the others larger by as much
/// (Srivastava et al. 2014). Draws from torch's generator: manual_seed() repeats it.
[[nodiscard]] torch::Tensor reluDropout(const torch::Tensor &x, double share, bool learning);

} // namespace belvedere::neural
