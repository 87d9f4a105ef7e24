// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/neural/gru_network.h"

#include "models/neural/learning_options.h"
#include "models/neural/window_values.h"

#include <torch/torch.h>

namespace belvedere::neural {

GruNetwork::Options GruNetwork::Options::fromJson(const QJsonObject &json)
{
    Options options;
    options.hidden = std::int64_t(json[QLatin1String("hidden")].toDouble());
    options.embedding = std::int64_t(json[QLatin1String("embedding")].toDouble());
    options.dropout = json[QLatin1String("dropout")].toDouble();
    return options;
}

std::vector<OptionSpec> GruNetwork::optionTable()
{
    const std::vector<OptionSpec> own = {
        {QStringLiteral("hidden"), QT_TRANSLATE_NOOP("Model", "Width"),
            QT_TRANSLATE_NOOP("Model", "Numbers in the state of the recurrent cells."), 64, 8, 1024,
            true, {}, QT_TRANSLATE_NOOP("Model", "Li et al. 2018."), true},
        {QStringLiteral("embedding"), QT_TRANSLATE_NOOP("Model", "Embedding"),
            QT_TRANSLATE_NOOP(
                "Model", "Learned numbers for each site, each time of day and each weekday."),
            16, 1, 256, true, {}, "", true},
        {QStringLiteral("dropout"), QT_TRANSLATE_NOOP("Model", "Dropout"),
            QT_TRANSLATE_NOOP(
                "Model", "Share of hidden numbers that are left out at random while learning."),
            0.1, 0.0, 0.8, false},
    };
    return withLearningOptions(own,
        {{QStringLiteral("loss"), 1}, {QStringLiteral("blanked"), 0.0},
            {QStringLiteral("forgotten"), 0.0}});
}

GruNetwork::GruNetwork(const NetworkShape &shape, const Options &options)
    : m_shape(shape)
    , m_options(options)
{
    m_identity = register_module("identity", smallEmbedding(shape.identities, options.embedding));
    m_timeOfDay = register_module("time_of_day", smallEmbedding(kTimesOfDay, options.embedding));
    m_weekday = register_module("weekday", smallEmbedding(kWeekdays, options.embedding));
    m_start = register_module("start", torch::nn::Linear(3 * options.embedding, options.hidden));
    m_encoder = register_module("encoder", torch::nn::GRU(2, options.hidden));
    m_decoder = register_module(
        "decoder", torch::nn::GRUCell(shape.outputs() + 3 * options.embedding, options.hidden));
    m_output = register_module("output", torch::nn::Linear(options.hidden, shape.outputs()));
    const torch::NoGradGuard guard;
    m_output->weight.mul_(0.1);
    m_output->bias.copy_(shape.outputBias);
}

torch::Tensor GruNetwork::forward(const Batch &batch)
{
    const auto description =
        torch::cat({m_identity->forward(batch.identities), m_timeOfDay->forward(batch.timesOfDay),
                       m_weekday->forward(batch.weekdays)},
            1); // [B, 3 embedding]
    const auto window = windowValues(m_shape.layout, batch).transpose(0, 1); // [history, B, 2]
    const auto start = torch::tanh(m_start->forward(description)).unsqueeze(0); // [1, B, hidden]
    auto state = std::get<1>(m_encoder->forward(window, start)).squeeze(0); // [B, hidden]
    // What it said before; to begin with, where the window ended.
    auto said = torch::nn::functional::pad(
        window[-1], torch::nn::functional::PadFuncOptions({0, m_shape.outputs()}))
                    .slice(1, 0, m_shape.outputs());
    std::vector<torch::Tensor> steps;
    for (std::int64_t ahead = 0; ahead < m_shape.layout.horizon; ++ahead) {
        state = m_decoder->forward(torch::cat({said, description}, 1), state);
        said = m_output->forward(torch::dropout(state, m_options.dropout, is_training()));
        steps.push_back(said);
    }
    return torch::stack(steps, 1); // [B, horizon, outputs]
}

} // namespace belvedere::neural
