// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/neural/head.h"

#include "models/neural/observed_mean.h"

#include <torch/torch.h>

namespace belvedere::neural {

namespace {

class QuantileHead : public Head
{
public:
    QuantileHead(const ForecastShape &shape, PointLoss pointLoss, bool anchored)
        : m_shape(shape, anchored)
        , m_pointLoss(pointLoss)
    {
    }

    [[nodiscard]] torch::Tensor initialBias() const override
    {
        auto bias = torch::zeros({m_shape.outputs()});
        // Many levels share the spread of the same errors.
        bias.slice(0, QuantileShape::kDistances).fill_(m_shape.below > 1 ? -6.0 : -3.0);
        return bias;
    }

    [[nodiscard]] torch::Tensor quantiles(
        const torch::Tensor &raw, const Batch &batch) const override
    {
        return shapeQuantiles(m_shape, raw, batch.features);
    }

    [[nodiscard]] torch::Tensor loss(const torch::Tensor &raw, const Batch &batch,
        const torch::Tensor &truth, const torch::Tensor &weights) const override
    {
        const auto lossOf = raw.device().is_cpu() ? &fusedQuantileLoss : &composedQuantileLoss;
        return lossOf(m_shape, m_pointLoss, raw, batch.features, truth, weights);
    }

private:
    QuantileShape m_shape;
    PointLoss m_pointLoss;
};

/// Value and scale of the channel's unit for each row. [B, 1]
std::pair<torch::Tensor, torch::Tensor> unitOf(const Batch &batch)
{
    return {batch.scales.select(1, 0).unsqueeze(1), batch.scales.select(1, 1).unsqueeze(1)};
}

class CountHead : public Head
{
public:
    explicit CountHead(const ForecastShape &shape)
        : m_layout(shape)
        , m_levels(shape.quantiles)
    {
    }

    [[nodiscard]] torch::Tensor initialBias() const override { return torch::zeros({3}); }

    [[nodiscard]] torch::Tensor quantiles(
        const torch::Tensor &raw, const Batch &batch) const override
    {
        const auto rates = logRate(raw, batch).exp().contiguous(); // [B, F]
        auto counts = torch::empty(
            {rates.size(0), rates.size(1), std::int64_t(m_levels.size())}, torch::kFloat32);
        const auto plain = rates.cpu();
        float *out = counts.data_ptr<float>();
        for (std::int64_t i = 0; i < plain.numel(); ++i)
            out = writeQuantiles(double(plain.data_ptr<float>()[i]), out);
        const auto [centre, spread] = unitOf(batch);
        return (counts.to(raw.device()) - centre.unsqueeze(2)) / spread.unsqueeze(2);
    }

    [[nodiscard]] torch::Tensor loss(const torch::Tensor &raw, const Batch &batch,
        const torch::Tensor &truth, const torch::Tensor &) const override
    {
        const auto [centre, spread] = unitOf(batch);
        const auto counts = torch::nan_to_num(truth * spread + centre).clamp_min(0.0); // [B, F]
        const auto rate = logRate(raw, batch);
        // The likelihood but for log(count!), which nothing can change.
        return observedMean(rate.exp() - counts * rate, truth);
    }

private:
    [[nodiscard]] torch::Tensor logRate(const torch::Tensor &raw, const Batch &batch) const
    {
        constexpr double kLeastRate = 0.01;
        constexpr double kMostLogRate = 12.0;
        const auto [centre, spread] = unitOf(batch);
        const auto expected = anchor(m_layout, batch.features, raw) * spread + centre; // [B, F]
        return (expected.clamp_min(kLeastRate).log() + raw.select(2, QuantileShape::kCorrection))
            .clamp(-kMostLogRate, kMostLogRate);
    }

    float *writeQuantiles(double rate, float *out) const
    {
        // Beyond, the normal distribution is the Poisson's to three digits, and adding up its
        // terms would be slow.
        constexpr double kNormalFrom = 200.0;
        if (rate > kNormalFrom) {
            for (const double level : m_levels)
                *out++ = float(std::round(rate + std::sqrt(rate) * normalQuantile(level)));
            return out;
        }
        double term = std::exp(-rate);
        double sum = term;
        int count = 0;
        for (const double level : m_levels) {
            while (sum < level && count < 1000) {
                ++count;
                term *= rate / count;
                sum += term;
            }
            *out++ = float(count);
        }
        return out;
    }

    static double normalQuantile(double level)
    {
        return std::sqrt(2.0)
            * torch::erfinv(torch::tensor(2.0 * level - 1.0, torch::kFloat64)).item<double>();
    }

    FeatureLayout m_layout;
    std::vector<double> m_levels;
};

class ClassHead : public Head
{
public:
    ClassHead(const ForecastShape &shape, const std::vector<float> &edges)
        : m_levels(shape.quantiles)
        , m_edges(torch::tensor(edges))
    {
    }

    [[nodiscard]] torch::Tensor initialBias() const override
    {
        return torch::zeros({m_edges.size(0) + 1});
    }

    [[nodiscard]] torch::Tensor quantiles(const torch::Tensor &raw, const Batch &) const override
    {
        const auto chances = torch::softmax(raw, 2).cpu().contiguous(); // [B, F, C]
        const std::int64_t classes = chances.size(2);
        auto result =
            torch::empty({chances.size(0), chances.size(1), std::int64_t(m_levels.size())});
        float *out = result.data_ptr<float>();
        for (const float *row = chances.data_ptr<float>(), *end = row + chances.numel(); row < end;
             row += classes)
            out = writeQuantiles(row, out);
        return result.to(raw.device());
    }

    [[nodiscard]] torch::Tensor loss(const torch::Tensor &raw, const Batch &,
        const torch::Tensor &truth, const torch::Tensor &weights) const override
    {
        const auto known = torch::nan_to_num(truth).contiguous();
        const auto classes = torch::bucketize(known, m_edges.to(raw.device())); // [B, F]
        const auto chosen =
            torch::log_softmax(raw, 2).gather(2, classes.unsqueeze(2)).squeeze(2); // [B, F]
        return observedMean(-chosen * weights.unsqueeze(1), truth);
    }

private:
    /// Linear within a class; the outermost classes are as wide as their neighbours.
    float *writeQuantiles(const float *chances, float *out) const
    {
        const float *edges = m_edges.data_ptr<float>();
        const std::int64_t inner = m_edges.size(0);
        const auto low = [&](std::int64_t c) {
            return c > 0 ? edges[c - 1] : 2.0F * edges[0] - edges[1];
        };
        const auto high = [&](std::int64_t c) {
            return c < inner ? edges[c] : 2.0F * edges[inner - 1] - edges[inner - 2];
        };
        double below = 0.0;
        std::int64_t c = 0;
        for (const double level : m_levels) {
            while (c < inner && below + double(chances[c]) < level)
                below += double(chances[c++]);
            const double share = chances[c] > 0.0F
                ? std::clamp((level - below) / double(chances[c]), 0.0, 1.0)
                : 0.5;
            *out++ = low(c) + float(share) * (high(c) - low(c));
        }
        return out;
    }

    std::vector<double> m_levels;
    torch::Tensor m_edges; // [classes - 1]
};

} // namespace

std::unique_ptr<Head> quantileHead(const ForecastShape &shape, PointLoss pointLoss, bool anchored)
{
    return std::make_unique<QuantileHead>(shape, pointLoss, anchored);
}

std::unique_ptr<Head> countHead(const ForecastShape &shape)
{
    return std::make_unique<CountHead>(shape);
}

std::unique_ptr<Head> classHead(const ForecastShape &shape, const std::vector<float> &edges)
{
    return std::make_unique<ClassHead>(shape, edges);
}

} // namespace belvedere::neural
