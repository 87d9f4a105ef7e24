// SPDX-License-Identifier: GPL-3.0-or-later
#include "city/readers/osm_base_map.h"

#include "city/readers/osm_coast.h"
#include "city/readers/osm_rings.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace belvedere {

namespace {

constexpr std::size_t kObjectsBetweenLooks = 1024;
constexpr double kSamePlaceM = 1000.0; // a station is often a point and an area

using Ring = std::vector<FixedLonLat>;

LonLat middleOf(std::span<const FixedLonLat> ring)
{
    double lon = 0.0;
    double lat = 0.0;
    for (const FixedLonLat p : ring) {
        lon += p.lon;
        lat += p.lat;
    }
    const double n = static_cast<double>(ring.size()) * FixedLonLat::kPerDegree;
    return {lon / n, lat / n};
}

/// The file's own rectangle; else that of its roads and buildings, because a relation may reach
/// far beyond what was cut out.
LonLatBox boxOf(const OsmData &data)
{
    if (!data.box.empty())
        return data.box;
    LonLatBox near;
    LonLatBox all;
    for (const OsmWay &way : data.ways) {
        LonLatBox &box = way.road >= 0 || way.area == AreaKind::Building ? near : all;
        for (const std::uint32_t point : data.pointsOf(way)) {
            if (point != OsmNodes::kNone)
                box.add(data.nodes.at(point).toLonLat());
        }
    }
    return near.empty() ? all : near;
}

class BaseMapMaker
{
public:
    BaseMapMaker(OsmData &data, OsmReport &report, const TaskContext &context)
        : m_data(data)
        , m_report(report)
        , m_context(context)
    {
    }

    Result<Backdrop> make()
    {
        m_map.box = boxOf(m_data);
        // Where nobody said what the extract covers, the sea goes on beyond its last road.
        const double margin = m_data.box.empty() ? 0.5 : 0.0;
        for (const SeaPolygon &sea : seaOf(m_data, m_map.box, margin)) {
            m_areas.add(AreaKind::Sea, sea.outer);
            for (const Ring &island : sea.islands) {
                const Ring hole(island.rbegin(), island.rend());
                m_areas.addHole(hole);
            }
        }
        m_suppressed.assign(m_data.ways.size(), false);
        BV_TRY_VOID(addPolygons());
        BV_TRY_VOID(addWays());
        sortAreas();
        addPlaces();
        m_map.dataTime = m_data.time;
        return std::move(m_map);
    }

private:
    bool stopped() { return ++m_looks % kObjectsBetweenLooks == 0 && m_context.cancelled(); }

    std::int32_t nameOf(std::int32_t text)
    {
        if (text < 0)
            return AreaSet::kNoName;
        const auto [it, isNew] =
            m_nameOf.try_emplace(text, static_cast<std::int32_t>(m_map.names.size()));
        if (isNew)
            m_map.names.push_back(m_data.texts.at(text));
        return it->second;
    }

    void setPlace(std::int32_t place, std::span<const FixedLonLat> points)
    {
        if (place >= 0 && !points.empty())
            m_data.places[static_cast<std::size_t>(place)].position = middleOf(points);
    }

    // ---- ways ----

    Result<> addWays()
    {
        for (std::size_t i = 0; i < m_data.ways.size(); ++i) {
            if (stopped())
                return cancelledFailure();
            const OsmWay &way = m_data.ways[i];
            const bool filled = way.area && way.closed;
            if (filled && !m_suppressed[i])
                addWayArea(way);
            else if (way.place >= 0)
                setPlace(way.place, ringOf(m_data.nodes, m_data.pointsOf(way)));
            if (way.line && !(filled && way.line == LineKind::Pier))
                addLines(way);
        }
        return {};
    }

    void addWayArea(const OsmWay &way)
    {
        Ring ring = ringOf(m_data.nodes, m_data.pointsOf(way));
        if (ring.size() < 3)
            return;
        if (signedArea2(ring) < 0.0)
            std::reverse(ring.begin(), ring.end());
        m_areas.add(*way.area, ring, nameOf(way.name));
        setPlace(way.place, ring);
    }

    void addLines(const OsmWay &way)
    {
        Ring run;
        const auto finish = [&] {
            if (run.size() >= 2)
                m_map.lines.add(*way.line, run, nameOf(way.name), way.flag);
            run.clear();
        };
        for (const std::uint32_t point : m_data.pointsOf(way)) {
            if (point == OsmNodes::kNone)
                finish();
            else if (run.empty() || !(run.back() == m_data.nodes.at(point)))
                run.push_back(m_data.nodes.at(point));
        }
        finish();
    }

    // ---- multipolygons ----

    Result<> addPolygons()
    {
        std::unordered_map<std::int64_t, std::size_t> wayAt;
        wayAt.reserve(m_data.ways.size());
        for (std::size_t i = 0; !m_data.polygons.empty() && i < m_data.ways.size(); ++i)
            wayAt.emplace(m_data.ways[i].id, i);
        for (const OsmPolygon &polygon : m_data.polygons) {
            if (stopped())
                return cancelledFailure();
            std::vector<std::size_t> outer;
            std::vector<std::size_t> inner;
            for (const OsmPolygon::Member &member : polygon.members) {
                if (const auto at = wayAt.find(member.way); at != wayAt.end())
                    (member.inner ? inner : outer).push_back(at->second);
            }
            if (!outer.empty())
                addPolygon(polygon, outer, inner);
        }
        return {};
    }

    void addPolygon(const OsmPolygon &polygon, const std::vector<std::size_t> &outer,
        const std::vector<std::size_t> &inner)
    {
        std::optional<AreaKind> kind = polygon.kind;
        std::int32_t name = polygon.name;
        for (const std::size_t i : outer) {
            const OsmWay &way = m_data.ways[i];
            if (!kind)
                kind = way.area;
            if (name < 0 && way.area == kind)
                name = way.name;
        }
        std::vector<Ring> outerRings = rings(outer);
        setPlace(polygon.place, outerRings.empty() ? Ring() : outerRings.front());
        if (!kind)
            return;
        const bool complete = !outerRings.empty();
        for (const std::vector<std::size_t> *ways : {&outer, &inner}) {
            for (const std::size_t i : *ways) {
                if (complete && m_data.ways[i].area == kind)
                    m_suppressed[i] = true;
            }
        }
        addRings(*kind, nameOf(name), std::move(outerRings), rings(inner));
    }

    [[nodiscard]] bool nearEdge(LonLat p) const
    {
        constexpr double kShare = 0.01;
        const LonLatBox &box = m_map.box;
        const double dx = kShare * (box.east - box.west);
        const double dy = kShare * (box.north - box.south);
        return p.lon < box.west + dx || p.lon > box.east - dx || p.lat < box.south + dy
            || p.lat > box.north - dy;
    }

    std::vector<Ring> rings(const std::vector<std::size_t> &ways)
    {
        std::vector<std::span<const std::uint32_t>> parts;
        for (const std::size_t i : ways)
            parts.push_back(m_data.pointsOf(m_data.ways[i]));
        std::vector<Ring> rings;
        bool broken = false;
        for (const OsmChain &chain : joined(parts, false)) {
            // One that was cut at the edge of the extract is closed along the edge.
            const bool usable = chain.front() == chain.back()
                || (nearEdge(m_data.nodes.at(chain.front()).toLonLat())
                    && nearEdge(m_data.nodes.at(chain.back()).toLonLat()));
            Ring ring = usable ? ringOf(m_data.nodes, chain) : Ring();
            broken = broken || !usable;
            if (ring.size() >= 3)
                rings.push_back(std::move(ring));
        }
        m_report.brokenAreas += broken ? 1 : 0;
        return rings;
    }

    void addRings(
        AreaKind kind, std::int32_t name, std::vector<Ring> outer, std::vector<Ring> inner)
    {
        // Small ones first, so that a hole finds the innermost ring around it.
        std::sort(outer.begin(), outer.end(), [](const Ring &a, const Ring &b) {
            return std::abs(signedArea2(a)) < std::abs(signedArea2(b));
        });
        std::vector<std::vector<Ring>> holes(outer.size());
        for (Ring &ring : inner) {
            const auto around = std::find_if(
                outer.begin(), outer.end(), [&ring](const Ring &o) { return isInside(ring, o); });
            if (around != outer.end())
                holes[static_cast<std::size_t>(around - outer.begin())].push_back(std::move(ring));
        }
        for (std::size_t i = 0; i < outer.size(); ++i) {
            if (signedArea2(outer[i]) < 0.0)
                std::reverse(outer[i].begin(), outer[i].end());
            m_areas.add(kind, outer[i], name);
            for (Ring &hole : holes[i]) {
                if (signedArea2(hole) > 0.0)
                    std::reverse(hole.begin(), hole.end());
                m_areas.addHole(hole);
            }
        }
    }

    void sortAreas()
    {
        std::vector<std::uint32_t> order(m_areas.count());
        std::iota(order.begin(), order.end(), 0U);
        std::vector<double> size;
        for (std::size_t i = 0; i < order.size(); ++i)
            size.push_back(std::abs(signedArea2(m_areas.outer(i))));
        std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return m_areas.kind(a) != m_areas.kind(b) ? m_areas.kind(a) < m_areas.kind(b)
                                                      : size[a] > size[b];
        });
        for (const std::uint32_t i : order) {
            m_map.areas.add(m_areas.kind(i), m_areas.outer(i), m_areas.name(i));
            for (std::uint32_t r = m_areas.firstRing(i) + 1; r < m_areas.endRing(i); ++r)
                m_map.areas.addHole(m_areas.rings().chain(r));
            m_report.buildings += m_areas.kind(i) == AreaKind::Building ? 1 : 0;
        }
    }

    // ---- names ----

    void addPlaces()
    {
        std::vector<Place> &places = m_data.places;
        std::stable_sort(places.begin(), places.end(),
            [](const Place &a, const Place &b) { return a.rank < b.rank; });
        QHash<QString, std::vector<std::size_t>> known;
        for (Place &place : places) {
            const bool placed = !std::isnan(place.position.lon);
            if (!placed || (!m_map.box.empty() && !m_map.box.contains(place.position)))
                continue;
            std::vector<std::size_t> &same = known[place.name];
            const bool twice = std::any_of(same.begin(), same.end(), [&](std::size_t i) {
                return m_map.places[i].kind == place.kind
                    && distanceM(m_map.places[i].position, place.position) < kSamePlaceM;
            });
            if (twice)
                continue;
            same.push_back(m_map.places.size());
            m_map.places.push_back(std::move(place));
        }
        nameTheCity();
    }

    /// An extract without a city shows its largest town as one.
    void nameTheCity()
    {
        if (m_map.places.empty() || m_map.places.front().rank == 0)
            return;
        const auto rank = [](const Place &place) {
            return std::pair(place.kind == PlaceKind::Town ? 0
                    : place.kind == PlaceKind::Village     ? 1
                                                           : 2,
                -place.population);
        };
        const auto largest = std::min_element(m_map.places.begin(), m_map.places.end(),
            [&rank](const Place &a, const Place &b) { return rank(a) < rank(b); });
        if (rank(*largest).first == 2)
            return;
        largest->rank = 0;
        std::rotate(m_map.places.begin(), largest, largest + 1);
    }

    OsmData &m_data;
    OsmReport &m_report;
    const TaskContext &m_context;
    Backdrop m_map;
    AreaSet m_areas; // not yet sorted
    std::vector<bool> m_suppressed; // [ways] drawn by a multipolygon instead
    std::unordered_map<std::int32_t, std::int32_t> m_nameOf; // text to Backdrop::names
    std::size_t m_looks = 0;
};

} // namespace

Result<Backdrop> baseMapOf(OsmData &data, OsmReport &report, const TaskContext &context)
{
    return BaseMapMaker(data, report, context).make();
}

} // namespace belvedere
