// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "traffic/assignment/assignment.h"

#include <vector>

namespace belvedere {

/// Traffic that was counted on a link.
struct LinkCount
{
    std::int32_t link = -1;
    double flow = 0.0; ///< passenger-car units over the time of the matrix
    double weight = 1.0; ///< 1 / variance, for counts that are trusted more or less
};

struct EstimationOptions
{
    AssignmentOptions assignment;
    int maxRounds = 30;
    double leastGain = 1e-3; ///< stop when a round improves the misfit by less, relative
    /// Weight of staying near the matrix given, against that of counts: κ in
    /// ½ Σ w (v - count)² + ½ κ Σ (g - g₀)² / g₀.
    double keep = 0.0;
};

/// How well flows meet counts.
struct CountFit
{
    double rootMeanSquare = 0.0;
    double rSquared = 0.0;
    /// Share of counts with GEH below 5, sqrt(2 (v - c)² / (v + c)), for flows an hour.
    double gehBelow5 = 0.0;
};

struct EstimatedMatrix
{
    OdMatrix trips; ///< of the first class
    AssignmentResult result; ///< of these trips
    CountFit before;
    CountFit after;
    std::vector<double> misfit; ///< of the objective, round by round
};

[[nodiscard]] CountFit countFit(
    const std::vector<LinkCount> &counts, const std::vector<double> &flow);

/// Changes a matrix so that its equilibrium meets counts, by the gradient method of Spiess (1990,
/// CRT 693): cells change in proportion to themselves, so that zeros stay zero and the structure
/// is kept; the share of each pair on each link is that of the equilibrium's own routes. Other
/// classes keep their matrices.
/// @return Errc::Usage for a count on a link that there is not, Errc::Numeric for a negative one.
[[nodiscard]] Result<EstimatedMatrix> estimateMatrix(const AssignmentNetwork &network,
    const std::vector<OdMatrix> &demand, const std::vector<LinkCount> &counts,
    const EstimationOptions &options = {}, const TaskContext &context = {});

} // namespace belvedere
