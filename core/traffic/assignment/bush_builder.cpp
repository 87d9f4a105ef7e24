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
    , m_most(graph.blocked.size(), kUnknown)
    , m_position(graph.blocked.size(), -1)
    , m_newPosition(graph.blocked.size(), -1)
    , m_visited(graph.blocked.size(), 0)
{
}

void BushBuilder::rebuild(const Commodity &commodity, const double *cost, Bush &bush, bool always)
{
    const double noFlow = kRest * commodity.demand;
    m_touched.push_back(commodity.origin);
    m_most[at(commodity.origin)] = 0.0;
    labelUsed(cost, bush, noFlow);
    if (findShortcuts(cost, bush, noFlow) || always) {
        collect(commodity, bush, noFlow);
        load(commodity);
        std::swap(bush.node, m_new.node);
        std::swap(bush.firstIn, m_new.firstIn);
        std::swap(bush.in, m_new.in);
        std::swap(bush.merges, m_new.merges);
        for (std::vector<std::int32_t> *part : {&bush.node, &bush.firstIn, &bush.merges})
            part->shrink_to_fit();
        bush.in.shrink_to_fit();
    }
    reset();
}

bool BushBuilder::kept(const Bush::Arc &arc, const Bush &bush, double noFlow) const
{
    return arc.flow > noFlow && m_position[at(bush.node[at(arc.tail)])] >= 0;
}

void BushBuilder::labelUsed(const double *cost, const Bush &bush, double noFlow)
{
    for (std::size_t i = 0; i < bush.node.size(); ++i) {
        const std::size_t node = at(bush.node[i]);
        m_touched.push_back(bush.node[i]);
        double most = i == 0 ? 0.0 : kUnknown;
        for (std::int32_t k = bush.firstIn[i]; k < bush.firstIn[i + 1]; ++k) {
            const Bush::Arc &arc = bush.in[at(k)];
            if (kept(arc, bush, noFlow))
                most = std::max(most, m_most[at(bush.node[at(arc.tail)])] + cost[arc.arc]);
        }
        m_most[node] = most;
        if (most != kUnknown)
            m_position[node] = static_cast<std::int32_t>(i);
    }
}

double BushBuilder::farthest(const double *cost, const Bush &bush, std::int32_t node)
{
    m_stack.clear();
    while (m_most[at(node)] == kUnknown) {
        const std::int32_t arc = bush.tree[at(node)];
        if (arc < 0)
            return kNoRoute;
        m_stack.push_back(node);
        node = m_graph.tail[at(arc)];
    }
    double most = m_most[at(node)];
    while (!m_stack.empty()) {
        node = m_stack.back();
        m_stack.pop_back();
        most += cost[bush.tree[at(node)]];
        m_most[at(node)] = most;
        m_touched.push_back(node);
    }
    return most;
}

bool BushBuilder::findShortcuts(const double *cost, const Bush &bush, double noFlow)
{
    bool found = false;
    m_shortcut.assign(bush.node.size(), -1);
    for (std::size_t i = 1; i < bush.node.size(); ++i) {
        const std::int32_t node = bush.node[i];
        const std::int32_t shortcut = bush.tree[at(node)];
        if (m_position[at(node)] < 0 || shortcut < 0)
            continue;
        const auto first = bush.in.begin() + bush.firstIn[i];
        const auto last = bush.in.begin() + bush.firstIn[i + 1];
        const bool used = std::any_of(first, last,
            [&](const Bush::Arc &arc) { return arc.arc == shortcut && kept(arc, bush, noFlow); });
        if (!used
            && farthest(cost, bush, m_graph.tail[at(shortcut)]) + cost[shortcut]
                < m_most[at(node)]) {
            m_shortcut[i] = shortcut;
            found = true;
        }
    }
    return found;
}

void BushBuilder::collect(const Commodity &commodity, const Bush &bush, double noFlow)
{
    m_new.node.assign(1, commodity.origin);
    m_new.firstIn.assign(2, 0);
    m_new.in.clear();
    m_new.merges.clear();
    m_newPosition[at(commodity.origin)] = 0;
    for (const Commodity::Destination &destination : commodity.destinations)
        visit(destination.node, bush, noFlow);
}

void BushBuilder::visit(std::int32_t node, const Bush &bush, double noFlow)
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
            append(top, bush, noFlow);
            m_stack.pop_back();
        } else {
            m_visited[at(top)] = 1;
            m_touched.push_back(top);
            const std::int32_t old = m_position[at(top)];
            if (old < 0) {
                need(bush.tree[at(top)]);
                continue;
            }
            for (std::int32_t k = bush.firstIn[at(old)]; k < bush.firstIn[at(old) + 1]; ++k)
                if (kept(bush.in[at(k)], bush, noFlow))
                    need(bush.in[at(k)].arc);
            if (m_shortcut[at(old)] >= 0)
                need(m_shortcut[at(old)]);
        }
    }
}

void BushBuilder::append(std::int32_t node, const Bush &bush, double noFlow)
{
    const auto add = [this](std::int32_t arc, double flow) {
        m_new.in.push_back({arc, m_newPosition[at(m_graph.tail[at(arc)])], flow});
    };
    const std::int32_t old = m_position[at(node)];
    if (old < 0) {
        add(bush.tree[at(node)], 1.0); // all that comes
    } else {
        for (std::int32_t k = bush.firstIn[at(old)]; k < bush.firstIn[at(old) + 1]; ++k)
            if (kept(bush.in[at(k)], bush, noFlow))
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
        m_most[at(node)] = kUnknown;
        m_position[at(node)] = -1;
        m_newPosition[at(node)] = -1;
        m_visited[at(node)] = 0;
    }
    m_touched.clear();
}

} // namespace belvedere
