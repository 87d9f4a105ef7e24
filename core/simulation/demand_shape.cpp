// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/demand_shape.h"

#include <cmath>

namespace belvedere::simulation {

namespace {

double bell(double hour, double centre, double width)
{
    const double z = (hour - centre) / width;
    return std::exp(-z * z);
}

double weekday(double hour, bool friday, double inbound, double later)
{
    const double day =
        1.0 / (1.0 + std::exp(-(hour - 6.1) * 2.2)) / (1.0 + std::exp((hour - 19.8) * 1.1));
    const double morning = bell(hour, 7.7 + later, 1.05) * (0.34 + 0.24 * inbound);
    const double evening =
        bell(hour, (friday ? 16.4 : 17.2) + later, 1.75) * (0.42 - 0.22 * inbound);
    return 0.05 + 0.46 * day + morning + evening + 0.08 * bell(hour, 21.5, 1.8)
        + (friday ? 0.06 * bell(hour, 22.5, 2.0) : 0.0);
}

double saturday(double hour)
{
    return 0.06 + 0.60 * bell(hour, 13.8, 4.0) + 0.14 * bell(hour, 22.0, 2.2)
        + 0.10 * bell(hour, 0.5, 1.6);
}

double sunday(double hour)
{
    return 0.05 + 0.47 * bell(hour, 15.6, 4.1) + 0.10 * bell(hour, 0.5, 1.8);
}

} // namespace

DemandShape::DemandShape(double inbound, double laterHours)
{
    for (std::size_t slot = 0; slot < m_week.size(); ++slot) {
        const std::size_t minute = slot * kSlotMinutes;
        const std::size_t day = minute / 1440;
        const double hour = static_cast<double>(minute % 1440) / 60.0;
        m_week[slot] = day < 5 ? weekday(hour, day == 4, inbound, laterHours)
            : day == 5         ? saturday(hour)
                               : sunday(hour);
    }
}

} // namespace belvedere::simulation
