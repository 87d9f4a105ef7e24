// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/cell_incidents.h"

namespace belvedere {

/// A cell now against before.
struct CellChange
{
    int before = 0;
    int now = 0;
    double expected = 0.0; ///< now, if the rate had stayed
    double ratio = 1.0; ///< rate now / rate before; infinite after none, NaN without any
    double lower = 0.0; ///< of the exact 95 % interval of the ratio
    double upper = 0.0; ///< infinite if there were none before
    double p = 1.0; ///< two-sided
    bool notable = false; ///< with the false discovery rate held over all cells
};

struct ChangeSpec
{
    TimeRange before;
    TimeRange now;
    int type = kAllTypes;
    /// Compare with the change of the whole area, so that a busier season is no news anywhere.
    bool againstCity = false;
    double falseDiscoveryRate = 0.05;
};

/// Two Poisson counts are compared given their sum: the share of "now" is binomial (Przyborowski
/// and Wilenski 1940), with the interval of Clopper and Pearson. Exact, so careful with few.
/// @return [cells]; Errc::Usage for ranges that are empty, open or overlap.
[[nodiscard]] Result<std::vector<CellChange>> changeMap(
    const CellIncidents &incidents, const ChangeSpec &spec);

} // namespace belvedere
