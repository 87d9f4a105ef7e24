// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "traffic/assignment/search_graph.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace belvedere {

/// Cheapest routes from one node to all, and the memory they need; one for each thread.
class ShortestTree
{
public:
    explicit ShortestTree(const SearchGraph &graph);

    /// From scratch (Dijkstra 1959).
    /// @param predecessor  [nodes] receives the last arc of the cheapest route; -1 = no route.
    void grow(const double *cost, std::int32_t origin, std::vector<std::int32_t> &predecessor);

    /// From the tree of earlier costs: its routes at the new costs are upper bounds, and only
    /// what can be had for less is searched again. A predecessor of -1 has no route yet.
    void repair(const double *cost, std::int32_t origin, std::vector<std::int32_t> &predecessor);

    /// Cost to a node; infinite = no route.
    [[nodiscard]] double cost(std::int32_t node) const
    {
        return m_label[static_cast<std::size_t>(node)];
    }

private:
    struct Entry
    {
        double label;
        std::int32_t node;
    };

    void costsAlongTree(
        const double *cost, std::int32_t origin, const std::vector<std::int32_t> &predecessor);
    void settle(const double *cost, std::int32_t origin, std::vector<std::int32_t> &predecessor);
    void push(Entry entry);
    Entry pop();

    const SearchGraph &m_graph;
    std::vector<double> m_label; // [nodes]
    std::vector<std::int32_t> m_stack; // [nodes]
    std::vector<Entry> m_heap; // 4-ary, the least first
};

} // namespace belvedere
