// SPDX-License-Identifier: GPL-3.0-or-later
// Private to models/neural: torch headers.
#pragma once

#include "models/neural/head.h"
#include "models/neural/learning_options.h"
#include "models/neural/optimiser.h"

#include <functional>
#include <memory>

namespace belvedere::neural {

/// A network that learns, and beside it the running mean of its weights, which forecasts.
class Learner
{
public:
    using Make = std::function<std::shared_ptr<Network>()>;

    /// @param make  a new network with random weights
    Learner(const Make &make, std::shared_ptr<const Head> head, const LearningOptions &options,
        std::int64_t plannedSteps, torch::Device device);

    /// One batch: forward, back, and a step of the optimiser. Gradient descent only collects
    /// here and steps in endEpoch().
    /// @param truth  [B, horizon] on the model's scale; NaN = missing
    /// @param weights  [B]
    /// @return the loss; Errc::Numeric if it is not finite.
    [[nodiscard]] Result<double> learn(
        const Batch &batch, const torch::Tensor &truth, const torch::Tensor &weights);
    void endEpoch();

    [[nodiscard]] double learningRate() const;
    [[nodiscard]] Network &network() { return *m_network; }
    [[nodiscard]] const std::shared_ptr<Network> &average() const { return m_average; }
    /// Copies weights into both networks by name, and lowers the learning rate, since what is
    /// known must not be lost at the first steps.
    void warmStart(const std::function<torch::Tensor(const std::string &name)> &weights);

    void appendTo(std::vector<NamedTensor> &tensors) const;
    [[nodiscard]] Result<> restore(const ModelState &state);

private:
    void step();

    std::shared_ptr<Network> m_network;
    std::shared_ptr<Network> m_average;
    FlatParameters m_parameters;
    FlatParameters m_averaged;
    std::shared_ptr<const Head> m_head;
    LearningOptions m_options;
    Optimiser m_optimiser;
    torch::Device m_device;
    std::int64_t m_plannedSteps;
    std::int64_t m_steps = 0;
    std::int64_t m_collected = 0; // batches whose gradients wait for a step
    double m_rateFactor = 1.0;
};

} // namespace belvedere::neural
