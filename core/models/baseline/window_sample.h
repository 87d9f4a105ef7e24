// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"

#include <algorithm>
#include <vector>

namespace belvedere {

/// At most `most` of `count` windows, ascending, spread over all of them: one at random from each
/// of equal pieces, since equal distances could fall on the same time of every day.
[[nodiscard]] inline std::vector<int> sampledWindows(int count, int most, std::uint64_t seed)
{
    Random random(seed);
    const int samples = std::min(count, most);
    std::vector<int> windows;
    windows.reserve(static_cast<std::size_t>(std::max(0, samples)));
    for (int i = 0; i < samples; ++i) {
        const std::int64_t begin = std::int64_t(i) * count / samples;
        const std::int64_t end = std::int64_t(i + 1) * count / samples;
        windows.push_back(static_cast<int>(
            begin + std::int64_t(random.below(static_cast<std::uint64_t>(end - begin)))));
    }
    return windows;
}

} // namespace belvedere
