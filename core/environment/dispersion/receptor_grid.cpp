// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/dispersion/receptor_grid.h"

#include <algorithm>
#include <cmath>

namespace belvedere {

ReceptorGrid ReceptorGrid::over(const BoundingBox &box, double cellM, double marginM)
{
    ReceptorGrid grid;
    grid.cellM = cellM;
    if (box.empty() || !(cellM > 0.0))
        return grid;
    const BoundingBox wide = box.grown(marginM);
    grid.southWest = {wide.minX, wide.minY};
    grid.columns = std::max(1, static_cast<int>(std::ceil(wide.width() / cellM)));
    grid.rows = std::max(1, static_cast<int>(std::ceil(wide.height() / cellM)));
    return grid;
}

double ReceptorGrid::valueAt(const std::vector<float> &values, PointM point) const
{
    const double u = std::clamp((point.x - southWest.x) / cellM - 0.5, 0.0, columns - 1.0);
    const double v = std::clamp((point.y - southWest.y) / cellM - 0.5, 0.0, rows - 1.0);
    const int column = std::min(static_cast<int>(u), std::max(0, columns - 2));
    const int row = std::min(static_cast<int>(v), std::max(0, rows - 2));
    const auto value = [&](int c, int r) {
        const int inColumn = std::min(c, columns - 1);
        const int inRow = std::min(r, rows - 1);
        return static_cast<double>(
            values[static_cast<std::size_t>(inRow) * static_cast<std::size_t>(columns)
                + static_cast<std::size_t>(inColumn)]);
    };
    const double fu = u - column;
    const double fv = v - row;
    const double south = value(column, row) * (1.0 - fu) + value(column + 1, row) * fu;
    const double north = value(column, row + 1) * (1.0 - fu) + value(column + 1, row + 1) * fu;
    return south * (1.0 - fv) + north * fv;
}

} // namespace belvedere
