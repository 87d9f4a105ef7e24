// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/road_network.h"

namespace belvedere::simulation {

/// A link and how far it is away along the streets, middle to middle.
struct ReachedLink
{
    LinkId link;
    double distanceM = 0.0;
};

/// Shortest ways along the links of a network, which must outlive this.
class LinkReach
{
public:
    explicit LinkReach(const RoadNetwork &network);

    /// The links that lead to `start` within `withinM`, itself first; nearest first.
    [[nodiscard]] std::vector<ReachedLink> upstream(LinkId start, double withinM) const;

private:
    const RoadNetwork &m_network;
    std::vector<std::vector<LinkId>> m_in; // by node
};

} // namespace belvedere::simulation
