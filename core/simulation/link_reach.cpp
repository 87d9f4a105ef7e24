// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/link_reach.h"

#include <queue>
#include <unordered_set>

namespace belvedere::simulation {

LinkReach::LinkReach(const RoadNetwork &network)
    : m_network(network)
    , m_in(network.nodes().size())
{
    for (std::size_t i = 0; i < network.links().size(); ++i)
        m_in[network.links()[i].to.index()].push_back(LinkId(static_cast<std::int32_t>(i)));
}

std::vector<ReachedLink> LinkReach::upstream(LinkId start, double withinM) const
{
    const auto farther = [](const ReachedLink &a, const ReachedLink &b) {
        return a.distanceM != b.distanceM ? a.distanceM > b.distanceM : b.link < a.link;
    };
    std::priority_queue<ReachedLink, std::vector<ReachedLink>, decltype(farther)> open(farther);
    std::unordered_set<LinkId> done;
    std::vector<ReachedLink> reached;
    open.push({start, 0.0});
    while (!open.empty()) {
        const ReachedLink here = open.top();
        open.pop();
        if (!done.insert(here.link).second)
            continue;
        reached.push_back(here);
        const Link &link = m_network.link(here.link);
        for (const LinkId next : m_in[link.from.index()]) {
            const Link &before = m_network.link(next);
            const bool turnsBack = before.from == link.to;
            const double far = here.distanceM + 0.5 * (link.lengthM + before.lengthM);
            if (!turnsBack && far <= withinM && done.count(next) == 0)
                open.push({next, far});
        }
    }
    return reached;
}

} // namespace belvedere::simulation
