// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/emission/vehicle_types.h"

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

/// The guidebook's letters a … f for coefficients, V for the speed in km/h.
double curveValue(const FactorCurve &curve, double v)
{
    const auto [a, b, c, d, e, f] = curve.c;
    switch (curve.form) {
    case CurveForm::Zero:
        return 0.0;
    case CurveForm::Rational:
        return (a + v * (c + v * e) + f / v) / (1.0 + v * (b + v * d));
    case CurveForm::Polynomial:
        return ((((a * v + b) * v + c) * v + d) * v + e) * v + f;
    case CurveForm::Logistic:
        return a + b / (1.0 + std::exp(-c + d * std::log(v) + e * v));
    case CurveForm::TwoPowers:
        return a * std::pow(v, b) + c * std::pow(v, d);
    case CurveForm::InverseQuadratic:
        return 1.0 / ((c * v + b) * v + a);
    case CurveForm::PowerExponential:
        return a * std::pow(b, v) * std::pow(v, c);
    case CurveForm::InversePower:
        return 1.0 / (a + b * std::pow(v, c));
    }
    return 0.0;
}

} // namespace

double FactorCurve::at(double speedKmh, std::uint8_t *flags) const
{
    if (form == CurveForm::Zero)
        return 0.0;
    const double value = scale * curveValue(*this, std::clamp(speedKmh, minimumKmh, maximumKmh));
    if (flags != nullptr) {
        int bits = *flags;
        if (speedKmh < minimumKmh)
            bits |= SpeedBelowRange;
        if (speedKmh > maximumKmh)
            bits |= SpeedAboveRange;
        if (borrowed)
            bits |= BorrowedCurve;
        if (value < 0.0)
            bits |= NegativeCurve;
        *flags = static_cast<std::uint8_t>(bits);
    }
    return std::max(0.0, value);
}

double co2PerFuel(Fuel fuel)
{
    constexpr double kCo2 = 44.011, kCarbon = 12.011, kHydrogen = 1.008;
    switch (fuel) {
    case Fuel::Petrol:
        return kCo2 / (kCarbon + kHydrogen * 1.8);
    case Fuel::Diesel:
        return kCo2 / (kCarbon + kHydrogen * 1.86);
    case Fuel::Electric:
        return 0.0;
    }
    return 0.0;
}

double exhaustFactor(
    const VehicleType &type, Emitted pollutant, double speedKmh, std::uint8_t *flags)
{
    switch (pollutant) {
    case Emitted::Nox:
        return type.nox.at(speedKmh, flags);
    case Emitted::Pm25:
    case Emitted::Pm10:
        return type.exhaustPm.at(speedKmh, flags);
    case Emitted::Co2:
        return co2PerFuel(type.fuel) * type.fuelUse.at(speedKmh, flags);
    }
    return 0.0;
}

} // namespace belvedere
