// SPDX-License-Identifier: GPL-3.0-or-later
// Private to models/neural: torch headers.
#pragma once

#include "models/model_spec.h"
#include "models/neural/neural_options.h"
#include "models/neural/window_features.h"

#include <torch/nn.h>

namespace belvedere::neural {

/// Samples of one step of learning or of one forecast.
struct Batch
{
    torch::Tensor features; ///< [B, width]
    torch::Tensor sites; ///< [B] int64
    torch::Tensor timesOfDay; ///< [B] int64, 0 … kTimesOfDay - 1
    torch::Tensor weekdays; ///< [B] int64, 0 … 6
};

/// Embeddings of place and time beside the window, residual blocks, and for each step ahead the
/// quantiles: a learned mixture of the last observation and the usual value, a correction, and
/// positive distances between neighbouring quantiles.
class QuantileNetworkImpl : public torch::nn::Module
{
public:
    static constexpr std::int64_t kTimesOfDay = 48;

    QuantileNetworkImpl(
        const ForecastShape &shape, std::int64_t siteCount, const NeuralOptions &options);

    /// @return [B, horizon, quantiles] on the model's scale, ascending along the last axis.
    torch::Tensor forward(const Batch &batch);

private:
    torch::Tensor anchors(const torch::Tensor &features, const torch::Tensor &raw) const;

    FeatureLayout m_layout;
    std::int64_t m_below; // quantiles below the median
    std::int64_t m_above;
    torch::nn::Embedding m_site{nullptr};
    torch::nn::Embedding m_timeOfDay{nullptr};
    torch::nn::Embedding m_weekday{nullptr};
    torch::nn::Linear m_input{nullptr};
    torch::nn::ModuleList m_blocks;
    torch::nn::Dropout m_dropout{nullptr};
    torch::nn::Linear m_output{nullptr};
};

TORCH_MODULE(QuantileNetwork);

} // namespace belvedere::neural
