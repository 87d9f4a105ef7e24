// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "city/lon_lat.h"

#include <optional>
#include <vector>

namespace belvedere {

/// What two columns of positions hold.
enum class PositionForm {
    Degrees, ///< or nothing that speaks against it
    Swapped, ///< degrees, longitude where latitude should be
    WebMercator, ///< metres, EPSG:3857
    Utm, ///< metres of a zone of 6 degrees
    Feet, ///< of a state plane coordinate system
    Projected ///< metres or feet of some other map projection
};

/// Looks at the medians of columns that should be latitude and longitude.
/// @param near  where the city lies, if that is known: it tells apart what numbers alone do not.
[[nodiscard]] PositionForm guessPositionForm(
    double latMedian, double lonMedian, const std::optional<LonLat> &near = {});
/// Why columns of that form cannot be taken and what to do; none for degrees.
[[nodiscard]] Error notDegrees(PositionForm form, const QString &latCell, const QString &lonCell);

/// Which positions lie outside the area of the others: farther from their median than 3.5 times
/// the median distance. Half of them may be wrong before this is.
struct OutsideArea
{
    LonLat middle;
    double reachM = 0.0; ///< from the middle; farther is outside
    [[nodiscard]] bool has(LonLat position) const { return distanceM(middle, position) > reachM; }
};
/// Absent for fewer than 20 positions: of so few nobody can tell.
[[nodiscard]] std::optional<OutsideArea> outsideArea(const std::vector<LonLat> &positions);

} // namespace belvedere
