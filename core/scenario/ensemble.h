// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/applied_case.h"

#include <cstdint>
#include <vector>

namespace belvedere {

/// One draw of what is not known exactly. Member k of a seed is the same in every scenario, so that
/// differences are not blurred by it.
struct EnsembleDraw
{
    double demand = 1.0; ///< all trips; standard deviation 5 %
    std::vector<double> origins; ///< [zones] trips from there on top of it; 10 %
    double capacity = 1.0; ///< all links; 5 %
    double nox = 1.0; ///< emission factors, lognormal; 20 %
    double pm25 = 1.0; ///< 25 %
    double co2 = 1.0; ///< 5 %
    double dispersion = 1.0; ///< lognormal; 30 %
    double crashes = 1.0; ///< lognormal; 20 %
};

[[nodiscard]] EnsembleDraw drawMember(std::uint64_t seed, int member, std::size_t zones);

/// The case as the draw has it: other demand, other capacities.
[[nodiscard]] Result<AppliedCase> perturbed(const AppliedCase &applied, const EnsembleDraw &draw);

/// 10 % and 90 % quantiles, linear between order statistics (Hyndman and Fan 1996, type 7).
[[nodiscard]] std::pair<double, double> tenNinety(std::vector<double> values);

} // namespace belvedere
