// SPDX-License-Identifier: GPL-3.0-or-later
// Private to models/neural: torch headers.
#pragma once

#include "models/neural/network.h"

#include "models/option_spec.h"

namespace belvedere::neural {

/// The identity-embedding MLP: a window as it is, and learned descriptions of site, time of day
/// and weekday, through residual layers. No neighbours, nothing that is usual: what it knows of a
/// place stands in its embedding alone.
/// Source: Shao et al. 2022, "Spatial-temporal identity", section 3.
class IdentityNetwork : public Network
{
public:
    struct Options
    {
        std::int64_t embedding = 32;
        std::int64_t layers = 3;
        double dropout = 0.15;

        [[nodiscard]] static Options fromJson(const QJsonObject &json);
    };
    [[nodiscard]] static std::vector<OptionSpec> optionTable();

    IdentityNetwork(const NetworkShape &shape, const Options &options);

    torch::Tensor forward(const Batch &batch) override;

private:
    NetworkShape m_shape;
    Options m_options;
    torch::nn::Linear m_series{nullptr};
    torch::nn::Embedding m_identity{nullptr};
    torch::nn::Embedding m_timeOfDay{nullptr};
    torch::nn::Embedding m_weekday{nullptr};
    torch::nn::ModuleList m_blocks;
    torch::nn::Linear m_output{nullptr};
};

} // namespace belvedere::neural
