// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/lon_lat.h"

#include <algorithm>
#include <limits>

namespace belvedere {

/// A rectangle along the axes of the plane, in metres; empty until a point was added.
struct BoundingBox
{
    double minX = std::numeric_limits<double>::infinity();
    double minY = std::numeric_limits<double>::infinity();
    double maxX = -std::numeric_limits<double>::infinity();
    double maxY = -std::numeric_limits<double>::infinity();

    void add(PointM p)
    {
        minX = std::min(minX, p.x);
        minY = std::min(minY, p.y);
        maxX = std::max(maxX, p.x);
        maxY = std::max(maxY, p.y);
    }
    void add(const BoundingBox &other)
    {
        if (!other.empty()) {
            add(PointM{other.minX, other.minY});
            add(PointM{other.maxX, other.maxY});
        }
    }
    [[nodiscard]] bool empty() const { return minX > maxX; }
    [[nodiscard]] double width() const { return empty() ? 0.0 : maxX - minX; }
    [[nodiscard]] double height() const { return empty() ? 0.0 : maxY - minY; }
    [[nodiscard]] PointM centre() const { return {(minX + maxX) / 2, (minY + maxY) / 2}; }
    [[nodiscard]] bool contains(PointM p) const
    {
        return p.x >= minX && p.x <= maxX && p.y >= minY && p.y <= maxY;
    }
    [[nodiscard]] bool intersects(const BoundingBox &o) const
    {
        return minX <= o.maxX && o.minX <= maxX && minY <= o.maxY && o.minY <= maxY;
    }
    [[nodiscard]] BoundingBox grown(double margin) const
    {
        return {minX - margin, minY - margin, maxX + margin, maxY + margin};
    }
};

} // namespace belvedere
