// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/emission/fleet.h"
#include "scenario/base_case.h"
#include "support/made_network.h"

namespace belvedere {

/// Where the streets of a made network lie: a grid of squares with the zones beside it.
inline std::vector<LonLat> madePlaces(const MadeNetworkSpec &spec, double spacingM = 300.0)
{
    const LocalProjection plane(LonLat{9.7, 50.9});
    std::vector<LonLat> places;
    for (int zone = 0; zone < spec.zones; ++zone)
        places.push_back(plane.toSphere(
            {zone % spec.columns * spacingM + 40.0, (zone * 7 % spec.rows) * spacingM + 60.0}));
    for (int row = 0; row < spec.rows; ++row)
        for (int column = 0; column < spec.columns; ++column)
            places.push_back(plane.toSphere({column * spacingM, row * spacingM}));
    return places;
}

/// A made network as a base case with places, residents, jobs, two stations, and lanes and lengths
/// that fit its times and capacities.
inline BaseCaseData madeBaseData(const MadeNetworkSpec &spec, std::uint64_t seed)
{
    MadeNetwork made = madeNetwork(spec, seed);
    BaseCaseData data;
    data.title = QStringLiteral("made");
    made.data.classes.front().name = QStringLiteral("cars");
    made.data.classes.front().tollFactor = 0.5;
    for (AssignmentLink &link : made.data.links) {
        RoadFacts road;
        road.connector = link.from < spec.zones || link.to < spec.zones;
        road.lengthM = 300.0;
        road.lanes = link.delay.capacity > 1500.0 ? 2 : 1;
        road.roadClass = road.lanes == 2 ? RoadClass::Primary : RoadClass::Residential;
        data.roads.push_back(road);
    }
    data.network = *AssignmentNetwork::make(std::move(made.data));
    data.nodes = madePlaces(spec);
    data.periods.push_back({QStringLiteral("peak"), 7.0, 1.0, {made.trips}});
    data.fleets.push_back(fleets().front());
    for (int zone = 0; zone < spec.zones; ++zone) {
        data.residents.push_back(1000.0 + 100.0 * zone);
        data.jobs.push_back(500.0 + 50.0 * (zone % 3));
    }
    data.stations = {{QStringLiteral("north"), spec.zones},
        {QStringLiteral("south"), spec.zones + spec.rows * spec.columns - 1}};
    return data;
}

inline std::shared_ptr<const BaseCase> madeBaseCase(const MadeNetworkSpec &spec, std::uint64_t seed)
{
    return *BaseCase::make(madeBaseData(spec, seed));
}

/// Of all links that are no connectors.
inline std::vector<LinkKey> roadKeys(const BaseCase &base)
{
    std::vector<LinkKey> keys;
    for (std::size_t link = 0; link < base.data().roads.size(); ++link)
        if (!base.data().roads[link].connector)
            keys.push_back(base.links().keyOf(link));
    return keys;
}

} // namespace belvedere
