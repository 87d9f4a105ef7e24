// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/ears.h"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/quadrature/gauss_kronrod.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace belvedere {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr int kGuard = 2; // steps between baseline and value, of C2 and C3

struct Baseline
{
    double mean = kNone;
    double deviation = kNone;
};

/// Of the steps that end `guard` before `step`.
Baseline baselineOf(
    const std::vector<double> &values, int step, int guard, const EarsOptions &options)
{
    const int end = step - guard;
    const int begin = end - options.baseline;
    if (begin < 0)
        return {};
    double sum = 0.0;
    for (int i = begin; i < end; ++i)
        sum += values[static_cast<std::size_t>(i)];
    const double mean = sum / options.baseline;
    double squares = 0.0;
    for (int i = begin; i < end; ++i) {
        const double off = values[static_cast<std::size_t>(i)] - mean;
        squares += off * off;
    }
    return {mean, std::max(options.minSigma, std::sqrt(squares / (options.baseline - 1)))};
}

double standardised(double value, const Baseline &baseline)
{
    const double off = value - baseline.mean;
    if (std::isnan(off) || baseline.deviation > 0.0)
        return off / baseline.deviation;
    return off == 0.0 ? 0.0 : std::copysign(std::numeric_limits<double>::infinity(), off);
}

int guardOf(EarsMethod method)
{
    return method == EarsMethod::C1 ? 0 : kGuard;
}

/// What the two steps before are above 1 in C2.
double excessBefore(const std::vector<double> &c2, int step)
{
    double sum = 0.0;
    for (int back = 1; back <= 2; ++back) {
        const double before = step < back ? kNone : c2[static_cast<std::size_t>(step - back)];
        sum += std::isnan(before) ? kNone : std::max(0.0, before - 1.0);
    }
    return sum;
}

std::vector<double> scoresWithGuard(
    const std::vector<double> &values, int guard, const EarsOptions &options)
{
    std::vector<double> scores(values.size());
    for (int t = 0; t < static_cast<int>(values.size()); ++t)
        scores[static_cast<std::size_t>(t)] = standardised(
            values[static_cast<std::size_t>(t)], baselineOf(values, t, guard, options));
    return scores;
}

} // namespace

int earsWarmUp(const EarsOptions &options)
{
    constexpr int kStepsOfC3 = 2;
    return options.baseline + guardOf(options.method)
        + (options.method == EarsMethod::C3 ? kStepsOfC3 : 0);
}

double earsThreshold(double alpha)
{
    return -boost::math::quantile(boost::math::normal(), alpha);
}

double earsAlarmProbability(const EarsOptions &options, double threshold)
{
    if (options.method == EarsMethod::C3)
        return kNone;
    // Value minus mean is normal with variance 1 + 1/b, and independent of the deviation, whose
    // square times b - 1 has a chi-squared distribution.
    const int degrees = options.baseline - 1;
    const boost::math::chi_squared squares(degrees);
    const boost::math::normal normal;
    const double spread = std::sqrt(1.0 + 1.0 / options.baseline);
    const auto alarms = [&](double deviation) {
        const double sigma = std::max(options.minSigma, deviation);
        return boost::math::cdf(boost::math::complement(normal, threshold * sigma / spread))
            * boost::math::pdf(squares, degrees * deviation * deviation) * 2.0 * degrees
            * deviation;
    };
    constexpr double kFarOut = 8.0; // the deviation of 2 and more values is never above
    using Rule = boost::math::quadrature::gauss_kronrod<double, 31>;
    constexpr unsigned kDepth = 12;
    const double kink = std::min(options.minSigma, kFarOut);
    return (kink > 0.0 ? Rule::integrate(alarms, 0.0, kink, kDepth) : 0.0)
        + Rule::integrate(alarms, kink, kFarOut, kDepth);
}

std::vector<double> earsScores(const std::vector<double> &values, const EarsOptions &options)
{
    const std::vector<double> scores = scoresWithGuard(values, guardOf(options.method), options);
    if (options.method != EarsMethod::C3)
        return scores;
    std::vector<double> sums(values.size());
    for (int t = 0; t < static_cast<int>(values.size()); ++t)
        sums[static_cast<std::size_t>(t)] = excessBefore(scores, t);
    return sums;
}

std::vector<double> earsUpperBounds(
    const std::vector<double> &counts, const EarsOptions &options, double threshold)
{
    const int guard = guardOf(options.method);
    const bool c3 = options.method == EarsMethod::C3;
    const std::vector<double> c2 =
        c3 ? scoresWithGuard(counts, guard, options) : std::vector<double>();
    std::vector<double> bounds(counts.size(), kNone);
    for (int t = earsWarmUp(options); t < static_cast<int>(counts.size()); ++t) {
        const Baseline baseline = baselineOf(counts, t, guard, options);
        const double bound = c3 ? counts[static_cast<std::size_t>(t)]
                + baseline.deviation * (threshold - excessBefore(c2, t))
                                : baseline.mean + baseline.deviation * threshold;
        bounds[static_cast<std::size_t>(t)] = std::isnan(bound) ? kNone : std::max(0.0, bound);
    }
    return bounds;
}

} // namespace belvedere
