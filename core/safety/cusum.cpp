// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/cusum.h"

#include <Eigen/LU>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/quadrature/gauss.hpp>

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

constexpr double kLargestThreshold = 50.0;

struct Node
{
    double at = 0.0;
    double weight = 0.0;
};

/// Of a composite Gauss rule on (0, h), with panels short against the normal density.
std::vector<Node> nodesOn(double h)
{
    constexpr double kPanel = 2.0;
    using Rule = boost::math::quadrature::gauss<double, 10>;
    const int panels = static_cast<int>(std::ceil(h / kPanel));
    const double half = h / panels / 2.0;
    std::vector<Node> nodes;
    for (int p = 0; p < panels; ++p) {
        const double middle = (2 * p + 1) * half;
        for (std::size_t i = 0; i < Rule::abscissa().size(); ++i) {
            for (const double side : {-1.0, 1.0})
                nodes.push_back(
                    {middle + side * half * Rule::abscissa()[i], half * Rule::weights()[i]});
        }
    }
    return nodes;
}

/// Of the upper sum from 0, when z has the mean `shift`.
double oneSidedRunLength(double k, double h, double shift)
{
    const boost::math::normal normal;
    const std::vector<Node> nodes = nodesOn(h);
    const auto count = static_cast<Eigen::Index>(nodes.size());
    // State 0 of the chain is the sum 0, which holds probability; the others are the nodes.
    Eigen::MatrixXd stays(count + 1, count + 1);
    for (Eigen::Index i = 0; i <= count; ++i) {
        const double from = i == 0 ? 0.0 : nodes[static_cast<std::size_t>(i - 1)].at;
        stays(i, 0) = boost::math::cdf(normal, k - from - shift);
        for (Eigen::Index j = 1; j <= count; ++j) {
            const Node &to = nodes[static_cast<std::size_t>(j - 1)];
            stays(i, j) = to.weight * boost::math::pdf(normal, to.at - from + k - shift);
        }
    }
    const Eigen::MatrixXd leaves = Eigen::MatrixXd::Identity(count + 1, count + 1) - stays;
    return leaves.partialPivLu().solve(Eigen::VectorXd::Ones(count + 1))(0);
}

} // namespace

std::vector<CusumStep> cusum(const std::vector<double> &z, const CusumOptions &options)
{
    std::vector<CusumStep> steps;
    steps.reserve(z.size());
    double upper = 0.0;
    double lower = 0.0;
    for (const double value : z) {
        if (!std::isnan(value)) {
            upper = std::max(0.0, upper + value - options.reference);
            if (options.twoSided)
                lower = std::max(0.0, lower - value - options.reference);
        }
        const bool alarm = upper > options.threshold || lower > options.threshold;
        steps.push_back({upper, lower, alarm && !std::isnan(value)});
        if (alarm && options.restart) {
            upper = 0.0;
            lower = 0.0;
        }
    }
    return steps;
}

Result<double> cusumRunLength(const CusumOptions &options, double shift)
{
    if (!(options.reference >= 0.0) || !(options.threshold > 0.0)
        || options.threshold > kLargestThreshold)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "A CUSUM with k = %1 and h = %2 makes no sense: k must not be negative, h must lie "
                "between 0 and 50."),
            {QString::number(options.reference), QString::number(options.threshold)});
    const double up = oneSidedRunLength(options.reference, options.threshold, shift);
    if (!options.twoSided)
        return up;
    const double down = oneSidedRunLength(options.reference, options.threshold, -shift);
    return 1.0 / (1.0 / up + 1.0 / down);
}

Result<double> cusumThreshold(double reference, double runLength, bool twoSided)
{
    constexpr double kLongest = 1e9;
    constexpr int kBisections = 60;
    if (!(runLength >= 2.0) || runLength > kLongest)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "A run length of %1 steps is not between 2 and 1 000 000 000. Choose another one."),
            {QString::number(runLength)});
    double low = 1e-6;
    double high = kLargestThreshold;
    for (int i = 0; i < kBisections && high - low > 1e-9; ++i) {
        const double middle = (low + high) / 2.0;
        BV_TRY(const double length, cusumRunLength({reference, middle, twoSided}));
        // At very high thresholds the matrix is singular to the last bit.
        if (!(length > 0.0) || length > runLength)
            high = middle;
        else
            low = middle;
    }
    return (low + high) / 2.0;
}

} // namespace belvedere
