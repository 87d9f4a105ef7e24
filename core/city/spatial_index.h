// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/bounding_box.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace belvedere {

/// Rectangles by position (an R-tree, packed once, then read only; safe from many threads).
class SpatialIndex
{
public:
    SpatialIndex();
    /// Item i is boxes[i].
    explicit SpatialIndex(const std::vector<BoundingBox> &boxes);
    ~SpatialIndex();
    SpatialIndex(SpatialIndex &&) noexcept;
    SpatialIndex &operator=(SpatialIndex &&) noexcept;

    /// Items whose rectangle touches `box`, in ascending order.
    [[nodiscard]] std::vector<std::int32_t> touching(const BoundingBox &box) const;

private:
    struct Tree;
    std::unique_ptr<const Tree> m_tree;
};

} // namespace belvedere
