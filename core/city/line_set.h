// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/point_chains.h"

#include <cstdint>
#include <span>
#include <vector>

namespace belvedere {

/// Lines that are drawn and carry no motor traffic of the network, in the order of painting.
enum class LineKind : std::uint8_t {
    Boundary, ///< of a country, state, county or municipality
    Stream, ///< streams, ditches, drains
    River, ///< rivers and canals without banks, or the middle of those with banks
    Track, ///< farm and forest tracks
    Footway, ///< footpaths, steps, bridleways
    Cycleway,
    Pedestrian, ///< streets for people on foot
    ServiceRoad, ///< drives, alleys, parking aisles, roads that are closed to the public
    Pier,
    Ferry,
    Runway, ///< runways and taxiways
    Cableway,
    Subway,
    Tram,
    Rail
};
inline constexpr int kLineKindCount = 15;

/// Lines with a kind, a name and a level.
class LineSet
{
public:
    static constexpr std::int32_t kNoName = -1;

    enum Flag : std::uint8_t {
        Plain = 0,
        Bridge = 1,
        Tunnel = 2 ///< below ground: drawn faint or not at all
    };

    /// @param name  index into Backdrop::names, or kNoName.
    void add(LineKind kind, std::span<const FixedLonLat> line, std::int32_t name = kNoName,
        Flag flag = Plain);

    [[nodiscard]] std::size_t count() const { return m_kinds.size(); }
    [[nodiscard]] bool empty() const { return m_kinds.empty(); }
    [[nodiscard]] LineKind kind(std::size_t line) const { return m_kinds[line]; }
    [[nodiscard]] std::int32_t name(std::size_t line) const { return m_names[line]; }
    [[nodiscard]] Flag flag(std::size_t line) const { return m_flags[line]; }
    [[nodiscard]] std::span<const FixedLonLat> line(std::size_t i) const
    {
        return m_lines.chain(i);
    }
    [[nodiscard]] const PointChains &lines() const { return m_lines; }

    friend bool operator==(const LineSet &, const LineSet &) = default;

private:
    std::vector<LineKind> m_kinds;
    std::vector<std::int32_t> m_names; // [lines]
    std::vector<Flag> m_flags; // [lines]
    PointChains m_lines;
};

} // namespace belvedere
