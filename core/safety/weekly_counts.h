// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/cell_incidents.h"

namespace belvedere {

/// Incidents by week and cell, in weeks counted back from a moment: week 0 is the oldest and may
/// be covered in part, the last one ends at that moment.
class WeeklyCounts
{
public:
    struct Entry
    {
        int cell = 0;
        double count = 0.0;
    };

    WeeklyCounts(const CellIncidents &incidents, UtcMs until, int type);

    [[nodiscard]] int weeks() const { return static_cast<int>(m_weeks.size()); }
    [[nodiscard]] int cells() const { return m_cells; }
    /// Part of the week that the incidents cover: 1 but for the oldest.
    [[nodiscard]] double exposure(int week) const { return week == 0 ? m_firstExposure : 1.0; }
    /// Cells with incidents.
    [[nodiscard]] const std::vector<Entry> &week(int week) const
    {
        return m_weeks[static_cast<std::size_t>(week)];
    }
    [[nodiscard]] double total(int week) const;
    /// Incidents of all weeks before. [cells]
    [[nodiscard]] std::vector<double> before(int week) const;

private:
    int m_cells = 0;
    double m_firstExposure = 1.0;
    std::vector<std::vector<Entry>> m_weeks;
};

} // namespace belvedere
