// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/dispersion/stability.h"

namespace belvedere {

enum class Terrain { Urban, Rural };

/// Standard deviations of a plume, metres.
struct PlumeSpread
{
    double lateralM = 0.0; ///< σy
    double verticalM = 0.0; ///< σz
};

/// Briggs 1973, open-country and urban (McElroy and Pooler) curves, as in Hanna, Briggs, Hosker
/// 1982, table 4.5. Fitted to 100 m … 10 km, averages of about an hour. Urban has A = B and E = F.
[[nodiscard]] PlumeSpread briggsSpread(Terrain terrain, Stability stability, double downwindM);
inline constexpr double kBriggsMinimumM = 100.0;
inline constexpr double kBriggsMaximumM = 10000.0;

/// The state of the surface layer.
struct SurfaceLayer
{
    double frictionVelocityMs = 0.3; ///< u*
    double effectiveWindMs = 3.0; ///< Ue, at the mean height of the plume
    double obukhovM = 0.0; ///< L; positive stable, negative unstable, 0 = neutral (infinite)
    double lateralTurbulenceMs = 0.6; ///< σv
    double mixingHeightM = 1000.0; ///< z_i
    double initialVerticalM = 0.0; ///< σz0, by the turbulence behind vehicles
};

/// R-LINE (Venkatram and others 2013; EPA AERMOD): σz = 0.57 (u* x/Ue) / (1 + 3 (u*/Ue)(x/L)^⅔)
/// stable, 0.57 (u* x/Ue)(1 + 1.5 (u*/Ue) x/|L|) unstable, with σz0 in quadrature, at most
/// √(2/π) z_i; σy = 1.6 (σv/u*) σz (1 + 2.5 σz/L) stable, (1 + σz/|L|)^-½ unstable.
/// For near-ground line sources within some kilometres.
[[nodiscard]] PlumeSpread rlineSpread(const SurfaceLayer &layer, double downwindM);

} // namespace belvedere
