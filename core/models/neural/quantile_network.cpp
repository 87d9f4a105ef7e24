// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/neural/quantile_network.h"

#include <torch/nn/functional.h>

namespace belvedere::neural {

namespace {

// For each step ahead: two weights of the anchor, the correction, then the distances.
constexpr std::int64_t kPersistence = 0;
constexpr std::int64_t kFollowing = 1;
constexpr std::int64_t kCorrection = 2;
constexpr std::int64_t kDistances = 3;

constexpr double kEmbeddingSpread = 0.1;
// With days of data rather than months the embeddings would learn each day by heart: on the
// validation part of PEMS08 (7 days to learn from) this takes 2 % off the error.
constexpr double kEmbeddingDropout = 0.3;

torch::nn::Embedding embedding(std::int64_t count, std::int64_t size)
{
    torch::nn::Embedding layer(count, size);
    torch::NoGradGuard guard;
    layer->weight.mul_(kEmbeddingSpread);
    return layer;
}

} // namespace

QuantileNetworkImpl::QuantileNetworkImpl(
    const ForecastShape &shape, std::int64_t siteCount, const NeuralOptions &options)
    : m_layout(shape)
    , m_below(shape.medianIndex())
    , m_above(std::int64_t(shape.quantiles.size()) - 1 - m_below)
{
    const std::int64_t outputs = kDistances + m_below + m_above;
    m_site = register_module("site", embedding(siteCount, options.embedding));
    m_timeOfDay = register_module("time_of_day", embedding(kTimesOfDay, options.embedding));
    m_weekday = register_module("weekday", embedding(7, options.embedding));
    m_input = register_module(
        "input", torch::nn::Linear(m_layout.width() + 3 * options.embedding, options.hidden));
    for (std::int64_t i = 0; i < options.layers; ++i) {
        m_blocks->push_back(torch::nn::Linear(options.hidden, options.hidden));
        m_blocks->push_back(torch::nn::Linear(options.hidden, options.hidden));
    }
    register_module("blocks", m_blocks);
    m_dropout = register_module("dropout", torch::nn::Dropout(options.dropout));
    m_output =
        register_module("output", torch::nn::Linear(options.hidden, m_layout.horizon * outputs));
    torch::NoGradGuard guard;
    // The first forecast is close to the anchor alone, so that learning starts from a good place.
    m_output->weight.mul_(0.1);
    m_output->bias.zero_();
    m_output->bias.view({m_layout.horizon, outputs}).slice(1, kDistances).fill_(-1.0);
}

torch::Tensor QuantileNetworkImpl::anchors(
    const torch::Tensor &features, const torch::Tensor &raw) const
{
    const auto column = [&](std::int64_t at) { return features.slice(1, at, at + 1); }; // [B, 1]
    const auto ahead = features.slice(
        1, m_layout.usualAhead(), m_layout.usualAhead() + m_layout.horizon); // [B, F]
    const auto persistence = torch::sigmoid(raw.select(2, kPersistence)); // [B, F]
    const auto following = torch::sigmoid(raw.select(2, kFollowing)); // [B, F]
    // following 1: the deviation from the usual lasts; 0: the value itself lasts.
    const auto reference = ahead + following * (column(m_layout.usualThen()) - ahead); // [B, F]
    const auto last = column(m_layout.usualThen()) + column(m_layout.lastDeviation()); // [B, 1]
    return ahead + persistence * (last - reference); // [B, F]
}

torch::Tensor QuantileNetworkImpl::forward(const Batch &batch)
{
    const auto described = torch::dropout(
        torch::cat({m_site->forward(batch.sites), m_timeOfDay->forward(batch.timesOfDay),
                       m_weekday->forward(batch.weekdays)},
            1),
        kEmbeddingDropout, is_training()); // [B, 3 embedding]
    auto hidden = m_input->forward(torch::cat({batch.features, described}, 1)); // [B, hidden]
    for (std::size_t i = 0; i + 1 < m_blocks->size(); i += 2) {
        const auto inner = torch::relu(m_blocks->at<torch::nn::LinearImpl>(i).forward(hidden));
        hidden =
            hidden + m_blocks->at<torch::nn::LinearImpl>(i + 1).forward(m_dropout->forward(inner));
    }
    const auto raw = m_output->forward(torch::relu(hidden))
                         .view({-1, m_layout.horizon, kDistances + m_below + m_above});
    const auto median =
        (anchors(batch.features, raw) + raw.select(2, kCorrection)).unsqueeze(2); // [B, F, 1]
    const auto distances = torch::softplus(raw.slice(2, kDistances)); // [B, F, Q - 1]
    std::vector<torch::Tensor> parts;
    if (m_below > 0) {
        const auto down = distances.slice(2, 0, m_below).cumsum(2); // nearest to the median first
        parts.push_back(median - down.flip(2));
    }
    parts.push_back(median);
    if (m_above > 0)
        parts.push_back(median + distances.slice(2, m_below).cumsum(2));
    return torch::cat(parts, 2); // [B, F, Q]
}

} // namespace belvedere::neural
