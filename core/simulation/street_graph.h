// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/street.h"

namespace belvedere::simulation {

/// A stretch of street between two crossings; both directions.
struct StreetEdge
{
    int from = -1;
    int to = -1;
    int street = -1; ///< position in the list of streets
    RoadClass roadClass = RoadClass::Residential;
    Polyline line; ///< from `from` to `to`
};

/// Streets that know where they meet. An undirected graph, connected.
struct StreetGraph
{
    std::vector<PointM> nodes;
    std::vector<StreetEdge> edges;

    /// Cuts the edge nearest to `p` in two there, or takes its end if that is within `reuseM`.
    /// @return the node, or -1 if no edge of `street` is within `reachM`.
    int nodeOn(int street, PointM p, double reachM, double reuseM);
};

/// Cuts streets at their crossings, makes one node of crossings closer than `mergeM`, removes
/// dead ends (but not the ends of streets that leave the city) and keeps the largest part.
[[nodiscard]] StreetGraph meet(const std::vector<Street> &streets, double mergeM);

} // namespace belvedere::simulation
