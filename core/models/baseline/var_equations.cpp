// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/baseline/var_equations.h"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

using FloatRows = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using DoubleRows = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Eigen::MatrixXd;

constexpr Eigen::Index kPanel = 64; // columns that are worked on between two looks at cancelled()

Eigen::Index index(std::size_t size)
{
    return static_cast<Eigen::Index>(size);
}

/// Cholesky factor in place of the lower triangle, panel by panel from the left: one step of
/// Eigen's own could not be interrupted.
Result<> factorInPlace(Eigen::Map<MatrixXd> &matrix, const TaskContext &context)
{
    const Eigen::Index n = matrix.rows();
    for (Eigen::Index at = 0; at < n; at += kPanel) {
        if (context.cancelled())
            return cancelledFailure();
        const Eigen::Index width = std::min(kPanel, n - at);
        const Eigen::Index below = n - at;
        auto panel = matrix.block(at, at, below, width);
        panel.noalias() -=
            matrix.block(at, 0, below, at) * matrix.block(at, 0, width, at).transpose();
        const Eigen::LLT<MatrixXd> diagonal(panel.topRows(width));
        if (diagonal.info() != Eigen::Success)
            return failure(Errc::Numeric,
                QT_TRANSLATE_NOOP("Error",
                    "The equations of the model have no solution. Give a larger penalty."));
        panel.topRows(width) = diagonal.matrixL();
        if (below > width)
            diagonal.matrixL().transpose().solveInPlace<Eigen::OnTheRight>(
                panel.bottomRows(below - width));
    }
    return {};
}

} // namespace

VarEquations::VarEquations(const std::vector<float> &rows, std::size_t width,
    LaggedProducts products, double samples, int lags)
    : m_rows(rows)
    , m_width(width)
    , m_products(std::move(products))
    , m_samples(samples)
    , m_lags(lags)
{
    const auto n = index(width);
    const auto depth = n * lags;
    m_squares.resize(static_cast<std::size_t>(depth * depth));
    Eigen::Map<MatrixXd> squares(m_squares.data(), depth, depth);
    for (int i = 0; i < lags; ++i) {
        for (int j = 0; j <= i; ++j) {
            const auto block = m_products.shifted(rows, i - j, i);
            squares.block(i * n, j * n, n, n) = Eigen::Map<const DoubleRows>(block.data(), n, n);
        }
    }
}

Result<> VarEquations::factor(double lambda, const TaskContext &context)
{
    m_factor = m_squares;
    const auto depth = index(m_width) * m_lags;
    Eigen::Map<MatrixXd> matrix(m_factor.data(), depth, depth);
    matrix.diagonal().array() += lambda * std::max(m_samples, 1.0);
    return factorInPlace(matrix, context);
}

Result<std::vector<float>> VarEquations::coefficients(
    int ahead, const std::vector<double> &shares, const TaskContext &context) const
{
    const auto n = index(m_width);
    const auto depth = n * m_lags;
    MatrixXd solution(depth, n);
    for (int i = 0; i < m_lags; ++i) {
        const auto block = m_products.shifted(m_rows, i + ahead, i);
        solution.middleRows(i * n, n) = Eigen::Map<const DoubleRows>(block.data(), n, n);
    }
    const Eigen::Map<const Eigen::RowVectorXd> share(shares.data(), n);
    solution.array().rowwise() /= share.array();
    const Eigen::Map<const MatrixXd> matrix(m_factor.data(), depth, depth);
    const auto lower = matrix.triangularView<Eigen::Lower>();
    for (Eigen::Index at = 0; at < n; at += kPanel) {
        if (context.cancelled())
            return cancelledFailure();
        auto columns = solution.middleCols(at, std::min(kPanel, n - at));
        lower.solveInPlace(columns);
        lower.transpose().solveInPlace(columns);
    }
    std::vector<float> coefficients(static_cast<std::size_t>(depth * n));
    Eigen::Map<FloatRows>(coefficients.data(), depth, n) = solution.cast<float>();
    return coefficients;
}

std::vector<double> observedShares(const std::vector<float> &deviations, std::size_t width,
    int first, int end, int lags, int ahead)
{
    std::vector<double> observed(width);
    double all = 0.0;
    for (int t = first; t < end; ++t) {
        double energy = 0.0;
        const auto begin =
            deviations.begin() + index(static_cast<std::size_t>(t - lags + 1) * width);
        std::for_each(begin, begin + index(static_cast<std::size_t>(lags) * width),
            [&](float z) { energy += std::isnan(z) ? 0.0 : double(z) * double(z); });
        all += energy;
        const float *truth = deviations.data() + static_cast<std::size_t>(t + ahead) * width;
        for (std::size_t s = 0; s < width; ++s)
            observed[s] += std::isnan(truth[s]) ? 0.0 : energy;
    }
    for (double &share : observed)
        share = share > 0.0 ? share / all : 1.0;
    return observed;
}

std::vector<float> product(const std::vector<float> &inputs, const std::vector<float> &coefficients,
    std::size_t depth, std::size_t width)
{
    const std::size_t count = inputs.size() / depth;
    std::vector<float> result(count * width);
    Eigen::Map<FloatRows>(result.data(), index(count), index(width)).noalias() =
        Eigen::Map<const FloatRows>(inputs.data(), index(count), index(depth))
        * Eigen::Map<const FloatRows>(coefficients.data(), index(depth), index(width));
    return result;
}

} // namespace belvedere
