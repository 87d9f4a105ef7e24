// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exceedance.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace belvedere {

namespace {

/// The level at `threshold` on the line through two quantiles; upright where they are equal.
double levelOnLine(double lowLevel, double low, double highLevel, double high, double threshold)
{
    if (high > low)
        return lowLevel + (highLevel - lowLevel) * (threshold - low) / (high - low);
    return threshold < low ? 0.0 : 1.0;
}

} // namespace

double exceedanceProbability(
    const std::vector<double> &levels, std::span<const float> quantiles, double threshold)
{
    const std::size_t count = levels.size();
    if (count == 0 || std::any_of(quantiles.begin(), quantiles.end(), [](float value) {
            return std::isnan(value);
        }))
        return std::numeric_limits<double>::quiet_NaN();
    const auto at = [&quantiles](std::size_t i) { return static_cast<double>(quantiles[i]); };
    if (count == 1)
        return at(0) > threshold ? 1.0 : 0.0;
    // The first quantile above the threshold: the line from the one before it.
    const auto above = std::upper_bound(quantiles.begin(), quantiles.end(), threshold,
        [](double value, float quantile) { return value < static_cast<double>(quantile); });
    const auto first = static_cast<std::size_t>(above - quantiles.begin());
    const std::size_t high = std::clamp<std::size_t>(first, 1, count - 1);
    const std::size_t low = high - 1;
    return 1.0
        - std::clamp(
            levelOnLine(levels[low], at(low), levels[high], at(high), threshold), 0.0, 1.0);
}

} // namespace belvedere
