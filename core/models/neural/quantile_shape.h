// SPDX-License-Identifier: GPL-3.0-or-later
// Private to models/neural: torch headers.
#pragma once

#include "models/neural/window_features.h"

#include <torch/types.h>

namespace belvedere::neural {

/// What the errors of learning are weighed with besides the pinball loss.
enum class PointLoss { None, Absolute, Squared, Huber };

/// How raw numbers for a step ahead become quantiles: two weights of the anchor, a correction,
/// and the distances between neighbouring quantiles.
struct QuantileShape
{
    QuantileShape(const ForecastShape &shape, bool anchored);

    static constexpr std::int64_t kPersistence = 0;
    static constexpr std::int64_t kFollowing = 1;
    static constexpr std::int64_t kCorrection = 2;
    static constexpr std::int64_t kDistances = 3;

    FeatureLayout layout;
    std::int64_t below; ///< quantiles below the median
    std::int64_t above;
    bool anchored;
    std::vector<double> levels; ///< [Q]
    std::vector<double> meanWeights; ///< [Q], see quantileMeanWeights()

    [[nodiscard]] std::int64_t outputs() const { return kDistances + below + above; }
};

/// A learned mixture of "the last observation lasts", "its deviation from the usual lasts" and
/// "all is as usual".
/// @param raw  [B, horizon, at least 2]
/// @return [B, horizon]
[[nodiscard]] torch::Tensor anchor(
    const FeatureLayout &layout, const torch::Tensor &features, const torch::Tensor &raw);

/// @param raw  [B, horizon, outputs]
/// @return [B, horizon, Q] ascending.
[[nodiscard]] torch::Tensor shapeQuantiles(
    const QuantileShape &shape, const torch::Tensor &raw, const torch::Tensor &features);

/// Pinball loss of shapeQuantiles(), and the point loss beside it: of the median for the absolute
/// and Huber's, of the mean for the squared. Put together from torch's operations.
/// @param truth  [B, horizon]; NaN = missing, left out
/// @param weights  [B] what an error of 1 counts
[[nodiscard]] torch::Tensor composedQuantileLoss(const QuantileShape &shape, PointLoss pointLoss,
    const torch::Tensor &raw, const torch::Tensor &features, const torch::Tensor &truth,
    const torch::Tensor &weights);

/// The same number and gradient in one pass over memory, for the CPU: about a third of the time
/// of a step of a small network went into the operations above.
[[nodiscard]] torch::Tensor fusedQuantileLoss(const QuantileShape &shape, PointLoss pointLoss,
    const torch::Tensor &raw, const torch::Tensor &features, const torch::Tensor &truth,
    const torch::Tensor &weights);

} // namespace belvedere::neural
