// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ensemble/blend_weights.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace belvedere {

namespace {

constexpr std::size_t kNear = 4; // steps within a quarter of the distance count as well
constexpr double kTowardsEqual = 0.02; // of the mean squared error, added to each one's own

/// Solves A x = 1 for a symmetric positive definite A by elimination.
std::vector<double> solveOnes(std::vector<double> a, std::size_t n)
{
    std::vector<double> x(n, 1.0);
    for (std::size_t k = 0; k < n; ++k) {
        for (std::size_t row = k + 1; row < n; ++row) {
            const double factor = a[row * n + k] / a[k * n + k];
            for (std::size_t column = k; column < n; ++column)
                a[row * n + column] -= factor * a[k * n + column];
            x[row] -= factor * x[k];
        }
    }
    for (std::size_t k = n; k-- > 0;) {
        for (std::size_t column = k + 1; column < n; ++column)
            x[k] -= a[k * n + column] * x[column];
        x[k] /= a[k * n + k];
    }
    return x;
}

/// The weights that make w' E w least: of all choices of members, those whose weights without
/// bounds are above 0, and the best of these. There are few members.
std::vector<double> leastSquares(const std::vector<double> &products, std::size_t members)
{
    std::vector<double> best(members, 1.0 / static_cast<double>(members));
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t choice = 1; choice < std::size_t(1) << members; ++choice) {
        std::vector<std::size_t> chosen;
        for (std::size_t i = 0; i < members; ++i) {
            if ((choice >> i & 1U) != 0)
                chosen.push_back(i);
        }
        std::vector<double> part;
        for (const std::size_t i : chosen) {
            for (const std::size_t j : chosen)
                part.push_back(products[i * members + j]);
        }
        const std::vector<double> ones = solveOnes(std::move(part), chosen.size());
        double sum = 0.0;
        for (const double value : ones)
            sum += value;
        const bool valid = std::all_of(ones.begin(), ones.end(),
            [](double value) { return value > 0.0 && std::isfinite(value); });
        if (!valid || 1.0 / sum >= least)
            continue;
        least = 1.0 / sum; // w' E w, since E w is 1 / sum for each of them
        std::fill(best.begin(), best.end(), 0.0);
        for (std::size_t k = 0; k < chosen.size(); ++k)
            best[chosen[k]] = ones[k] / sum;
    }
    return best;
}

} // namespace

BlendWeights::BlendWeights(std::size_t members, std::size_t horizon)
    : m_members(members)
    , m_horizon(horizon)
    , m_products(horizon * members * members, 0.0)
{
}

void BlendWeights::add(std::size_t step, const double *errors)
{
    double *products = m_products.data() + step * m_members * m_members;
    for (std::size_t i = 0; i < m_members; ++i) {
        for (std::size_t j = 0; j < m_members; ++j)
            *products++ += errors[i] * errors[j];
    }
}

std::vector<float> BlendWeights::weights() const
{
    const std::size_t size = m_members * m_members;
    std::vector<float> weights;
    for (std::size_t step = 0; step < m_horizon; ++step) {
        const std::size_t near = (step + 1) / kNear;
        std::vector<double> sums(size, 0.0);
        for (std::size_t i = step - near; i <= std::min(m_horizon - 1, step + near); ++i) {
            for (std::size_t k = 0; k < size; ++k)
                sums[k] += m_products[i * size + k];
        }
        double own = 0.0;
        for (std::size_t i = 0; i < m_members; ++i)
            own += sums[i * m_members + i];
        for (std::size_t i = 0; i < m_members; ++i)
            sums[i * m_members + i] += kTowardsEqual * own / static_cast<double>(m_members);
        for (const double weight : leastSquares(sums, m_members))
            weights.push_back(static_cast<float>(weight));
    }
    return weights;
}

} // namespace belvedere
