// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <vector>

namespace belvedere {

/// Emission of one vehicle at a moment, as the microscopic simulator SUMO approximates HBEFA.
enum class HbefaForm {
    /// HBEFA 3: max(0, (f0 + f1·a·v + f2·a²·v + f3·v + f4·v² + f5·v³) / 3.6)
    Version3,
    /// HBEFA 4: max(0, f0 + f1·v + f2·a + f3·v² + f4·v³ + f5·a·v + f6·a·v²)
    Version4
};

struct HbefaCurve
{
    QString vehicle; ///< "PC_G_EU4"
    QString pollutant; ///< "CO2", "NOx", "PM" (3: exhaust), "PMx" (4: with wear)
    HbefaForm form = HbefaForm::Version3;
    std::array<double, 7> f{};
};

/// mg/s. @param speedMs  at least 0. @param accelerationMs2  of the vehicle.
/// At steady speed version 4 gives too little above some 60 km/h (petrol Euro 4: 114 g/km of CO2
/// at 50 km/h, 53 at 120): for driving cycles, not for cruise.
[[nodiscard]] double hbefaRate(const HbefaCurve &curve, double speedMs, double accelerationMs2);
/// g/km at a steady speed above 0.
[[nodiscard]] double hbefaCruiseFactor(const HbefaCurve &curve, double speedKmh);

/// HBEFA 3 of resources/emissions/hbefa3.json (SUMO, EPL-2.0 or GPL-2.0-or-later).
[[nodiscard]] const std::vector<HbefaCurve> &hbefa3Curves();
/// @return Errc::NotFound naming vehicle and pollutant.
[[nodiscard]] Result<HbefaCurve> hbefaCurve(
    const std::vector<HbefaCurve> &curves, const QString &vehicle, const QString &pollutant);

/// A table "class,pollutant,f0,f1_v,f2_a,f3_v2,f4_v3,f5_av,f6_av2" of version 4.
/// @return Errc::Parse with the line that has no such form.
[[nodiscard]] Result<std::vector<HbefaCurve>> parseHbefa4(
    const QByteArray &bytes, const QString &name);

} // namespace belvedere
