// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/baseline/lagged_products.h"

namespace belvedere {

/// The normal equations of a vector autoregression: the rows t, t - 1, … t - lags + 1 of all sites
/// give row t + ahead of all sites, for t in the span of the products.
class VarEquations
{
public:
    /// @param rows  [T, N], finite; `products` are theirs, with all lags below lags + horizon
    VarEquations(const std::vector<float> &rows, std::size_t width, LaggedProducts products,
        double samples, int lags);

    /// Prepares coefficients() for a penalty of `lambda` a sample.
    /// @return Errc::Cancelled between two pieces; Errc::Numeric if they cannot be solved.
    [[nodiscard]] Result<> factor(double lambda, const TaskContext &context);
    /// @param ahead  from 1
    /// @param shares  [N] that divide the products with each target, see observedShares()
    /// @return [lags N, N], row-major: input × target
    [[nodiscard]] Result<std::vector<float>> coefficients(
        int ahead, const std::vector<double> &shares, const TaskContext &context) const;

private:
    const std::vector<float> &m_rows;
    std::size_t m_width;
    LaggedProducts m_products;
    double m_samples;
    int m_lags;
    std::vector<double> m_squares; // [lags N, lags N], lower triangle
    std::vector<double> m_factor; // its Cholesky factor with the penalty
};

/// Missing rows count as "as usual" among the inputs, but a missing target must not teach that
/// nothing will deviate: its products lack what the windows without it would have brought. The
/// share that is there is measured in squared inputs, so that windows without inputs count
/// nothing. 1 where a target was never observed.
/// @param deviations  [T, N], NaN = missing
/// @return [N] for the target `ahead` steps after t, first <= t < end.
[[nodiscard]] std::vector<double> observedShares(const std::vector<float> &deviations,
    std::size_t width, int first, int end, int lags, int ahead);

/// inputs [count, depth] times coefficients [depth, width]. [count, width], row-major
[[nodiscard]] std::vector<float> product(const std::vector<float> &inputs,
    const std::vector<float> &coefficients, std::size_t depth, std::size_t width);

} // namespace belvedere
