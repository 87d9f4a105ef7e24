// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/assignment/search_graph.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>
#include <unordered_map>

namespace belvedere {

namespace {

struct RawArc
{
    std::int32_t tail;
    std::int32_t head;
    std::int32_t link;
    double penaltyMin;
};

/// Where keys of ports begin; below are the network's own nodes.
enum class Port : std::int64_t { In = 1, Out = 2, Terminal = 3 };

std::int64_t keyOf(Port port, std::int32_t index)
{
    return static_cast<std::int64_t>(port) << 32 | index;
}

/// Takes the nodes with turn rules apart. Links without a rule still end at the node itself; links
/// that leave it begin at ports of their own, and links with a rule end at ports of their own.
class PortMaker
{
public:
    explicit PortMaker(const AssignmentNetwork &network)
        : m_network(network)
        , m_blocked(network.data().noThrough)
    {
        m_blocked.resize(network.nodeCount(), 0);
        m_keys.resize(network.nodeCount());
        std::iota(m_keys.begin(), m_keys.end(), std::int64_t(0));
        for (const TurnRule &rule : network.data().turns) {
            const auto from = static_cast<std::size_t>(rule.fromLink);
            const auto to = static_cast<std::size_t>(rule.toLink);
            const std::int32_t node = network.links()[from].to;
            // No turn is made where no route may pass.
            if (m_blocked[static_cast<std::size_t>(node)] == 0 && network.links()[from].open
                && network.links()[to].open)
                m_rules[node][rule.fromLink][rule.toLink] = rule;
        }
    }

    SearchGraph make()
    {
        linkArcs();
        SearchGraph graph;
        placeZones(graph);
        for (auto &[node, rules] : m_rules)
            turnArcs(node, rules);
        graph.blocked = m_blocked;
        graph.nodeKey = m_keys;
        sortInto(graph);
        return graph;
    }

private:
    using Rules = std::map<std::int32_t, std::map<std::int32_t, TurnRule>>;

    std::int32_t newNode(bool blocked, std::int64_t key)
    {
        m_keys.push_back(key);
        m_blocked.push_back(blocked ? 1 : 0);
        return static_cast<std::int32_t>(m_blocked.size()) - 1;
    }

    void linkArcs()
    {
        for (std::size_t index = 0; index < m_network.links().size(); ++index) {
            const AssignmentLink &link = m_network.links()[index];
            if (!link.open)
                continue;
            const auto id = static_cast<std::int32_t>(index);
            RawArc arc{link.from, link.to, id, 0.0};
            if (m_rules.contains(link.from)) {
                arc.tail = m_outPort[id] = newNode(false, keyOf(Port::Out, id));
                m_outLinks[link.from].push_back(id);
            }
            if (const auto rules = m_rules.find(link.to);
                rules != m_rules.end() && rules->second.contains(id))
                arc.head = m_inPort[id] = newNode(false, keyOf(Port::In, id));
            m_arcs.push_back(arc);
        }
    }

    void turnArcs(std::int32_t node, const Rules &rules)
    {
        for (const std::int32_t out : m_outLinks[node])
            m_arcs.push_back({node, m_outPort[out], -1, 0.0});
        for (const auto &[in, turns] : rules) {
            for (const std::int32_t out : m_outLinks[node]) {
                const auto rule = turns.find(out);
                if (rule == turns.end() || !rule->second.banned)
                    m_arcs.push_back({m_inPort[in], m_outPort[out], -1,
                        rule == turns.end() ? 0.0 : rule->second.penaltyMin});
            }
        }
    }

    /// A zone at such a node gets a node of its own, so that nobody turns by way of the zone.
    void placeZones(SearchGraph &graph)
    {
        for (const AssignmentZone &zone : m_network.zones()) {
            graph.origin.push_back(zone.node);
            const auto rules = m_rules.find(zone.node);
            if (rules == m_rules.end()) {
                graph.destination.push_back(zone.node);
                continue;
            }
            const std::int32_t terminal = newNode(true, keyOf(Port::Terminal, zone.node));
            graph.destination.push_back(terminal);
            m_arcs.push_back({zone.node, terminal, -1, 0.0});
            for (const auto &[in, turns] : rules->second)
                m_arcs.push_back({m_inPort[in], terminal, -1, 0.0});
        }
    }

    void sortInto(SearchGraph &graph)
    {
        std::stable_sort(m_arcs.begin(), m_arcs.end(),
            [](const RawArc &a, const RawArc &b) { return a.tail < b.tail; });
        graph.firstOut.assign(m_blocked.size() + 1, 0);
        for (const RawArc &arc : m_arcs) {
            ++graph.firstOut[static_cast<std::size_t>(arc.tail) + 1];
            graph.tail.push_back(arc.tail);
            graph.head.push_back(arc.head);
            graph.link.push_back(arc.link);
            graph.penaltyMin.push_back(arc.penaltyMin);
        }
        std::partial_sum(graph.firstOut.begin(), graph.firstOut.end(), graph.firstOut.begin());
        for (std::size_t node = 0; node < m_blocked.size(); ++node) {
            std::int32_t onward = SearchGraph::kNowhere;
            if (m_blocked[node] == 0)
                for (std::int32_t arc = graph.firstOut[node]; arc < graph.firstOut[node + 1]; ++arc)
                    if (const std::int32_t head = graph.head[static_cast<std::size_t>(arc)];
                        head != onward)
                        onward = onward == SearchGraph::kNowhere ? head : SearchGraph::kManyNodes;
            graph.onward.push_back(onward);
        }
    }

    const AssignmentNetwork &m_network;
    std::vector<std::uint8_t> m_blocked;
    std::vector<std::int64_t> m_keys; // [nodes]
    std::map<std::int32_t, Rules> m_rules; // by node
    std::unordered_map<std::int32_t, std::int32_t> m_inPort; // by link
    std::unordered_map<std::int32_t, std::int32_t> m_outPort;
    std::unordered_map<std::int32_t, std::vector<std::int32_t>> m_outLinks; // by node
    std::vector<RawArc> m_arcs;
};

} // namespace

SearchGraph makeSearchGraph(const AssignmentNetwork &network)
{
    return PortMaker(network).make();
}

std::vector<std::int32_t> matchArcs(const SearchGraph &before, const SearchGraph &after)
{
    using Key = std::tuple<std::int64_t, std::int64_t, std::int32_t>; // tail, head, link
    const auto keyOfArc = [](const SearchGraph &graph, std::size_t arc) {
        return Key(graph.nodeKey[static_cast<std::size_t>(graph.tail[arc])],
            graph.nodeKey[static_cast<std::size_t>(graph.head[arc])], graph.link[arc]);
    };
    std::vector<std::pair<Key, std::int32_t>> arcs;
    for (std::size_t arc = 0; arc < after.tail.size(); ++arc)
        arcs.emplace_back(keyOfArc(after, arc), static_cast<std::int32_t>(arc));
    std::sort(arcs.begin(), arcs.end());
    std::vector<std::int32_t> result(before.tail.size(), -1);
    for (std::size_t arc = 0; arc < result.size(); ++arc) {
        const Key key = keyOfArc(before, arc);
        const auto found = std::lower_bound(arcs.begin(), arcs.end(), std::pair(key, -1));
        if (found != arcs.end() && found->first == key)
            result[arc] = found->second;
    }
    return result;
}

} // namespace belvedere
