// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/series.h"

#include <memory>
#include <vector>

namespace belvedere {

/// Sums of one channel over any stretch of time, in a time that does not grow with the stretch:
/// running sums at every 64th step, the rest by looking.
class WindowSums
{
public:
    /// @param series  kept.
    WindowSums(std::shared_ptr<const Series> series, int channel);

    struct Total
    {
        double sum = 0.0;
        int count = 0; ///< values that were not missing
    };

    /// Over the steps first … last, both included; those outside the axis count as missing.
    /// @return [N]
    [[nodiscard]] std::vector<Total> totals(int first, int last) const;

private:
    /// Of the steps 0 … step - 1, added to or taken from `totals`.
    void addUpTo(int step, int sign, std::vector<Total> &totals) const;

    static constexpr int kBlock = 64;
    std::shared_ptr<const Series> m_series;
    int m_channel;
    std::vector<Total> m_running; // [blocks, N]: of the steps before block b
};

} // namespace belvedere
