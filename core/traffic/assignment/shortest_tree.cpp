// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/assignment/shortest_tree.h"

#include <algorithm>
#include <limits>

namespace belvedere {

namespace {

constexpr double kNoRoute = std::numeric_limits<double>::infinity();
constexpr double kUnknown = -1.0;

} // namespace

ShortestTree::ShortestTree(const SearchGraph &graph)
    : m_graph(graph)
    , m_label(graph.blocked.size())
    , m_stack(graph.blocked.size())
{
}

void ShortestTree::grow(
    const double *cost, std::int32_t origin, std::vector<std::int32_t> &predecessor)
{
    std::fill(m_label.begin(), m_label.end(), kNoRoute);
    predecessor.assign(m_label.size(), -1);
    m_label[static_cast<std::size_t>(origin)] = 0.0;
    m_heap.clear();
    push({0.0, origin});
    settle(cost, origin, predecessor);
}

void ShortestTree::costsAlongTree(
    const double *cost, std::int32_t origin, const std::vector<std::int32_t> &predecessor)
{
    double *label = m_label.data();
    std::int32_t *stack = m_stack.data();
    const std::int32_t *before = predecessor.data();
    const std::int32_t *tail = m_graph.tail.data();
    std::fill(m_label.begin(), m_label.end(), kUnknown);
    label[origin] = 0.0;
    for (std::int32_t node = 0; node < m_graph.nodeCount(); ++node) {
        std::int32_t depth = 0;
        std::int32_t at = node;
        while (label[at] == kUnknown) {
            if (before[at] < 0) {
                label[at] = kNoRoute;
                break;
            }
            stack[depth++] = at;
            at = tail[before[at]];
        }
        double sum = label[at];
        while (depth > 0) {
            at = stack[--depth];
            sum += cost[before[at]];
            label[at] = sum;
        }
    }
}

void ShortestTree::repair(
    const double *cost, std::int32_t origin, std::vector<std::int32_t> &predecessor)
{
    costsAlongTree(cost, origin, predecessor);
    double *label = m_label.data();
    const std::int32_t *head = m_graph.head.data();
    const std::int32_t *firstOut = m_graph.firstOut.data();
    m_heap.clear();
    for (std::int32_t node = 0; node < m_graph.nodeCount(); ++node) {
        if (m_graph.blocked[static_cast<std::size_t>(node)] != 0 && node != origin)
            continue;
        const double here = label[node];
        for (std::int32_t arc = firstOut[node]; arc < firstOut[node + 1]; ++arc) {
            const double there = here + cost[arc];
            if (there < label[head[arc]]) {
                label[head[arc]] = there;
                predecessor[static_cast<std::size_t>(head[arc])] = arc;
                push({there, head[arc]});
            }
        }
    }
    settle(cost, origin, predecessor);
}

void ShortestTree::settle(
    const double *cost, std::int32_t origin, std::vector<std::int32_t> &predecessor)
{
    double *label = m_label.data();
    std::int32_t *before = predecessor.data();
    const std::int32_t *head = m_graph.head.data();
    const std::int32_t *firstOut = m_graph.firstOut.data();
    const std::uint8_t *blocked = m_graph.blocked.data();
    while (!m_heap.empty()) {
        const auto [here, node] = pop();
        if (here > label[node] || (blocked[node] != 0 && node != origin))
            continue;
        for (std::int32_t arc = firstOut[node]; arc < firstOut[node + 1]; ++arc) {
            const double there = here + cost[arc];
            if (there < label[head[arc]]) {
                label[head[arc]] = there;
                before[head[arc]] = arc;
                push({there, head[arc]});
            }
        }
    }
}

void ShortestTree::push(Entry entry)
{
    std::size_t at = m_heap.size();
    m_heap.push_back(entry);
    while (at > 0) {
        const std::size_t parent = (at - 1) / 4;
        if (m_heap[parent].label <= entry.label)
            break;
        m_heap[at] = m_heap[parent];
        at = parent;
    }
    m_heap[at] = entry;
}

ShortestTree::Entry ShortestTree::pop()
{
    const Entry least = m_heap.front();
    const Entry last = m_heap.back();
    m_heap.pop_back();
    const std::size_t size = m_heap.size();
    std::size_t at = 0;
    for (std::size_t child = 1; child < size; child = 4 * at + 1) {
        const std::size_t end = std::min(child + 4, size);
        std::size_t smallest = child;
        for (++child; child < end; ++child)
            if (m_heap[child].label < m_heap[smallest].label)
                smallest = child;
        if (m_heap[smallest].label >= last.label)
            break;
        m_heap[at] = m_heap[smallest];
        at = smallest;
    }
    if (size > 0)
        m_heap[at] = last;
    return least;
}

} // namespace belvedere
