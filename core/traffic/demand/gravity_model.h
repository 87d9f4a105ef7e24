// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "traffic/assignment/od_matrix.h"
#include "traffic/demand/city_network.h"

#include <vector>

namespace belvedere {

/// Trips that begin and end in each zone.
struct TripEnds
{
    std::vector<double> from; ///< [zones]
    std::vector<double> to; ///< [zones]
};

/// Car trips of a period from people and jobs.
struct TripEndOptions
{
    double tripsPerPerson = 0.3; ///< within the period
    /// Share of trips from homes to work; the rest goes the other way round: 0.8 suits a morning
    /// peak, 0.2 an evening.
    double homeToWork = 0.5;
};
[[nodiscard]] TripEnds tripEndsOf(
    const std::vector<CityZone> &zones, const TripEndOptions &options = {});

struct GravityOptions
{
    double perMinute = 0.1; ///< β: trips fall by exp(-β minutes)
    double exactness = 1e-9; ///< of row and column sums, relative
    int maxRounds = 500;
    double leastTrips = 1e-6; ///< cells below are left out
};

/// Demand that was made, not observed: to be said wherever it is shown.
struct SyntheticDemand
{
    OdMatrix trips;
    double meanMinutes = 0.0;
    double perMinute = 0.0;
    int rounds = 0;
};

/// Doubly constrained gravity model, T_ij = a_i b_j P_i A_j exp(-β c_ij), balanced by Furness's
/// iteration (Wilson 1967). Trips to are scaled to the sum of trips from. Nobody stays in a zone.
/// @param minutes  [zones · zones]; infinite = cannot travel.
/// @return Errc::Shape; Errc::Numeric where the sums cannot be met: a zone whose trips cannot
/// travel, named by its position.
[[nodiscard]] Result<SyntheticDemand> gravityModel(const TripEnds &ends,
    const std::vector<double> &minutes, const GravityOptions &options = {},
    const TaskContext &context = {});

/// The same with the β that gives this mean travel time (Hyman 1969).
/// @return Errc::Numeric if no β between 1e-4 and 10 gives it.
[[nodiscard]] Result<SyntheticDemand> gravityModelOfMean(const TripEnds &ends,
    const std::vector<double> &minutes, double meanMinutes, const GravityOptions &options = {},
    const TaskContext &context = {});

} // namespace belvedere
