// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/flow/weather_effect.h"

#include <QString>

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

constexpr double kMmPerInch = 25.4;
constexpr double kKmPerMile = 1.609344;
/// Loss of speed for loss of capacity, from heavy rain (5.5 of 14.13 %) and snow (13 of 22.43 %).
constexpr double kRainSpeedShare = 5.5 / 14.13;
constexpr double kSnowSpeedShare = 13.0 / 22.43;
constexpr double kPoorSightSpeedLoss = 0.12;

double celsius(double fahrenheit)
{
    return (fahrenheit - 32.0) / 1.8;
}

double rainLoss(double mmH)
{
    const double inches = mmH / kMmPerInch;
    if (inches <= 0.0)
        return 0.0;
    return inches <= 0.10 ? 0.0201 : inches <= 0.25 ? 0.0724 : 0.1413;
}

double snowLoss(double mmH)
{
    const double inches = mmH / kMmPerInch;
    if (inches <= 0.0)
        return 0.0;
    if (inches <= 0.05)
        return 0.0429;
    return inches <= 0.10 ? 0.0866 : inches <= 0.50 ? 0.1104 : 0.2243;
}

double coldLoss(double temperatureC)
{
    if (temperatureC >= celsius(50.0))
        return 0.0;
    if (temperatureC >= celsius(34.0))
        return 0.0107;
    return temperatureC >= celsius(-4.0) ? 0.0150 : 0.0845;
}

} // namespace

Result<WeatherEffect> weatherEffect(const RoadWeather &weather, bool freeway)
{
    for (const double amount : {weather.rainMmH, weather.snowMmH, weather.visibilityKm}) {
        if (!(std::isfinite(amount) && amount >= 0.0))
            return failure(Errc::Numeric,
                QT_TRANSLATE_NOOP("Error", "Rain, snow and visibility start at 0; one is %1."),
                {QString::number(amount)});
    }
    if (!std::isfinite(weather.temperatureC))
        return failure(
            Errc::Numeric, QT_TRANSLATE_NOOP("Error", "The temperature is not a number."));
    const double rain = rainLoss(weather.rainMmH);
    const double snow = snowLoss(weather.snowMmH);
    const double sight = weather.visibilityKm < 0.25 * kKmPerMile ? kPoorSightSpeedLoss : 0.0;
    WeatherEffect effect;
    effect.capacity = 1.0 - std::max({rain, snow, coldLoss(weather.temperatureC)});
    effect.freeSpeed = 1.0 - std::max({kRainSpeedShare * rain, kSnowSpeedShare * snow, sight});
    effect.outsideRange = !freeway;
    return effect;
}

} // namespace belvedere
