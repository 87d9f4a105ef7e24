// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/coupled_run.h"

#include <memory>
#include <vector>

namespace belvedere {

/// Flows of an assignment as figures of links; emissions and crashes stay 0.
[[nodiscard]] LinkValues trafficValues(const AssignmentNetwork &network,
    const std::vector<RoadFacts> &roads, const AssignmentResult &result);

/// Flow and delay add up, times and speeds are means over the traffic, saturation is the highest.
/// @param hours  [periods]
void addUpTraffic(const std::vector<PeriodRun> &periods, const std::vector<double> &hours,
    double shareOfDay, LinkValues &day);

/// Sums over a network and its periods.
struct TrafficSums
{
    double unitMinutes = 0.0; ///< passenger-car units · minutes: what the assignment minimises
    double vehicleMinutes = 0.0;
    double delayH = 0.0; ///< vehicle-hours
    double distanceKm = 0.0; ///< vehicle-km, connectors left out
    double roadMinutes = 0.0; ///< vehicle-minutes, connectors left out
    double trips = 0.0;
    double unserved = 0.0;
    bool converged = true;
};
[[nodiscard]] TrafficSums trafficSums(
    const AppliedCase &applied, const std::vector<PeriodRun> &periods);

/// The period with the most trips of the base case, for figures of one moment.
[[nodiscard]] std::size_t busiestPeriod(const BaseCase &base);

/// Share of all destinations, 0 … 1, that can be reached within `reachMin`, mean over the people.
[[nodiscard]] Result<double> accessibility(const BaseCase &base, const AssignmentNetwork &network,
    const std::vector<double> &timeMin, double reachMin, const TaskContext &context);

struct ResponseTimes
{
    double meanMin = 0.0; ///< over people
    double inTime = 0.0; ///< share of people, 0 … 1
    double unreached = 0.0; ///< share of people whom no station reaches; not in the mean
};
/// From the nearest station; turn bans do not hold for them.
[[nodiscard]] ResponseTimes responseTimes(const BaseCase &base, const AssignmentNetwork &network,
    const std::vector<double> &timeMin, double goalMin);

} // namespace belvedere
