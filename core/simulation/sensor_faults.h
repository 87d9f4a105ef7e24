// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "data/series.h"

namespace belvedere::simulation {

/// How often sensors fail.
struct FaultRates
{
    double dropout = 0.006; ///< chance that one report is lost
    double daysBetweenOutages = 16.0; ///< per site; an outage lasts some hours
    int stuckSites = 3; ///< sensors that repeat one value for some hours: Stale
};

/// Takes values away and freezes some, as real sensors do.
void addSensorFaults(Series &series, const FaultRates &rates, Random random);

/// Share of the values that are missing.
[[nodiscard]] double missingShare(const Series &series);

} // namespace belvedere::simulation
