// SPDX-License-Identifier: GPL-3.0-or-later
#include "city/spatial_index.h"

#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/index/rtree.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace belvedere {

namespace bg = boost::geometry;

namespace {
using Point = bg::model::d2::point_xy<double>;
using Box = bg::model::box<Point>;
using Entry = std::pair<Box, std::int32_t>;

Box toBox(const BoundingBox &b)
{
    return Box(Point(b.minX, b.minY), Point(b.maxX, b.maxY));
}
} // namespace

struct SpatialIndex::Tree
{
    bg::index::rtree<Entry, bg::index::quadratic<16>> rtree;
};

SpatialIndex::SpatialIndex() = default;
SpatialIndex::~SpatialIndex() = default;
SpatialIndex::SpatialIndex(SpatialIndex &&) noexcept = default;
SpatialIndex &SpatialIndex::operator=(SpatialIndex &&) noexcept = default;

SpatialIndex::SpatialIndex(const std::vector<BoundingBox> &boxes)
{
    std::vector<Entry> entries;
    entries.reserve(boxes.size());
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (!boxes[i].empty())
            entries.emplace_back(toBox(boxes[i]), static_cast<std::int32_t>(i));
    }
    m_tree = std::make_unique<const Tree>(Tree{decltype(Tree::rtree)(entries)});
}

std::vector<std::int32_t> SpatialIndex::touching(const BoundingBox &box) const
{
    std::vector<std::int32_t> items;
    if (!m_tree || box.empty())
        return items;
    for (auto it = m_tree->rtree.qbegin(bg::index::intersects(toBox(box)));
         it != m_tree->rtree.qend(); ++it)
        items.push_back(it->second);
    std::sort(items.begin(), items.end());
    return items;
}

} // namespace belvedere
