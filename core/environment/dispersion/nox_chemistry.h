// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace belvedere {

/// An estimate with a mark whether its formula reaches that far.
struct No2Estimate
{
    double no2 = 0.0;
    bool outsideRange = false;
};

/// Derwent and Middleton 1996, hourly means in ppb, roadside London: with A = log10 NOx,
/// NO2 = 2.166 - NOx (1.236 - 3.348 A + 1.933 A² - 0.326 A³). Fitted to about 9 … 1145 ppb;
/// outside the nearest end of the range is taken (in proportion below it) and marked. It knows no
/// ozone and stands for the vehicles of 1991: today's diesel cars emit a greater part as NO2. For
/// an annual mean it is a rough guide.
[[nodiscard]] No2Estimate no2FromNoxPpb(double noxPpb);

/// NO2 in µg/m³ from NOx in µg/m³ as NO2 (1 ppb = 1.9125 µg/m³ at 20 °C).
[[nodiscard]] No2Estimate no2FromNox(double noxAsNo2);

/// NO2 of places, µg/m³, whole.
struct No2Field
{
    std::vector<float> no2;
    int outsideRange = 0; ///< places whose NOx lies outside the formula's range
};

/// From the NOx that traffic adds and the background of both: what the formula gives for all NOx
/// less what it gives for the background, on top of the background's NO2.
/// @param trafficNox  [places] µg/m³ as NO2. @param backgroundNo2  NaN = not known: by the formula.
[[nodiscard]] No2Field no2Field(
    const std::vector<float> &trafficNox, double backgroundNox, double backgroundNo2);

inline constexpr double kNo2MicrogramPerPpb = 1.9125;
inline constexpr double kDerwentMinimumPpb = 9.0;
inline constexpr double kDerwentMaximumPpb = 1145.0;

} // namespace belvedere
