// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "traffic/assignment/assignment.h"
#include "traffic/assignment/bush.h"

#include <vector>

namespace belvedere {

/// What a bush-based assignment leaves behind: enough to start the next one and to ask for routes.
class BushState
{
public:
    SearchGraph graph;
    std::vector<Commodity> commodities;
    std::vector<Bush> bushes; ///< [commodities]
};

/// One commodity for each class and zone with trips to other zones.
[[nodiscard]] std::vector<Commodity> makeCommodities(const AssignmentNetwork &network,
    const SearchGraph &graph, const std::vector<OdMatrix> &demand);

} // namespace belvedere
