// SPDX-License-Identifier: GPL-3.0-or-later
// core/environment/dispersion owns how what roads emit is carried and thinned by the wind:
// stability, plume widths, line sources, CALINE3, the whole-city grid, NOx to NO2. Plain functions
// on plane coordinates in metres, x to the east and y to the north.
#pragma once

#include "base/result.h"
#include "base/utc_time.h"
#include "city/lon_lat.h"

#include <optional>
#include <vector>

namespace belvedere {

/// Pasquill's classes: A very unstable … D neutral … F stable.
enum class Stability { A, B, C, D, E, F };
inline constexpr int kStabilityCount = 6;

/// One hour of weather, as a mast on the roof of the city has it.
struct WeatherHour
{
    double windFromDeg = 0.0; ///< where it comes from, clockwise from north
    double windSpeedMs = 0.0; ///< at 10 m
    Stability stability = Stability::D;
};

/// Height of the sun above the horizon, degrees; Spencer's series of 1971, within some 0.3°,
/// refraction left out.
[[nodiscard]] double sunElevationDeg(UtcMs time, LonLat place);

/// Solar radiation and wind by day, cloud by night: EPA-454/R-99-005, tables 6-4 (Turner's
/// objective method of 1964) and 6-7 (radiation). 7 of Turner's classes become F.
/// @param cloudShare  0 … 1
[[nodiscard]] Stability turnerStability(
    double windSpeedMs, double sunElevationDeg, double cloudShare);
/// @param radiationWm2  on the ground, global. @param cloudShare  for the night, 0 … 1
[[nodiscard]] Stability radiationStability(
    double windSpeedMs, double sunElevationDeg, double radiationWm2, double cloudShare);

/// What a weather station or reanalysis knows of an hour.
struct WeatherObservation
{
    UtcMs time = 0;
    double windFromDeg = 0.0; ///< NaN = not known: the hour is left out
    double windSpeedMs = 0.0; ///< NaN = not known
    std::optional<double> cloudShare; ///< 0 … 1; absent = half covered, and counted as such
    std::optional<double> radiationWm2;
};

struct WeatherYear
{
    std::vector<WeatherHour> hours;
    int leftOut = 0; ///< without wind
    int guessedCloud = 0; ///< neither cloud nor radiation known: stability of half a sky
};

/// @return Errc::Numeric if no hour has a wind, or one has a negative speed (with its position).
[[nodiscard]] Result<WeatherYear> weatherYear(
    const std::vector<WeatherObservation> &observations, LonLat place);

} // namespace belvedere
