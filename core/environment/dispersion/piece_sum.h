// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/dispersion/city_dispersion.h"

namespace belvedere {

/// Where on a piece, in halves of it from its middle, two points stand for all of it (Gauss).
inline constexpr double kGaussPoint = 0.57735026918962576;

/// Weight of the near field at a distance: 1 up to reach.fromM, 0 from reach.toM, smooth between
/// (first and second derivatives are 0 at both ends).
[[nodiscard]] double nearWeight(const NearReach &reach, double distanceM);

/// The sum over pieces of a city's roads, for all receptors of its grid or for single points.
class PieceSum
{
public:
    PieceSum(const CityDispersion &city, const std::vector<double> &strengths, std::size_t species)
        : m_city(city)
        , m_strengths(strengths)
        , m_species(species)
    {
    }

    /// Adds to values [species][cells] what comes from within reach.toM.
    void addToGrid(const UnitResponse &response, const NearReach &reach,
        std::vector<std::vector<double>> &values) const;
    /// [species] at a point, from all pieces within the cut-off.
    void atPoint(const UnitResponse &response, const NearReach &reach, PointM point,
        std::vector<double> &values) const;

private:
    template <class Kind>
    void addCut(const Kind &kind, const NearReach &reach, std::size_t cut,
        std::vector<std::vector<double>> &values) const;

    const CityDispersion &m_city;
    const std::vector<double> &m_strengths;
    std::size_t m_species = 0;
};

} // namespace belvedere
