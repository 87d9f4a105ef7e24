// SPDX-License-Identifier: GPL-3.0-or-later
// Private to models/neural: torch headers.
#pragma once

#include "models/neural/network.h"

#include "models/option_spec.h"

namespace belvedere::neural {

/// Dilated gated convolutions over time take turns with diffusion over the graph of sites: along
/// the ties, against them, and along an adjacency that is learned. Works on whole windows of all
/// sites. Without the learned adjacency sites have no identity: permuted sites and ties give
/// permuted forecasts.
/// Differs from its source in a normalisation by layer instead of by batch, which would make a
/// forecast depend on its neighbours in the batch.
/// Source: Wu et al. 2019, "Graph WaveNet for deep spatial-temporal graph modeling", section 3.
class GraphNetwork : public Network
{
public:
    struct Options
    {
        std::int64_t channels = 32;
        std::int64_t blocks = 4;
        std::int64_t embedding = 10; ///< of a site in the learned adjacency; 0 = without it
        double dropout = 0.3;

        [[nodiscard]] static Options fromJson(const QJsonObject &json);
    };
    [[nodiscard]] static std::vector<OptionSpec> optionTable();

    GraphNetwork(const NetworkShape &shape, const Options &options);

    /// @param batch  all sites of a window in their order, window by window
    torch::Tensor forward(const Batch &batch) override;

private:
    struct Layer
    {
        std::int64_t dilation;
        torch::nn::Linear gated{nullptr}; // filter and gate, of two steps
        torch::nn::Linear diffusion{nullptr}; // one part for each reach
        torch::nn::Linear skip{nullptr};
        torch::nn::LayerNorm norm{nullptr};
    };
    void addLayer(std::int64_t dilation, bool last);
    /// Reaches beyond the site itself side by side: one and two steps along each graph.
    /// [N, reaches N]
    [[nodiscard]] torch::Tensor reaches() const;
    [[nodiscard]] std::int64_t reachCount() const;
    [[nodiscard]] torch::Tensor diffused(
        const torch::Tensor &reach, const torch::Tensor &mixed) const;

    NetworkShape m_shape;
    Options m_options;
    std::int64_t m_receptiveField = 1;
    torch::Tensor m_ties; // [N, N] rows normalised; a buffer, not learned
    torch::Tensor m_sources; // [N, embedding]
    torch::Tensor m_targets; // [N, embedding]
    torch::nn::Embedding m_timeOfDay{nullptr};
    torch::nn::Embedding m_weekday{nullptr};
    torch::nn::Linear m_input{nullptr};
    std::vector<Layer> m_layers;
    torch::nn::Linear m_end{nullptr};
    torch::nn::Linear m_output{nullptr};
};

} // namespace belvedere::neural
