// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/coupled_run.h"

#include <cstdint>
#include <vector>

namespace belvedere {

/// Crashes a year on stretches of road; junctions are not in them.
struct RoadCrashes
{
    double fatal = 0.0;
    double serious = 0.0;
    double slight = 0.0;
    double damage = 0.0;
    std::vector<double> injury; ///< [links] both directions of a road share theirs by traffic
    std::uint8_t flags = 0; ///< CrashFlag bits
    bool speedOutside = false; ///< a change of speed beyond the model's range
};

/// Both directions of a road are one site: its volume is their sum, its type follows from lanes.
/// @param baseSpeedKmh  [links of the base] mean speeds before; empty = no change of speed.
[[nodiscard]] Result<RoadCrashes> roadCrashes(
    const AppliedCase &applied, const LinkValues &day, const std::vector<double> &baseSpeedKmh);

} // namespace belvedere
