// SPDX-License-Identifier: GPL-3.0-or-later
#include "city/readers/osm_coast.h"

#include "city/readers/osm_rings.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>

namespace belvedere {

namespace {

using Line = std::vector<LonLat>;

/// The rectangle at which the sea ends.
class Frame
{
public:
    Frame(const LonLatBox &box, double share)
    {
        m_shrink = std::max(0.05, std::cos(box.centre().lat * std::numbers::pi / 180.0));
        const double width = (box.east - box.west) * m_shrink;
        const double margin = share * std::max(width, box.north - box.south);
        m_box.west = std::max(-180.0, box.west - margin / m_shrink);
        m_box.east = std::min(180.0, box.east + margin / m_shrink);
        m_box.south = std::max(-85.0, box.south - margin);
        m_box.north = std::min(85.0, box.north + margin);
    }

    [[nodiscard]] bool contains(LonLat p) const { return m_box.contains(p); }

    /// Straight from `p` to the nearest side.
    [[nodiscard]] LonLat exitFrom(LonLat p) const
    {
        const std::array<double, 4> ways{m_box.north - p.lat, (m_box.east - p.lon) * m_shrink,
            p.lat - m_box.south, (p.lon - m_box.west) * m_shrink};
        const auto side = std::min_element(ways.begin(), ways.end()) - ways.begin();
        return side == 0 ? LonLat{p.lon, m_box.north}
            : side == 1  ? LonLat{m_box.east, p.lat}
            : side == 2  ? LonLat{p.lon, m_box.south}
                         : LonLat{m_box.west, p.lat};
    }

    /// The way around the rectangle, clockwise from its north-west corner: 0 … 4.
    [[nodiscard]] double around(LonLat p) const
    {
        const double x = (p.lon - m_box.west) / (m_box.east - m_box.west);
        const double y = (m_box.north - p.lat) / (m_box.north - m_box.south);
        const std::array<double, 4> off{y, 1.0 - x, 1.0 - y, x};
        switch (std::min_element(off.begin(), off.end()) - off.begin()) {
        case 0:
            return std::clamp(x, 0.0, 1.0);
        case 1:
            return 1.0 + std::clamp(y, 0.0, 1.0);
        case 2:
            return 3.0 - std::clamp(x, 0.0, 1.0);
        default:
            return 4.0 - std::clamp(y, 0.0, 1.0);
        }
    }

    [[nodiscard]] LonLat corner(int i) const
    {
        const std::array<LonLat, 4> corners{LonLat{m_box.west, m_box.north},
            LonLat{m_box.east, m_box.north}, LonLat{m_box.east, m_box.south},
            LonLat{m_box.west, m_box.south}};
        return corners[static_cast<std::size_t>(i % 4)];
    }

    /// The part of a segment that lies inside (Liang, Barsky 1984).
    [[nodiscard]] std::optional<std::pair<double, double>> inside(LonLat a, LonLat b) const
    {
        const double dx = b.lon - a.lon;
        const double dy = b.lat - a.lat;
        double from = 0.0;
        double to = 1.0;
        const std::array<std::pair<double, double>, 4> sides{{{-dx, a.lon - m_box.west},
            {dx, m_box.east - a.lon}, {-dy, a.lat - m_box.south}, {dy, m_box.north - a.lat}}};
        for (const auto &[p, q] : sides) {
            if (p == 0.0 && q < 0.0)
                return std::nullopt;
            if (p < 0.0)
                from = std::max(from, q / p);
            else if (p > 0.0)
                to = std::min(to, q / p);
        }
        return from < to ? std::optional(std::pair(from, to)) : std::nullopt;
    }

private:
    LonLatBox m_box;
    double m_shrink = 1.0; // metres of a degree of longitude over those of latitude
};

LonLat between(LonLat a, LonLat b, double t)
{
    return t <= 0.0 ? a
        : t >= 1.0  ? b
                    : LonLat{a.lon + t * (b.lon - a.lon), a.lat + t * (b.lat - a.lat)};
}

/// The parts of a line that lie in the frame, in their order.
void clip(const Frame &frame, const Line &line, std::vector<Line> &pieces)
{
    Line piece;
    const auto finish = [&] {
        if (piece.size() >= 2)
            pieces.push_back(piece);
        piece.clear();
    };
    for (std::size_t i = 1; i < line.size(); ++i) {
        const auto part = frame.inside(line[i - 1], line[i]);
        if (!part) {
            finish();
            continue;
        }
        if (piece.empty() || part->first > 0.0) {
            finish();
            piece.push_back(between(line[i - 1], line[i], part->first));
        }
        piece.push_back(between(line[i - 1], line[i], part->second));
        if (part->second < 1.0)
            finish();
    }
    finish();
}

std::vector<FixedLonLat> fixed(const Line &line)
{
    std::vector<FixedLonLat> ring;
    for (const LonLat p : line)
        ring.push_back(FixedLonLat::nearest(p));
    return ring;
}

/// Joins the pieces along the frame: the sea is on their right, so it goes on clockwise.
std::vector<Line> ringsAlong(const Frame &frame, const std::vector<Line> &pieces)
{
    std::vector<Line> rings;
    std::vector<bool> used(pieces.size(), false);
    for (std::size_t first = 0; first < pieces.size(); ++first) {
        if (used[first])
            continue;
        Line ring;
        std::size_t current = first;
        do {
            used[current] = true;
            ring.insert(ring.end(), pieces[current].begin(), pieces[current].end());
            const double leave = frame.around(pieces[current].back());
            std::size_t next = first;
            double shortest = 8.0;
            for (std::size_t i = 0; i < pieces.size(); ++i) {
                if (used[i] && i != first)
                    continue;
                double way = frame.around(pieces[i].front()) - leave;
                way += way < 0.0 ? 4.0 : 0.0;
                if (way < shortest) {
                    shortest = way;
                    next = i;
                }
            }
            for (int corner = static_cast<int>(std::floor(leave)) + 1;
                 static_cast<double>(corner) < leave + shortest; ++corner)
                ring.push_back(frame.corner(corner));
            current = next;
        } while (current != first);
        rings.push_back(std::move(ring));
    }
    return rings;
}

class SeaMaker
{
public:
    SeaMaker(const LonLatBox &box, double margin)
        : m_frame(box, margin)
    {
    }

    void addRing(std::vector<FixedLonLat> ring)
    {
        Line line;
        for (const FixedLonLat p : ring)
            line.push_back(p.toLonLat());
        const auto outside = std::find_if(
            line.begin(), line.end(), [this](LonLat p) { return !m_frame.contains(p); });
        if (outside != line.end()) {
            std::rotate(line.begin(), outside, line.end());
            line.push_back(line.front());
            clip(m_frame, line, m_pieces);
        } else if (signedArea2(ring) > 0.0) {
            m_islands.push_back(std::move(ring));
        } else {
            std::reverse(ring.begin(), ring.end());
            m_sea.push_back({std::move(ring), {}});
        }
    }

    void addChain(Line line)
    {
        if (m_frame.contains(line.front()))
            line.insert(line.begin(), m_frame.exitFrom(line.front()));
        if (m_frame.contains(line.back()))
            line.push_back(m_frame.exitFrom(line.back()));
        clip(m_frame, line, m_pieces);
    }

    std::vector<SeaPolygon> sea()
    {
        for (const Line &line : ringsAlong(m_frame, m_pieces)) {
            std::vector<FixedLonLat> ring = fixed(line);
            if (signedArea2(ring) < 0.0)
                std::reverse(ring.begin(), ring.end());
            m_sea.push_back({std::move(ring), {}});
        }
        if (m_sea.empty() && !m_islands.empty())
            m_sea.push_back({fixed({m_frame.corner(3), m_frame.corner(2), m_frame.corner(1),
                                 m_frame.corner(0)}),
                {}});
        for (std::vector<FixedLonLat> &island : m_islands) {
            const auto around = std::find_if(m_sea.begin(), m_sea.end(),
                [&island](const SeaPolygon &s) { return isInside(island, s.outer); });
            if (around != m_sea.end())
                around->islands.push_back(std::move(island));
        }
        return std::move(m_sea);
    }

private:
    Frame m_frame;
    std::vector<Line> m_pieces; // from side to side of the frame
    std::vector<std::vector<FixedLonLat>> m_islands;
    std::vector<SeaPolygon> m_sea;
};

} // namespace

std::vector<SeaPolygon> seaOf(const OsmData &data, const LonLatBox &box, double margin)
{
    std::vector<std::span<const std::uint32_t>> coast;
    for (const OsmWay &way : data.ways) {
        if (way.coast)
            coast.push_back(data.pointsOf(way));
    }
    if (coast.empty() || box.empty())
        return {};
    SeaMaker maker(box, margin);
    for (const OsmChain &chain : joined(coast, true)) {
        std::vector<FixedLonLat> ring = ringOf(data.nodes, chain);
        if (chain.front() == chain.back()) {
            if (ring.size() >= 3)
                maker.addRing(std::move(ring));
            continue;
        }
        Line line;
        for (const std::uint32_t point : chain)
            line.push_back(data.nodes.at(point).toLonLat());
        maker.addChain(std::move(line));
    }
    return maker.sea();
}

} // namespace belvedere
