// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/dispersion/wind_climate.h"

#include <QString>

#include <algorithm>
#include <cmath>

namespace belvedere {

Result<WindClimate> WindClimate::make(const std::vector<WeatherHour> &hours)
{
    if (hours.empty())
        return failure(Errc::Numeric,
            QT_TRANSLATE_NOOP("Error", "A wind climate needs at least one hour of weather."));
    WindClimate climate;
    climate.m_cells.resize(kClimateDirections * kClimateSpeeds * kStabilityCount);
    for (std::size_t i = 0; i < hours.size(); ++i) {
        const WeatherHour &hour = hours[i];
        if (!std::isfinite(hour.windFromDeg)
            || !(std::isfinite(hour.windSpeedMs) && hour.windSpeedMs >= 0.0))
            return failure(Errc::Numeric,
                QT_TRANSLATE_NOOP("Error", "Hour %1 of the weather has a wind of %2 m/s from %3°."),
                {QString::number(i + 1), QString::number(hour.windSpeedMs),
                    QString::number(hour.windFromDeg)});
        constexpr double kClassDeg = 360.0 / kClimateDirections;
        const double turned = hour.windFromDeg - 360.0 * std::floor(hour.windFromDeg / 360.0);
        const int direction =
            static_cast<int>(std::lround(turned / kClassDeg)) % kClimateDirections;
        const auto speed = static_cast<int>(
            std::upper_bound(kClimateSpeedEdges.begin(), kClimateSpeedEdges.end(), hour.windSpeedMs)
            - kClimateSpeedEdges.begin());
        Cell &cell = climate.m_cells[static_cast<std::size_t>(
            (direction * kClimateSpeeds + speed) * kStabilityCount
            + static_cast<int>(hour.stability))];
        const double inverse = 1.0 / std::max(hour.windSpeedMs, kSlowestWindMs);
        ++cell.hours;
        cell.inverseSpeed += (inverse - cell.inverseSpeed) / cell.hours;
        climate.m_calms += hour.windSpeedMs < kSlowestWindMs ? 1 : 0;
    }
    climate.m_hours = static_cast<int>(hours.size());
    return climate;
}

double WindClimate::calmShare() const
{
    return m_hours > 0 ? static_cast<double>(m_calms) / m_hours : 0.0;
}

double WindClimate::weight(int direction, Stability stability) const
{
    double sum = 0.0;
    for (int speed = 0; speed < kClimateSpeeds; ++speed) {
        const Cell &of = cell(direction, speed, stability);
        sum += of.hours * of.inverseSpeed;
    }
    return sum / m_hours;
}

} // namespace belvedere
