// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/assignment/search_graph.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>

namespace belvedere {

namespace {

struct RawArc
{
    std::int32_t tail;
    std::int32_t head;
    std::int32_t link;
    double penaltyMin;
    std::int64_t turnKey;
};

constexpr std::int32_t kAnyLink = -1;

std::int64_t keyOf(std::int32_t fromLink, std::int32_t toLink)
{
    return (static_cast<std::int64_t>(fromLink) + 2) << 32 | (toLink + 2);
}

std::int64_t terminalKey(std::int32_t node)
{
    return -1 - static_cast<std::int64_t>(node);
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
        sortInto(graph);
        return graph;
    }

private:
    using Rules = std::map<std::int32_t, std::map<std::int32_t, TurnRule>>;

    std::int32_t newNode(bool blocked)
    {
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
            RawArc arc{link.from, link.to, id, 0.0, 0};
            if (m_rules.contains(link.from)) {
                arc.tail = m_outPort[id] = newNode(false);
                m_outLinks[link.from].push_back(id);
            }
            if (const auto rules = m_rules.find(link.to);
                rules != m_rules.end() && rules->second.contains(id))
                arc.head = m_inPort[id] = newNode(false);
            m_arcs.push_back(arc);
        }
    }

    void turnArcs(std::int32_t node, const Rules &rules)
    {
        for (const std::int32_t out : m_outLinks[node])
            m_arcs.push_back({node, m_outPort[out], -1, 0.0, keyOf(kAnyLink, out)});
        for (const auto &[in, turns] : rules) {
            for (const std::int32_t out : m_outLinks[node]) {
                const auto rule = turns.find(out);
                if (rule == turns.end() || !rule->second.banned)
                    m_arcs.push_back({m_inPort[in], m_outPort[out], -1,
                        rule == turns.end() ? 0.0 : rule->second.penaltyMin, keyOf(in, out)});
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
            const std::int32_t terminal = newNode(true);
            graph.destination.push_back(terminal);
            m_arcs.push_back({zone.node, terminal, -1, 0.0, terminalKey(zone.node)});
            for (const auto &[in, turns] : rules->second)
                m_arcs.push_back({m_inPort[in], terminal, -1, 0.0, keyOf(in, kAnyLink)});
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
            graph.turnKey.push_back(arc.turnKey);
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
    std::unordered_map<std::int32_t, std::int32_t> links;
    std::unordered_map<std::int64_t, std::int32_t> turns;
    for (std::int32_t arc = 0; arc < after.arcCount(); ++arc) {
        const auto a = static_cast<std::size_t>(arc);
        if (after.link[a] >= 0)
            links.emplace(after.link[a], arc);
        else
            turns.emplace(after.turnKey[a], arc);
    }
    std::vector<std::int32_t> result(before.tail.size(), -1);
    for (std::size_t a = 0; a < result.size(); ++a) {
        if (before.link[a] >= 0) {
            if (const auto found = links.find(before.link[a]); found != links.end())
                result[a] = found->second;
        } else if (const auto found = turns.find(before.turnKey[a]); found != turns.end()) {
            result[a] = found->second;
        }
    }
    return result;
}

} // namespace belvedere
