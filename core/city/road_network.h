// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "city/lon_lat.h"

#include <QString>

#include <utility>
#include <vector>

namespace belvedere {

/// From the most to the least important; names follow OpenStreetMap's highway tag.
enum class RoadClass { Motorway, Trunk, Primary, Secondary, Tertiary, Residential };
inline constexpr int kRoadClassCount = 6;

/// One direction of a road between two nodes.
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
};

/// A directed graph; immutable once made.
class RoadNetwork
{
public:
    RoadNetwork() = default;

    /// @return Errc::Shape naming the first link whose ends or shape are not valid.
    [[nodiscard]] static Result<RoadNetwork> make(
        std::vector<LonLat> nodes, std::vector<Link> links);

    [[nodiscard]] const std::vector<LonLat> &nodes() const { return m_nodes; }
    [[nodiscard]] const std::vector<Link> &links() const { return m_links; }
    [[nodiscard]] const Link &link(LinkId id) const { return m_links[id.index()]; }
    /// First and one-past-last position in `outLinks()` of the links that leave `node`.
    [[nodiscard]] std::pair<std::size_t, std::size_t> outRange(NodeId node) const;
    [[nodiscard]] const std::vector<LinkId> &outLinks() const { return m_outLinks; }
    [[nodiscard]] bool empty() const { return m_links.empty(); }

private:
    std::vector<LonLat> m_nodes;
    std::vector<Link> m_links;
    std::vector<std::size_t> m_firstOut; // [nodes + 1]
    std::vector<LinkId> m_outLinks; // [links], grouped by from-node
};

} // namespace belvedere
