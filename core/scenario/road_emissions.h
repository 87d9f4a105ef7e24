// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/emission/link_emissions.h"
#include "scenario/coupled_run.h"

namespace belvedere {

/// What all classes emit in an hour of each period; connectors emit nothing.
/// @return [periods]
[[nodiscard]] Result<std::vector<LinkEmissions>> roadEmissions(
    const AppliedCase &applied, const std::vector<PeriodRun> &periods);

} // namespace belvedere
