// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/region_query.h"

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr std::size_t kMostStrips = 256;
constexpr std::size_t kBetweenLooks = 4096; // features between two looks at `cancelled`

/// Twice the area of the triangle; > 0 if c is left of a → b.
double turn(PointM a, PointM b, PointM c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/// c lies on the line through a and b: is it between them?
bool between(PointM a, PointM b, PointM c)
{
    return std::min(a.x, b.x) <= c.x && c.x <= std::max(a.x, b.x) && std::min(a.y, b.y) <= c.y
        && c.y <= std::max(a.y, b.y);
}

bool meet(PointM a, PointM b, PointM c, PointM d)
{
    const double abc = turn(a, b, c);
    const double abd = turn(a, b, d);
    const double cda = turn(c, d, a);
    const double cdb = turn(c, d, b);
    if (((abc > 0 && abd < 0) || (abc < 0 && abd > 0))
        && ((cda > 0 && cdb < 0) || (cda < 0 && cdb > 0)))
        return true;
    return (abc == 0 && between(a, b, c)) || (abd == 0 && between(a, b, d))
        || (cda == 0 && between(c, d, a)) || (cdb == 0 && between(c, d, b));
}

struct TouchesRegion
{
    const Region &region;
    PointM corner; ///< of the region
    std::size_t feature;

    bool operator()(const std::shared_ptr<const LineGeometry> &geometry) const
    {
        const auto line = geometry->lines.finest().line(feature);
        return line.size() >= 2 && region.touches(line);
    }
    bool operator()(const std::shared_ptr<const PointGeometry> &geometry) const
    {
        return region.contains(geometry->points[feature]);
    }
    bool operator()(const std::shared_ptr<const AreaGeometry> &geometry) const
    {
        const PolylineSet &rings = geometry->rings.finest();
        // The region may lie in the area altogether; then one of its points tells.
        bool inside = false;
        for (std::size_t r = geometry->firstRing[feature]; r < geometry->firstRing[feature + 1];
             ++r) {
            const auto ring = rings.line(r);
            if (ring.size() < 3)
                continue;
            if (region.touches(ring) || region.crosses(ring.back(), ring.front()))
                return true;
            const Region area(std::vector<PointM>(ring.begin(), ring.end()));
            inside = inside != area.contains(corner);
        }
        return inside;
    }
    template <class G> bool operator()(const std::shared_ptr<const G> &) const { return false; }
};

const FeatureBoxes *boxesOf(const MapGeometry &geometry)
{
    return std::visit(
        [](const auto &g) -> const FeatureBoxes * { return g ? &g->where : nullptr; }, geometry);
}

} // namespace

Region::Region(std::vector<PointM> ring)
    : m_ring(std::move(ring))
{
    for (const PointM &p : m_ring)
        m_bounds.add(p);
    if (m_ring.empty())
        return;
    m_strips.resize(std::clamp(m_ring.size() / 4, std::size_t(1), kMostStrips));
    m_stripHeight = std::max(m_bounds.height(), 1e-9) / double(m_strips.size());
    for (std::size_t i = 0; i < m_ring.size(); ++i) {
        const auto [low, high] = std::minmax(m_ring[i].y, m_ring[(i + 1) % m_ring.size()].y);
        for (std::size_t s = stripOf(low); s <= stripOf(high); ++s)
            m_strips[s].push_back(std::uint32_t(i));
    }
}

std::size_t Region::stripOf(double y) const
{
    const double strip = std::floor((y - m_bounds.minY) / m_stripHeight);
    return std::size_t(std::clamp(strip, 0.0, double(m_strips.size() - 1)));
}

bool Region::contains(PointM p) const
{
    if (m_ring.size() < 3 || !m_bounds.contains(p))
        return false;
    bool inside = false;
    for (const std::uint32_t i : m_strips[stripOf(p.y)]) {
        const PointM a = m_ring[i];
        const PointM b = m_ring[(i + 1) % m_ring.size()];
        if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x))
            inside = !inside;
    }
    return inside;
}

bool Region::crosses(PointM a, PointM b) const
{
    BoundingBox box;
    box.add(a);
    box.add(b);
    if (m_ring.size() < 3 || !m_bounds.intersects(box))
        return false;
    for (std::size_t s = stripOf(box.minY); s <= stripOf(box.maxY); ++s) {
        for (const std::uint32_t i : m_strips[s]) {
            if (meet(a, b, m_ring[i], m_ring[(i + 1) % m_ring.size()]))
                return true;
        }
    }
    return false;
}

bool Region::touches(std::span<const PointM> line) const
{
    if (!line.empty() && contains(line.front()))
        return true;
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (crosses(line[i - 1], line[i]))
            return true;
    }
    return false;
}

std::vector<PickedFeature> featuresIn(const std::vector<MapLayer> &layers,
    const std::vector<PointM> &polygon, double metersPerPixel,
    const std::function<bool()> &cancelled)
{
    std::vector<PickedFeature> found;
    if (polygon.size() < 3)
        return found;
    const Region region(polygon);
    for (const MapLayer &layer : layers) {
        const FeatureBoxes *where = boxesOf(layer.geometry);
        if (!layer.visible || !layer.pickable || !layer.attributes || !where)
            continue;
        std::size_t seen = 0;
        for (const std::int32_t feature : where->touching(region.bounds())) {
            if (++seen % kBetweenLooks == 0 && cancelled())
                return found;
            const FeatureStyle *style = layer.attributes->style(std::size_t(feature));
            if (!style || metersPerPixel > style->maxMetersPerPixel)
                continue;
            const TouchesRegion touches{region, polygon.front(), std::size_t(feature)};
            if (std::visit(touches, layer.geometry))
                found.push_back({layer.id, feature});
        }
    }
    return found;
}

} // namespace belvedere::ui
