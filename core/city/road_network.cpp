// SPDX-License-Identifier: GPL-3.0-or-later
#include "city/road_network.h"

#include <numeric>

namespace belvedere {

Result<RoadNetwork> RoadNetwork::make(std::vector<LonLat> nodes, std::vector<Link> links)
{
    const auto isNode = [&](NodeId id) { return id.valid() && id.index() < nodes.size(); };
    for (std::size_t i = 0; i < links.size(); ++i) {
        if (!isNode(links[i].from) || !isNode(links[i].to) || links[i].shape.size() < 2)
            return failure(Errc::Shape,
                QT_TRANSLATE_NOOP("Error",
                    "Link %1 is not usable: it needs two existing end nodes and a shape of at "
                    "least two points."),
                {QString::number(i)});
    }

    RoadNetwork network;
    network.m_firstOut.assign(nodes.size() + 1, 0);
    for (const Link &link : links)
        ++network.m_firstOut[link.from.index() + 1];
    std::partial_sum(
        network.m_firstOut.begin(), network.m_firstOut.end(), network.m_firstOut.begin());
    network.m_outLinks.resize(links.size());
    std::vector<std::size_t> next = network.m_firstOut;
    for (std::size_t i = 0; i < links.size(); ++i)
        network.m_outLinks[next[links[i].from.index()]++] = LinkId(static_cast<std::int32_t>(i));
    network.m_nodes = std::move(nodes);
    network.m_links = std::move(links);
    return network;
}

std::pair<std::size_t, std::size_t> RoadNetwork::outRange(NodeId node) const
{
    return {m_firstOut[node.index()], m_firstOut[node.index() + 1]};
}

} // namespace belvedere
