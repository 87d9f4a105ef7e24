// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/baseline/lagged_products.h"

#include <Eigen/Core>

#include <algorithm>

namespace belvedere {

namespace {

using FloatRows = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using DoubleRows = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

// Multiplications of one product in single precision, some 20 ms; sums of products are double.
constexpr double kBlockProducts = 1e8;

Eigen::Index index(std::size_t size)
{
    return static_cast<Eigen::Index>(size);
}

} // namespace

Result<LaggedProducts> LaggedProducts::fromRows(const std::vector<float> &rows, std::size_t width,
    int first, int end, int lagCount, const TaskContext &context)
{
    LaggedProducts result;
    result.m_width = width;
    result.m_first = first;
    result.m_end = end;
    const auto n = index(width);
    const auto steps = static_cast<int>(rows.size() / width);
    const Eigen::Map<const FloatRows> matrix(rows.data(), steps, n);
    const auto block = static_cast<int>(
        std::clamp(kBlockProducts / (double(width) * double(width)), 16.0, 4096.0));
    for (int lag = 0; lag < lagCount; ++lag) {
        std::vector<double> &sum = result.m_products.emplace_back(width * width);
        Eigen::Map<DoubleRows> sums(sum.data(), n, n);
        const int last = std::min(end, steps - lag);
        for (int begin = first; begin < last; begin += block) {
            if (context.cancelled())
                return cancelledFailure();
            const int count = std::min(block, last - begin);
            const FloatRows product =
                matrix.middleRows(begin, count).transpose() * matrix.middleRows(begin + lag, count);
            sums += product.cast<double>();
        }
    }
    return result;
}

std::vector<double> LaggedProducts::shifted(
    const std::vector<float> &rows, int lag, int shift) const
{
    std::vector<double> product = m_products[static_cast<std::size_t>(lag)];
    const auto n = index(m_width);
    const auto steps = static_cast<int>(rows.size() / m_width);
    Eigen::Map<DoubleRows> sums(product.data(), n, n);
    const Eigen::Map<const FloatRows> matrix(rows.data(), steps, n);
    const auto add = [&](int t, double sign) {
        if (t + lag < steps)
            sums.noalias() += sign * matrix.row(t).transpose().cast<double>()
                * matrix.row(t + lag).cast<double>();
    };
    for (int back = 1; back <= shift; ++back) {
        add(m_first - back, 1.0);
        add(m_end - back, -1.0);
    }
    return product;
}

} // namespace belvedere
