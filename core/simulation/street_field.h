// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/terrain.h"

namespace belvedere::simulation {

/// Which ways streets run at a place: a direction and its right angles. After Chen, Esch, Wonka,
/// Müller, Zhang 2008, "Interactive procedural street modeling": a weighted sum of simple fields,
/// here as vectors of four times the angle.
class StreetField
{
public:
    StreetField(const Terrain &terrain, Random random);

    /// The field's angle, one of the four.
    [[nodiscard]] double angleAt(PointM p) const;
    /// The one of the four directions that is nearest to `heading`.
    [[nodiscard]] PointM directionAt(PointM p, PointM heading) const;
    /// 1 in the planned quarters, 0 where streets grew.
    [[nodiscard]] double planned(PointM p) const;

private:
    struct Grid
    {
        PointM centre;
        double angle = 0.0;
        double radiusM = 0.0;
    };

    [[nodiscard]] double noise(PointM p) const;

    const Terrain &m_terrain;
    std::uint64_t m_seed;
    std::vector<Grid> m_grids;
};

} // namespace belvedere::simulation
