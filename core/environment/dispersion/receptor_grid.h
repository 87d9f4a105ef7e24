// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/bounding_box.h"

#include <vector>

namespace belvedere {

/// Squares of equal size; values row by row from the south-west, at their centres.
struct ReceptorGrid
{
    PointM southWest; ///< corner of the first cell
    double cellM = 100.0; ///< 20 … 1000
    int columns = 0;
    int rows = 0;

    /// Whole cells over the box and `marginM` around it; none over an empty box.
    [[nodiscard]] static ReceptorGrid over(
        const BoundingBox &box, double cellM = 100.0, double marginM = 500.0);
    [[nodiscard]] std::size_t size() const
    {
        return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows);
    }
    [[nodiscard]] PointM centre(int column, int row) const
    {
        return {southWest.x + (column + 0.5) * cellM, southWest.y + (row + 0.5) * cellM};
    }
    [[nodiscard]] BoundingBox box() const
    {
        return {
            southWest.x, southWest.y, southWest.x + columns * cellM, southWest.y + rows * cellM};
    }
    /// Bilinear between the centres; beyond the outermost ones their value.
    /// @param values  [rows][columns]
    [[nodiscard]] double valueAt(const std::vector<float> &values, PointM point) const;
};

} // namespace belvedere
