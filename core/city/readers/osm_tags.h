// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/area_set.h"
#include "city/line_set.h"
#include "city/place.h"
#include "city/road_network.h"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace belvedere {

/// The tags of one object. The texts belong to the reader and are valid as long as the object.
class OsmTags
{
public:
    void clear() { m_tags.clear(); }
    void add(std::string_view key, std::string_view value) { m_tags.emplace_back(key, value); }
    [[nodiscard]] bool empty() const { return m_tags.empty(); }
    /// Empty if there is no such key.
    [[nodiscard]] std::string_view operator[](std::string_view key) const;
    [[nodiscard]] bool is(std::string_view key, std::string_view value) const
    {
        return (*this)[key] == value;
    }
    /// Present and not "no".
    [[nodiscard]] bool has(std::string_view key) const;

private:
    std::vector<std::pair<std::string_view, std::string_view>> m_tags;
};

/// One direction of a drivable way.
struct OsmDirection
{
    bool open = false;
    int lanes = 1;
    double speedKmh = 50.0;
    double capacityVehH = 600.0; ///< of all lanes together
};

/// What the tags say about driving. Where they say nothing:
///
/// | class        | km/h | lanes per direction   | veh/h per lane | ramp: km/h, veh/h per lane |
/// |--------------|------|-----------------------|----------------|----------------------------|
/// | motorway     |  120 | 2                     |           2000 | 80, 1500                   |
/// | trunk        |   90 | 2 if one-way, else 1  |           2000 | 60, 1500                   |
/// | primary      |   60 | 1                     |           1500 | 50, 1500                   |
/// | secondary    |   50 | 1                     |           1000 | 50, 1000                   |
/// | tertiary     |   50 | 1                     |            600 | 50,  600                   |
/// | unclassified |   50 | 1                     |            600 |                            |
/// | residential  |   30 | 1                     |            600 |                            |
/// | living street|   10 | 1                     |            300 |                            |
///
/// Capacities are those of MATSim's OsmNetworkReader; ramps have one lane. `lanes` counts both
/// directions of a two-way road: each takes half, the forward one the odd lane. One-way without
/// a tag are motorways, their ramps and roundabouts.
struct OsmRoad
{
    RoadClass roadClass = RoadClass::Residential;
    bool ramp = false;
    bool roundabout = false;
    bool bridge = false;
    bool tunnel = false;
    OsmDirection forward; ///< as the way was drawn
    OsmDirection backward;
};

/// Nothing if the way is not drivable for the public; see readOsm().
[[nodiscard]] std::optional<OsmRoad> roadOf(const OsmTags &tags);

/// "50", "30 mph", "20 knots", "none", "walk", "DE:urban", "RU:rural", "DE:zone:30", "50;30".
/// Nothing where it says nothing: "signals", "variable", "default".
[[nodiscard]] std::optional<double> speedLimitKmh(std::string_view text);

/// What a line or a ring of these tags is drawn as.
[[nodiscard]] std::optional<LineKind> lineKindOf(const OsmTags &tags);
[[nodiscard]] LineSet::Flag lineFlagOf(const OsmTags &tags);
/// Only for closed ways and multipolygons.
[[nodiscard]] std::optional<AreaKind> areaKindOf(const OsmTags &tags);

/// Name, kind, rank and population, if it is something that the map names; without position.
[[nodiscard]] std::optional<Place> placeOf(const OsmTags &tags);

/// The number that a text begins with; nothing if it does not.
[[nodiscard]] std::optional<double> leadingNumber(std::string_view text);

} // namespace belvedere
