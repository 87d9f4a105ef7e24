// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "traffic/assignment/assignment.h"

#include <vector>

namespace belvedere {

/// Where the traffic of a link comes from and goes to.
struct SelectedLink
{
    std::vector<OdPair> pairs; ///< trips through the link, vehicles
    std::vector<double> flow; ///< [links] of these trips alone: the bundle, passenger-car units
};

struct Route
{
    std::vector<std::int32_t> links;
    double share = 0.0; ///< of the pair's trips, 0 … 1
    double costMin = 0.0;
    double timeMin = 0.0;
    double length = 0.0;
};

/// One figure for each pair of zones; infinite where there is no route.
struct Skims
{
    std::size_t zones = 0;
    std::vector<double> timeMin; ///< [zones · zones], origin by origin
    std::vector<double> costMin;
    std::vector<double> length;
    std::vector<double> toll;

    [[nodiscard]] std::size_t position(std::size_t origin, std::size_t destination) const
    {
        return origin * zones + destination;
    }
};

/// Flows through a link, split at each node as the origin's own traffic splits there (link flows of
/// an equilibrium are unique, routes are not: this is the choice of bush-based methods).
/// @return Errc::Usage for a result without routes or a link that there is not.
[[nodiscard]] Result<SelectedLink> selectLink(
    const AssignmentNetwork &network, const AssignmentResult &result, std::int32_t link);

/// The used routes of a pair, the largest share first; none if it has no trips.
/// @param minShare  routes below it are left out.
[[nodiscard]] Result<std::vector<Route>> routesOf(const AssignmentNetwork &network,
    const AssignmentResult &result, std::int32_t vehicleClass, std::int32_t origin,
    std::int32_t destination, double minShare = 1e-6);

/// Along the cheapest route of each pair at given times.
/// @param time  [links] minutes.
[[nodiscard]] Result<Skims> skim(const AssignmentNetwork &network, const std::vector<double> &time,
    std::int32_t vehicleClass, const TaskContext &context = {});

} // namespace belvedere
