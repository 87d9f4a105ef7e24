// SPDX-License-Identifier: GPL-3.0-or-later
#include "city/square_grid.h"

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

constexpr double kSmallestCellM = 10.0;
constexpr double kLargestCellM = 1e5;

double medianOf(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace

Result<SquareGrid> SquareGrid::make(LonLat origin, double cellM, std::optional<double> trueLatitude)
{
    if (!(cellM >= kSmallestCellM && cellM <= kLargestCellM))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP(
                "Error", "A cell of %1 m is not between 10 m and 100 km. Choose another size."),
            {QString::number(cellM)});
    const double latitude = trueLatitude.value_or(origin.lat);
    if (!(std::abs(origin.lon) <= 180.0 && std::abs(origin.lat) <= 90.0
            && std::abs(latitude) <= 90.0))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "A grid cannot begin at longitude %1, latitude %2. Give degrees on WGS 84."),
            {QString::number(origin.lon), QString::number(origin.lat)});
    SquareGrid grid;
    grid.m_projection = LocalProjection({origin.lon, latitude});
    grid.m_corner = grid.m_projection.toPlane(origin);
    grid.m_cellM = cellM;
    return grid;
}

GridCell SquareGrid::at(LonLat position) const
{
    const PointM point = m_projection.toPlane(position);
    return {static_cast<int>(std::floor((point.y - m_corner.y) / m_cellM)),
        static_cast<int>(std::floor((point.x - m_corner.x) / m_cellM))};
}

LonLat SquareGrid::centre(GridCell cell) const
{
    return m_projection.toSphere(
        {m_corner.x + (cell.east + 0.5) * m_cellM, m_corner.y + (cell.north + 0.5) * m_cellM});
}

std::array<LonLat, 4> SquareGrid::corners(GridCell cell) const
{
    const auto corner = [&](int east, int north) {
        return m_projection.toSphere(
            {(cell.east + east) * m_cellM, (cell.north + north) * m_cellM});
    };
    return {corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)};
}

LonLat gridOrigin(const std::vector<LonLat> &positions)
{
    if (positions.empty())
        return {};
    std::vector<double> lons;
    std::vector<double> lats;
    lons.reserve(positions.size());
    lats.reserve(positions.size());
    for (const LonLat position : positions) {
        lons.push_back(position.lon);
        lats.push_back(position.lat);
    }
    const auto tenths = [](double degrees) { return std::round(degrees * 10.0) / 10.0; };
    return {tenths(medianOf(std::move(lons))), tenths(medianOf(std::move(lats)))};
}

} // namespace belvedere
