// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/lon_lat_box.h"
#include "city/square_grid.h"

#include <vector>

namespace belvedere {

/// Which cells of the box belong to the area A that shares and indices refer to.
enum class AreaExtent {
    CellsWithIncidents, ///< where at least one incident happened in the training span
    WholeBox
};

/// The cells of a study, numbered row by row from the south-west.
class StudyArea
{
public:
    StudyArea() = default;
    /// @param cells  in any order, each as often as you like.
    /// @return Errc::Shape without cells; Errc::Usage if the box about them has more cells than
    /// can be worked with (a cell size too small, or a place far off).
    [[nodiscard]] static Result<StudyArea> make(
        const SquareGrid &grid, std::vector<GridCell> cells);
    /// All cells that touch the box.
    [[nodiscard]] static Result<StudyArea> ofBox(const SquareGrid &grid, const LonLatBox &box);

    [[nodiscard]] const SquareGrid &grid() const { return m_grid; }
    [[nodiscard]] int size() const { return static_cast<int>(m_cells.size()); }
    [[nodiscard]] GridCell cell(int i) const { return m_cells[static_cast<std::size_t>(i)]; }
    [[nodiscard]] LonLat centre(int i) const { return m_grid.centre(cell(i)); }
    [[nodiscard]] double km2() const { return size() * m_grid.cellKm2(); }
    /// Number of the cell, or -1 if it is none of the area.
    [[nodiscard]] int indexOf(GridCell cell) const;

    // The box about all cells, for what works on a rectangle.
    [[nodiscard]] GridCell southWest() const { return m_southWest; }
    [[nodiscard]] int columns() const { return m_columns; }
    [[nodiscard]] int rows() const { return m_rows; }
    /// [rows * columns], row by row from the south-west: number of the cell, or -1.
    [[nodiscard]] const std::vector<int> &numbers() const { return m_numbers; }
    /// Position of cell `i` in numbers().
    [[nodiscard]] std::size_t boxIndex(int i) const;

private:
    SquareGrid m_grid;
    std::vector<GridCell> m_cells;
    GridCell m_southWest;
    int m_columns = 0;
    int m_rows = 0;
    std::vector<int> m_numbers;
};

/// The box of the positions without those far off: from the 0.1 % to the 99.9 % quantile of each
/// coordinate, and a fifth of that distance beyond. Empty for none.
[[nodiscard]] LonLatBox usualBox(const std::vector<LonLat> &positions);

} // namespace belvedere
