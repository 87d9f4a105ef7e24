// SPDX-License-Identifier: GPL-3.0-or-later
// core/environment/exposure owns who breathes what: people at places, concentrations there,
// limits. It knows nothing of how either was made.
#pragma once

#include "base/result.h"

#include <QString>

#include <vector>

namespace belvedere {

/// A limit or guideline for the mean of a year.
struct AirLimit
{
    QString id; ///< "who-2021"
    const char *title = ""; ///< for translation in "Exposure"
    QString pollutant; ///< "pm2.5", "no2", "pm10"
    double annualUgM3 = 0.0;
};

/// WHO guidelines of 2021: PM2.5 5, PM10 15, NO2 10 µg/m³; EU limits from 2030 (Directive
/// 2024/2881): PM2.5 10, PM10 20, NO2 20. Limits of single days are not here: they cannot be told
/// from a mean.
[[nodiscard]] const std::vector<AirLimit> &annualLimits();

struct LimitShare
{
    AirLimit limit;
    double people = 0.0; ///< above it
    double share = 0.0; ///< of all, 0 … 1
};

struct Exposure
{
    double people = 0.0;
    double weightedMean = 0.0; ///< Σ C P / Σ P, µg/m³
    double personMicrograms = 0.0; ///< Σ C P, person-µg/m³
    double highest = 0.0; ///< where anybody lives
    std::vector<LimitShare> limits; ///< of this pollutant
};

/// @param people  [places], at least 0. @param ugM3  [places], total concentration.
/// @return Errc::Shape for different lengths; Errc::Numeric if nobody lives anywhere or a value is
/// negative or no number, with its position.
[[nodiscard]] Result<Exposure> exposure(
    const QString &pollutant, const std::vector<double> &people, const std::vector<double> &ugM3);

} // namespace belvedere
