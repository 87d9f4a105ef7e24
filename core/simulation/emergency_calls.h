// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "city/projection.h"
#include "city/road_network.h"
#include "data/incident_table.h"
#include "simulation/local_calendar.h"

namespace belvedere::simulation {

/// Calls for EMS, fire brigade and police: more by day, for the police more in weekend nights,
/// more in the centre. Each at the end of a link.
/// @param perDay  calls of all kinds on an average day.
[[nodiscard]] IncidentTable emergencyCalls(const RoadNetwork &network,
    const LocalProjection &projection, const LocalCalendar &calendar, double perDay, Random random);

} // namespace belvedere::simulation
