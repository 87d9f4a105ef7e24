// SPDX-License-Identifier: GPL-3.0-or-later
// core/environment owns the formulas of air and noise: units, official indices, interpolation
// between stations, noise levels, statistics of the profession. It knows nothing of models,
// screens, or where data is kept.
#pragma once

#include "base/result.h"

#include <QString>

#include <vector>

namespace belvedere {

/// Pollutants by the key of their channel: "pm2.5", "pm10", "o3", "no2", "so2", "co".
[[nodiscard]] const std::vector<QString> &pollutantKeys();
[[nodiscard]] bool isPollutant(const QString &channelKey);
/// "PM₂.₅", "O₃" …; the key itself for what is no pollutant.
[[nodiscard]] QString pollutantSymbol(const QString &channelKey);
/// g/mol; 0 for particles, which have none.
[[nodiscard]] double molarMass(const QString &pollutant);

enum class ConcentrationUnit { MicrogramPerM3, MilligramPerM3, Ppb, Ppm };

/// "µg/m³", "mg/m³", "ppb", "ppm": as in Channel::unit.
[[nodiscard]] QString unitText(ConcentrationUnit unit);
/// Also "ug/m3", "ugm3", "mg/m3", in any case, with either sign for micro.
/// @return Errc::Usage listing the units.
[[nodiscard]] Result<ConcentrationUnit> parseConcentrationUnit(const QString &text);

/// The state of the gas that a mass concentration refers to.
struct ReferenceState
{
    double temperatureK =
        293.15; ///< 293.15 in Europe, 298.15 in the USA; China 273.15, then 298.15
    double pressureHpa = 1013.25;
};

/// Ideal gas: µg/m³ = ppb · molar mass · p / (R · T). 1 ppb of ozone is 1.96 µg/m³ at 298.15 K.
/// @return Errc::Usage for particles between mass and mixing ratio; Errc::Usage for a temperature
/// outside 200 … 350 K or a pressure outside 300 … 1100 hPa.
[[nodiscard]] Result<double> convertConcentration(double value, const QString &pollutant,
    ConcentrationUnit from, ConcentrationUnit to, const ReferenceState &state = {});

} // namespace belvedere
