// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/neural/graph_network.h"

#include "models/neural/learning_options.h"
#include "models/neural/window_values.h"

#include <torch/torch.h>

namespace belvedere::neural {

namespace {

constexpr std::int64_t kSkipFactor = 4; // width of the skip connections, in channels
constexpr std::int64_t kSteps = 2; // of diffusion along each graph

torch::Tensor rowNormalised(const torch::Tensor &weights)
{
    return weights / weights.sum(1, true).clamp_min(1e-6);
}

/// Doubling dilations, the same in each block, until all blocks together see the whole window.
std::int64_t layersOfBlock(std::int64_t history, std::int64_t blocks)
{
    std::int64_t layers = 1;
    while (blocks * ((std::int64_t(1) << layers) - 1) < history - 1)
        ++layers;
    return layers;
}

} // namespace

GraphNetwork::Options GraphNetwork::Options::fromJson(const QJsonObject &json)
{
    Options options;
    options.channels = std::int64_t(json[QLatin1String("channels")].toDouble());
    options.blocks = std::int64_t(json[QLatin1String("blocks")].toDouble());
    options.embedding = std::int64_t(json[QLatin1String("embedding")].toDouble());
    options.dropout = json[QLatin1String("dropout")].toDouble();
    return options;
}

std::vector<OptionSpec> GraphNetwork::optionTable()
{
    const std::vector<OptionSpec> own = {
        {QStringLiteral("channels"), QT_TRANSLATE_NOOP("Model", "Channels"),
            QT_TRANSLATE_NOOP("Model", "Numbers at each site and step of a hidden layer."), 32, 4,
            256, true, {}, QT_TRANSLATE_NOOP("Model", "Wu et al. 2019."), true},
        {QStringLiteral("blocks"), QT_TRANSLATE_NOOP("Model", "Blocks"),
            QT_TRANSLATE_NOOP("Model",
                "Groups of layers with growing reach in time; together they see the whole window."),
            4, 1, 12, true, {}, QT_TRANSLATE_NOOP("Model", "Wu et al. 2019.")},
        {QStringLiteral("embedding"), QT_TRANSLATE_NOOP("Model", "Embedding"),
            QT_TRANSLATE_NOOP("Model",
                "Learned numbers of each site, from which further ties follow; 0 takes the known "
                "ties alone."),
            10, 0, 64, true, {}, QT_TRANSLATE_NOOP("Model", "Wu et al. 2019.")},
        {QStringLiteral("dropout"), QT_TRANSLATE_NOOP("Model", "Dropout"),
            QT_TRANSLATE_NOOP(
                "Model", "Share of hidden numbers that are left out at random while learning."),
            0.3, 0.0, 0.8, false, {}, QT_TRANSLATE_NOOP("Model", "Wu et al. 2019.")},
    };
    // The published recipe: absolute error, Adam 1e-3 with weight decay 1e-4.
    return withLearningOptions(own,
        {{QStringLiteral("loss"), 1}, {QStringLiteral("optimiser"), 1},
            {QStringLiteral("learningRate"), 1e-3}, {QStringLiteral("weightDecay"), 1e-4},
            {QStringLiteral("clip"), 5.0}, {QStringLiteral("blanked"), 0.0},
            {QStringLiteral("forgotten"), 0.0}});
}

GraphNetwork::GraphNetwork(const NetworkShape &shape, const Options &options)
    : m_shape(shape)
    , m_options(options)
{
    m_ties = register_buffer("ties",
        shape.ties.defined() ? shape.ties.clone() : torch::zeros({shape.sites, shape.sites}));
    if (options.embedding > 0) {
        m_sources = register_parameter("sources", torch::randn({shape.sites, options.embedding}));
        m_targets = register_parameter("targets", torch::randn({shape.sites, options.embedding}));
    }
    m_timeOfDay = register_module("time_of_day", smallEmbedding(kTimesOfDay, options.channels));
    m_weekday = register_module("weekday", smallEmbedding(kWeekdays, options.channels));
    m_input = register_module("input", torch::nn::Linear(2, options.channels));
    const std::int64_t perBlock = layersOfBlock(shape.layout.history, options.blocks);
    const std::int64_t layers = options.blocks * perBlock;
    for (std::int64_t i = 0; i < layers; ++i)
        addLayer(std::int64_t(1) << (i % perBlock), i + 1 == layers);
    const std::int64_t skip = kSkipFactor * options.channels;
    m_end = register_module("end", torch::nn::Linear(skip, 2 * skip));
    m_output = register_module("output", outputLayer(2 * skip, shape));
}

void GraphNetwork::addLayer(std::int64_t dilation, bool last)
{
    const std::int64_t channels = m_options.channels;
    const std::string at = std::to_string(m_layers.size());
    Layer layer;
    layer.dilation = dilation;
    layer.gated = register_module("gated_" + at, torch::nn::Linear(2 * channels, 2 * channels));
    layer.skip = register_module("skip_" + at, torch::nn::Linear(channels, kSkipFactor * channels));
    if (!last) { // of the last only the skip connection is read
        layer.diffusion = register_module(
            "diffusion_" + at, torch::nn::Linear(channels, (1 + reachCount()) * channels));
        layer.norm = register_module(
            "norm_" + at, torch::nn::LayerNorm(torch::nn::LayerNormOptions({channels})));
    }
    m_layers.push_back(layer);
    m_receptiveField += dilation;
}

std::int64_t GraphNetwork::reachCount() const
{
    return kSteps * (m_options.embedding > 0 ? 3 : 2);
}

torch::Tensor GraphNetwork::reaches() const
{
    std::vector<torch::Tensor> graphs = {m_ties, rowNormalised(m_ties.t())};
    if (m_options.embedding > 0) // equation 5
        graphs.push_back(torch::softmax(torch::relu(torch::mm(m_sources, m_targets.t())), 1));
    std::vector<torch::Tensor> reaches;
    for (const auto &graph : graphs) {
        auto reach = graph;
        reaches.push_back(reach);
        for (std::int64_t step = 1; step < kSteps; ++step) {
            reach = torch::mm(reach, graph);
            reaches.push_back(reach);
        }
    }
    return torch::cat(reaches, 1);
}

/// Equation 6: the sum over reaches P of P X W, where X W came first.
/// @param mixed  [N, W, T, (1 + reaches) channels]
torch::Tensor GraphNetwork::diffused(const torch::Tensor &reach, const torch::Tensor &mixed) const
{
    const std::int64_t channels = m_options.channels;
    const auto own = mixed.slice(3, 0, channels); // [N, W, T, C]
    const auto others = mixed.slice(3, channels)
                            .unflatten(3, {reachCount(), channels})
                            .permute({3, 0, 1, 2, 4})
                            .reshape({reach.size(1), -1}); // [reaches N, W T C]
    return own + torch::mm(reach, others).view(own.sizes());
}

torch::Tensor GraphNetwork::forward(const Batch &batch)
{
    const std::int64_t sites = m_shape.sites;
    const std::int64_t history = m_shape.layout.history;
    const auto time = m_timeOfDay->forward(batch.timesOfDay) + m_weekday->forward(batch.weekdays);
    auto x = m_input->forward(windowValues(m_shape.layout, batch)) + time.unsqueeze(1);
    // Sites first: then diffusion is one product of matrices.
    x = x.view({-1, sites, history, m_options.channels}).transpose(0, 1); // [N, W, T, C]
    if (m_receptiveField > history)
        x = torch::constant_pad_nd(x, {0, 0, m_receptiveField - history, 0});
    const auto reach = reaches();
    torch::Tensor skip;
    for (Layer &layer : m_layers) {
        const std::int64_t steps = x.size(2) - layer.dilation;
        const auto pairs = torch::cat({x.slice(2, 0, steps), x.slice(2, layer.dilation)}, 3);
        const auto gates = layer.gated->forward(pairs).chunk(2, 3);
        const auto gated = torch::tanh(gates[0]) * torch::sigmoid(gates[1]); // equation 8
        // All that follows sees the last step alone.
        const auto skipped = layer.skip->forward(gated.select(2, -1)); // [N, W, 4 C]
        skip = skip.defined() ? skip + skipped : skipped;
        if (layer.norm.is_empty())
            break;
        const auto spread = torch::dropout(
            diffused(reach, layer.diffusion->forward(gated)), m_options.dropout, is_training());
        x = layer.norm->forward(spread + x.slice(2, layer.dilation));
    }
    const auto hidden = torch::relu(m_end->forward(torch::relu(skip))); // [N, W, 8 C]
    return m_output->forward(hidden).transpose(0, 1).reshape(
        {batch.rows(), m_shape.layout.horizon, m_shape.outputs()});
}

} // namespace belvedere::neural
