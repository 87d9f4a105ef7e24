// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "data/incident_table.h"
#include "simulation/link_reach.h"
#include "simulation/local_calendar.h"
#include "simulation/sensor_plan.h"

namespace belvedere::simulation {

/// What an incident does to the traffic at one sensor.
struct IncidentEffect
{
    int site = 0;
    UtcMs from = 0;
    UtcMs to = 0;
    double capacityLoss = 0.0; ///< share, 0 … 1; on the link itself, 0 upstream
    double queue = 0.0; ///< added to the ratio of demand to capacity; upstream of it
};

struct IncidentPlan
{
    IncidentTable table; ///< crashes, works, closures
    std::vector<IncidentEffect> effects;
};

/// Crashes happen when and where traffic is; the queue grows upstream at a walking horse's pace
/// and dissolves later there than at the place itself.
[[nodiscard]] IncidentPlan incidentPlan(const RoadNetwork &network, const LinkReach &reach,
    const SensorPlan &sensors, const LocalCalendar &calendar, Random random);

} // namespace belvedere::simulation
