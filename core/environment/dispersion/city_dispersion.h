// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "environment/dispersion/receptor_grid.h"
#include "environment/dispersion/unit_response.h"

#include <cstdint>
#include <span>
#include <vector>

namespace belvedere {

/// A straight piece of a road; a bent road is several pieces with the same `road`.
struct RoadPiece
{
    PointM from;
    PointM to;
    std::uint32_t road = 0; ///< position in the emissions
};

/// Concentrations of a grid, µg/m³ above the background.
struct DispersionMap
{
    std::vector<std::vector<float>> values; ///< [species][cells]
    /// What sources farther than the cut-off could add at most, µg/m³ [species]: all emission,
    /// set at the worst place just beyond it. 0 if no two places of the grid are that far apart.
    std::vector<double> cutOffBound;
};

/// The roads of a city prepared for a grid. Made once for a network; used for every scenario,
/// weather and pollutant.
///
/// Concentration is linear in the emission: a map is the convolution of the emission with the unit
/// response of the hour or of the whole year. Near a road it is summed piece by piece; farther
/// away, emission that was spread on the cells keeping its moments up to the third is convolved by
/// Fourier transform. In between the two are blended with weights that add up to 1. Cell centres
/// are receptors: the peak beside a road within a cell is not in the map (see at()).
class CityDispersion
{
public:
    /// Pieces outside of the grid are left out. Pieces of a road that follow one another are taken
    /// together where that moves the road by less than 2 m.
    /// @return Errc::Usage for an empty grid, one of more than 1000 x 1000 cells, or cells outside
    /// 20 … 1000 m; Errc::Numeric naming the first piece that is no number.
    [[nodiscard]] static Result<CityDispersion> make(
        const ReceptorGrid &grid, const std::vector<RoadPiece> &pieces);

    /// @param gPerH  [species][roads], at least 0; spread evenly along each road.
    /// @return Errc::Shape if a species has fewer values than there are roads; Errc::Numeric
    /// naming the first road whose emission is negative or no number.
    [[nodiscard]] Result<DispersionMap> map(
        const UnitResponse &response, const std::vector<std::span<const double>> &gPerH) const;

    /// At single places, all pieces summed: for a station, a school, a street in detail.
    /// @return [species][points] µg/m³
    [[nodiscard]] Result<std::vector<std::vector<double>>> at(const UnitResponse &response,
        const std::vector<std::span<const double>> &gPerH, const std::vector<PointM> &points) const;

    [[nodiscard]] const ReceptorGrid &grid() const { return m_grid; }
    /// Roads that have a piece within the grid need an emission: one more than the last of them.
    [[nodiscard]] std::size_t roads() const { return m_roads; }
    /// Of the pieces' length, outside the grid, 0 … 1.
    [[nodiscard]] double outsideShare() const { return m_outsideShare; }

private:
    friend class PieceSum;

    /// At most 50 m long.
    struct Cut
    {
        PointM middle;
        PointM half; ///< from the middle to the end
        std::uint32_t line = 0;
    };
    /// What a cut of a line has of a road's emission; both directions of a street lie on one line.
    struct Part
    {
        std::uint32_t line = 0;
        std::uint32_t road = 0;
        double share = 0.0;
    };

    void addCuts(PointM from, PointM to, int cuts, std::uint32_t line);
    /// [cuts · species] µg/s
    [[nodiscard]] Result<std::vector<double>> strengths(
        const std::vector<std::span<const double>> &gPerH) const;
    void addFarField(const UnitResponse &response, const NearReach &reach,
        const std::vector<double> &strengths, std::vector<std::vector<double>> &values) const;

    ReceptorGrid m_grid;
    std::vector<Cut> m_cuts; // row by row of the grid, for the cache
    std::vector<Part> m_parts;
    std::size_t m_lines = 0;
    std::size_t m_roads = 0;
    double m_outsideShare = 0.0;
};

} // namespace belvedere
