// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/base_case.h"
#include "scenario/edit.h"

#include <memory>
#include <vector>

namespace belvedere {

/// One period of a base case with edits applied. What no edit touched is shared with the base.
struct AppliedPeriod
{
    std::shared_ptr<const AssignmentNetwork> network;
    std::shared_ptr<const std::vector<OdMatrix>> demand; ///< [classes] vehicles per hour
    std::vector<double> limitKmh; ///< [links]
    std::vector<int> lanes; ///< [links]; 0 = not known
    bool unchanged = false; ///< network and demand are those of the base, bit by bit
};

/// A base case with edits. Links keep the positions of the base, new ones come behind.
struct AppliedCase
{
    std::shared_ptr<const BaseCase> base;
    std::vector<AppliedPeriod> periods; ///< [periods of the base]
    std::vector<RoadFacts> roads; ///< [links] new ones too
    std::vector<Fleet> fleets; ///< first those of the classes, then those of zones
    std::vector<std::vector<std::uint16_t>> fleetOfLink; ///< [classes][links]; empty = by class
    std::vector<double> crashFactor; ///< [links] measures; empty = 1
    std::vector<double> injuryFactor; ///< [links]
    LinkIndex links; ///< of base and new links
};

/// The base without an edit.
[[nodiscard]] AppliedCase unchangedCase(const std::shared_ptr<const BaseCase> &base);

/// @return an error with the number of the edit in `where` ("Edit 3"): an unknown link, zone or
/// class, a link that an earlier edit closed, a value that is negative, zero or no number, a window
/// without a period. The base is never touched.
[[nodiscard]] Result<AppliedCase> applyEdits(
    const std::shared_ptr<const BaseCase> &base, const std::vector<Edit> &edits);

} // namespace belvedere
