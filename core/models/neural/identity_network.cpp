// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/neural/identity_network.h"

#include "models/neural/learning_options.h"
#include "models/neural/window_values.h"

#include <torch/torch.h>

namespace belvedere::neural {

IdentityNetwork::Options IdentityNetwork::Options::fromJson(const QJsonObject &json)
{
    Options options;
    options.embedding = std::int64_t(json[QLatin1String("embedding")].toDouble());
    options.layers = std::int64_t(json[QLatin1String("layers")].toDouble());
    options.dropout = json[QLatin1String("dropout")].toDouble();
    return options;
}

std::vector<OptionSpec> IdentityNetwork::optionTable()
{
    const std::vector<OptionSpec> own = {
        {QStringLiteral("embedding"), QT_TRANSLATE_NOOP("Model", "Embedding"),
            QT_TRANSLATE_NOOP("Model",
                "Learned numbers for the window, each site, time of day and weekday; hidden layers "
                "are four times as wide."),
            32, 1, 256, true, {}, QT_TRANSLATE_NOOP("Model", "Shao et al. 2022."), true},
        {QStringLiteral("layers"), QT_TRANSLATE_NOOP("Model", "Layers"),
            QT_TRANSLATE_NOOP("Model", "Residual blocks between input and output."), 3, 1, 24, true,
            {}, QT_TRANSLATE_NOOP("Model", "Shao et al. 2022.")},
        {QStringLiteral("dropout"), QT_TRANSLATE_NOOP("Model", "Dropout"),
            QT_TRANSLATE_NOOP(
                "Model", "Share of hidden numbers that are left out at random while learning."),
            0.15, 0.0, 0.8, false, {}, QT_TRANSLATE_NOOP("Model", "Shao et al. 2022.")},
    };
    // The published recipe: absolute error, Adam 2e-3 with weight decay 1e-4, lower by steps.
    return withLearningOptions(own,
        {{QStringLiteral("loss"), 1}, {QStringLiteral("optimiser"), 1},
            {QStringLiteral("schedule"), 2}, {QStringLiteral("learningRate"), 2e-3},
            {QStringLiteral("weightDecay"), 1e-4}, {QStringLiteral("clip"), 5.0},
            {QStringLiteral("blanked"), 0.0}, {QStringLiteral("forgotten"), 0.0}});
}

IdentityNetwork::IdentityNetwork(const NetworkShape &shape, const Options &options)
    : m_shape(shape)
    , m_options(options)
{
    const std::int64_t width = 4 * options.embedding;
    m_series =
        register_module("series", torch::nn::Linear(2 * shape.layout.history, options.embedding));
    m_identity = register_module("identity", smallEmbedding(shape.identities, options.embedding));
    m_timeOfDay = register_module("time_of_day", smallEmbedding(kTimesOfDay, options.embedding));
    m_weekday = register_module("weekday", smallEmbedding(kWeekdays, options.embedding));
    for (std::int64_t i = 0; i < 2 * options.layers; ++i)
        m_blocks->push_back(torch::nn::Linear(width, width));
    register_module("blocks", m_blocks);
    m_output = register_module("output", outputLayer(width, shape));
}

torch::Tensor IdentityNetwork::forward(const Batch &batch)
{
    const auto window = windowValues(m_shape.layout, batch).flatten(1); // [B, 2 history]
    auto hidden =
        torch::cat({m_series->forward(window), m_identity->forward(batch.identities),
                       m_timeOfDay->forward(batch.timesOfDay), m_weekday->forward(batch.weekdays)},
            1); // [B, 4 embedding]
    for (std::size_t i = 0; i + 1 < m_blocks->size(); i += 2) {
        const auto inner = torch::relu(m_blocks->at<torch::nn::LinearImpl>(i).forward(hidden));
        hidden = hidden
            + m_blocks->at<torch::nn::LinearImpl>(i + 1).forward(
                torch::dropout(inner, m_options.dropout, is_training()));
    }
    return m_output->forward(hidden).view({-1, m_shape.layout.horizon, m_shape.outputs()});
}

} // namespace belvedere::neural
