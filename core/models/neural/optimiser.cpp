// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/neural/optimiser.h"

#include <torch/torch.h>

#include <cmath>
#include <numbers>

namespace belvedere::neural {

namespace {

constexpr double kFirstDecay = 0.9;
constexpr double kSecondDecay = 0.999;
constexpr double kEpsilon = 1e-8;

// A count as two floats: exact far beyond 2^24.
constexpr std::int64_t kCountBase = 1 << 20;

} // namespace

FlatParameters::FlatParameters(torch::nn::Module &network)
{
    const torch::NoGradGuard guard;
    std::int64_t count = 0;
    for (const auto &parameter : network.parameters())
        count += parameter.numel();
    const auto parameters = network.parameters();
    const auto options = parameters.empty() ? torch::TensorOptions() : parameters[0].options();
    values = torch::empty({count}, options.requires_grad(false));
    gradients = torch::zeros({count}, options.requires_grad(false));
    std::int64_t at = 0;
    for (auto parameter : parameters) {
        const std::int64_t size = parameter.numel();
        const auto view = values.slice(0, at, at + size).view(parameter.sizes());
        view.copy_(parameter);
        parameter.set_data(view);
        parameter.mutable_grad() = gradients.slice(0, at, at + size).view(parameter.sizes());
        at += size;
    }
}

double FlatParameters::clip(double most)
{
    const double norm = gradients.norm().item<double>();
    if (norm > most)
        gradients.mul_(most / norm);
    return norm;
}

Optimiser::Optimiser(
    const OptimiserOptions &options, std::int64_t parameterCount, torch::Device device)
    : m_options(options)
    , m_first(torch::zeros({parameterCount}, device))
    , m_second(torch::zeros({parameterCount}, device))
{
}

void Optimiser::step(FlatParameters &parameters, double learningRate)
{
    const torch::NoGradGuard guard;
    ++m_steps;
    torch::Tensor &values = parameters.values;
    torch::Tensor &gradients = parameters.gradients;
    if (m_options.kind == OptimiserKind::AdamW)
        values.mul_(1.0 - learningRate * m_options.weightDecay);
    else if (m_options.weightDecay > 0.0)
        gradients.add_(values, m_options.weightDecay);

    if (m_options.kind == OptimiserKind::GradientDescent) {
        values.add_(gradients, -learningRate);
        return;
    }
    if (m_options.kind == OptimiserKind::Sgd) {
        m_first.mul_(m_options.momentum).add_(gradients);
        values.add_(m_first, -learningRate);
        return;
    }
    m_first.mul_(kFirstDecay).add_(gradients, 1.0 - kFirstDecay);
    m_second.mul_(kSecondDecay).addcmul_(gradients, gradients, 1.0 - kSecondDecay);
    const double firstBias = 1.0 - std::pow(kFirstDecay, double(m_steps));
    const double secondBias = 1.0 - std::pow(kSecondDecay, double(m_steps));
    const auto size = m_second.sqrt().div_(std::sqrt(secondBias)).add_(kEpsilon);
    values.addcdiv_(m_first, size, -learningRate / firstBias);
}

void Optimiser::appendTo(std::vector<NamedTensor> &tensors) const
{
    tensors.push_back(namedTensor(QStringLiteral("optimiser.first"), m_first));
    tensors.push_back(namedTensor(QStringLiteral("optimiser.second"), m_second));
    tensors.push_back({QStringLiteral("optimiser.steps"), {2},
        {float(m_steps / kCountBase), float(m_steps % kCountBase)}});
}

Result<> Optimiser::restore(const ModelState &state)
{
    const std::vector<std::int64_t> shape = m_first.sizes().vec();
    BV_TRY(const NamedTensor *first, state.tensor(QStringLiteral("optimiser.first"), shape));
    BV_TRY(const NamedTensor *second, state.tensor(QStringLiteral("optimiser.second"), shape));
    BV_TRY(const NamedTensor *steps, state.tensor(QStringLiteral("optimiser.steps"), {2}));
    m_first.copy_(tensorOf(*first));
    m_second.copy_(tensorOf(*second));
    m_steps = std::int64_t(steps->values[0]) * kCountBase + std::int64_t(steps->values[1]);
    return {};
}

double scheduleFactor(Schedule schedule, double done)
{
    constexpr double kFirst = 0.05;
    constexpr double kLast = 0.01;
    const auto cosine = [](double share) {
        return 0.5 * (1.0 + std::cos(std::numbers::pi * std::min(1.0, share)));
    };
    switch (schedule) {
    case Schedule::Constant:
        return 1.0;
    case Schedule::Cosine:
        if (done < kFirst)
            return std::max(kFirst, done / kFirst);
        return kLast + (1.0 - kLast) * cosine((done - kFirst) / (1.0 - kFirst));
    case Schedule::OneCycle: {
        constexpr double kRise = 0.3;
        constexpr double kStart = 0.04;
        if (done < kRise)
            return kStart + (1.0 - kStart) * (1.0 - cosine(done / kRise));
        return std::max(1e-5, cosine((done - kRise) / (1.0 - kRise)));
    }
    case Schedule::Step:
        return done < 0.6 ? 1.0 : done < 0.85 ? 0.1 : 0.01;
    }
    return 1.0;
}

NamedTensor namedTensor(const QString &name, const torch::Tensor &tensor)
{
    const auto plain = tensor.detach().cpu().contiguous();
    return {name, plain.sizes().vec(),
        std::vector<float>(plain.data_ptr<float>(), plain.data_ptr<float>() + plain.numel())};
}

torch::Tensor tensorOf(const NamedTensor &named)
{
    auto tensor = torch::empty(named.shape);
    std::copy(named.values.begin(), named.values.end(), tensor.data_ptr<float>());
    return tensor;
}

} // namespace belvedere::neural
