// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "city/lon_lat.h"

#include <optional>
#include <vector>

namespace belvedere {

/// Places with people, and how sure that is.
struct Population
{
    std::vector<PointM> places;
    std::vector<double> people; ///< [places]
    bool proxy = false; ///< spread over buildings, not counted: to be said beside each figure

    [[nodiscard]] double total() const;
};

struct BuildingFootprint
{
    PointM centre;
    double areaM2 = 0.0;
    std::optional<int> storeys; ///< absent = `usualStoreys`
    bool dwelling = true; ///< garages, sheds, factories, churches are not
};

/// People of a city spread over its buildings by floor area: a proxy. It does not know empty
/// flats, household sizes, or where people are by day.
/// @param people  of all. @return Errc::Usage if no building is a dwelling or people is not above
/// 0.
[[nodiscard]] Result<Population> populationByBuildings(
    const std::vector<BuildingFootprint> &buildings, double people, int usualStoreys = 2);
/// Where the number of people is not known either, floor area by area per head (a round European
/// figure).
inline constexpr double kFloorAreaPerPersonM2 = 45.0;

} // namespace belvedere
