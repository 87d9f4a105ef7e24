// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/polyline_set.h"

#include <functional>

namespace belvedere::ui {

/// The lines of one level of detail as they are painted: neighbours on the plane are neighbours in
/// memory, so that painting stays in one corner of the picture, and what a view does not touch is
/// passed over in groups.
struct PackedLines
{
    struct Group
    {
        BoundingBox box;
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
    };

    PointM origin;
    double unit = 0.001; ///< metres of one step of a coordinate
    std::vector<std::int32_t> coordinates; ///< x and y of one point after another, from the origin
    std::vector<std::uint32_t> first{0}; ///< [lines + 1], in points
    std::vector<std::uint32_t> feature; ///< [lines]
    std::vector<Group> groups;

    /// `order` lists the features along a curve that fills the plane; see placeOrder().
    PackedLines(const PolylineSet &lines, std::span<const std::uint32_t> order,
        const std::vector<BoundingBox> &boxes);
    [[nodiscard]] std::size_t count() const { return feature.size(); }
};

/// Features in the order of their middles along a Hilbert curve. Empty boxes come last.
[[nodiscard]] std::vector<std::uint32_t> placeOrder(const std::vector<BoundingBox> &boxes);

} // namespace belvedere::ui
