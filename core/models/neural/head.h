// SPDX-License-Identifier: GPL-3.0-or-later
// Private to models/neural: torch headers.
#pragma once

#include "models/model_spec.h"
#include "models/neural/network.h"
#include "models/neural/quantile_shape.h"

namespace belvedere::neural {

/// Makes a distribution of what a network says for a step ahead, and says how wrong it was.
class Head
{
public:
    virtual ~Head() = default;

    /// [outputs] of a step ahead before anything was learned.
    [[nodiscard]] virtual torch::Tensor initialBias() const = 0;
    /// @param raw  [B, horizon, outputs]
    /// @return [B, horizon, Q] on the model's scale, ascending.
    [[nodiscard]] virtual torch::Tensor quantiles(
        const torch::Tensor &raw, const Batch &batch) const = 0;
    /// @param truth  [B, horizon] on the model's scale; NaN = missing, left out
    /// @param weights  [B] what an error of 1 on the model's scale counts
    /// @return a scalar; 0 if nothing was observed.
    [[nodiscard]] virtual torch::Tensor loss(const torch::Tensor &raw, const Batch &batch,
        const torch::Tensor &truth, const torch::Tensor &weights) const = 0;
};

/// Quantiles around an anchor: a learned mixture of the last observation and the usual value, a
/// correction, and positive distances between neighbouring quantiles, which cannot cross.
/// Learns the pinball loss, and beside it the loss of the point forecast if one is named: of the
/// median for the absolute and Huber's, of the mean for the squared.
/// @param anchored  without it, the correction stands alone.
[[nodiscard]] std::unique_ptr<Head> quantileHead(
    const ForecastShape &shape, PointLoss pointLoss, bool anchored);

/// Counts: the rate of a Poisson distribution, learned by its likelihood; the quantiles are those
/// of the distribution, whole numbers.
[[nodiscard]] std::unique_ptr<Head> countHead(const ForecastShape &shape);

/// Classes: the chance of each of `edges.size() + 1` ranges of the value, learned by
/// cross-entropy; quantiles are interpolated within a range.
/// @param edges  ascending, on the model's scale, at least 3
[[nodiscard]] std::unique_ptr<Head> classHead(
    const ForecastShape &shape, const std::vector<float> &edges);

} // namespace belvedere::neural
