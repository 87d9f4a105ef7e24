// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "traffic/assignment/search_graph.h"

#include <cstdint>
#include <vector>

namespace belvedere {

/// Cheapest routes from a node to all others, in a form that costs little to bring up to date.
struct RouteTree
{
    std::vector<std::int32_t> last; ///< [nodes] last arc of the cheapest route; -1 = none
    std::vector<std::int32_t> order; ///< [nodes] each after the one that its route comes from
};

/// Finds cheapest routes; one for each thread. What it finds does not depend on what it did before.
class ShortestTree
{
public:
    /// @param usualCost  of an arc; only speed depends on it.
    ShortestTree(const SearchGraph &graph, double usualCost);

    /// From the tree of earlier costs: its routes at the new costs are upper bounds, and only what
    /// can be had for less is searched again. An empty tree is grown from scratch.
    void find(const double *cost, std::int32_t origin, RouteTree &tree);

    /// Cost to a node; infinite = no route.
    [[nodiscard]] double cost(std::int32_t node) const
    {
        return m_label[static_cast<std::size_t>(node)];
    }

private:
    void costsAlongTree(const double *cost, std::int32_t origin, RouteTree &tree);
    /// Takes each arc that leads to its head for less than now.
    void scan(const double *cost, std::int32_t origin, RouteTree &tree);
    void settle(const double *cost, RouteTree &tree);
    void relax(const double *cost, std::int32_t node, RouteTree &tree);
    [[nodiscard]] std::int64_t bucketOf(double label) const;
    [[nodiscard]] std::int64_t leastBucket() const;

    const SearchGraph &m_graph;
    double m_perCost; // buckets a minute
    std::vector<double> m_label; // [nodes]
    std::vector<std::int32_t> m_stack; // [nodes]
    std::vector<std::int32_t> m_order; // [nodes]
    std::vector<std::vector<std::int32_t>> m_buckets; // nodes to look at, by cost; used round robin
    std::size_t m_waiting = 0; // nodes in buckets, some of them more than once
    std::int64_t m_firstBucket = 0;
};

/// Mean of what there is to pay on an arc, as a measure for ShortestTree.
[[nodiscard]] double usualCost(const double *cost, std::size_t arcs);

} // namespace belvedere
