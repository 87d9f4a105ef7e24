// SPDX-License-Identifier: GPL-3.0-or-later
// core/traffic/demand owns who travels from where to where, and how a city's own roads and zones
// become a network that can be assigned.
#pragma once

#include "city/road_network.h"
#include "traffic/assignment/assignment_network.h"

#include <array>
#include <vector>

namespace belvedere {

/// People and jobs at a place.
struct TripPlace
{
    LonLat position;
    double people = 0.0;
    double jobs = 0.0;
};

/// A part of the city that trips begin and end in.
struct CityZone
{
    std::int64_t id = 0; ///< from 1
    LonLat centre; ///< of its people and jobs
    double people = 0.0;
    double jobs = 0.0;
};

/// Squares with people or jobs, row by row from the south-west.
/// @return Errc::Usage for an edge out of range or places without people and jobs.
[[nodiscard]] Result<std::vector<CityZone>> zonesOf(
    const std::vector<TripPlace> &places, double cellM);

/// BPR's b and p of a class of road; docs/assignment.md has the table and its source.
struct ClassDelay
{
    double coefficient = 0.15;
    double power = 4.0;
};

struct CityNetworkOptions
{
    std::array<ClassDelay, kRoadClassCount> delays = {};
    int connectors = 3; ///< crossings that a zone is tied to, the nearest ones
    double connectorSpeedKmh = 25.0;
    double connectorDetour = 1.3; ///< way over beeline
};

/// A city as an assignment network: capacities an hour, lengths in metres, times in minutes.
struct CityNetwork
{
    /// Links 0 … roadLinks-1 are the city's links in their order; connectors lie behind.
    AssignmentNetwork network;
    std::size_t roadLinks = 0;
};

/// Zones are tied to the nearest crossings of the largest part of the city in which everything
/// reaches everything, not to motorways and their ramps.
/// @return Errc::Usage for a city without roads or zones; Errc::Numeric naming a link.
[[nodiscard]] Result<CityNetwork> makeCityNetwork(const RoadNetwork &roads,
    const std::vector<CityZone> &zones, const CityNetworkOptions &options = {});

} // namespace belvedere
