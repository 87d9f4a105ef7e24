// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "city/projection.h"
#include "city/site.h"
#include "simulation/link_reach.h"

namespace belvedere::simulation {

/// Where traffic is counted.
struct SensorPlan
{
    std::vector<Site> sites;
    std::vector<SiteTie> ties; ///< from a site to the next ones downstream; metres
    std::vector<double> inbound; ///< by site: 1 = straight to the centre, -1 = away from it
    std::vector<double> fromCentreM; ///< by site
};

/// Chooses `count` links, larger roads first of all, spread over the city.
[[nodiscard]] SensorPlan sensorPlan(
    const RoadNetwork &network, const LinkReach &reach, int count, Random random);

} // namespace belvedere::simulation
