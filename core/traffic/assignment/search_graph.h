// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "traffic/assignment/assignment_network.h"

#include <cstdint>
#include <vector>

namespace belvedere {

/// The network as routes see it: arcs grouped by tail; a node with turn rules is taken apart into
/// ports, joined by an arc for each turn that is allowed. Closed links are left out.
struct SearchGraph
{
    static constexpr std::int32_t kNowhere = -2;
    static constexpr std::int32_t kManyNodes = -1;

    std::vector<std::int32_t> firstOut; ///< [nodes + 1]
    std::vector<std::int32_t> tail; ///< [arcs]
    std::vector<std::int32_t> head; ///< [arcs]
    std::vector<std::int32_t> link; ///< [arcs] -1 = a turn
    std::vector<double> penaltyMin; ///< [arcs] of turns, else 0
    /// [nodes] what the node is a part of, the same after an edit: a node, a link's port, a zone.
    std::vector<std::int64_t> nodeKey;
    std::vector<std::uint8_t> blocked; ///< [nodes] routes only begin or end
    /// [nodes] the only node that arcs lead to from here, kManyNodes, or kNowhere: no route passes.
    std::vector<std::int32_t> onward;
    std::vector<std::int32_t> origin; ///< [zones] node where trips begin
    std::vector<std::int32_t> destination; ///< [zones] node where they end

    [[nodiscard]] std::int32_t nodeCount() const
    {
        return static_cast<std::int32_t>(blocked.size());
    }
    [[nodiscard]] std::int32_t arcCount() const { return static_cast<std::int32_t>(tail.size()); }
};

[[nodiscard]] SearchGraph makeSearchGraph(const AssignmentNetwork &network);

/// For each arc of `before` the arc in `after` of the same link or turn between the same nodes; -1
/// = gone.
[[nodiscard]] std::vector<std::int32_t> matchArcs(
    const SearchGraph &before, const SearchGraph &after);

} // namespace belvedere
