// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/neural/city_network.h"

#include "models/neural/domains.h"
#include "models/neural/fused_layers.h"

#include <torch/torch.h>

namespace belvedere::neural {

namespace {

constexpr std::int64_t kHeads = 4;
constexpr std::int64_t kHeadWidth = 16;
constexpr std::int64_t kContextWidth = kHeads * kHeadWidth;
// With days of data rather than months the embeddings would learn each day by heart: on the
// validation part of PEMS08 (7 days to learn from) this takes 2 % off the error.
constexpr double kEmbeddingDropout = 0.3;
// Deep stacks do not learn without normalisation; shallow ones only get slower.
constexpr std::int64_t kNormalisedFrom = 6;

} // namespace

CityNetwork::Options CityNetwork::Options::fromJson(const QJsonObject &json)
{
    const auto number = [&](const char *name) { return json[QLatin1String(name)].toDouble(); };
    Options options;
    options.hidden = std::int64_t(number("hidden"));
    options.layers = std::int64_t(number("layers"));
    options.embedding = std::int64_t(number("embedding"));
    options.dropout = number("dropout");
    options.identity = number("identity") != 0.0;
    return options;
}

CityNetwork::CityNetwork(const NetworkShape &shape, const Options &options)
    : m_shape(shape)
    , m_options(options)
{
    const std::int64_t width = shape.layout.width() + std::int64_t(kSiteTraits + kSeasonTraits);
    const std::int64_t described = (options.identity ? 4 : 3) * options.embedding;
    if (options.identity)
        m_identity =
            register_module("identity", smallEmbedding(shape.identities, options.embedding));
    m_domain = register_module("domain", smallEmbedding(kDomainCount, options.embedding));
    m_timeOfDay = register_module("time_of_day", smallEmbedding(kTimesOfDay, options.embedding));
    m_weekday = register_module("weekday", smallEmbedding(kWeekdays, options.embedding));
    std::int64_t inputs = width + described;
    if (shape.context > 0) {
        m_relation = register_module("relation", smallEmbedding(kDomainCount + 1, kContextWidth));
        m_window = register_module("window",
            torch::nn::Linear(2 * shape.layout.history + std::int64_t(kPairTraits), kContextWidth));
        m_query = register_module("query", torch::nn::Linear(width, kContextWidth));
        m_key = register_module("key", torch::nn::Linear(kContextWidth, kContextWidth));
        m_value = register_module("value", torch::nn::Linear(kContextWidth, kContextWidth));
        inputs += kContextWidth;
    }
    m_input = register_module("input", torch::nn::Linear(inputs, options.hidden));
    for (std::int64_t i = 0; i < options.layers; ++i) {
        m_blocks->push_back(torch::nn::Linear(options.hidden, options.hidden));
        m_blocks->push_back(torch::nn::Linear(options.hidden, options.hidden));
        if (options.layers >= kNormalisedFrom)
            m_norms->push_back(torch::nn::LayerNorm(torch::nn::LayerNormOptions({options.hidden})));
    }
    register_module("blocks", m_blocks);
    register_module("norms", m_norms);
    m_output = register_module("output", outputLayer(options.hidden, shape));
}

torch::Tensor CityNetwork::attend(const Batch &batch, const torch::Tensor &own)
{
    const auto tokens = torch::relu(
        m_window->forward(batch.context) + m_relation->forward(batch.relations)); // [B, K, width]
    return attention(m_query->forward(own), m_key->forward(tokens), m_value->forward(tokens),
        batch.relations, kHeads);
}

torch::Tensor CityNetwork::forward(const Batch &batch)
{
    const auto own = torch::cat({batch.features, batch.traits}, 1);
    std::vector<torch::Tensor> descriptions = {m_domain->forward(batch.domains),
        m_timeOfDay->forward(batch.timesOfDay), m_weekday->forward(batch.weekdays)};
    if (m_options.identity)
        descriptions.push_back(m_identity->forward(batch.identities));
    std::vector<torch::Tensor> inputs = {
        own, torch::dropout(torch::cat(descriptions, 1), kEmbeddingDropout, is_training())};
    if (m_shape.context > 0)
        inputs.push_back(attend(batch, own));
    auto hidden = m_input->forward(torch::cat(inputs, 1)); // [B, hidden]
    for (std::int64_t i = 0; i < m_options.layers; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const auto normal = m_norms->is_empty()
            ? hidden
            : m_norms->at<torch::nn::LayerNormImpl>(at).forward(hidden);
        const auto inner = reluDropout(m_blocks->at<torch::nn::LinearImpl>(2 * at).forward(normal),
            m_options.dropout, is_training());
        hidden = hidden + m_blocks->at<torch::nn::LinearImpl>(2 * at + 1).forward(inner);
    }
    return m_output->forward(torch::relu(hidden))
        .view({-1, m_shape.layout.horizon, m_shape.outputs()});
}

} // namespace belvedere::neural
