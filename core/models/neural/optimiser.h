// SPDX-License-Identifier: GPL-3.0-or-later
// Private to models/neural: torch headers.
#pragma once

#include "models/model_state.h"

#include <torch/nn/module.h>

namespace belvedere::neural {

/// All weights of a network in one piece of memory, and all gradients in another, so that a step
/// of an optimiser is a handful of operations however many layers there are.
class FlatParameters
{
public:
    FlatParameters() = default;
    /// The network's parameters become views of the flat ones.
    explicit FlatParameters(torch::nn::Module &network);

    torch::Tensor values; ///< [P]
    torch::Tensor gradients; ///< [P]

    void zeroGradients() { gradients.zero_(); }
    /// Scales the gradients so that their norm is at most `most`. @return the norm before.
    double clip(double most);
};

enum class OptimiserKind {
    GradientDescent, ///< on the whole training set, one step an epoch
    Sgd, ///< with momentum
    Adam, ///< Kingma and Ba 2015, algorithm 1
    AdamW ///< Loshchilov and Hutter 2019, algorithm 2
};

struct OptimiserOptions
{
    OptimiserKind kind = OptimiserKind::AdamW;
    double momentum = 0.9; ///< of Sgd
    double weightDecay = 0.01; ///< decoupled in AdamW, added to the gradient elsewhere
};

/// One step at a time on flat parameters.
class Optimiser
{
public:
    Optimiser() = default;
    Optimiser(const OptimiserOptions &options, std::int64_t parameterCount, torch::Device device);

    void step(FlatParameters &parameters, double learningRate);

    /// Its memory as tensors "optimiser.…".
    void appendTo(std::vector<NamedTensor> &tensors) const;
    /// @return Errc::Shape if the tensors are not there.
    [[nodiscard]] Result<> restore(const ModelState &state);

private:
    OptimiserOptions m_options;
    torch::Tensor m_first; // [P] mean of the gradients, or the velocity
    torch::Tensor m_second; // [P] mean of their squares
    std::int64_t m_steps = 0;
};

enum class Schedule {
    Constant,
    Cosine, ///< a short rise, then half a cosine: Loshchilov and Hutter 2017, equation 5
    OneCycle, ///< a rise over 30 %, then half a cosine down to nothing: Smith and Topin 2018
    Step ///< a tenth of it after 60 %, a hundredth after 85 %
};

/// @param done  share of all steps, 0 … 1
/// @return what the highest learning rate is multiplied with.
[[nodiscard]] double scheduleFactor(Schedule schedule, double done);

/// A tensor as a named array and back.
[[nodiscard]] NamedTensor namedTensor(const QString &name, const torch::Tensor &tensor);
[[nodiscard]] torch::Tensor tensorOf(const NamedTensor &named);

} // namespace belvedere::neural
