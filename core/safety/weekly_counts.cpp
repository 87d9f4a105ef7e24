// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/weekly_counts.h"

#include <algorithm>
#include <utility>

namespace belvedere {

WeeklyCounts::WeeklyCounts(const CellIncidents &incidents, UtcMs until, int type)
    : m_cells(incidents.area.size())
{
    constexpr UtcMs kWeek = 7 * kMsPerDay;
    // The span is that of all types: a type without incidents was still watched.
    const UtcMs from = incidents.span().from;
    if (incidents.placed.empty() || from >= until)
        return;
    const UtcMs count = (until - from + kWeek - 1) / kWeek;
    const UtcMs start = until - count * kWeek;
    m_firstExposure = static_cast<double>(kWeek - (from - start)) / kWeek;
    m_weeks.resize(static_cast<std::size_t>(count));
    std::vector<double> dense(static_cast<std::size_t>(m_cells), 0.0);
    auto incident = incidents.placed.begin();
    for (std::size_t week = 0; week < m_weeks.size(); ++week) {
        const UtcMs end = start + static_cast<UtcMs>(week + 1) * kWeek;
        std::vector<Entry> &entries = m_weeks[week];
        for (; incident != incidents.placed.end() && incident->at < end; ++incident) {
            if (incident->cell == kOutsideArea || (type != kAllTypes && incident->type != type))
                continue;
            double &sum = dense[static_cast<std::size_t>(incident->cell)];
            if (sum == 0.0)
                entries.push_back({incident->cell, 0.0});
            sum += 1.0;
        }
        for (Entry &entry : entries)
            entry.count = std::exchange(dense[static_cast<std::size_t>(entry.cell)], 0.0);
    }
}

double WeeklyCounts::total(int week) const
{
    double sum = 0.0;
    for (const Entry &entry : this->week(week))
        sum += entry.count;
    return sum;
}

std::vector<double> WeeklyCounts::before(int week) const
{
    std::vector<double> counts(static_cast<std::size_t>(m_cells), 0.0);
    for (int i = 0; i < week; ++i) {
        for (const Entry &entry : this->week(i))
            counts[static_cast<std::size_t>(entry.cell)] += entry.count;
    }
    return counts;
}

} // namespace belvedere
