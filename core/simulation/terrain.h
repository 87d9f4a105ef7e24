// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "simulation/plane_geometry.h"

#include <array>

namespace belvedere::simulation {

/// A closed shape around a centre, bent by a few waves; every ray from the centre leaves it once.
struct Blob
{
    PointM centre;
    double radiusM = 0.0;
    std::array<double, 5> amplitude{}; ///< share of the radius, of the waves 2, 3, 4, 5, 6
    std::array<double, 5> phase{};

    [[nodiscard]] double radiusAt(double angle) const;
    /// Positive outside; near the edge close to the distance from it.
    [[nodiscard]] double distanceTo(PointM p) const;
    [[nodiscard]] bool contains(PointM p) const { return distanceTo(p) < 0.0; }
    /// `points` of them, counter-clockwise, moved outwards; the last is not the first.
    [[nodiscard]] Polyline outline(int points, double outwardsM = 0.0) const;
};

/// The ground of the city before there are streets. The old town stands at (0, 0), on the bank of
/// the river; all lengths follow `radiusM`, the distance from there to where the city thins out.
class Terrain
{
public:
    Terrain(double radiusM, Random random);

    [[nodiscard]] double radiusM() const { return m_radiusM; }
    /// From the upper to the lower course, a point about every 40 m.
    [[nodiscard]] const Polyline &river() const { return m_river; }
    /// The direction the river keeps on the whole, as an angle.
    [[nodiscard]] double riverAngle() const { return m_riverAngle; }
    /// Half the width of the water at a point of river().
    [[nodiscard]] double riverHalfWidthM(std::size_t i) const;
    [[nodiscard]] const Blob &lake() const { return m_lake; }
    [[nodiscard]] const std::vector<Blob> &parks() const { return m_parks; }
    [[nodiscard]] const std::vector<Blob> &woods() const { return m_woods; }
    /// Where streets end.
    [[nodiscard]] const Blob &edge() const { return m_edge; }

    /// Metres to the middle of the river; positive to the left of its course.
    [[nodiscard]] double sideOfRiver(PointM p) const;
    /// Index into river() of the nearest point.
    [[nodiscard]] std::size_t nearestRiverPoint(PointM p) const;
    /// Metres to the nearest shore; negative in the water.
    [[nodiscard]] double shoreDistance(PointM p) const;
    /// Metres to the nearest park or wood; negative inside.
    [[nodiscard]] double greenDistance(PointM p) const;

private:
    void makeRiver(Random random);
    void makeGreen(Random random);

    double m_radiusM;
    double m_riverAngle = 0.0;
    double m_firstU = 0.0; // position of river point 0 along the river's direction
    Polyline m_river;
    Blob m_lake;
    std::vector<Blob> m_parks;
    std::vector<Blob> m_woods;
    Blob m_edge;
};

} // namespace belvedere::simulation
