// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "traffic/assignment/assignment.h"

namespace belvedere {

/// Bi-conjugate Frank-Wolfe (Mitradjieva and Lindberg 2013, Transportation Science 47, "The stiff
/// is moving"): target = a mix of the last two targets and the all-or-nothing flows that is
/// conjugate to the last two directions, then an exact line search. Knows link flows only.
/// Turn penalties count in its gap as flows on the turns do.
[[nodiscard]] Result<AssignmentResult> assignByFrankWolfe(const AssignmentNetwork &network,
    const std::vector<OdMatrix> &demand, const AssignmentOptions &options,
    const TaskContext &context);

} // namespace belvedere
