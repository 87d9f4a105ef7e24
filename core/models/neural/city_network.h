// SPDX-License-Identifier: GPL-3.0-or-later
// Private to models/neural: torch headers.
#pragma once

#include "models/neural/network.h"

namespace belvedere::neural {

/// The trunk of the city model: a site's window, what is usual there, the windows of related
/// series through attention, and learned descriptions of place, kind of quantity and time, through
/// residual blocks. Everything but the identity of a site is known of a new one too.
class CityNetwork : public Network
{
public:
    struct Options
    {
        std::int64_t hidden = 64;
        std::int64_t layers = 3;
        std::int64_t embedding = 16;
        double dropout = 0.1;
        bool identity = true;

        [[nodiscard]] static Options fromJson(const QJsonObject &json);
    };

    CityNetwork(const NetworkShape &shape, const Options &options);

    torch::Tensor forward(const Batch &batch) override;

private:
    /// What the related series add. [B, context width]
    torch::Tensor attend(const Batch &batch, const torch::Tensor &own);

    NetworkShape m_shape;
    Options m_options;
    torch::nn::Embedding m_identity{nullptr};
    torch::nn::Embedding m_domain{nullptr};
    torch::nn::Embedding m_timeOfDay{nullptr};
    torch::nn::Embedding m_weekday{nullptr};
    torch::nn::Embedding m_relation{nullptr};
    torch::nn::Linear m_window{nullptr}; // of a related series
    torch::nn::Linear m_query{nullptr};
    torch::nn::Linear m_key{nullptr};
    torch::nn::Linear m_value{nullptr};
    torch::nn::Linear m_input{nullptr};
    torch::nn::ModuleList m_blocks;
    torch::nn::ModuleList m_norms;
    torch::nn::Linear m_output{nullptr};
};

} // namespace belvedere::neural
