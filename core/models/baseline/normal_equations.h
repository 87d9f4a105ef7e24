// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace belvedere {

/// Sums of squares and products of samples, from which least squares follow in closed form.
/// Several targets share the inputs; a target that is missing (NaN) leaves its own sums only.
/// The first input is the constant 1 and is not drawn towards zero.
class NormalEquations
{
public:
    NormalEquations(int inputs, int targets);

    /// @param inputs  [count, inputs], finite
    /// @param targets  [count, targets]; NaN = missing
    void add(const std::vector<double> &inputs, const std::vector<double> &targets);
    void add(const NormalEquations &other);

    /// The coefficients that minimise the mean squared error plus `lambda` times the sum of their
    /// squares; zeros for a target without any sample. [targets, inputs]
    /// Source: Hoerl and Kennard 1970, "Ridge regression", equation 2.1.
    [[nodiscard]] std::vector<double> solve(double lambda) const;
    /// Of these coefficients on these samples, summed over samples and targets.
    [[nodiscard]] double squaredError(const std::vector<double> &coefficients) const;

private:
    /// Samples with the same targets observed.
    struct Sums
    {
        std::vector<double> squares; // [inputs, inputs]; empty = none
        double count = 0.0;
    };
    void addSquares(Sums &sums, const std::vector<double> &inputs, std::size_t count) const;

    int m_inputs;
    int m_targets;
    Sums m_complete; // samples with all targets, most of them: summed once for all targets
    std::vector<Sums> m_partial; // [targets] samples with this target, but not all
    std::vector<double> m_products; // [targets, inputs]
    std::vector<double> m_targetSquares; // [targets]
};

} // namespace belvedere
