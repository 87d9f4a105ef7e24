// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

#include <cstddef>
#include <vector>

namespace belvedere {

/// Finds the windows that went worst, of which no two of one site overlap, without keeping all of
/// them: a case that is taken rules out at most 2 horizon - 2 others, so that the best
/// most (2 horizon - 1) are enough.
class WorstCases
{
public:
    struct Case
    {
        int lastStep = 0; ///< of the inputs
        SiteId site;
        double error = 0.0;
    };

    WorstCases(int horizon, int most);

    void add(int lastStep, SiteId site, double error);
    /// Worst first; the earlier one and then the lower site where two are equal.
    [[nodiscard]] std::vector<Case> take() &&;

private:
    int m_horizon;
    std::size_t m_most;
    std::size_t m_capacity;
    std::vector<Case> m_heap; // the least bad one in front
};

} // namespace belvedere
