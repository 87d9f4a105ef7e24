// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/assignment/bush.h"

#include <algorithm>
#include <limits>

namespace belvedere {

namespace {

constexpr double kUnknown = -1.0;
constexpr double kNoRoute = std::numeric_limits<double>::infinity();

/// What rounding leaves of a flow that was moved away, as a share of the commodity.
constexpr double kRest = 1e-13;

std::size_t at(std::int32_t position)
{
    return static_cast<std::size_t>(position);
}

} // namespace

BushBuilder::BushBuilder(const SearchGraph &graph)
    : m_graph(graph)
    , m_mostTo(graph.blocked.size(), kUnknown)
    , m_position(graph.blocked.size(), -1)
    , m_newPosition(graph.blocked.size(), -1)
    , m_visited(graph.blocked.size(), 0)
{
}

void BushBuilder::rebuild(const Commodity &commodity, const double *cost, Bush &bush, bool always)
{
    labelUsed(cost, bush, kRest * commodity.demand);
    if (!findCandidates(bush) && !always)
        return;
    place(commodity.origin, bush);
    const bool found = keepShortcuts(cost, bush);
    if (found && !always && shortcutsFit(bush)) {
        insertShortcuts(bush);
    } else if (found || always) {
        collect(commodity, bush);
        load(commodity);
        bush.node.assign(m_new.node.begin(), m_new.node.end());
        bush.firstIn.assign(m_new.firstIn.begin(), m_new.firstIn.end());
        bush.in.assign(m_new.in.begin(), m_new.in.end());
        bush.merges.assign(m_new.merges.begin(), m_new.merges.end());
    }
    reset();
}

void BushBuilder::labelUsed(const double *cost, const Bush &bush, double noFlow)
{
    m_most.resize(bush.node.size());
    m_kept.resize(bush.in.size());
    if (!m_most.empty())
        m_most[0] = 0.0;
    for (std::size_t i = 1; i < bush.node.size(); ++i) {
        double most = kUnknown;
        for (std::int32_t k = bush.firstIn[i]; k < bush.firstIn[i + 1]; ++k) {
            const Bush::Arc &arc = bush.in[at(k)];
            const double before = m_most[at(arc.tail)];
            m_kept[at(k)] = arc.flow > noFlow && before >= 0.0 ? 1 : 0;
            if (m_kept[at(k)] != 0)
                most = std::max(most, before + cost[arc.arc]);
        }
        m_most[i] = most;
    }
}

/// Nodes whose cheapest route comes by an arc that is not in use.
bool BushBuilder::findCandidates(const Bush &bush)
{
    bool found = false;
    m_shortcut.assign(bush.node.size(), -1);
    for (std::size_t i = 1; i < bush.node.size(); ++i) {
        const std::int32_t last = bush.tree.last[at(bush.node[i])];
        bool used = m_most[i] == kUnknown || last < 0;
        for (std::int32_t k = bush.firstIn[i]; k < bush.firstIn[i + 1] && !used; ++k)
            used = m_kept[at(k)] != 0 && bush.in[at(k)].arc == last;
        if (!used) {
            m_shortcut[i] = last;
            found = true;
        }
    }
    return found;
}

void BushBuilder::place(std::int32_t origin, const Bush &bush)
{
    m_touched.push_back(origin);
    m_mostTo[at(origin)] = 0.0;
    for (std::size_t i = 0; i < bush.node.size(); ++i) {
        if (m_most[i] == kUnknown)
            continue;
        m_touched.push_back(bush.node[i]);
        m_mostTo[at(bush.node[i])] = m_most[i];
        m_position[at(bush.node[i])] = static_cast<std::int32_t>(i);
    }
}

double BushBuilder::farthest(const double *cost, const Bush &bush, std::int32_t node)
{
    m_stack.clear();
    while (m_mostTo[at(node)] == kUnknown) {
        const std::int32_t arc = bush.tree.last[at(node)];
        if (arc < 0)
            return kNoRoute;
        m_stack.push_back(node);
        node = m_graph.tail[at(arc)];
    }
    double most = m_mostTo[at(node)];
    while (!m_stack.empty()) {
        node = m_stack.back();
        m_stack.pop_back();
        most += cost[bush.tree.last[at(node)]];
        m_mostTo[at(node)] = most;
        m_touched.push_back(node);
    }
    return most;
}

/// Leaves those candidates that beat the dearest used route to their node.
bool BushBuilder::keepShortcuts(const double *cost, const Bush &bush)
{
    bool found = false;
    for (std::size_t i = 1; i < m_shortcut.size(); ++i) {
        const std::int32_t arc = m_shortcut[i];
        if (arc < 0)
            continue;
        if (farthest(cost, bush, m_graph.tail[at(arc)]) + cost[arc] < m_most[i])
            found = true;
        else
            m_shortcut[i] = -1;
    }
    return found;
}

bool BushBuilder::shortcutsFit(const Bush &bush) const
{
    for (std::size_t i = 1; i < bush.node.size(); ++i) {
        if (m_shortcut[i] < 0)
            continue;
        const std::int32_t tail = m_position[at(m_graph.tail[at(m_shortcut[i])])];
        if (tail < 0 || at(tail) >= i)
            return false;
    }
    return true;
}

void BushBuilder::insertShortcuts(Bush &bush)
{
    m_new.in.clear();
    bush.merges.clear();
    for (std::size_t i = 1; i < bush.node.size(); ++i) {
        const auto first = static_cast<std::int32_t>(m_new.in.size());
        for (std::int32_t k = bush.firstIn[i]; k < bush.firstIn[i + 1]; ++k)
            if (bush.in[at(k)].flow > 0.0 || m_most[i] == kUnknown)
                m_new.in.push_back(bush.in[at(k)]);
        if (m_shortcut[i] >= 0)
            m_new.in.push_back(
                {m_shortcut[i], m_position[at(m_graph.tail[at(m_shortcut[i])])], 0.0});
        bush.firstIn[i] = first;
        if (static_cast<std::int32_t>(m_new.in.size()) - first > 1)
            bush.merges.push_back(static_cast<std::int32_t>(i));
    }
    bush.firstIn.back() = static_cast<std::int32_t>(m_new.in.size());
    bush.in.assign(m_new.in.begin(), m_new.in.end());
}

void BushBuilder::collect(const Commodity &commodity, const Bush &bush)
{
    m_new.node.assign(1, commodity.origin);
    m_new.firstIn.assign(2, 0);
    m_new.in.clear();
    m_new.merges.clear();
    m_newPosition[at(commodity.origin)] = 0;
    for (const Commodity::Destination &destination : commodity.destinations)
        visit(destination.node, bush);
}

void BushBuilder::visit(std::int32_t node, const Bush &bush)
{
    m_stack.assign(1, node);
    const auto need = [this](std::int32_t arc) {
        const std::int32_t tail = m_graph.tail[at(arc)];
        if (m_newPosition[at(tail)] < 0)
            m_stack.push_back(tail);
    };
    while (!m_stack.empty()) {
        const std::int32_t top = m_stack.back();
        if (m_newPosition[at(top)] >= 0) {
            m_stack.pop_back();
        } else if (m_visited[at(top)] != 0) { // all before it have their places
            append(top, bush);
            m_stack.pop_back();
        } else {
            m_visited[at(top)] = 1;
            m_touched.push_back(top);
            const std::int32_t old = m_position[at(top)];
            if (old < 0) {
                need(bush.tree.last[at(top)]);
                continue;
            }
            for (std::int32_t k = bush.firstIn[at(old)]; k < bush.firstIn[at(old) + 1]; ++k)
                if (m_kept[at(k)] != 0)
                    need(bush.in[at(k)].arc);
            if (m_shortcut[at(old)] >= 0)
                need(m_shortcut[at(old)]);
        }
    }
}

void BushBuilder::append(std::int32_t node, const Bush &bush)
{
    const auto add = [this](std::int32_t arc, double flow) {
        m_new.in.push_back({arc, m_newPosition[at(m_graph.tail[at(arc)])], flow});
    };
    const std::int32_t old = m_position[at(node)];
    if (old < 0) {
        add(bush.tree.last[at(node)], 1.0); // all that comes
    } else {
        for (std::int32_t k = bush.firstIn[at(old)]; k < bush.firstIn[at(old) + 1]; ++k)
            if (m_kept[at(k)] != 0)
                add(bush.in[at(k)].arc, bush.in[at(k)].flow);
        if (m_shortcut[at(old)] >= 0)
            add(m_shortcut[at(old)], 0.0);
    }
    const auto position = static_cast<std::int32_t>(m_new.node.size());
    m_newPosition[at(node)] = position;
    m_new.node.push_back(node);
    const auto end = static_cast<std::int32_t>(m_new.in.size());
    if (end - m_new.firstIn.back() > 1)
        m_new.merges.push_back(position);
    m_new.firstIn.push_back(end);
}

void BushBuilder::load(const Commodity &commodity)
{
    m_through.assign(m_new.node.size(), 0.0);
    for (const Commodity::Destination &destination : commodity.destinations)
        m_through[at(m_newPosition[at(destination.node)])] += destination.demand;
    for (std::size_t i = m_new.node.size() - 1; i > 0; --i) {
        const auto first = m_new.in.begin() + m_new.firstIn[i];
        const auto last = m_new.in.begin() + m_new.firstIn[i + 1];
        double before = 0.0;
        for (auto arc = first; arc != last; ++arc)
            before += arc->flow;
        for (auto arc = first; arc != last; ++arc) {
            arc->flow = last - first == 1 ? m_through[i] : m_through[i] * (arc->flow / before);
            m_through[at(arc->tail)] += arc->flow;
        }
    }
}

void BushBuilder::reset()
{
    for (const std::int32_t node : m_touched) {
        m_mostTo[at(node)] = kUnknown;
        m_position[at(node)] = -1;
        m_newPosition[at(node)] = -1;
        m_visited[at(node)] = 0;
    }
    m_touched.clear();
}

} // namespace belvedere
