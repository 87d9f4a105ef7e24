// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/point_chains.h"

#include <cstdint>
#include <span>
#include <vector>

namespace belvedere {

/// What an area is covered by, in the order in which they are painted. What is covered by none
/// of them is land.
enum class AreaKind : std::uint8_t {
    Sea,
    BuiltUp, ///< residential, commercial, retail
    Industrial, ///< industry, harbours, railway land, building sites, quarries
    Institution, ///< grounds of schools, universities, hospitals, airports, the military
    Farmland, ///< fields, orchards, vineyards
    Green, ///< grass, meadow, heath, scrub, allotments, cemeteries
    Wood,
    Park, ///< parks, gardens, playgrounds, golf courses, zoos
    Sport, ///< pitches, tracks, swimming pools' grounds
    Sand, ///< beaches, dunes
    Rock, ///< bare rock, scree, shingle
    Glacier,
    Wetland,
    Water, ///< lakes, rivers with two banks, basins, pools
    Parking,
    Plaza, ///< squares and streets for people on foot, drawn as areas
    Pier,
    Building
};
inline constexpr int kAreaKindCount = 18;

/// Areas with holes. An area has one outer ring; what OpenStreetMap calls a multipolygon with
/// several outer rings is several areas. Rings are closed implicitly: the first point is not
/// repeated. Filled by the odd-even rule they need no particular direction; outer rings run
/// anticlockwise all the same, holes clockwise.
class AreaSet
{
public:
    static constexpr std::int32_t kNoName = -1;

    /// @param name  index into Backdrop::names, or kNoName.
    void add(AreaKind kind, std::span<const FixedLonLat> outer, std::int32_t name = kNoName);
    /// A hole in the area that was added last.
    void addHole(std::span<const FixedLonLat> ring);

    [[nodiscard]] std::size_t count() const { return m_kinds.size(); }
    [[nodiscard]] bool empty() const { return m_kinds.empty(); }
    [[nodiscard]] AreaKind kind(std::size_t area) const { return m_kinds[area]; }
    [[nodiscard]] std::int32_t name(std::size_t area) const { return m_names[area]; }
    /// First and one-past-last position in `rings()`; the first ring is the outer one.
    [[nodiscard]] std::uint32_t firstRing(std::size_t area) const { return m_firstRing[area]; }
    [[nodiscard]] std::uint32_t endRing(std::size_t area) const { return m_firstRing[area + 1]; }
    [[nodiscard]] std::span<const FixedLonLat> outer(std::size_t area) const
    {
        return m_rings.chain(m_firstRing[area]);
    }
    [[nodiscard]] const PointChains &rings() const { return m_rings; }

    friend bool operator==(const AreaSet &, const AreaSet &) = default;

private:
    std::vector<AreaKind> m_kinds;
    std::vector<std::int32_t> m_names; // [areas]
    std::vector<std::uint32_t> m_firstRing{0}; // [areas + 1]
    PointChains m_rings;
};

/// Twice the signed area in square units of FixedLonLat: positive for an anticlockwise ring.
[[nodiscard]] double signedArea2(std::span<const FixedLonLat> ring);

} // namespace belvedere
