// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "time/time_context.h"

#include <vector>

namespace belvedere::ui {

/// Which share of the sites has a value at each step of a series. Immutable; a mean over any
/// stretch takes O(1).
class DataAvailability
{
public:
    DataAvailability() = default;
    /// @param shares  0 … 1, of the steps `start`, `start + stepMs` …; stepMs > 0.
    DataAvailability(UtcMs start, qint64 stepMs, const std::vector<float> &shares);

    [[nodiscard]] bool isEmpty() const { return m_sums.size() < 2; }
    /// The stretch that the series covers.
    [[nodiscard]] TimeRange range() const;
    /// Mean share over [from, to), a step holding until the next; what lies outside the series
    /// counts as missing. At least the step at `from` is looked at.
    [[nodiscard]] double share(UtcMs from, UtcMs to) const;

private:
    /// Sum of the shares up to `time`, in steps.
    [[nodiscard]] double sumTo(UtcMs time) const;

    UtcMs m_start = 0;
    qint64 m_stepMs = kMsPerMinute;
    std::vector<double> m_sums; // m_sums[i] = sum of the first i shares
};

} // namespace belvedere::ui
