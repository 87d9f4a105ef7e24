// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/count_residual.h"

#include <boost/math/special_functions/erf.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace belvedere {

namespace {

constexpr double kLargest = 8.0;
constexpr double kSmallestTail = 1e-15; // about 8 deviations
constexpr double kHardlyDispersed = 1.001;

/// P(Y = count) of the negative binomial with variance = dispersion mean.
double probability(int count, double mean, double dispersion)
{
    if (dispersion < kHardlyDispersed)
        return std::exp(count * std::log(mean) - mean - std::lgamma(count + 1.0));
    const double size = mean / (dispersion - 1.0);
    return std::exp(std::lgamma(count + size) - std::lgamma(size) - std::lgamma(count + 1.0)
        - size * std::log(dispersion) + count * std::log1p(-1.0 / dispersion));
}

/// P(Y = count + 1) / P(Y = count).
double step(int count, double mean, double dispersion)
{
    if (dispersion < kHardlyDispersed)
        return mean / (count + 1.0);
    const double size = mean / (dispersion - 1.0);
    return (count + size) / (count + 1.0) * (1.0 - 1.0 / dispersion);
}

/// P(Y > count) + P(Y = count) / 2, or the same of the other tail.
double tail(int count, double mean, double dispersion, bool upper)
{
    const double here = probability(count, mean, dispersion);
    double sum = here / 2.0;
    double each = here;
    for (int y = count; upper || y > 0; y += upper ? 1 : -1) {
        each *= upper ? step(y, mean, dispersion) : 1.0 / step(y - 1, mean, dispersion);
        sum += each;
        if (!(each > sum * 1e-12)) // far out both are 0
            break;
    }
    return sum;
}

} // namespace

double countResidual(int count, double mean, double dispersion)
{
    if (!(mean > 0.0) || !std::isfinite(mean) || count < 0)
        return std::numeric_limits<double>::quiet_NaN();
    const bool upper = count > mean;
    const double p = std::clamp(tail(count, mean, dispersion, upper), kSmallestTail, 1.0);
    const double off = std::numbers::sqrt2 * boost::math::erfc_inv(2.0 * p);
    return std::clamp(upper ? off : -off, -kLargest, kLargest);
}

} // namespace belvedere
