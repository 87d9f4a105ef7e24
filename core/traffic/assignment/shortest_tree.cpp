// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/assignment/shortest_tree.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace belvedere {

namespace {

constexpr double kNoRoute = std::numeric_limits<double>::infinity();
constexpr double kUnknown = -1.0;

/// Buckets narrower than an arc settle most nodes at first sight; a power of two.
constexpr std::int64_t kBuckets = 1024;
constexpr double kBucketShare = 0.5; // of the usual cost of an arc
constexpr double kLastBucket = 1e15;

} // namespace

ShortestTree::ShortestTree(const SearchGraph &graph, double usualCost)
    : m_graph(graph)
    , m_perCost(usualCost > 0.0 ? 1.0 / (kBucketShare * usualCost) : 1.0)
    , m_label(graph.blocked.size())
    , m_stack(graph.blocked.size())
    , m_order(graph.blocked.size())
    , m_buckets(kBuckets)
{
}

void ShortestTree::find(const double *cost, std::int32_t origin, RouteTree &tree)
{
    if (tree.order.size() != m_label.size()) {
        tree.order.resize(m_label.size());
        std::iota(tree.order.begin(), tree.order.end(), 0);
    }
    tree.last.resize(m_label.size(), -1);
    costsAlongTree(cost, origin, tree);
    scan(cost, origin, tree);
    settle(cost, tree);
}

void ShortestTree::costsAlongTree(const double *cost, std::int32_t origin, RouteTree &tree)
{
    double *label = m_label.data();
    std::int32_t *stack = m_stack.data();
    std::int32_t *order = m_order.data();
    const std::int32_t *last = tree.last.data();
    const std::int32_t *tail = m_graph.tail.data();
    std::fill(m_label.begin(), m_label.end(), kUnknown);
    label[origin] = 0.0;
    *order++ = origin;
    for (const std::int32_t node : tree.order) {
        std::int32_t depth = 0;
        std::int32_t at = node;
        while (label[at] == kUnknown) {
            if (last[at] < 0) {
                label[at] = kNoRoute;
                *order++ = at;
                break;
            }
            stack[depth++] = at;
            at = tail[last[at]];
        }
        double sum = label[at];
        while (depth > 0) {
            at = stack[--depth];
            sum += cost[last[at]];
            label[at] = sum;
            *order++ = at;
        }
    }
    std::swap(m_order, tree.order);
}

std::int64_t ShortestTree::bucketOf(double label) const
{
    return static_cast<std::int64_t>(std::min(label * m_perCost, kLastBucket));
}

void ShortestTree::relax(const double *cost, std::int32_t node, RouteTree &tree)
{
    double *label = m_label.data();
    const std::int32_t *head = m_graph.head.data();
    const double here = label[node];
    const std::int32_t end = m_graph.firstOut[static_cast<std::size_t>(node) + 1];
    for (std::int32_t arc = m_graph.firstOut[static_cast<std::size_t>(node)]; arc < end; ++arc) {
        const double there = here + cost[arc];
        const auto to = static_cast<std::size_t>(head[arc]);
        if (there < label[to]) {
            label[to] = there;
            tree.last[to] = arc;
            if (m_graph.onward[to] == node || m_graph.onward[to] == SearchGraph::kNowhere)
                continue; // there is no way on from there, or only back
            const std::int64_t bucket = bucketOf(there);
            m_firstBucket = std::min(m_firstBucket, bucket);
            m_buckets[static_cast<std::size_t>(bucket & (kBuckets - 1))].push_back(head[arc]);
            ++m_waiting;
        }
    }
}

void ShortestTree::scan(const double *cost, std::int32_t origin, RouteTree &tree)
{
    m_firstBucket = std::numeric_limits<std::int64_t>::max();
    for (std::int32_t node = 0; node < m_graph.nodeCount(); ++node)
        if (m_graph.blocked[static_cast<std::size_t>(node)] == 0 || node == origin)
            relax(cost, node, tree);
}

/// Dijkstra's algorithm with buckets (Dial 1969; Meyer and Sanders 2003): a node is looked at again
/// where an arc is shorter than its bucket is wide.
void ShortestTree::settle(const double *cost, RouteTree &tree)
{
    std::int64_t idle = 0;
    for (std::int64_t at = m_firstBucket; m_waiting > 0; ++at) {
        const auto slot = static_cast<std::size_t>(at & (kBuckets - 1));
        std::size_t kept = 0;
        for (std::size_t k = 0; k < m_buckets[slot].size(); ++k) {
            const std::int32_t node = m_buckets[slot][k];
            const std::int64_t bucket = bucketOf(m_label[static_cast<std::size_t>(node)]);
            if (bucket > at) { // of a later round
                m_buckets[slot][kept++] = node;
                continue;
            }
            --m_waiting;
            if (bucket == at)
                relax(cost, node, tree);
        }
        idle = m_buckets[slot].size() > kept ? 0 : idle + 1;
        m_buckets[slot].resize(kept);
        if (idle == kBuckets) { // a very long arc: nothing lies in between
            at = leastBucket() - 1;
            idle = 0;
        }
    }
}

std::int64_t ShortestTree::leastBucket() const
{
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    for (const std::vector<std::int32_t> &bucket : m_buckets)
        for (const std::int32_t node : bucket)
            least = std::min(least, bucketOf(m_label[static_cast<std::size_t>(node)]));
    return least;
}

double usualCost(const double *cost, std::size_t arcs)
{
    double sum = 0.0;
    double count = 0.0;
    for (std::size_t arc = 0; arc < arcs; ++arc) {
        if (cost[arc] > 0.0 && std::isfinite(cost[arc])) {
            sum += cost[arc];
            count += 1.0;
        }
    }
    return count > 0.0 ? sum / count : 0.0;
}

} // namespace belvedere
