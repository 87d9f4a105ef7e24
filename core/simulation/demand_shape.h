// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace belvedere::simulation {

/// How busy a road is through the week, relative to its peak; 0 = empty.
class DemandShape
{
public:
    /// @param inbound  1 = towards the centre, so that the morning is the larger peak; -1 = away.
    /// @param laterHours  shifts both peaks.
    DemandShape(double inbound, double laterHours);

    [[nodiscard]] double at(int minuteOfWeek) const
    {
        return m_week[static_cast<std::size_t>(minuteOfWeek / kSlotMinutes)];
    }

private:
    static constexpr int kSlotMinutes = 5;
    std::array<double, 7 * 1440 / kSlotMinutes> m_week{};
};

} // namespace belvedere::simulation
