// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/dispersion/stability.h"

#include <QString>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace belvedere {

namespace {

constexpr double kRadPerDeg = std::numbers::pi / 180.0;
constexpr double kHalfCovered = 0.5;
constexpr double kNightSunDeg = 0.0;

/// Turner's table: classes by wind (rows) and net radiation index 4, 3, 2, 1, 0, -1, -2.
constexpr std::array<double, 8> kTurnerWindMs = {0.75, 1.85, 2.85, 3.35, 3.85, 4.85, 5.45, 5.95};
constexpr int kTurner[9][7] = {{1, 1, 2, 3, 4, 6, 7}, {1, 2, 2, 3, 4, 6, 7}, {1, 2, 3, 4, 4, 5, 6},
    {2, 2, 3, 4, 4, 5, 6}, {2, 2, 3, 4, 4, 4, 5}, {2, 3, 3, 4, 4, 4, 5}, {3, 3, 4, 4, 4, 4, 5},
    {3, 3, 4, 4, 4, 4, 4}, {3, 4, 4, 4, 4, 4, 4}};

Stability classOf(int turner)
{
    return static_cast<Stability>(std::min(turner, kStabilityCount) - 1);
}

int insolationClass(double sunElevationDeg)
{
    if (sunElevationDeg > 60.0)
        return 4;
    if (sunElevationDeg > 35.0)
        return 3;
    return sunElevationDeg > 15.0 ? 2 : 1;
}

/// Cloud thins what the sun gives; its height is not known, so that it is taken as of middle
/// height (2000 to 5000 m) by day.
int netRadiationIndex(double sunElevationDeg, double cloudShare)
{
    if (sunElevationDeg <= kNightSunDeg)
        return cloudShare >= 0.95 ? 0 : cloudShare > 0.4 ? -1 : -2;
    const int sun = insolationClass(sunElevationDeg);
    if (cloudShare <= 0.5)
        return sun;
    return std::max(1, sun - (cloudShare >= 0.95 ? 2 : 1));
}

Result<> checkHour(const WeatherObservation &hour, std::size_t position)
{
    if (hour.windSpeedMs < 0.0)
        return failure(Errc::Numeric,
            QT_TRANSLATE_NOOP("Error", "Hour %1 of the weather has a wind speed of %2 m/s."),
            {QString::number(position + 1), QString::number(hour.windSpeedMs)});
    return {};
}

} // namespace

double sunElevationDeg(UtcMs time, LonLat place)
{
    // Days since 2000-01-01T00:00Z; the year of 365.25 days is near enough for Spencer's angle.
    constexpr UtcMs kEpoch2000 = 946684800000;
    const double days = static_cast<double>(time - kEpoch2000) / static_cast<double>(kMsPerDay);
    const double yearDay = days - 365.25 * std::floor(days / 365.25);
    const double g = 2.0 * std::numbers::pi * yearDay / 365.25;
    const double declination = 0.006918 - 0.399912 * std::cos(g) + 0.070257 * std::sin(g)
        - 0.006758 * std::cos(2.0 * g) + 0.000907 * std::sin(2.0 * g) - 0.002697 * std::cos(3.0 * g)
        + 0.00148 * std::sin(3.0 * g);
    const double equationOfTimeMin = 229.18
        * (0.000075 + 0.001868 * std::cos(g) - 0.032077 * std::sin(g) - 0.014615 * std::cos(2.0 * g)
            - 0.040849 * std::sin(2.0 * g));
    const double minuteOfDay = (days - std::floor(days)) * 1440.0;
    const double solarMinute = minuteOfDay + equationOfTimeMin + 4.0 * place.lon;
    const double hourAngle = (solarMinute / 4.0 - 180.0) * kRadPerDeg;
    const double latitude = place.lat * kRadPerDeg;
    const double sine = std::sin(latitude) * std::sin(declination)
        + std::cos(latitude) * std::cos(declination) * std::cos(hourAngle);
    return std::asin(std::clamp(sine, -1.0, 1.0)) / kRadPerDeg;
}

Stability turnerStability(double windSpeedMs, double sunElevationDeg, double cloudShare)
{
    const auto row = std::lower_bound(kTurnerWindMs.begin(), kTurnerWindMs.end(), windSpeedMs)
        - kTurnerWindMs.begin();
    return classOf(kTurner[row][4 - netRadiationIndex(sunElevationDeg, cloudShare)]);
}

Stability radiationStability(
    double windSpeedMs, double sunElevationDeg, double radiationWm2, double cloudShare)
{
    if (sunElevationDeg <= kNightSunDeg || radiationWm2 <= 0.0)
        return turnerStability(windSpeedMs, std::min(sunElevationDeg, kNightSunDeg), cloudShare);
    constexpr std::array<double, 4> kWindMs = {2.0, 3.0, 5.0, 6.0};
    constexpr Stability kTable[5][4] = {{Stability::A, Stability::A, Stability::B, Stability::D},
        {Stability::A, Stability::B, Stability::C, Stability::D},
        {Stability::B, Stability::B, Stability::C, Stability::D},
        {Stability::C, Stability::C, Stability::D, Stability::D},
        {Stability::C, Stability::D, Stability::D, Stability::D}};
    const auto row =
        std::upper_bound(kWindMs.begin(), kWindMs.end(), windSpeedMs) - kWindMs.begin();
    const int column = radiationWm2 >= 925.0 ? 0
        : radiationWm2 >= 675.0              ? 1
        : radiationWm2 >= 175.0              ? 2
                                             : 3;
    return kTable[row][column];
}

Result<WeatherYear> weatherYear(const std::vector<WeatherObservation> &observations, LonLat place)
{
    WeatherYear year;
    for (std::size_t i = 0; i < observations.size(); ++i) {
        const WeatherObservation &observed = observations[i];
        BV_TRY_VOID(checkHour(observed, i));
        if (!std::isfinite(observed.windFromDeg) || !std::isfinite(observed.windSpeedMs)) {
            ++year.leftOut;
            continue;
        }
        const double sun = sunElevationDeg(observed.time, place);
        const double cloud = std::clamp(observed.cloudShare.value_or(kHalfCovered), 0.0, 1.0);
        WeatherHour hour{observed.windFromDeg, observed.windSpeedMs, Stability::D};
        if (observed.radiationWm2)
            hour.stability =
                radiationStability(hour.windSpeedMs, sun, *observed.radiationWm2, cloud);
        else
            hour.stability = turnerStability(hour.windSpeedMs, sun, cloud);
        if (!observed.cloudShare && (!observed.radiationWm2 || sun <= kNightSunDeg))
            ++year.guessedCloud;
        year.hours.push_back(hour);
    }
    if (year.hours.empty())
        return failure(
            Errc::Numeric, QT_TRANSLATE_NOOP("Error", "No hour of the weather has a wind."));
    return year;
}

} // namespace belvedere
