// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "base/utc_time.h"
#include "city/fixed_lon_lat.h"
#include "city/lon_lat_box.h"
#include "city/readers/osm_tags.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace belvedere {

/// The positions of an extract, found by the number of their node.
class OsmNodes
{
public:
    static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

    void add(std::int64_t id, FixedLonLat position)
    {
        m_ids.push_back(id);
        m_positions.push_back(position);
    }
    /// Before the first find(), after the last add().
    void finish();
    /// Position in `positions()`, or kNone.
    [[nodiscard]] std::uint32_t find(std::int64_t id) const;
    [[nodiscard]] FixedLonLat at(std::uint32_t index) const { return m_positions[index]; }
    [[nodiscard]] std::size_t size() const { return m_ids.size(); }

private:
    std::vector<std::int64_t> m_ids; // ascending
    std::vector<FixedLonLat> m_positions;
    std::vector<std::uint32_t> m_bucket; // first position of ids that share their high bits
    int m_shift = 0;
};

/// A text each once.
class OsmTexts
{
public:
    /// Its index; -1 for an empty text.
    [[nodiscard]] std::int32_t index(std::string_view text);
    [[nodiscard]] const QString &at(std::int32_t index) const
    {
        return m_texts[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] QString text(std::int32_t index) const
    {
        return index < 0 ? QString() : at(index);
    }

private:
    QHash<QByteArray, std::int32_t> m_index;
    std::vector<QString> m_texts;
};

/// A way that is drawn, driven on, or part of a relation.
struct OsmWay
{
    std::int64_t id = 0;
    std::size_t firstRef = 0; ///< into OsmData::refs
    std::size_t endRef = 0;
    std::int32_t name = -1; ///< into OsmData::texts
    std::int32_t ref = -1;
    std::int32_t road = -1; ///< into OsmData::roads
    std::int32_t place = -1; ///< into OsmData::places
    std::optional<LineKind> line;
    LineSet::Flag flag = LineSet::Plain;
    std::optional<AreaKind> area; ///< of the way if it is closed, else of a multipolygon around it
    bool closed = false;
    bool coast = false;
};

/// A multipolygon.
struct OsmPolygon
{
    struct Member
    {
        std::int64_t way = 0;
        bool inner = false;
    };
    std::optional<AreaKind> kind; ///< absent in old data: then the outer ways say it
    std::int32_t name = -1;
    std::int32_t place = -1; ///< into OsmData::places
    std::vector<Member> members;
};

/// What may not be driven at a node.
struct OsmRestriction
{
    bool only = false; ///< only the named turn is allowed, else it is forbidden
    bool viaNode = false; ///< false: over a way, which is not supported
    std::int64_t node = 0;
    std::vector<std::int64_t> from; ///< ways
    std::vector<std::int64_t> to;
};

/// What an extract holds, as far as a city needs it.
struct OsmData
{
    OsmNodes nodes;
    std::vector<std::int64_t> refs; ///< nodes of all ways, one after the other; until resolve()
    /// After resolve(): the same as positions in `nodes`, OsmNodes::kNone for those not in the
    /// file.
    std::vector<std::uint32_t> points;
    std::vector<OsmWay> ways;
    std::vector<OsmRoad> roads;
    std::vector<OsmPolygon> polygons;
    std::vector<OsmRestriction> restrictions;
    std::vector<Place> places; ///< those of nodes are placed, the others wait for their shape
    OsmTexts texts;
    LonLatBox box; ///< as the file's header says; may be empty
    std::optional<UtcMs> time;
    std::int64_t wayCount = 0; ///< in the file
    std::int64_t relationCount = 0;

    /// After everything was read. @return Errc::Cancelled only.
    [[nodiscard]] Result<> resolve(const TaskContext &context);
    [[nodiscard]] std::span<const std::uint32_t> pointsOf(const OsmWay &way) const
    {
        return {points.data() + way.firstRef, points.data() + way.endRef};
    }
};

} // namespace belvedere
