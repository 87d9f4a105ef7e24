// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/neural/quantile_shape.h"

#include "models/neural/observed_mean.h"
#include "models/neural/pinball_loss.h"
#include "models/quantile_mean.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>

namespace belvedere::neural {

namespace {

/// Positive and smooth, without the exponentials of softplus: Barron 2021, "Squareplus".
torch::Tensor squareplus(const torch::Tensor &x)
{
    return 0.5 * (x + (x.square() + 4.0).sqrt());
}

template <class T> T sigmoid(T x)
{
    return T(1) / (T(1) + std::exp(-x));
}

/// One step ahead of one sample: quantiles and their derivatives.
template <class T> class StepLoss
{
public:
    StepLoss(const QuantileShape &shape, PointLoss pointLoss)
        : m_shape(shape)
        , m_pointLoss(pointLoss)
        , m_count(shape.levels.size())
        , m_levels(shape.levels.begin(), shape.levels.end())
        , m_meanWeights(shape.meanWeights.begin(), shape.meanWeights.end())
        , m_quantiles(m_count)
        , m_slopes(m_count)
        , m_distances(m_count)
        , m_growth(m_count)
    {
    }

    /// What the anchor is made of.
    struct Origin
    {
        T ahead; // usual then
        T then; // usual at the last observation
        T last; // the last observation
    };

    /// Adds the derivative of the loss by each raw number to `gradient` and returns the loss.
    /// @param perQuantile, perPoint  what the two losses are multiplied with
    T add(const T *raw, Origin origin, T truth, T weight, T perQuantile, T perPoint, T *gradient)
    {
        const T persistence = sigmoid(raw[QuantileShape::kPersistence]);
        const T following = sigmoid(raw[QuantileShape::kFollowing]);
        const T reference = origin.ahead + following * (origin.then - origin.ahead);
        T centre = raw[QuantileShape::kCorrection];
        if (m_shape.anchored)
            centre += origin.ahead + persistence * (origin.last - reference);
        spread(raw + QuantileShape::kDistances, centre);

        T loss = 0;
        for (std::size_t q = 0; q < m_count; ++q) {
            const T error = weight * (truth - m_quantiles[q]);
            const T slope = error >= T(0) ? m_levels[q] : m_levels[q] - T(1);
            loss += perQuantile * slope * error;
            m_slopes[q] = -perQuantile * slope * weight;
        }
        loss += addPoint(truth, weight, perPoint);

        const auto median = static_cast<std::size_t>(m_shape.below);
        T all = 0;
        for (std::size_t q = 0; q < m_count; ++q)
            all += m_slopes[q];
        T *distance = gradient + QuantileShape::kDistances;
        T sum = 0;
        for (std::size_t j = median; j-- > 0;) {
            sum += m_slopes[median - 1 - j];
            distance[j] = -sum * m_growth[j];
        }
        sum = 0;
        for (std::size_t j = static_cast<std::size_t>(m_shape.above); j-- > 0;) {
            sum += m_slopes[median + 1 + j];
            distance[median + j] = sum * m_growth[median + j];
        }
        gradient[QuantileShape::kCorrection] = all;
        if (m_shape.anchored) {
            gradient[QuantileShape::kPersistence] =
                all * (origin.last - reference) * persistence * (T(1) - persistence);
            gradient[QuantileShape::kFollowing] =
                all * -persistence * (origin.then - origin.ahead) * following * (T(1) - following);
        }
        return loss;
    }

private:
    void spread(const T *raw, T centre)
    {
        const auto median = static_cast<std::size_t>(m_shape.below);
        for (std::size_t j = 0; j + 1 < m_count; ++j) {
            const T root = std::sqrt(raw[j] * raw[j] + T(4));
            m_distances[j] = T(0.5) * (raw[j] + root);
            m_growth[j] = T(0.5) * (T(1) + raw[j] / root);
        }
        m_quantiles[median] = centre;
        T at = centre;
        for (std::size_t j = 0; j < median; ++j)
            m_quantiles[median - 1 - j] = at -= m_distances[j];
        at = centre;
        for (std::size_t j = median; j + 1 < m_count; ++j)
            m_quantiles[j + 1] = at += m_distances[j];
    }

    T addPoint(T truth, T weight, T perPoint)
    {
        if (m_pointLoss == PointLoss::None)
            return 0;
        if (m_pointLoss == PointLoss::Squared) {
            T mean = 0;
            for (std::size_t q = 0; q < m_count; ++q)
                mean += m_meanWeights[q] * m_quantiles[q];
            const T error = weight * (truth - mean);
            for (std::size_t q = 0; q < m_count; ++q)
                m_slopes[q] -= T(2) * perPoint * error * weight * m_meanWeights[q];
            return perPoint * error * error;
        }
        const auto median = static_cast<std::size_t>(m_shape.below);
        const T error = weight * (truth - m_quantiles[median]);
        const T size = std::abs(error);
        const bool square = m_pointLoss == PointLoss::Huber && size < T(1);
        const T slope = square ? error : error > T(0) ? T(1) : error < T(0) ? T(-1) : T(0);
        m_slopes[median] -= perPoint * slope * weight;
        if (square)
            return perPoint * T(0.5) * error * error;
        return perPoint * (m_pointLoss == PointLoss::Huber ? size - T(0.5) : size);
    }

    const QuantileShape &m_shape;
    PointLoss m_pointLoss;
    std::size_t m_count;
    std::vector<T> m_levels, m_meanWeights, m_quantiles, m_slopes, m_distances, m_growth;
};

template <class T>
T fusedLoss(const QuantileShape &shape, PointLoss pointLoss, const torch::Tensor &raw,
    const torch::Tensor &features, const torch::Tensor &truth, const torch::Tensor &weights,
    torch::Tensor &gradient)
{
    const FeatureLayout &layout = shape.layout;
    const T *known = truth.data_ptr<T>();
    const auto observed =
        std::count_if(known, known + truth.numel(), [](T value) { return std::isfinite(value); });
    const T perPoint = T(1) / T(std::max<std::ptrdiff_t>(1, observed));
    const T perQuantile = perPoint / T(shape.levels.size());
    StepLoss<T> step(shape, pointLoss);
    double loss = 0.0;
    const T *in = raw.data_ptr<T>();
    T *out = gradient.data_ptr<T>();
    for (std::int64_t row = 0; row < raw.size(0); ++row) {
        const T *own = features.data_ptr<T>() + row * layout.width();
        const T then = own[layout.usualThen()];
        const T last = then + own[layout.lastDeviation()];
        const T weight = weights.data_ptr<T>()[row];
        for (std::int64_t ahead = 0; ahead < layout.horizon;
             ++ahead, ++known, in += shape.outputs(), out += shape.outputs()) {
            if (std::isfinite(*known))
                loss += double(step.add(in, {own[layout.usualAhead() + ahead], then, last}, *known,
                    weight, perQuantile, perPoint, out));
        }
    }
    return T(loss);
}

class FusedQuantileLoss : public torch::autograd::Function<FusedQuantileLoss>
{
public:
    static torch::Tensor forward(torch::autograd::AutogradContext *context,
        const torch::Tensor &raw, const torch::Tensor &features, const torch::Tensor &truth,
        const torch::Tensor &weights, const QuantileShape *shape, int pointLoss)
    {
        torch::Tensor gradient = torch::zeros_like(raw, torch::MemoryFormat::Contiguous);
        torch::Tensor loss = torch::empty({}, raw.options());
        AT_DISPATCH_FLOATING_TYPES(raw.scalar_type(), "fusedQuantileLoss", [&] {
            loss.fill_(
                fusedLoss<scalar_t>(*shape, static_cast<PointLoss>(pointLoss), raw.contiguous(),
                    features.contiguous(), truth.contiguous(), weights.contiguous(), gradient));
        });
        context->save_for_backward({gradient});
        return loss;
    }

    static torch::autograd::variable_list backward(
        torch::autograd::AutogradContext *context, torch::autograd::variable_list outer)
    {
        return {context->get_saved_variables()[0] * outer[0], {}, {}, {}, {}, {}};
    }
};

} // namespace

QuantileShape::QuantileShape(const ForecastShape &shape, bool isAnchored)
    : layout(shape)
    , below(shape.medianIndex())
    , above(std::int64_t(shape.quantiles.size()) - 1 - below)
    , anchored(isAnchored)
    , levels(shape.quantiles)
    , meanWeights(quantileMeanWeights(shape.quantiles))
{
}

torch::Tensor anchor(
    const FeatureLayout &layout, const torch::Tensor &features, const torch::Tensor &raw)
{
    const auto column = [&](std::int64_t at) { return features.slice(1, at, at + 1); }; // [B, 1]
    const auto ahead =
        features.slice(1, layout.usualAhead(), layout.usualAhead() + layout.horizon); // [B, F]
    const auto persistence = torch::sigmoid(raw.select(2, QuantileShape::kPersistence)); // [B, F]
    const auto following = torch::sigmoid(raw.select(2, QuantileShape::kFollowing)); // [B, F]
    // following 1: the deviation from the usual lasts; 0: the value itself lasts.
    const auto reference = ahead + following * (column(layout.usualThen()) - ahead); // [B, F]
    const auto last = column(layout.usualThen()) + column(layout.lastDeviation()); // [B, 1]
    return ahead + persistence * (last - reference); // [B, F]
}

torch::Tensor shapeQuantiles(
    const QuantileShape &shape, const torch::Tensor &raw, const torch::Tensor &features)
{
    auto centre = raw.select(2, QuantileShape::kCorrection);
    if (shape.anchored)
        centre = centre + anchor(shape.layout, features, raw);
    const auto median = centre.unsqueeze(2); // [B, F, 1]
    const auto distances = squareplus(raw.slice(2, QuantileShape::kDistances)); // [B, F, Q - 1]
    std::vector<torch::Tensor> parts;
    if (shape.below > 0) {
        const auto down = distances.slice(2, 0, shape.below).cumsum(2); // nearest first
        parts.push_back(median - down.flip(2));
    }
    parts.push_back(median);
    if (shape.above > 0)
        parts.push_back(median + distances.slice(2, shape.below).cumsum(2));
    return torch::cat(parts, 2); // [B, F, Q]
}

torch::Tensor composedQuantileLoss(const QuantileShape &shape, PointLoss pointLoss,
    const torch::Tensor &raw, const torch::Tensor &features, const torch::Tensor &truth,
    const torch::Tensor &weights)
{
    const auto forecast = shapeQuantiles(shape, raw, features) * weights.view({-1, 1, 1});
    const auto weighted = truth * weights.unsqueeze(1);
    const auto total = pinballLoss(
        forecast, weighted, torch::tensor(shape.levels, raw.options().requires_grad(false)));
    if (pointLoss == PointLoss::None)
        return total;
    const auto known = torch::nan_to_num(weighted);
    if (pointLoss == PointLoss::Squared) {
        const auto mean = torch::matmul(forecast,
            torch::tensor(shape.meanWeights, raw.options().requires_grad(false))); // [B, F]
        return total + observedMean((known - mean).square(), truth);
    }
    const auto errors = known - forecast.select(2, shape.below);
    const auto sizes = pointLoss == PointLoss::Absolute
        ? errors.abs()
        : torch::where(errors.abs() < 1.0, 0.5 * errors.square(), errors.abs() - 0.5);
    return total + observedMean(sizes, truth);
}

torch::Tensor fusedQuantileLoss(const QuantileShape &shape, PointLoss pointLoss,
    const torch::Tensor &raw, const torch::Tensor &features, const torch::Tensor &truth,
    const torch::Tensor &weights)
{
    return FusedQuantileLoss::apply(
        raw, features, truth, weights, &shape, static_cast<int>(pointLoss));
}

} // namespace belvedere::neural
