// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/neural/learner.h"

#include <torch/torch.h>

#include <algorithm>

namespace belvedere::neural {

namespace {

// Of the learning rate, when weights are taken over: they are near a good place already.
constexpr double kWarmRate = 0.3;
// Steps in which the running mean forgets the first, random weights.
constexpr double kAveragingDelay = 10.0;

NamedTensor countTensor(const char *name, std::int64_t count)
{
    constexpr std::int64_t kBase = 1 << 20; // exact as two floats
    return {QString::fromLatin1(name), {2}, {float(count / kBase), float(count % kBase)}};
}

std::int64_t countOf(const NamedTensor &tensor)
{
    constexpr std::int64_t kBase = 1 << 20;
    return std::int64_t(tensor.values[0]) * kBase + std::int64_t(tensor.values[1]);
}

} // namespace

Learner::Learner(const Make &make, std::shared_ptr<const Head> head, const LearningOptions &options,
    std::int64_t plannedSteps, torch::Device device)
    : m_network(make())
    , m_average(make())
    , m_head(std::move(head))
    , m_options(options)
    , m_device(device)
    , m_plannedSteps(std::max<std::int64_t>(1, plannedSteps))
{
    m_network->to(device);
    m_average->to(device);
    m_average->eval();
    m_parameters = FlatParameters(*m_network);
    m_averaged = FlatParameters(*m_average);
    const torch::NoGradGuard guard;
    m_averaged.values.copy_(m_parameters.values);
    m_optimiser = Optimiser(options.optimiser, m_parameters.values.size(0), device);
}

double Learner::learningRate() const
{
    return m_rateFactor * m_options.learningRate
        * scheduleFactor(m_options.schedule, double(m_steps) / double(m_plannedSteps));
}

Result<double> Learner::learn(
    const Batch &batch, const torch::Tensor &truth, const torch::Tensor &weights)
{
    const bool whole = m_options.optimiser.kind == OptimiserKind::GradientDescent;
    if (!whole || m_collected == 0)
        m_parameters.zeroGradients();
    const Batch here = batch.to(m_device);
    const auto loss =
        m_head->loss(m_network->forward(here), here, truth.to(m_device), weights.to(m_device));
    loss.backward();
    const double value = loss.item<double>();
    if (!std::isfinite(value))
        return failure(Errc::Numeric,
            QT_TRANSLATE_NOOP(
                "Error", "The loss is no longer a number. Choose a lower learning rate than %1."),
            {QString::number(m_options.learningRate)});
    ++m_collected;
    if (!whole)
        step();
    return value;
}

void Learner::endEpoch()
{
    if (m_collected > 0)
        step();
}

void Learner::step()
{
    const torch::NoGradGuard guard;
    if (m_collected > 1)
        m_parameters.gradients.div_(double(m_collected));
    m_collected = 0;
    m_parameters.clip(m_options.clip);
    m_optimiser.step(m_parameters, learningRate());
    ++m_steps;
    const double keep =
        std::min(m_options.averaging, double(m_steps) / (double(m_steps) + kAveragingDelay));
    m_averaged.values.lerp_(m_parameters.values, 1.0 - keep);
}

void Learner::warmStart(const std::function<torch::Tensor(const std::string &name)> &weights)
{
    const torch::NoGradGuard guard;
    for (auto &item : m_network->named_parameters())
        item.value().copy_(weights(item.key()));
    m_averaged.values.copy_(m_parameters.values);
    m_rateFactor = kWarmRate;
}

void Learner::appendTo(std::vector<NamedTensor> &tensors) const
{
    tensors.push_back(namedTensor(QStringLiteral("learner.weights"), m_parameters.values));
    tensors.push_back(namedTensor(QStringLiteral("learner.average"), m_averaged.values));
    tensors.push_back(countTensor("learner.steps", m_steps));
    tensors.push_back({QStringLiteral("learner.rate_factor"), {1}, {float(m_rateFactor)}});
    m_optimiser.appendTo(tensors);
}

Result<> Learner::restore(const ModelState &state)
{
    const std::vector<std::int64_t> shape = m_parameters.values.sizes().vec();
    BV_TRY(const NamedTensor *weights, state.tensor(QStringLiteral("learner.weights"), shape));
    BV_TRY(const NamedTensor *average, state.tensor(QStringLiteral("learner.average"), shape));
    BV_TRY(const NamedTensor *steps, state.tensor(QStringLiteral("learner.steps"), {2}));
    BV_TRY(const NamedTensor *factor, state.tensor(QStringLiteral("learner.rate_factor"), {1}));
    BV_TRY_VOID(m_optimiser.restore(state));
    const torch::NoGradGuard guard;
    m_parameters.values.copy_(tensorOf(*weights));
    m_averaged.values.copy_(tensorOf(*average));
    m_steps = countOf(*steps);
    m_rateFactor = factor->values[0] == 1.0F ? 1.0 : kWarmRate;
    return {};
}

} // namespace belvedere::neural
