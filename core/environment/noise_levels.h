// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/place_values.h"

#include <span>

namespace belvedere {

/// 10 log10 of the mean of 10^(L/10): how levels in decibel are averaged. NaN = missing, left out;
/// NaN if nothing is there.
[[nodiscard]] double energyAverage(std::span<const float> levels);
/// The level exceeded in `percent` of the time, interpolated between order statistics; L10 is
/// loud, L90 the background.
[[nodiscard]] double exceededLevel(std::span<const float> levels, double percent);

/// Local hours of day, evening and night. Directive 2002/49/EC, annex I: 12 h, 4 h and 8 h; member
/// states may shift and shorten the evening.
struct NoisePeriods
{
    int dayFrom = 7;
    int eveningFrom = 19;
    int nightFrom = 23;
};

struct NoiseLevels
{
    double lAeq = 0.0; ///< energy average of all hours
    double lDay = 0.0;
    double lEvening = 0.0;
    double lNight = 0.0;
    /// 10 lg of the energies of the three periods by their hours, the evening 5 dB and the night
    /// 10 dB louder; NaN if one of the three has no value.
    double lDen = 0.0;
    double l10 = 0.0; ///< of the measured levels, steps as they are
    double l50 = 0.0;
    double l90 = 0.0;
    double coverage = 0.0; ///< share of steps measured, 0 … 1
};

/// From hourly or shorter levels. A period's level is the energy average over all its steps.
/// @return Errc::Usage for a channel that is no level in dB, steps longer than an hour, or periods
/// out of order.
[[nodiscard]] Result<NoiseLevels> noiseLevels(
    const PlaceValues &values, const NoisePeriods &periods = {});

/// Of three levels and their hours; Directive 2002/49/EC, annex I.1.
[[nodiscard]] double dayEveningNightLevel(
    double lDay, double lEvening, double lNight, const NoisePeriods &periods = {});

struct NoiseDay
{
    int day = 0; ///< local; a night belongs to the day on which it begins
    NoiseLevels levels;
};
/// Lden of each local day; the night after it belongs to it.
[[nodiscard]] Result<std::vector<NoiseDay>> dailyNoiseLevels(
    const PlaceValues &values, const NoisePeriods &periods = {});

} // namespace belvedere
