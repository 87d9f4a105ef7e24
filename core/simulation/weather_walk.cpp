// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/weather_walk.h"

#include <algorithm>
#include <numbers>

namespace belvedere::simulation {

namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kLatitude = 47.0 * kPi / 180.0;

/// Sine of the sun's height over the horizon, by day of year and local hour (solar noon at 12:30).
double sunHeight(int dayOfYear, double hour)
{
    const double declination = -0.409 * std::cos(2.0 * kPi * (dayOfYear + 10) / 365.0);
    const double hourAngle = 2.0 * kPi * (hour - 12.5) / 24.0;
    return std::sin(kLatitude) * std::sin(declination)
        + std::cos(kLatitude) * std::cos(declination) * std::cos(hourAngle);
}

/// One step of a wandering value of mean 0 and deviation 1.
double wander(double value, double hours, double memoryHours, Random &random)
{
    const double keep = std::exp(-hours / memoryHours);
    return keep * value + std::sqrt(1.0 - keep * keep) * random.normal();
}

} // namespace

std::size_t Weather::at(UtcMs time) const
{
    return static_cast<std::size_t>(std::clamp(axis.indexOf(time), 0, axis.count - 1));
}

Weather weatherWalk(const LocalCalendar &calendar, Random random)
{
    Weather weather;
    weather.axis = calendar.axis;
    const double hours = static_cast<double>(calendar.axis.stepMs) / kMsPerHour;
    double warmth = random.normal();
    double breeze = random.normal();
    double cloud = random.normal();
    double shower = random.normal();
    for (int i = 0; i < calendar.axis.count; ++i) {
        warmth = wander(warmth, hours, 60.0, random);
        breeze = wander(breeze, hours, 14.0, random);
        cloud = wander(cloud, hours, 30.0, random);
        shower = wander(shower, hours, 2.5, random);

        const int day = calendar.dayOfYear[static_cast<std::size_t>(i)];
        const double hour = calendar.hour(i);
        const double height = std::max(0.0, sunHeight(day, hour));
        const double clear = 1.0 / (1.0 + std::exp(1.6 * cloud));
        const double sun = std::min(1.0, height / 0.92) * (0.25 + 0.75 * clear);
        const double season = 10.0 - 9.5 * std::cos(2.0 * kPi * (day - 20) / 365.0);
        const double daily = std::cos(2.0 * kPi * (hour - 15.0) / 24.0) * (1.6 + 4.0 * clear);
        const double wind = std::max(0.2, 2.6 + 1.3 * breeze + 0.6 * cloud + 1.2 * sun);
        const double wet = cloud + 0.55 * shower - 1.05;
        const double lid = (0.55 - sun) * 1.6 + (clear - 0.5) - (wind - 1.8) * 0.55;

        weather.temperatureC.push_back(season + 3.2 * warmth + daily);
        weather.windMs.push_back(wind);
        weather.rainMmH.push_back(wet > 0.0 ? std::min(14.0, 2.4 * wet * wet + 0.2) : 0.0);
        weather.sun.push_back(sun);
        weather.inversion.push_back(1.0 / (1.0 + std::exp(-2.0 * lid)));
    }
    return weather;
}

Series weatherSeries(const Weather &weather)
{
    Series series(weather.axis, 1,
        {{QStringLiteral("temperature"), QStringLiteral("°C")},
            {QStringLiteral("wind"), QStringLiteral("m/s")},
            {QStringLiteral("rain"), QStringLiteral("mm/h")}});
    const auto tenth = [](double value) {
        return static_cast<float>(std::round(value * 10.0) / 10.0);
    };
    for (int i = 0; i < weather.axis.count; ++i) {
        const auto step = static_cast<std::size_t>(i);
        series.set(i, SiteId(0), 0, tenth(weather.temperatureC[step]));
        series.set(i, SiteId(0), 1, tenth(weather.windMs[step]));
        series.set(i, SiteId(0), 2, tenth(weather.rainMmH[step]));
    }
    return series;
}

} // namespace belvedere::simulation
