// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/hour_profile.h"

#include <cmath>

namespace belvedere {

namespace {

constexpr int kMinutesPerHour = 60;

/// Hours of the local week; asks the zone once for each hour that it meets.
class LocalHours
{
public:
    explicit LocalHours(const QTimeZone &zone)
        : m_zone(zone)
    {
    }
    [[nodiscard]] int of(UtcMs time)
    {
        // No zone is off by a part of a quarter of an hour, and none changes within one.
        const UtcMs quarter = time / (15 * kMsPerMinute);
        if (quarter != m_quarter) {
            m_quarter = quarter;
            m_hour = minuteOfWeek(time, m_zone) / kMinutesPerHour;
        }
        return m_hour;
    }

private:
    QTimeZone m_zone;
    UtcMs m_quarter = std::numeric_limits<UtcMs>::min();
    int m_hour = 0;
};

/// Calls `use(cell, hour)` for the incidents of a type in a range and in the area.
template <class F>
void forEachHour(
    const CellIncidents &incidents, TimeRange range, const QTimeZone &zone, int type, F use)
{
    LocalHours hours(zone);
    for (const PlacedIncident &incident : incidents.placed) {
        if (incident.cell != kOutsideArea && range.contains(incident.at)
            && (type == kAllTypes || incident.type == type))
            use(incident.cell, hours.of(incident.at));
    }
}

} // namespace

HourProfile::HourProfile(
    const CellIncidents &incidents, TimeRange range, const QTimeZone &zone, int type)
{
    const auto cells = static_cast<std::size_t>(incidents.area.size());
    m_cells.assign(cells * kHoursPerWeek, 0.0F);
    m_sums.assign(cells, 0.0);
    m_area.fill(1.0);
    double all = kHoursPerWeek;
    forEachHour(incidents, range, zone, type, [&](int cell, int hour) {
        const auto i = static_cast<std::size_t>(cell);
        m_cells[i * kHoursPerWeek + static_cast<std::size_t>(hour)] += 1.0F;
        m_sums[i] += 1.0;
        m_area[static_cast<std::size_t>(hour)] += 1.0;
        all += 1.0;
    });
    for (double &share : m_area)
        share /= all;
}

double HourProfile::cellShare(int cell, int hour, double weight) const
{
    const auto i = static_cast<std::size_t>(cell);
    const double count = m_cells[i * kHoursPerWeek + static_cast<std::size_t>(hour)];
    return (count + weight * areaShare(hour)) / (m_sums[i] + weight);
}

double HourProfile::logLikelihood(const CellIncidents &incidents, TimeRange range,
    const QTimeZone &zone, int type, double weight) const
{
    double sum = 0.0;
    double count = 0.0;
    forEachHour(incidents, range, zone, type, [&](int cell, int hour) {
        sum += std::log(cellShare(cell, hour, weight));
        count += 1.0;
    });
    return count > 0.0 ? sum / count : 0.0;
}

} // namespace belvedere
