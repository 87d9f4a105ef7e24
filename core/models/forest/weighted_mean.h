// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace belvedere {

/// @param weights  as many as values, or empty = all 1; not all zero
[[nodiscard]] inline float weightedMean(
    const std::vector<float> &values, const std::vector<float> &weights)
{
    double sum = 0.0;
    double total = 0.0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double weight = weights.empty() ? 1.0 : double(weights[i]);
        sum += weight * double(values[i]);
        total += weight;
    }
    return static_cast<float>(sum / total);
}

} // namespace belvedere
