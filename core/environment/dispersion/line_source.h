// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/lon_lat.h"
#include "environment/dispersion/plume_spread.h"

namespace belvedere {

/// Where and in what wind a plume is looked at.
struct PlumeSetting
{
    Terrain terrain = Terrain::Urban;
    Stability stability = Stability::D;
    double windSpeedMs = 2.0; ///< at least 0.5
    double sourceHeightM = 0.5;
    double receptorHeightM = 1.5;
};

/// Concentration for one unit of emission per metre and second beside an infinitely long straight
/// road, reflected by the ground:
/// C = q / (√(2π) u σz) [exp(-(z-H)²/2σz²) + exp(-(z+H)²/2σz²)] / sin θ, σz by Briggs at
/// the distance along the wind, d / sin θ.
/// @param distanceM  at right angles to the road, above 0.
/// @param windRoadDeg  between wind and road, 90 = across. Below 15° the form runs away: 15° is
/// taken.
[[nodiscard]] double infiniteLine(
    const PlumeSetting &setting, double distanceM, double windRoadDeg = 90.0);
/// The part of the road from alongFromM to alongToM, counted from the foot of the receptor; wind
/// across: times ½ [erf(to / √2 σy) - erf(from / √2 σy)].
[[nodiscard]] double finiteLine(
    const PlumeSetting &setting, double distanceM, double alongFromM, double alongToM);

/// A straight piece of road with an even emission.
struct LineSource
{
    PointM from;
    PointM to;
};

/// Any wind: point plumes integrated along the line to `relativeError`, 0 where the line lies
/// downwind. Slow and exact; what the whole-city grid is measured by.
/// @param initialSpreadM  σy0 and σz0 at the road, in quadrature with Briggs.
/// @return per unit of emission per metre and second.
[[nodiscard]] double lineByIntegration(const PlumeSetting &setting, const LineSource &line,
    PointM receptor, double windFromDeg, PlumeSpread initialSpread = {},
    double relativeError = 1e-6);

} // namespace belvedere
