// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "simulation/incident_plan.h"
#include "simulation/weather_walk.h"

namespace belvedere::simulation {

/// Traffic at the sensors, as it was, without faults of the sensors.
struct TrafficDays
{
    Series series; ///< channels speed (km/h) and flow (veh/h)
    std::vector<float> hourlyFlow; ///< [hour, site], veh/h; what the air model sees
    int hours = 0;
};

inline constexpr int kSpeedChannel = 0;
inline constexpr int kFlowChannel = 1;

/// Demand of each site from the hour of the week, the day, the district and the site's own
/// fluctuation; speed from demand over capacity by a volume-delay relation (the form of the
/// Bureau of Public Roads, 1964), lowered by rain and incidents; what a road cannot take queues
/// at the sites upstream of it, later the farther they are.
[[nodiscard]] Result<TrafficDays> trafficDays(const RoadNetwork &network, const SensorPlan &sensors,
    const std::vector<IncidentEffect> &effects, const Weather &weather,
    const LocalCalendar &calendar, Random random, const TaskContext &context = {});

} // namespace belvedere::simulation
