// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quantile_mean.h"

namespace belvedere {

namespace {

/// Mean of the quantile function over a tail of width `tail` beside `outer`, as a straight line
/// through `inner` and `outer`, which lie `gap` apart.
void addTail(double tail, double gap, double &outer, double &inner)
{
    const double beyond = tail * tail / (2.0 * gap);
    outer += tail + beyond;
    inner -= beyond;
}

} // namespace

std::vector<double> quantileMeanWeights(const std::vector<double> &levels)
{
    const std::size_t count = levels.size();
    if (count < 2)
        return std::vector<double>(count, 1.0);
    std::vector<double> weights(count, 0.0);
    for (std::size_t i = 0; i + 1 < count; ++i) {
        const double half = (levels[i + 1] - levels[i]) / 2.0;
        weights[i] += half;
        weights[i + 1] += half;
    }
    addTail(levels[0], levels[1] - levels[0], weights[0], weights[1]);
    addTail(1.0 - levels[count - 1], levels[count - 1] - levels[count - 2], weights[count - 1],
        weights[count - 2]);
    return weights;
}

} // namespace belvedere
