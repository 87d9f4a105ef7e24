// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/cell_incidents.h"

#include <array>

namespace belvedere {

inline constexpr int kHoursPerWeek = 168;

/// In which hours of the local week incidents happen, in the whole area and in each cell.
class HourProfile
{
public:
    HourProfile() = default;
    HourProfile(const CellIncidents &incidents, TimeRange range, const QTimeZone &zone,
        int type = kAllTypes);

    /// Share of a week's incidents that fall into an hour, 0 = Monday 00:00 … 167; adds up to 1.
    /// One incident is added to each hour, so that none is impossible.
    [[nodiscard]] double areaShare(int hour) const
    {
        return m_area[static_cast<std::size_t>(hour)];
    }
    /// The same of a cell, which leans on the area's profile as if that were `weight` incidents of
    /// its own.
    [[nodiscard]] double cellShare(int cell, int hour, double weight) const;
    /// Mean log likelihood of the hours of incidents in `range`: what `weight` is chosen by. 0 if
    /// there are none.
    [[nodiscard]] double logLikelihood(const CellIncidents &incidents, TimeRange range,
        const QTimeZone &zone, int type, double weight) const;

private:
    std::array<double, kHoursPerWeek> m_area = {};
    std::vector<float> m_cells; // [cells, 168] incidents
    std::vector<double> m_sums; // [cells]
};

} // namespace belvedere
