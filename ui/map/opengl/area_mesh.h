// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_geometry.h"

namespace belvedere::ui {

/// The areas of one level of detail cut into trapezoids with level bases, and their edges.
struct AreaMesh
{
    struct Trapezoid
    {
        std::int32_t y[2] = {}; ///< below, above
        std::int32_t below[2] = {}; ///< x of its left and right corner
        std::int32_t above[2] = {};
    };

    PointM origin;
    double unit = 0.001; ///< metres of one step of a coordinate
    std::vector<Trapezoid> trapezoids;
    std::vector<std::uint32_t> firstTrapezoid{0}; ///< [features + 1]
    /// x and y of the rings' points; each ring is led by its last point and followed by its first
    /// two, so that every edge finds its neighbours.
    std::vector<std::int32_t> coordinates;
    std::vector<std::uint32_t> firstPoint{0}; ///< [rings + 1], of the led and followed rings

    /// `rings` is one of the levels of `geometry`.
    AreaMesh(const AreaGeometry &geometry, const PolylineSet &rings);
};

/// What the odd-even rule fills of rings of whole coordinates, x and y of one point after another.
/// Edges should meet at points: where they cross between two, the cut there is not exact.
void appendTrapezoids(
    const std::vector<std::vector<std::int32_t>> &rings, std::vector<AreaMesh::Trapezoid> &out);

} // namespace belvedere::ui
