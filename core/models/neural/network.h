// SPDX-License-Identifier: GPL-3.0-or-later
// Private to models/neural: torch headers.
#pragma once

#include "models/neural/site_context.h"

#include <QJsonObject>

#include <torch/nn.h>

namespace belvedere::neural {

/// Half-hours: learned descriptions of the time of day.
inline constexpr std::int64_t kTimesOfDay = 48;
/// 0 … 6 = Monday … Sunday, a public holiday, and "not told apart" where the training part was
/// too short to know one weekday from another.
inline constexpr std::int64_t kHolidayIndex = 7;
inline constexpr std::int64_t kAnyWeekday = 8;
inline constexpr std::int64_t kWeekdays = 9;

/// Samples of one step of learning or of one forecast. A row is one window at one site.
struct Batch
{
    torch::Tensor features; ///< [B, FeatureLayout::width()]
    torch::Tensor traits; ///< [B, kSiteTraits + kSeasonTraits]
    torch::Tensor identities; ///< [B] int64; 0 = a site that the network does not know
    torch::Tensor domains; ///< [B] int64, domainOf() the channel
    torch::Tensor timesOfDay; ///< [B] int64, of the first step ahead
    torch::Tensor weekdays; ///< [B] int64, of the first step ahead
    torch::Tensor context; ///< [B, K, 2 history + kPairTraits]
    torch::Tensor relations; ///< [B, K] int64; 0 = nothing there, else 1 + domainOf() its channel
    torch::Tensor scales; ///< [B, 2] centre and spread of the site in the channel's unit

    [[nodiscard]] std::int64_t rows() const { return features.size(0); }
    [[nodiscard]] Batch to(torch::Device device) const;
};

/// What a network is built for.
struct NetworkShape
{
    explicit NetworkShape(const ForecastShape &forecast)
        : layout(forecast)
    {
    }

    FeatureLayout layout;
    std::int64_t sites = 0; ///< of the data set, N
    std::int64_t identities = 1; ///< with the unknown one
    std::int64_t context = 0; ///< K
    torch::Tensor outputBias; ///< [outputs] numbers for each step ahead, as the head wants them
    /// Directed ties between sites, [N, N] weights, rows normalised; undefined where none are
    /// known or the network does not ask for them.
    torch::Tensor ties;

    [[nodiscard]] std::int64_t outputs() const { return outputBias.size(0); }
};

/// Windows in, raw numbers for each step ahead out; a Head makes a distribution of them.
class Network : public torch::nn::Module
{
public:
    /// @return [B, horizon, outputs]
    virtual torch::Tensor forward(const Batch &batch) = 0;
};

/// A layer from hidden numbers to the head's: small weights, and the head's bias at each step, so
/// that learning starts from the head's first guess.
[[nodiscard]] torch::nn::Linear outputLayer(std::int64_t hidden, const NetworkShape &shape);
/// Learned descriptions of `count` things, small at first.
[[nodiscard]] torch::nn::Embedding smallEmbedding(std::int64_t count, std::int64_t size);

} // namespace belvedere::neural
