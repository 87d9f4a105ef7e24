// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/motorway.h"

#include <algorithm>
#include <optional>

namespace belvedere::simulation {

namespace {

constexpr double kHalfMedianM = 17.0; // wider than real, so that both show on a map
constexpr double kRampM = 330.0; // along the carriageway, from its end to the crossing
constexpr double kDiamondM = 100.0; // from the ring's middle to the nodes on the radial
constexpr double kLongestM = 1600.0;
constexpr double kAshoreM = 80.0; // from a node to the water: bridges are whole links

struct Interchange
{
    double atM = 0.0; // along the ring
    int street = -1;
    int inner = -1;
    int outer = -1;
};

/// A node on a carriageway.
struct Stop
{
    double atM = 0.0;
    int node = -1;
};

std::optional<Interchange> interchange(StreetGraph &graph, const Street &street, int index,
    const Terrain &terrain, const Polyline &ring)
{
    double at = 0.0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const double step = distance(ring[i - 1], ring[i]);
        for (std::size_t j = 1; j < street.line.size(); ++j) {
            const PointM a = street.line[j - 1];
            const PointM b = street.line[j];
            const auto hit = crossing(ring[i - 1], ring[i], a, b);
            if (!hit)
                continue;
            const PointM p = a + hit->second * (b - a);
            if (terrain.shoreDistance(p) < kRampM + kAshoreM)
                return std::nullopt;
            const PointM out = normalised(b - a);
            Interchange result{at + hit->first * step, index, -1, -1};
            result.inner = graph.nodeOn(index, p - kDiamondM * out, 40.0, 25.0);
            result.outer = graph.nodeOn(index, p + kDiamondM * out, 40.0, 25.0);
            if (result.inner < 0 || result.outer < 0 || result.inner == result.outer)
                return std::nullopt;
            return result;
        }
        at += step;
    }
    return std::nullopt;
}

/// Leaves along `leave`, arrives from the side.
Polyline rampLine(PointM from, PointM leave, PointM to, PointM arrive)
{
    const double reach = 0.45 * distance(from, to);
    const PointM c1 = from + reach * leave;
    const PointM c2 = to - reach * arrive;
    Polyline line;
    constexpr int kPieces = 8;
    for (int i = 0; i <= kPieces; ++i) {
        const double t = static_cast<double>(i) / kPieces;
        const double s = 1.0 - t;
        line.push_back(
            s * s * s * from + 3.0 * s * s * t * c1 + 3.0 * s * t * t * c2 + t * t * t * to);
    }
    return line;
}

class Carriageway
{
public:
    /// `line` runs in the direction of traffic and is closed.
    Carriageway(StreetGraph &graph, Polyline line)
        : m_graph(graph)
        , m_line(std::move(line))
        , m_length(lengthOf(m_line))
    {
    }

    /// A node at the place nearest to `p`, moved `aheadM` along the traffic.
    Stop stopNear(PointM p, double aheadM)
    {
        double at = 0.0;
        double best = 0.0;
        double bestDistance = 1e18;
        for (std::size_t i = 1; i < m_line.size(); ++i) {
            const double f = nearestFraction(p, m_line[i - 1], m_line[i]);
            const double d = distance(p, m_line[i - 1] + f * (m_line[i] - m_line[i - 1]));
            const double step = distance(m_line[i - 1], m_line[i]);
            if (d < bestDistance) {
                bestDistance = d;
                best = at + f * step;
            }
            at += step;
        }
        return stopAt(std::fmod(best + aheadM + m_length, m_length));
    }

    [[nodiscard]] PointM headingAt(double atM) const
    {
        return normalised(pointAt(m_line, std::fmod(atM + 10.0, m_length)) - pointAt(m_line, atM));
    }

    void addLinks(const Terrain &terrain, std::vector<OneWay> &links)
    {
        std::sort(m_stops.begin(), m_stops.end(), byPlace);
        const std::vector<Stop> exits = m_stops;
        for (std::size_t i = 0; i < exits.size(); ++i) {
            const double next = i + 1 < exits.size() ? exits[i + 1].atM : exits[0].atM + m_length;
            const double gap = next - exits[i].atM;
            const int pieces = static_cast<int>(gap / kLongestM) + 1;
            for (int k = 1; k < pieces; ++k) {
                const double at = std::fmod(exits[i].atM + gap * k / pieces, m_length);
                if (terrain.shoreDistance(pointAt(m_line, at)) > kAshoreM)
                    stopAt(at);
            }
        }
        std::sort(m_stops.begin(), m_stops.end(), byPlace);
        for (std::size_t i = 0; i + 1 < m_stops.size(); ++i)
            links.push_back({m_stops[i].node, m_stops[i + 1].node, -1,
                part(m_line, m_stops[i].atM, m_stops[i + 1].atM)});
        Polyline over = part(m_line, m_stops.back().atM, m_length);
        const Polyline rest = part(m_line, 0.0, m_stops.front().atM);
        over.insert(over.end(), rest.begin() + 1, rest.end());
        links.push_back({m_stops.back().node, m_stops.front().node, -1, std::move(over)});
    }

private:
    static bool byPlace(const Stop &a, const Stop &b) { return a.atM < b.atM; }

    Stop stopAt(double atM)
    {
        m_stops.push_back({atM, static_cast<int>(m_graph.nodes.size())});
        m_graph.nodes.push_back(pointAt(m_line, atM));
        return m_stops.back();
    }

    StreetGraph &m_graph;
    Polyline m_line;
    double m_length;
    std::vector<Stop> m_stops;
};

} // namespace

std::vector<OneWay> motorway(StreetGraph &graph, const std::vector<Street> &streets,
    const Terrain &terrain, const Polyline &ring)
{
    std::vector<Interchange> interchanges;
    for (std::size_t s = 0; s < streets.size(); ++s) {
        if (streets[s].kind != StreetKind::Radial)
            continue;
        const auto found = interchange(graph, streets[s], static_cast<int>(s), terrain, ring);
        const double length = lengthOf(ring);
        const bool apart = found
            && std::none_of(
                interchanges.begin(), interchanges.end(), [&](const Interchange &other) {
                    const double gap = std::abs(other.atM - found->atM);
                    return std::min(gap, length - gap) < 2.0 * kRampM + 200.0;
                });
        if (apart)
            interchanges.push_back(*found);
    }

    // `ring` runs counter-clockwise; those who keep right drive outside in that direction.
    Polyline inside = shifted(ring, kHalfMedianM);
    inside.back() = inside.front();
    std::reverse(inside.begin(), inside.end());
    Polyline outside = shifted(ring, -kHalfMedianM);
    outside.back() = outside.front();

    std::vector<OneWay> links;
    if (interchanges.size() < 2)
        return links; // nobody could enter; no motorway then
    const auto build = [&](Polyline line, bool outer) {
        Carriageway way(graph, std::move(line));
        for (const Interchange &x : interchanges) {
            const int foot = outer ? x.outer : x.inner;
            const PointM to = graph.nodes[static_cast<std::size_t>(foot)];
            const PointM p = pointAt(ring, x.atM);
            const Stop exit = way.stopNear(p, -kRampM);
            const Stop entry = way.stopNear(p, kRampM);
            const PointM from = graph.nodes[static_cast<std::size_t>(exit.node)];
            const PointM onto = graph.nodes[static_cast<std::size_t>(entry.node)];
            links.push_back({exit.node, foot, x.street,
                rampLine(from, way.headingAt(exit.atM), to, normalised(to - from))});
            links.push_back({foot, entry.node, x.street,
                rampLine(to, normalised(onto - to), onto, way.headingAt(entry.atM))});
        }
        way.addLinks(terrain, links);
    };
    build(std::move(inside), false);
    build(std::move(outside), true);
    return links;
}

} // namespace belvedere::simulation
