// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_layer.h"
#include "map/picker.h"

#include <functional>
#include <span>

namespace belvedere::ui {

/// A polygon that is asked about many points and lines: its edges are sorted into strips, so that
/// each question looks at few of them. The rule is odd-even, the ring is closed implicitly.
class Region
{
public:
    explicit Region(std::vector<PointM> ring);

    [[nodiscard]] const BoundingBox &bounds() const { return m_bounds; }
    [[nodiscard]] bool contains(PointM p) const;
    /// True if the line from a to b has a point on the polygon's edge.
    [[nodiscard]] bool crosses(PointM a, PointM b) const;
    /// True if any point of the line lies in the polygon or on its edge.
    [[nodiscard]] bool touches(std::span<const PointM> line) const;

private:
    [[nodiscard]] std::size_t stripOf(double y) const;

    std::vector<PointM> m_ring;
    BoundingBox m_bounds;
    std::vector<std::vector<std::uint32_t>> m_strips; ///< edges by the strips they touch
    double m_stripHeight = 1.0;
};

/// All shown features of the visible pickable layers that touch the polygon, by layer as given
/// and ascending; labels never. Points count by their position, lines and areas by their shape.
/// For any thread; what was found so far when `cancelled`.
[[nodiscard]] std::vector<PickedFeature> featuresIn(
    const std::vector<MapLayer> &layers, const std::vector<PointM> &polygon, double metersPerPixel,
    const std::function<bool()> &cancelled = [] { return false; });

} // namespace belvedere::ui
