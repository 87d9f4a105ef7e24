// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace belvedere::ui {

enum class LengthUnits { Metric, Imperial };

inline constexpr double kMetersPerFoot = 0.3048; // international foot, 1959
inline constexpr double kMetersPerMile = 1609.344;

/// "640 m", "2.35 km", "12.3 km"; "820 ft", "1.52 mi". About three digits.
[[nodiscard]] QString lengthText(double meters, LengthUnits units);
/// "640 m²", "3.52 ha", "2.35 km²"; "820 ft²", "1.52 acres", "2.1 mi²".
[[nodiscard]] QString areaText(double squareMeters, LengthUnits units);
/// "59.91390° N  10.75220° E"; as many decimals as a pixel is worth.
[[nodiscard]] QString positionText(double lon, double lat, double metersPerPixel);

} // namespace belvedere::ui
