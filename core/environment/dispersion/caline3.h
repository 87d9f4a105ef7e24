// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/lon_lat.h"
#include "environment/dispersion/stability.h"

#include <QString>

namespace belvedere {

enum class Caline3Road { AtGrade, Depressed, Fill, Bridge };

/// A straight road. CALINE3's limits: height -10 … 10 m, length at least the width, width at
/// least 10 m.
struct Caline3Link
{
    QString name; ///< for messages
    Caline3Road road = Caline3Road::AtGrade;
    PointM from;
    PointM to;
    double flowVehH = 0.0;
    double factorGPerMile = 0.0;
    double heightM = 0.0; ///< above (or, negative, below) the ground
    double mixingWidthM = 0.0; ///< travelled way plus 3 m on either side
};

struct Caline3Site
{
    double averagingMinutes = 60.0; ///< 3 … 120
    double roughnessCm = 10.0; ///< 3 … 400
    double settlingCmS = 0.0;
    double depositionCmS = 0.0;
};

struct Caline3Weather
{
    double windFromDeg = 0.0;
    double windSpeedMs = 1.0; ///< at least 1
    Stability stability = Stability::D;
    double mixingHeightM = 1000.0; ///< 1000 and more = without a lid
};

struct Caline3Receptor
{
    PointM at;
    double heightM = 1.8;
};

/// CALINE3 (Benson 1979, FHWA/CA/TL-79/23; EPA's code, public domain), element by element.
/// Validated for carbon monoxide within some hundred metres of a road. Emission is that of an
/// inert gas or of particles with settling and deposition.
/// @return [receptors][links] µg/m³.
/// @return Errc::Usage naming the link or the quantity that is outside the model's limits.
[[nodiscard]] Result<std::vector<std::vector<double>>> caline3(const Caline3Site &site,
    const Caline3Weather &weather, const std::vector<Caline3Link> &links,
    const std::vector<Caline3Receptor> &receptors);

/// Carbon monoxide: ppm = µg/m³ · 0.0245 / 28 at 25 °C, as CALINE3 prints it.
inline constexpr double kCaline3PpmCoPerMicrogram = 8.75e-4;

} // namespace belvedere
