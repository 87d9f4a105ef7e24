// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/opengl/area_mesh.h"

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr double kFinestUnitM = 0.001;
constexpr double kMostSteps = 1073741824.0;

struct Edge
{
    std::int32_t x0 = 0;
    std::int32_t y0 = 0; ///< the lower end
    std::int32_t x1 = 0;
    std::int32_t y1 = 0;

    [[nodiscard]] double at(double y) const
    {
        const double share = (y - y0) / (double(y1) - y0);
        return x0 + share * (double(x1) - x0);
    }
};

struct Active
{
    std::uint32_t edge = 0;
    double x = 0.0; ///< in the middle of the slab
};

/// Between two edges, open upwards.
struct Open
{
    std::uint32_t left = 0;
    std::uint32_t right = 0;
    std::int32_t from = 0;
};

std::vector<Edge> edgesOf(const std::vector<std::vector<std::int32_t>> &rings)
{
    std::vector<Edge> edges;
    for (const std::vector<std::int32_t> &ring : rings) {
        const std::size_t count = ring.size() / 2;
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t j = (i + 1) % count;
            Edge edge{ring[2 * i], ring[2 * i + 1], ring[2 * j], ring[2 * j + 1]};
            if (edge.y0 == edge.y1)
                continue;
            if (edge.y0 > edge.y1) {
                std::swap(edge.x0, edge.x1);
                std::swap(edge.y0, edge.y1);
            }
            edges.push_back(edge);
        }
    }
    std::sort(edges.begin(), edges.end(), [](const Edge &a, const Edge &b) { return a.y0 < b.y0; });
    return edges;
}

class Sweep
{
public:
    Sweep(const std::vector<Edge> &edges, std::vector<AreaMesh::Trapezoid> &out)
        : m_edges(edges)
        , m_out(out)
    {
    }

    void run()
    {
        std::vector<std::int32_t> heights;
        for (const Edge &edge : m_edges) {
            heights.push_back(edge.y0);
            heights.push_back(edge.y1);
        }
        std::sort(heights.begin(), heights.end());
        heights.erase(std::unique(heights.begin(), heights.end()), heights.end());
        for (std::size_t i = 0; i + 1 < heights.size(); ++i)
            passSlab(heights[i], heights[i + 1]);
        if (!heights.empty())
            close(heights.back(), {});
    }

private:
    void passSlab(std::int32_t low, std::int32_t high)
    {
        std::erase_if(m_active, [&](const Active &a) { return m_edges[a.edge].y1 <= low; });
        for (; m_next < m_edges.size() && m_edges[m_next].y0 == low; ++m_next)
            m_active.push_back({std::uint32_t(m_next), 0.0});
        const double middle = 0.5 * (double(low) + high);
        for (Active &active : m_active)
            active.x = m_edges[active.edge].at(middle);
        // Almost in order already, from the slab below.
        for (std::size_t i = 1; i < m_active.size(); ++i) {
            for (std::size_t k = i; k > 0 && m_active[k].x < m_active[k - 1].x; --k)
                std::swap(m_active[k], m_active[k - 1]);
        }
        std::vector<Open> open;
        for (std::size_t i = 0; i + 1 < m_active.size(); i += 2)
            open.push_back({m_active[i].edge, m_active[i + 1].edge, low});
        close(low, std::move(open));
    }

    /// What goes on between the same edges stays open, all else ends at `y`.
    void close(std::int32_t y, std::vector<Open> open)
    {
        auto from = open.begin(); // both lists run from left to right
        for (const Open &before : m_open) {
            const auto goesOn = std::find_if(from, open.end(), [&](const Open &now) {
                return now.left == before.left && now.right == before.right;
            });
            if (goesOn != open.end()) {
                goesOn->from = before.from;
                from = goesOn + 1;
            } else {
                emitUpTo(before, y);
            }
        }
        m_open = std::move(open);
    }

    void emitUpTo(const Open &open, std::int32_t y)
    {
        const Edge &left = m_edges[open.left];
        const Edge &right = m_edges[open.right];
        const auto at = [](const Edge &edge, std::int32_t height) {
            return std::int32_t(std::lround(edge.at(height)));
        };
        m_out.push_back({{open.from, y}, {at(left, open.from), at(right, open.from)},
            {at(left, y), at(right, y)}});
    }

    const std::vector<Edge> &m_edges;
    std::vector<AreaMesh::Trapezoid> &m_out;
    std::vector<Active> m_active;
    std::vector<Open> m_open;
    std::size_t m_next = 0;
};

} // namespace

void appendTrapezoids(
    const std::vector<std::vector<std::int32_t>> &rings, std::vector<AreaMesh::Trapezoid> &out)
{
    const std::vector<Edge> edges = edgesOf(rings);
    Sweep(edges, out).run();
}

AreaMesh::AreaMesh(const AreaGeometry &geometry, const PolylineSet &rings)
{
    const BoundingBox &all = geometry.where.all;
    if (!all.empty())
        origin = all.centre();
    unit = std::max(kFinestUnitM, std::max(all.width(), all.height()) / kMostSteps);
    std::vector<std::vector<std::int32_t>> whole;
    for (std::size_t feature = 0; feature < geometry.count(); ++feature) {
        whole.clear();
        for (std::size_t k = geometry.firstRing[feature]; k < geometry.firstRing[feature + 1];
             ++k) {
            std::vector<std::int32_t> ring;
            for (const PointM p : rings.line(k)) {
                if (!std::isfinite(p.x) || !std::isfinite(p.y))
                    continue;
                const std::int32_t x = std::int32_t(std::lround((p.x - origin.x) / unit));
                const std::int32_t y = std::int32_t(std::lround((p.y - origin.y) / unit));
                const std::size_t n = ring.size();
                if (n < 2 || ring[n - 2] != x || ring[n - 1] != y)
                    ring.insert(ring.end(), {x, y});
            }
            while (ring.size() > 2 && ring[0] == ring[ring.size() - 2]
                && ring[1] == ring[ring.size() - 1])
                ring.resize(ring.size() - 2);
            if (ring.size() >= 6) {
                coordinates.insert(coordinates.end(), ring.end() - 2, ring.end());
                coordinates.insert(coordinates.end(), ring.begin(), ring.end());
                coordinates.insert(coordinates.end(), ring.begin(), ring.begin() + 4);
                whole.push_back(std::move(ring));
            }
            firstPoint.push_back(std::uint32_t(coordinates.size() / 2));
        }
        appendTrapezoids(whole, trapezoids);
        firstTrapezoid.push_back(std::uint32_t(trapezoids.size()));
    }
}

} // namespace belvedere::ui
