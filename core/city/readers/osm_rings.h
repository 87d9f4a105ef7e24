// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/readers/osm_data.h"

#include <span>
#include <vector>

namespace belvedere {

/// Nodes in order; closed if the first is the last.
using OsmChain = std::vector<std::uint32_t>;

/// Joins ways at their ends into chains as long as possible. Nodes that are not in the file end a
/// chain.
/// @param directed  whether a way may only be followed as it was drawn (coastlines).
[[nodiscard]] std::vector<OsmChain> joined(
    const std::vector<std::span<const std::uint32_t>> &ways, bool directed);

/// The known points of a chain as a ring without its repeated last point.
[[nodiscard]] std::vector<FixedLonLat> ringOf(
    const OsmNodes &nodes, std::span<const std::uint32_t> points);

/// The odd-even rule.
[[nodiscard]] bool contains(std::span<const FixedLonLat> ring, FixedLonLat point);

/// Whether most corners of `inner` lie in `outer`: a ring may touch its neighbour.
[[nodiscard]] bool isInside(std::span<const FixedLonLat> inner, std::span<const FixedLonLat> outer);

} // namespace belvedere
