// SPDX-License-Identifier: GPL-3.0-or-later
#include "city/road_network.h"

#include <algorithm>
#include <numeric>

namespace belvedere {

namespace {

bool isReverse(const Link &a, const Link &b)
{
    return a.from == b.to && a.to == b.from && a.shape.size() == b.shape.size()
        && std::equal(a.shape.begin(), a.shape.end(), b.shape.rbegin());
}

/// Strongly connected components after Tarjan (1972), without recursion: a path may be as long as
/// the network.
class LargestComponent
{
public:
    explicit LargestComponent(const RoadNetwork &network)
        : m_network(network)
        , m_order(network.nodes().size(), 0)
        , m_low(network.nodes().size(), 0)
        , m_onStack(network.nodes().size(), false)
    {
        for (std::size_t i = 0; i < m_order.size(); ++i) {
            if (m_order[i] == 0)
                explore(NodeId(static_cast<std::int32_t>(i)));
        }
    }
    [[nodiscard]] std::size_t size() const { return m_largest; }

private:
    struct Frame
    {
        NodeId node;
        std::size_t next; // position in outLinks()
    };

    void enter(NodeId node)
    {
        m_order[node.index()] = m_low[node.index()] = ++m_count;
        m_stack.push_back(node);
        m_onStack[node.index()] = true;
        m_frames.push_back({node, m_network.outRange(node).first});
    }
    void leave(NodeId node)
    {
        m_frames.pop_back();
        if (!m_frames.empty()) {
            std::size_t &low = m_low[m_frames.back().node.index()];
            low = std::min(low, m_low[node.index()]);
        }
        if (m_low[node.index()] != m_order[node.index()])
            return;
        std::size_t members = 0;
        NodeId member;
        do {
            member = m_stack.back();
            m_stack.pop_back();
            m_onStack[member.index()] = false;
            ++members;
        } while (member != node);
        m_largest = std::max(m_largest, members);
    }
    void explore(NodeId root)
    {
        enter(root);
        while (!m_frames.empty()) {
            Frame &frame = m_frames.back();
            if (frame.next == m_network.outRange(frame.node).second) {
                leave(frame.node);
                continue;
            }
            const NodeId to = m_network.link(m_network.outLinks()[frame.next++]).to;
            std::size_t &low = m_low[frame.node.index()];
            if (m_order[to.index()] == 0)
                enter(to);
            else if (m_onStack[to.index()])
                low = std::min(low, m_order[to.index()]);
        }
    }

    const RoadNetwork &m_network;
    std::vector<std::size_t> m_order; // 0 = not seen
    std::vector<std::size_t> m_low;
    std::vector<bool> m_onStack;
    std::vector<NodeId> m_stack;
    std::vector<Frame> m_frames;
    std::size_t m_count = 0;
    std::size_t m_largest = 0;
};

} // namespace

Result<RoadNetwork> RoadNetwork::make(
    std::vector<LonLat> nodes, std::vector<Link> links, std::vector<Turn> forbiddenTurns)
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
    const auto isLink = [&](LinkId id) { return id.valid() && id.index() < links.size(); };
    for (const Turn turn : forbiddenTurns) {
        if (!isLink(turn.from) || !isLink(turn.to)
            || links[turn.from.index()].to != links[turn.to.index()].from)
            return failure(Errc::Shape,
                QT_TRANSLATE_NOOP("Error",
                    "The forbidden turn from link %1 to link %2 is not usable: the links do not "
                    "meet."),
                {QString::number(turn.from.value), QString::number(turn.to.value)});
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
    network.findReverses();
    std::sort(forbiddenTurns.begin(), forbiddenTurns.end());
    forbiddenTurns.erase(
        std::unique(forbiddenTurns.begin(), forbiddenTurns.end()), forbiddenTurns.end());
    network.m_forbiddenTurns = std::move(forbiddenTurns);
    return network;
}

void RoadNetwork::findReverses()
{
    m_reverse.assign(m_links.size(), LinkId());
    for (std::size_t i = 0; i < m_links.size(); ++i) {
        if (m_reverse[i].valid())
            continue;
        const auto [first, end] = outRange(m_links[i].to);
        for (std::size_t k = first; k < end; ++k) {
            const LinkId other = m_outLinks[k];
            if (other.index() != i && !m_reverse[other.index()].valid()
                && isReverse(m_links[i], m_links[other.index()])) {
                m_reverse[i] = other;
                m_reverse[other.index()] = LinkId(static_cast<std::int32_t>(i));
                break;
            }
        }
    }
}

bool RoadNetwork::isForbidden(Turn turn) const
{
    return std::binary_search(m_forbiddenTurns.begin(), m_forbiddenTurns.end(), turn);
}

double RoadNetwork::connectedShare() const
{
    if (m_nodes.empty())
        return 1.0;
    return static_cast<double>(LargestComponent(*this).size())
        / static_cast<double>(m_nodes.size());
}

std::pair<std::size_t, std::size_t> RoadNetwork::outRange(NodeId node) const
{
    return {m_firstOut[node.index()], m_firstOut[node.index() + 1]};
}

} // namespace belvedere
