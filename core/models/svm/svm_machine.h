// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/model_state.h"

namespace belvedere {

/// What a trained support vector machine answers with: a decision value for a regression, or for
/// each pair of classes, as weighted kernels between a row and the support vectors.
struct SvmMachine
{
    bool linear = false; ///< otherwise the radial kernel exp(-gamma |x - v|²)
    double gamma = 0.0;
    std::size_t columns = 0;
    /// [vectors, columns]; of a linear kernel none, since they add up to `weights`.
    std::vector<float> vectors;
    /// [pairs, vectors], of a linear kernel [pairs, columns]: weight of each by pair of classes
    std::vector<double> weights;
    std::vector<double> offsets; ///< [pairs], subtracted
    std::vector<double> slopes; ///< [pairs] of the chance of the pair's first class; Platt's A
    std::vector<double> shifts; ///< [pairs] Platt's B
    /// [classes] index of the class that the machine calls the first, the second …; empty for a
    /// regression. Pairs are (0, 1), (0, 2) … (1, 2) … of them.
    std::vector<int> order;

    [[nodiscard]] std::size_t pairs() const { return offsets.size(); }

    /// @param rows  [count, columns], finite
    /// @return [count, pairs]
    [[nodiscard]] std::vector<double> decisions(
        const std::vector<float> &rows, std::size_t count) const;
    /// Chances of the classes by their index, from the decisions of a row: Platt's sigmoid for
    /// each pair, then the coupling of Wu, Lin and Weng 2004, "Probability estimates for
    /// multi-class classification by pairwise coupling", algorithm 2.
    /// @param decisions  [pairs]
    /// @return [classes]
    [[nodiscard]] std::vector<double> chances(const double *decisions) const;

    /// Doubles are kept as a float and the float of what it leaves.
    [[nodiscard]] std::vector<NamedTensor> tensors() const;
    /// @param classes  0 for a regression
    /// @return Errc::Schema if a tensor is absent, of another shape or no number.
    [[nodiscard]] static Result<SvmMachine> fromTensors(const std::vector<NamedTensor> &tensors,
        bool linear, std::size_t columns, std::size_t classes);
};

} // namespace belvedere
