// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/warning_streams.h"

namespace belvedere {

struct UsualSpec
{
    int weeks = 8; ///< of the past that speak
    /// How many incidents of its own make a stream's hour of the week count as much as what the
    /// pattern of the city lets expect there.
    double priorIncidents = 5.0;
    bool smooth = true; ///< over the neighbouring hours
    bool level = true; ///< follows the last two weeks
};

/// What is usual in each step, known from the steps before it alone.
struct UsualCounts
{
    int firstStep = 0; ///< the first one with a week of residuals behind it
    std::vector<std::vector<double>> expected; ///< [streams][steps]; NaN in the first weeks
    /// [streams][steps], variance over mean of what was counted about what was expected
    std::vector<std::vector<double>> dispersion;
    std::vector<std::vector<double>> residuals; ///< [streams][steps], see countResidual()
};

/// The mean of the same hour of the week over the last weeks, drawn towards the pattern of the
/// city where a stream has few incidents; then times how much busier the last two weeks were.
/// Steps of acknowledged alarms whose residual r is above 1 count as 1/r² (Farrington et al. 1996,
/// "A statistical algorithm for the early detection of outbreaks of infectious disease").
/// @return Errc::Shape if there are less than three weeks; Errc::Cancelled.
[[nodiscard]] Result<UsualCounts> usualCounts(const WarningStreams &streams, const UsualSpec &spec,
    const std::vector<Acknowledgement> &acknowledged = {}, const TaskContext &context = {});

} // namespace belvedere
