// SPDX-License-Identifier: GPL-3.0-or-later
// core/environment/emission owns what road vehicles emit: factors by speed, wear, fleets, and the
// emissions of links. Coefficients are data (resources/emissions). It knows nothing of networks.
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <cstdint>
#include <vector>

namespace belvedere {

enum class VehicleCategory { Car, Van, HeavyTruck, Bus };
inline constexpr int kVehicleCategoryCount = 4;

enum class Fuel { Petrol, Diesel, Electric };

/// What leaves a road. Pm25 and Pm10 are exhaust plus wear of tyres, brakes and road.
enum class Emitted { Nox, Pm25, Pm10, Co2 };
inline constexpr int kEmittedCount = 4;

/// "nox", "pm2.5", "pm10", "co2".
[[nodiscard]] QString emittedKey(Emitted pollutant);

/// Why a factor is less sure than its table. A set of bits.
enum RangeFlag : std::uint8_t {
    InRange = 0,
    SpeedBelowRange = 1, ///< the factor of the lowest speed of the curve was taken
    SpeedAboveRange = 2, ///< the factor of the highest speed of the curve was taken
    BorrowedCurve = 4, ///< the curve belongs to a neighbouring technology, named in the data
    NegativeCurve = 8 ///< the curve fell below zero there and was cut off
};

/// Functions in which the EMEP/EEA guidebook (1.A.3.b.i-iv, annex of hot emission factors) states
/// them, V in km/h: those that the data use.
enum class CurveForm {
    Zero,
    Rational, ///< (a + cV + eV² + f/V) / (1 + bV + dV²)
    Polynomial, ///< aV⁵ + bV⁴ + cV³ + dV² + eV + f
    Logistic, ///< a + b / (1 + exp(-c + d ln V + eV))
    TwoPowers, ///< aV^b + cV^d
    InverseQuadratic, ///< 1 / (cV² + bV + a)
    PowerExponential, ///< a b^V V^c
    InversePower ///< 1 / (a + bV^c)
};

/// One hot factor in g/km. Not defined outside minimumKmh … maximumKmh: the end is taken there.
struct FactorCurve
{
    CurveForm form = CurveForm::Zero;
    std::array<double, 6> c{}; ///< a … f
    double minimumKmh = 0.0;
    double maximumKmh = 0.0;
    double scale = 1.0; ///< to g/km
    bool borrowed = false;

    /// g/km, never negative. @param flags  RangeFlag bits are added; may be null.
    [[nodiscard]] double at(double speedKmh, std::uint8_t *flags = nullptr) const;
};

/// A class of vehicles with one emission behaviour.
struct VehicleType
{
    QString id; ///< "car-diesel-euro-4"
    QString title; ///< "Diesel car, Euro 4"
    VehicleCategory category = VehicleCategory::Car;
    Fuel fuel = Fuel::Petrol;
    QString standard; ///< "Euro 4", "Euro VI"; empty for electric ones
    FactorCurve nox;
    FactorCurve exhaustPm; ///< all of it is finer than 2.5 µm
    FactorCurve fuelUse; ///< g of fuel per km
    QString note; ///< what is borrowed and from where; may be empty
};

/// Mass of CO2 for a mass of fuel, all carbon oxidised: 44.011 / (12.011 + 1.008 rHC + 16 rOC),
/// petrol rHC 1.8 → 3.183, diesel 1.86 → 3.169 (EMEP/EEA 1.A.3.b.i-iv). Tailpipe only: 0 for
/// electric vehicles, whose power stations are not counted.
[[nodiscard]] double co2PerFuel(Fuel fuel);

/// Exhaust alone, g/km: Pm25 and Pm10 are both the exhaust's particles.
[[nodiscard]] double exhaustFactor(
    const VehicleType &type, Emitted pollutant, double speedKmh, std::uint8_t *flags = nullptr);

/// All types, from resources/emissions/vehicles.json.
[[nodiscard]] const std::vector<VehicleType> &vehicleTypes();
/// Position in vehicleTypes(). @return Errc::NotFound listing the ids.
[[nodiscard]] Result<int> vehicleTypeIndex(const QString &id);

/// @param name  for messages.
/// @return Errc::Parse if it is no JSON; Errc::Schema naming the vehicle and field that is absent
/// or makes no sense: an unknown form, a range that is empty, an id that stands twice.
[[nodiscard]] Result<std::vector<VehicleType>> parseVehicleTypes(
    const QByteArray &bytes, const QString &name);

} // namespace belvedere
