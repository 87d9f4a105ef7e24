// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace belvedere {

/// Weather on a road; what is not known is left at its fair value.
struct RoadWeather
{
    double rainMmH = 0.0;
    double snowMmH = 0.0; ///< of snow, not of melted water
    double temperatureC = 20.0;
    double visibilityKm = 16.0;
};

struct WeatherEffect
{
    double capacity = 1.0; ///< times
    double freeSpeed = 1.0; ///< times
    bool outsideRange = false; ///< not a freeway
};

/// Capacity: HCM 2010, exhibit 10-15 (by FHWA-HOP-13-042, appendix A): rain up to 0.10 in/h
/// -2.01 %, to 0.25 -7.24 %, above -14.13 %; snow up to 0.05 in/h -4.29 %, 0.10 -8.66 %, 0.50
/// -11.04 %, above -22.43 %; cold below 50 °F -1.07 %, 34 °F -1.50 %, -4 °F -8.45 %. Speed: heavy
/// rain -5.5 %, heavy snow -13 %, visibility below a quarter mile -12 % (Agarwal, Maze, Souleyrette
/// 2005, Twin Cities; middle of their ranges), lighter rain and snow in proportion to capacity.
/// The strongest of rain, snow, cold and sight counts. Freeways; elsewhere a rough guide.
/// @param freeway  false marks the effect as outside its range.
/// @return Errc::Numeric for a negative amount or a value that is no number.
[[nodiscard]] Result<WeatherEffect> weatherEffect(const RoadWeather &weather, bool freeway = true);

} // namespace belvedere
