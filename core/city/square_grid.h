// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "city/projection.h"

#include <array>
#include <compare>
#include <optional>
#include <vector>

namespace belvedere {

/// A square of a SquareGrid: how many edges it lies east and north of the origin.
struct GridCell
{
    int north = 0;
    int east = 0;

    /// Row by row from the south-west.
    friend auto operator<=>(const GridCell &, const GridCell &) = default;
};

/// Squares of equal size, in metres on a plane that touches the city at `origin`, which is a
/// corner of four of them.
class SquareGrid
{
public:
    SquareGrid() = default;
    /// @param trueLatitude  at which a degree of longitude has its true length; absent = that of
    /// the origin.
    /// @return Errc::Usage unless the edge is between 10 m and 100 km and the origin is a place.
    [[nodiscard]] static Result<SquareGrid> make(
        LonLat origin, double cellM, std::optional<double> trueLatitude = {});

    [[nodiscard]] GridCell at(LonLat position) const;
    [[nodiscard]] LonLat centre(GridCell cell) const;
    /// South-west, south-east, north-east, north-west.
    [[nodiscard]] std::array<LonLat, 4> corners(GridCell cell) const;
    [[nodiscard]] double cellM() const { return m_cellM; }
    [[nodiscard]] double cellKm2() const { return m_cellM * m_cellM * 1e-6; }
    [[nodiscard]] LonLat origin() const { return m_projection.toSphere(m_corner); }

private:
    LocalProjection m_projection;
    PointM m_corner; // of the origin
    double m_cellM = 1000.0;
};

/// A tenth of a degree near the median of the positions: round, so that a later table of the same
/// city gets the same cells; the median, because single positions are far off. {} for none.
[[nodiscard]] LonLat gridOrigin(const std::vector<LonLat> &positions);

} // namespace belvedere
