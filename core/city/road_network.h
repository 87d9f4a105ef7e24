// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "city/lon_lat.h"

#include <QString>

#include <cstdint>
#include <utility>
#include <vector>

namespace belvedere {

/// From the most to the least important; names follow OpenStreetMap's highway tag.
enum class RoadClass {
    Motorway,
    Trunk,
    Primary,
    Secondary,
    Tertiary,
    Unclassified,
    Residential,
    LivingStreet
};
inline constexpr int kRoadClassCount = 8;

/// One direction of a road between two nodes. A road with one link is one-way.
struct Link
{
    NodeId from;
    NodeId to;
    RoadClass roadClass = RoadClass::Residential;
    int lanes = 1;
    double lengthM = 0.0;
    double freeSpeedKmh = 50.0;
    double capacityVehH = 800.0; ///< of all lanes together
    QString name;
    std::vector<LonLat> shape; ///< from `from` to `to`, both included; at least two points
    QString ref; ///< the road's number, "B 27;B 62"
    std::int64_t wayId = 0; ///< of OpenStreetMap; 0 = none
    bool ramp = false; ///< a slip road of its class (motorway_link, …)
    bool roundabout = false;
    bool bridge = false;
    bool tunnel = false;
};

/// From one link straight into another at the node between them.
struct Turn
{
    LinkId from;
    LinkId to;

    friend constexpr bool operator==(Turn, Turn) = default;
    friend constexpr bool operator<(Turn a, Turn b)
    {
        return a.from == b.from ? a.to < b.to : a.from < b.from;
    }
};

/// A directed graph; immutable once made.
class RoadNetwork
{
public:
    RoadNetwork() = default;

    /// @param forbiddenTurns  in any order; a turn back into the same road is allowed unless named.
    /// @return Errc::Shape naming the first link whose ends or shape are not valid, or the first
    /// turn whose links do not meet.
    [[nodiscard]] static Result<RoadNetwork> make(
        std::vector<LonLat> nodes, std::vector<Link> links, std::vector<Turn> forbiddenTurns = {});

    [[nodiscard]] const std::vector<LonLat> &nodes() const { return m_nodes; }
    [[nodiscard]] const std::vector<Link> &links() const { return m_links; }
    [[nodiscard]] const Link &link(LinkId id) const { return m_links[id.index()]; }
    /// First and one-past-last position in `outLinks()` of the links that leave `node`.
    [[nodiscard]] std::pair<std::size_t, std::size_t> outRange(NodeId node) const;
    [[nodiscard]] const std::vector<LinkId> &outLinks() const { return m_outLinks; }
    /// The other direction of the same road; invalid for a one-way road.
    [[nodiscard]] LinkId reverseOf(LinkId id) const { return m_reverse[id.index()]; }
    /// Ascending, each once.
    [[nodiscard]] const std::vector<Turn> &forbiddenTurns() const { return m_forbiddenTurns; }
    [[nodiscard]] bool isForbidden(Turn turn) const;
    [[nodiscard]] bool empty() const { return m_links.empty(); }
    /// The largest set of nodes that can all reach one another, as a share of all nodes; forbidden
    /// turns aside. 1 for an empty network.
    [[nodiscard]] double connectedShare() const;

private:
    void findReverses();

    std::vector<LonLat> m_nodes;
    std::vector<Link> m_links;
    std::vector<std::size_t> m_firstOut; // [nodes + 1]
    std::vector<LinkId> m_outLinks; // [links], grouped by from-node
    std::vector<LinkId> m_reverse; // [links]
    std::vector<Turn> m_forbiddenTurns; // ascending
};

} // namespace belvedere
