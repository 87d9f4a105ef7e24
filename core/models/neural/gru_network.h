// SPDX-License-Identifier: GPL-3.0-or-later
// Private to models/neural: torch headers.
#pragma once

#include "models/neural/network.h"

#include "models/option_spec.h"

namespace belvedere::neural {

/// A recurrent encoder reads the window step by step, a recurrent decoder says the steps ahead one
/// after the other and reads what it said before; truth is never fed to it, neither while
/// learning, so that it learns under the conditions of its use.
/// Sources: Cho et al. 2014, "Learning phrase representations using RNN encoder-decoder", for the
/// cell and the pair; Li et al. 2018, "Diffusion convolutional recurrent neural network", of which
/// this is the case without a graph.
class GruNetwork : public Network
{
public:
    struct Options
    {
        std::int64_t hidden = 64;
        std::int64_t embedding = 16;
        double dropout = 0.1;

        [[nodiscard]] static Options fromJson(const QJsonObject &json);
    };
    [[nodiscard]] static std::vector<OptionSpec> optionTable();

    GruNetwork(const NetworkShape &shape, const Options &options);

    torch::Tensor forward(const Batch &batch) override;

private:
    NetworkShape m_shape;
    Options m_options;
    torch::nn::Embedding m_identity{nullptr};
    torch::nn::Embedding m_timeOfDay{nullptr};
    torch::nn::Embedding m_weekday{nullptr};
    torch::nn::Linear m_start{nullptr}; // the description gives the first state
    torch::nn::GRU m_encoder{nullptr};
    torch::nn::GRUCell m_decoder{nullptr};
    torch::nn::Linear m_output{nullptr}; // of one step ahead
};

} // namespace belvedere::neural
