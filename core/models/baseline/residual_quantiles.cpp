// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/baseline/residual_quantiles.h"

#include <algorithm>
#include <cmath>

namespace belvedere {

double quantileOf(const std::vector<float> &sorted, double level)
{
    const double position = level * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(position);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    const double share = position - std::floor(position);
    return double(sorted[below]) * (1.0 - share) + double(sorted[above]) * share;
}

std::vector<float> quantileOffsets(std::vector<float> &residuals, const std::vector<double> &levels)
{
    std::vector<float> offsets(levels.size(), 0.0F);
    if (residuals.empty())
        return offsets;
    std::sort(residuals.begin(), residuals.end());
    for (std::size_t q = 0; q < levels.size(); ++q) {
        const auto offset = static_cast<float>(quantileOf(residuals, levels[q]));
        if (levels[q] < 0.5)
            offsets[q] = std::min(offset, 0.0F);
        else if (levels[q] > 0.5)
            offsets[q] = std::max(offset, 0.0F);
    }
    return offsets;
}

double pinballSum(const std::vector<float> &residuals, const std::vector<float> &offsets,
    const std::vector<double> &levels)
{
    double sum = 0.0;
    for (const float residual : residuals) {
        for (std::size_t q = 0; q < levels.size(); ++q) {
            const double error = double(residual) - double(offsets[q]);
            sum += std::max(levels[q] * error, (levels[q] - 1.0) * error);
        }
    }
    return sum;
}

} // namespace belvedere
