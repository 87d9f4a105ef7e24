// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/cell_incidents.h"

namespace belvedere {

/// A rectangle of cells without incidents; those of a row lie one after another.
inline CellIncidents emptyCells(int columns, int rows, double cellM = 500.0)
{
    CellIncidents incidents;
    std::vector<GridCell> cells;
    for (int north = 0; north < rows; ++north) {
        for (int east = 0; east < columns; ++east)
            cells.push_back({north, east});
    }
    incidents.area = *StudyArea::make(*SquareGrid::make({11.2, 44.5}, cellM), std::move(cells));
    incidents.types = {QStringLiteral("A"), QStringLiteral("B")};
    return incidents;
}

} // namespace belvedere
