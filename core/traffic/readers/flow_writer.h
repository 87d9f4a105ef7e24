// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "traffic/assignment/assignment.h"

#include <QString>

namespace belvedere {

/// Flow and cost of each link with the ids of its ends: in CSV (init_node, term_node, flow, time,
/// cost) where the name ends so, else as a TNTP flow file (From, To, Volume, Cost). The cost is
/// that of the first class. All digits are kept.
[[nodiscard]] Result<> writeLinkFlows(
    const QString &file, const AssignmentNetwork &network, const AssignmentResult &result);

} // namespace belvedere
