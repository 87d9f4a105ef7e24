// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/baseline/normal_equations.h"

#include <Eigen/Cholesky>

#include <cmath>

namespace belvedere {

namespace {

using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using ConstRows = Eigen::Map<const RowMajor>;

// Keeps the unpenalised constant solvable where a target has next to no sample.
constexpr double kConstantPenalty = 1e-9;

Eigen::Index index(std::size_t size)
{
    return static_cast<Eigen::Index>(size);
}

} // namespace

NormalEquations::NormalEquations(int inputs, int targets)
    : m_inputs(inputs)
    , m_targets(targets)
    , m_partial(static_cast<std::size_t>(targets))
    , m_products(static_cast<std::size_t>(inputs) * static_cast<std::size_t>(targets))
    , m_targetSquares(static_cast<std::size_t>(targets))
{
}

void NormalEquations::addSquares(
    Sums &sums, const std::vector<double> &inputs, std::size_t count) const
{
    if (count == 0)
        return;
    sums.squares.resize(static_cast<std::size_t>(m_inputs) * static_cast<std::size_t>(m_inputs));
    const ConstRows rows(inputs.data(), index(count), m_inputs);
    Eigen::Map<RowMajor> squares(sums.squares.data(), m_inputs, m_inputs);
    squares.noalias() += rows.transpose() * rows;
    sums.count += double(count);
}

void NormalEquations::add(const std::vector<double> &inputs, const std::vector<double> &targets)
{
    const auto width = static_cast<std::size_t>(m_inputs);
    const auto wide = static_cast<std::size_t>(m_targets);
    const std::size_t count = targets.size() / wide;
    std::vector<double> known(targets.size()); // missing = 0 adds nothing
    std::vector<std::size_t> partial; // samples that lack a target but not all
    std::vector<double> kept; // inputs of the samples of one sum
    kept.reserve(inputs.size());
    for (std::size_t i = 0; i < count; ++i) {
        std::size_t observed = 0;
        for (std::size_t k = i * wide; k < (i + 1) * wide; ++k) {
            if (std::isnan(targets[k]))
                continue;
            known[k] = targets[k];
            m_targetSquares[k - i * wide] += targets[k] * targets[k];
            ++observed;
        }
        if (observed == wide)
            kept.insert(kept.end(), inputs.begin() + index(i * width),
                inputs.begin() + index((i + 1) * width));
        else if (observed > 0)
            partial.push_back(i);
    }
    const ConstRows rows(inputs.data(), index(count), m_inputs);
    const ConstRows truths(known.data(), index(count), m_targets);
    Eigen::Map<RowMajor>(m_products.data(), m_targets, m_inputs).noalias() +=
        truths.transpose() * rows;
    addSquares(m_complete, kept, kept.size() / width);
    for (std::size_t target = 0; target < wide && !partial.empty(); ++target) {
        kept.clear();
        for (const std::size_t i : partial) {
            if (!std::isnan(targets[i * wide + target]))
                kept.insert(kept.end(), inputs.begin() + index(i * width),
                    inputs.begin() + index((i + 1) * width));
        }
        addSquares(m_partial[target], kept, kept.size() / width);
    }
}

void NormalEquations::add(const NormalEquations &other)
{
    const auto addAll = [](std::vector<double> &to, const std::vector<double> &from) {
        to.resize(std::max(to.size(), from.size()));
        for (std::size_t i = 0; i < from.size(); ++i)
            to[i] += from[i];
    };
    const auto addSums = [&](Sums &to, const Sums &from) {
        addAll(to.squares, from.squares);
        to.count += from.count;
    };
    addSums(m_complete, other.m_complete);
    for (std::size_t t = 0; t < m_partial.size(); ++t)
        addSums(m_partial[t], other.m_partial[t]);
    addAll(m_products, other.m_products);
    addAll(m_targetSquares, other.m_targetSquares);
}

std::vector<double> NormalEquations::solve(double lambda) const
{
    const auto matrixOf = [this](const Sums &sums) -> Eigen::MatrixXd {
        if (sums.squares.empty())
            return Eigen::MatrixXd::Zero(m_inputs, m_inputs);
        return ConstRows(sums.squares.data(), m_inputs, m_inputs);
    };
    const auto factored = [&](const Eigen::MatrixXd &squares, double count) {
        Eigen::MatrixXd penalised = squares;
        penalised.diagonal().array() += lambda * count;
        penalised(0, 0) += (kConstantPenalty - lambda) * count;
        return Eigen::LDLT<Eigen::MatrixXd>(penalised);
    };
    std::vector<double> coefficients(m_products.size());
    const ConstRows products(m_products.data(), m_targets, m_inputs);
    Eigen::Map<RowMajor> result(coefficients.data(), m_targets, m_inputs);
    const Eigen::MatrixXd complete = matrixOf(m_complete);
    const Eigen::LDLT<Eigen::MatrixXd> shared = factored(complete, std::max(m_complete.count, 1.0));
    for (std::size_t t = 0; t < m_partial.size(); ++t) {
        const Sums &own = m_partial[t];
        const double count = m_complete.count + own.count;
        const auto product = products.row(index(t)).transpose();
        if (count == 0.0)
            continue;
        if (own.count == 0.0)
            result.row(index(t)) = shared.solve(product).transpose();
        else
            result.row(index(t)) =
                factored(complete + matrixOf(own), count).solve(product).transpose();
    }
    return coefficients;
}

double NormalEquations::squaredError(const std::vector<double> &coefficients) const
{
    // Σ (y - x·b)² = Σ y² - 2 b·Σ x y + b·(Σ x x')·b
    double error = 0.0;
    for (std::size_t t = 0; t < m_partial.size(); ++t) {
        const auto first = index(t * static_cast<std::size_t>(m_inputs));
        const Eigen::Map<const Eigen::VectorXd> b(coefficients.data() + first, m_inputs);
        const Eigen::Map<const Eigen::VectorXd> products(m_products.data() + first, m_inputs);
        error += m_targetSquares[t] - 2.0 * b.dot(products);
        for (const Sums *sums : {&m_complete, &m_partial[t]}) {
            if (!sums->squares.empty())
                error += b.dot(ConstRows(sums->squares.data(), m_inputs, m_inputs) * b);
        }
    }
    return error;
}

} // namespace belvedere
