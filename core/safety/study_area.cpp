// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/study_area.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace belvedere {

namespace {

constexpr double kMostBoxCells = 4e6; // 200 km by 200 km of 100 m
constexpr double kTail = 0.001; // of the positions, on each side
constexpr double kBeyond = 0.2; // of the distance between the two quantiles

struct CellBox
{
    GridCell southWest;
    GridCell northEast;

    [[nodiscard]] double columns() const { return double(northEast.east) - southWest.east + 1.0; }
    [[nodiscard]] double rows() const { return double(northEast.north) - southWest.north + 1.0; }
};

Result<> checkSize(const CellBox &box, double cellM)
{
    if (box.columns() * box.rows() <= kMostBoxCells)
        return {};
    return failure(Errc::Usage,
        QT_TRANSLATE_NOOP("Error",
            "Cells of %1 m make a grid of %2 by %3: too many. Choose larger cells or a smaller "
            "box."),
        {QString::number(cellM), QString::number(box.columns(), 'f', 0),
            QString::number(box.rows(), 'f', 0)});
}

CellBox boxAbout(const std::vector<GridCell> &cells)
{
    CellBox box{cells.front(), cells.front()};
    for (const GridCell cell : cells) {
        box.southWest.east = std::min(box.southWest.east, cell.east);
        box.southWest.north = std::min(box.southWest.north, cell.north);
        box.northEast.east = std::max(box.northEast.east, cell.east);
        box.northEast.north = std::max(box.northEast.north, cell.north);
    }
    return box;
}

/// The quantiles of one coordinate, and what is beyond them.
std::pair<double, double> usualRange(std::vector<double> values)
{
    const auto quantile = [&](double share) {
        const auto at =
            values.begin() + std::lround(share * static_cast<double>(values.size() - 1));
        std::nth_element(values.begin(), at, values.end());
        return *at;
    };
    const double low = quantile(kTail);
    const double high = quantile(1.0 - kTail);
    const double beyond = kBeyond * (high - low);
    return {low - beyond, high + beyond};
}

} // namespace

Result<StudyArea> StudyArea::make(const SquareGrid &grid, std::vector<GridCell> cells)
{
    if (cells.empty())
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP(
                "Error", "The area has no cells. Choose a longer span or another box."));
    std::sort(cells.begin(), cells.end());
    cells.erase(std::unique(cells.begin(), cells.end()), cells.end());
    const CellBox box = boxAbout(cells);
    BV_TRY_VOID(checkSize(box, grid.cellM()));

    StudyArea area;
    area.m_grid = grid;
    area.m_cells = std::move(cells);
    area.m_southWest = box.southWest;
    area.m_columns = static_cast<int>(box.columns());
    area.m_rows = static_cast<int>(box.rows());
    area.m_numbers.assign(
        static_cast<std::size_t>(area.m_columns) * static_cast<std::size_t>(area.m_rows), -1);
    for (int i = 0; i < area.size(); ++i)
        area.m_numbers[area.boxIndex(i)] = i;
    return area;
}

Result<StudyArea> StudyArea::ofBox(const SquareGrid &grid, const LonLatBox &box)
{
    if (box.empty())
        return make(grid, {});
    const CellBox range{grid.at({box.west, box.south}), grid.at({box.east, box.north})};
    BV_TRY_VOID(checkSize(range, grid.cellM()));
    std::vector<GridCell> cells;
    cells.reserve(static_cast<std::size_t>(range.columns() * range.rows()));
    for (int north = range.southWest.north; north <= range.northEast.north; ++north) {
        for (int east = range.southWest.east; east <= range.northEast.east; ++east)
            cells.push_back({north, east});
    }
    return make(grid, std::move(cells));
}

std::size_t StudyArea::boxIndex(int i) const
{
    const GridCell at = cell(i);
    return static_cast<std::size_t>(at.north - m_southWest.north)
        * static_cast<std::size_t>(m_columns)
        + static_cast<std::size_t>(at.east - m_southWest.east);
}

int StudyArea::indexOf(GridCell cell) const
{
    const int column = cell.east - m_southWest.east;
    const int row = cell.north - m_southWest.north;
    if (column < 0 || row < 0 || column >= m_columns || row >= m_rows)
        return -1;
    return m_numbers[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns)
        + static_cast<std::size_t>(column)];
}

LonLatBox usualBox(const std::vector<LonLat> &positions)
{
    LonLatBox box;
    if (positions.empty())
        return box;
    std::vector<double> lons;
    std::vector<double> lats;
    lons.reserve(positions.size());
    lats.reserve(positions.size());
    for (const LonLat position : positions) {
        lons.push_back(position.lon);
        lats.push_back(position.lat);
    }
    std::tie(box.west, box.east) = usualRange(std::move(lons));
    std::tie(box.south, box.north) = usualRange(std::move(lats));
    return box;
}

} // namespace belvedere
