// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "data/series.h"

#include <optional>
#include <unordered_map>
#include <vector>

namespace belvedere {

/// Finds the grid that the times of a file lie on. A time may stand a tenth of a step beside it,
/// as clocks of devices do; it then counts as the step. Where more than a fifth of the times lie
/// on no common grid, the steps have the length of the typical distance, rounded to one that
/// divides the day, begin with the local day, and hold all times within them.
class TimeGrid
{
public:
    /// A distance between two times that follow one another at one site.
    void addDistance(UtcMs distance);
    /// @param times  of all rows, in any order.
    /// @param stepHint  for files with one time only; 0 = unknown.
    /// @param zone  whose midnight begins a step where the times are irregular.
    /// @return Errc::Parse if no step can be told, Errc::Shape if the times reach absurdly far.
    [[nodiscard]] Result<> fit(const std::vector<UtcMs> &times, UtcMs stepHint,
        std::size_t valuesPerStep, const QTimeZone &zone);

    [[nodiscard]] const TimeAxis &axis() const { return m_axis; }
    /// Whether several times may fall into one step.
    [[nodiscard]] bool irregular() const { return m_irregular; }
    /// The step of a time, or nothing if it lies between two.
    [[nodiscard]] std::optional<int> stepOf(UtcMs time) const;

private:
    [[nodiscard]] std::optional<UtcMs> snapped(UtcMs time) const;
    [[nodiscard]] UtcMs typicalStep() const;

    TimeAxis m_axis;
    bool m_irregular = false;
    std::unordered_map<UtcMs, qint64> m_distances;
};

[[nodiscard]] Error offTheGrid(UtcMs time, const TimeAxis &axis);
[[nodiscard]] Error duplicateTime(UtcMs time);

} // namespace belvedere
