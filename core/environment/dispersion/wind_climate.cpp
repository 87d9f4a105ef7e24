// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/dispersion/wind_climate.h"

#include <QString>

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

constexpr int kDegrees = 360;
constexpr double kFinestStepDeg = 10.0;

double turned(double degrees)
{
    return degrees - kDegrees * std::floor(degrees / kDegrees);
}

bool allOnSteps(const std::vector<WeatherHour> &hours, double stepDeg)
{
    return std::all_of(hours.begin(), hours.end(), [stepDeg](const WeatherHour &hour) {
        return std::abs(std::remainder(hour.windFromDeg, stepDeg)) < 1e-6;
    });
}

/// Of the steps in use, the coarsest that explains all directions.
double reportedStep(const std::vector<WeatherHour> &hours)
{
    // A single hour, or some from one direction, say nothing about the step.
    for (const double step : {45.0, 22.5}) {
        const bool several = std::any_of(hours.begin(), hours.end(), [&](const WeatherHour &hour) {
            return std::abs(std::remainder(hour.windFromDeg - hours[0].windFromDeg, 90.0)) > 1e-6;
        });
        if (several && allOnSteps(hours, step))
            return step;
    }
    return kFinestStepDeg;
}

/// Adds `weight`, spread evenly over the step around a direction, to degrees centred on 0, 1, 2 …
void spread(double *byDegree, double direction, double stepDeg, double weight)
{
    const double from = direction - stepDeg / 2.0;
    const double to = direction + stepDeg / 2.0;
    for (int degree = static_cast<int>(std::floor(from + 0.5)); degree - 0.5 < to; ++degree) {
        const double overlap = std::min(to, degree + 0.5) - std::max(from, degree - 0.5);
        if (overlap > 0.0)
            byDegree[(degree + kDegrees) % kDegrees] += weight * overlap / stepDeg;
    }
}

Result<> checkHour(const WeatherHour &hour, std::size_t position)
{
    if (std::isfinite(hour.windFromDeg) && std::isfinite(hour.windSpeedMs)
        && hour.windSpeedMs >= 0.0)
        return {};
    return failure(Errc::Numeric,
        QT_TRANSLATE_NOOP("Error", "Hour %1 of the weather has a wind of %2 m/s from %3°."),
        {QString::number(position + 1), QString::number(hour.windSpeedMs),
            QString::number(hour.windFromDeg)});
}

} // namespace

Result<WindClimate> WindClimate::make(const std::vector<WeatherHour> &hours)
{
    if (hours.empty())
        return failure(Errc::Numeric,
            QT_TRANSLATE_NOOP("Error", "A wind climate needs at least one hour of weather."));
    for (std::size_t i = 0; i < hours.size(); ++i)
        BV_TRY_VOID(checkHour(hours[i], i));
    WindClimate climate;
    climate.m_cells.resize(kClimateDirections * kClimateSpeeds * kStabilityCount);
    climate.m_byDegree.resize(kStabilityCount * kDegrees);
    climate.m_stepDeg = reportedStep(hours);
    climate.m_hours = static_cast<int>(hours.size());
    for (const WeatherHour &hour : hours) {
        constexpr double kClassDeg = static_cast<double>(kDegrees) / kClimateDirections;
        const double from = turned(hour.windFromDeg);
        const int direction = static_cast<int>(std::lround(from / kClassDeg)) % kClimateDirections;
        const auto speed = static_cast<int>(
            std::upper_bound(kClimateSpeedEdges.begin(), kClimateSpeedEdges.end(), hour.windSpeedMs)
            - kClimateSpeedEdges.begin());
        const int stability = static_cast<int>(hour.stability);
        Cell &cell = climate.m_cells[static_cast<std::size_t>(
            (direction * kClimateSpeeds + speed) * kStabilityCount + stability)];
        const double inverse = 1.0 / std::max(hour.windSpeedMs, kSlowestWindMs);
        ++cell.hours;
        cell.inverseSpeed += (inverse - cell.inverseSpeed) / cell.hours;
        climate.m_calms += hour.windSpeedMs < kSlowestWindMs ? 1 : 0;
        spread(&climate.m_byDegree[static_cast<std::size_t>(stability * kDegrees)], from,
            climate.m_stepDeg, inverse / climate.m_hours);
    }
    return climate;
}

double WindClimate::calmShare() const
{
    return m_hours > 0 ? static_cast<double>(m_calms) / m_hours : 0.0;
}

std::vector<double> WindClimate::inverseSpeedByDegree(Stability stability) const
{
    const auto first = m_byDegree.begin() + static_cast<int>(stability) * kDegrees;
    return {first, first + kDegrees};
}

} // namespace belvedere
