// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/readers/placing.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace belvedere {

std::vector<std::size_t> placingOrder(const std::vector<UtcMs> &times, const TimeGrid &grid)
{
    std::vector<std::size_t> order(times.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    if (grid.irregular())
        std::stable_sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return times[a] < times[b]; });
    return order;
}

bool sameRow(const std::vector<float> &values, std::size_t width, std::size_t a, std::size_t b)
{
    const auto at = [&](std::size_t row) {
        return values.begin() + static_cast<std::ptrdiff_t>(row * width);
    };
    return std::equal(at(a), at(a + 1), at(b),
        [](float x, float y) { return x == y || (std::isnan(x) && std::isnan(y)); });
}

} // namespace belvedere
