// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/bounding_box.h"
#include "environment/dispersion/plume_spread.h"
#include "environment/dispersion/unit_response.h"
#include "environment/dispersion/wind_climate.h"

#include <cstdint>
#include <span>

namespace belvedere {

/// Straight pieces of roads; a bent road is several pieces with the same `road`.
struct RoadPiece
{
    PointM from;
    PointM to;
    std::uint32_t road = 0; ///< position in the emissions
};

/// Squares of equal size; values row by row from the south-west, at their centres.
struct ReceptorGrid
{
    PointM southWest; ///< corner of the first cell
    double cellM = 100.0; ///< 20 … 1000
    int columns = 0;
    int rows = 0;

    /// Whole cells over the box and `marginM` around it.
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
    /// Bilinear between the centres; at the rim the value of the outermost cells.
    [[nodiscard]] double valueAt(const std::vector<float> &values, PointM point) const;
};

/// Concentrations of a grid, µg/m³ above the background.
struct DispersionMap
{
    std::vector<std::vector<float>> values; ///< [species][cells]
    /// What sources farther than the cut-off could add at most, µg/m³, by species: all emission
    /// beyond it set at the worst place. 0 if the cut-off spans the grid.
    std::vector<double> cutOffBound;
    double outsideShare = 0.0; ///< of the emission, on pieces outside the grid: left out
};

/// The roads of a city prepared for a grid: pieces cut for the near field, and a share of each
/// road in each cell for the far field. Made once for a network; used for every scenario, weather
/// and pollutant.
///
/// Concentration is linear in the emission, so a map is one convolution of the emission with the
/// unit response of the hour or of the whole year. Near a road (within
/// UnitResponse::nearM()) it is summed piece by piece; beyond, emission that was spread on the
/// cells keeping its third moments is convolved by FFT. The two are blended, nothing is counted
/// twice. Against summing every piece at full resolution the error is measured in
/// tst_city_dispersion.
class CityDispersion
{
public:
    /// @return Errc::Usage for an empty grid, one of more than 4 million cells or a cell outside
    /// 20 … 1000 m; Errc::Numeric naming the first piece that is no number.
    [[nodiscard]] static Result<CityDispersion> make(
        const ReceptorGrid &grid, std::vector<RoadPiece> pieces);

    /// @param gPerH  [species][roads], at least 0; spread evenly along each road.
    /// @return Errc::Shape if a piece has no emission in a species; Errc::Numeric naming the first
    /// road whose emission is negative or no number.
    [[nodiscard]] Result<DispersionMap> map(
        const UnitResponse &response, const std::vector<std::span<const double>> &gPerH) const;

    /// At single places, every piece summed: exact, for some thousand places.
    /// @return [species][points] µg/m³
    [[nodiscard]] Result<std::vector<std::vector<double>>> at(const UnitResponse &response,
        const std::vector<std::span<const double>> &gPerH, const std::vector<PointM> &points) const;

    [[nodiscard]] const ReceptorGrid &grid() const { return m_grid; }
    [[nodiscard]] const std::vector<RoadPiece> &pieces() const { return m_pieces; }

private:
    [[nodiscard]] Result<> checkEmissions(const std::vector<std::span<const double>> &gPerH) const;

    ReceptorGrid m_grid;
    std::vector<RoadPiece> m_pieces;
    std::vector<double> m_roadLengthM; // [roads]
    std::size_t m_outside = 0;
};

} // namespace belvedere
