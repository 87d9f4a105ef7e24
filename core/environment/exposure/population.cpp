// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/exposure/population.h"

#include <QString>

#include <cmath>
#include <numeric>

namespace belvedere {

double Population::total() const
{
    return std::accumulate(people.begin(), people.end(), 0.0);
}

Result<Population> populationByBuildings(
    const std::vector<BuildingFootprint> &buildings, double people, int usualStoreys)
{
    if (!(std::isfinite(people) && people > 0.0) || usualStoreys < 1)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "People are spread over buildings of at least one storey: there are %1 people and "
                "%2 storeys."),
            {QString::number(people), QString::number(usualStoreys)});
    Population population;
    population.proxy = true;
    double whole = 0.0;
    for (std::size_t i = 0; i < buildings.size(); ++i) {
        const BuildingFootprint &building = buildings[i];
        if (!(std::isfinite(building.areaM2) && building.areaM2 >= 0.0))
            return failure(Errc::Numeric,
                QT_TRANSLATE_NOOP("Error", "Building %1 has an area of %2 m²."),
                {QString::number(i), QString::number(building.areaM2)});
        if (!building.dwelling || building.areaM2 <= 0.0)
            continue;
        const double floors = building.areaM2 * building.storeys.value_or(usualStoreys);
        population.places.push_back(building.centre);
        population.people.push_back(floors);
        whole += floors;
    }
    if (whole <= 0.0)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "None of %1 buildings is a dwelling with an area."),
            {QString::number(buildings.size())});
    for (double &share : population.people)
        share *= people / whole;
    return population;
}

} // namespace belvedere
