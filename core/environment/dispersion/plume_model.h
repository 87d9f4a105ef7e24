// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/dispersion/plume_spread.h"

namespace belvedere {

/// The plume behind a point of road.
struct PlumeModel
{
    Terrain terrain = Terrain::Urban;
    double sourceHeightM = 0.5;
    double receptorHeightM = 1.5;
    /// σ at the source: half a road's width, and 1.8 m by the turbulence of traffic (CALINE3).
    PlumeSpread initial = {3.0, 1.8};
    double cutOffM = 10000.0; ///< responses end here; Briggs' curves do too
};

/// How roads near a receptor are summed.
struct NearReach
{
    double fineM = 0.0; ///< up to here in steps of some metres
    double fromM = 0.0; ///< up to here piece by piece alone
    double toM = 0.0; ///< from here on from the cells alone; in between both, blended
};

} // namespace belvedere
