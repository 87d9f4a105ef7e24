// SPDX-License-Identifier: GPL-3.0-or-later
#include "city/readers/osm_network.h"

#include <algorithm>
#include <unordered_map>

namespace belvedere {

namespace {

constexpr std::uint8_t kJunction = 2;
constexpr std::size_t kWaysBetweenLooks = 4096;

class NetworkBuilder
{
public:
    NetworkBuilder(const OsmData &data, OsmReport &report)
        : m_data(data)
        , m_report(report)
        , m_uses(data.nodes.size(), 0)
        , m_nodeOf(data.nodes.size())
    {
    }

    Result<RoadNetwork> build(const TaskContext &context)
    {
        for (const OsmWay &way : m_data.ways) {
            if (way.road >= 0)
                forEachRun(way, [this](const Run &run) { countUses(run); });
        }
        std::size_t looks = 0;
        for (const OsmWay &way : m_data.ways) {
            if (++looks % kWaysBetweenLooks == 0 && context.cancelled())
                return cancelledFailure();
            if (way.road >= 0)
                forEachRun(way, [this, &way](const Run &run) { addRun(way, run); });
        }
        std::vector<Turn> forbidden = forbiddenTurns();
        return RoadNetwork::make(std::move(m_nodes), std::move(m_links), std::move(forbidden));
    }

private:
    using Run = std::vector<std::uint32_t>;

    /// The stretches of a way whose nodes are known, without repetitions.
    template <class F> void forEachRun(const OsmWay &way, F &&use)
    {
        m_run.clear();
        for (const std::uint32_t point : m_data.pointsOf(way)) {
            if (point == OsmNodes::kNone) {
                if (m_run.size() >= 2)
                    use(m_run);
                m_run.clear();
            } else if (m_run.empty() || m_run.back() != point) {
                m_run.push_back(point);
            }
        }
        if (m_run.size() >= 2)
            use(m_run);
    }

    void use(std::uint32_t point, std::uint8_t times)
    {
        m_uses[point] = static_cast<std::uint8_t>(std::min(m_uses[point] + times, 255));
    }

    void countUses(const Run &run)
    {
        for (const std::uint32_t point : run)
            use(point, 1);
        use(run.front(), kJunction);
        use(run.back(), kJunction);
    }

    void addRun(const OsmWay &way, const Run &run)
    {
        std::size_t first = 0;
        for (std::size_t i = 1; i < run.size(); ++i) {
            if (m_uses[run[i]] >= kJunction) {
                addRoad(way, std::span(run).subspan(first, i - first + 1));
                first = i;
            }
        }
    }

    NodeId nodeAt(std::uint32_t point)
    {
        NodeId &node = m_nodeOf[point];
        if (!node.valid()) {
            node = NodeId(static_cast<std::int32_t>(m_nodes.size()));
            m_nodes.push_back(m_data.nodes.at(point).toLonLat());
        }
        return node;
    }

    void addRoad(const OsmWay &way, std::span<const std::uint32_t> points)
    {
        const OsmRoad &road = m_data.roads[static_cast<std::size_t>(way.road)];
        Link link;
        link.shape.reserve(points.size());
        for (const std::uint32_t point : points)
            link.shape.push_back(m_data.nodes.at(point).toLonLat());
        for (std::size_t i = 1; i < link.shape.size(); ++i)
            link.lengthM += distanceM(link.shape[i - 1], link.shape[i]);
        link.from = nodeAt(points.front());
        link.to = nodeAt(points.back());
        link.roadClass = road.roadClass;
        link.name = m_data.texts.text(way.name);
        link.ref = m_data.texts.text(way.ref);
        link.wayId = way.id;
        link.ramp = road.ramp;
        link.roundabout = road.roundabout;
        link.bridge = road.bridge;
        link.tunnel = road.tunnel;
        constexpr double kMetersPerKm = 1000.0;
        m_report.lengthKm[static_cast<std::size_t>(road.roadClass)] += link.lengthM / kMetersPerKm;
        if (road.forward.open) {
            setDirection(link, road.forward);
            m_links.push_back(link);
        }
        if (road.backward.open) {
            std::swap(link.from, link.to);
            std::reverse(link.shape.begin(), link.shape.end());
            setDirection(link, road.backward);
            m_links.push_back(std::move(link));
        }
    }

    static void setDirection(Link &link, const OsmDirection &direction)
    {
        link.lanes = direction.lanes;
        link.freeSpeedKmh = direction.speedKmh;
        link.capacityVehH = direction.capacityVehH;
    }

    // ---- turn restrictions ----

    struct Junction
    {
        std::vector<LinkId> in;
        std::vector<LinkId> out;
    };

    /// The links at the nodes of restrictions.
    [[nodiscard]] std::unordered_map<NodeId, Junction> junctions() const
    {
        std::unordered_map<NodeId, Junction> known;
        for (const OsmRestriction &restriction : m_data.restrictions) {
            if (const NodeId node = nodeOf(restriction); node.valid())
                known.try_emplace(node);
        }
        for (std::size_t i = 0; !known.empty() && i < m_links.size(); ++i) {
            const LinkId id(static_cast<std::int32_t>(i));
            if (const auto at = known.find(m_links[i].to); at != known.end())
                at->second.in.push_back(id);
            if (const auto at = known.find(m_links[i].from); at != known.end())
                at->second.out.push_back(id);
        }
        return known;
    }

    [[nodiscard]] NodeId nodeOf(const OsmRestriction &restriction) const
    {
        if (!restriction.viaNode)
            return {};
        const std::uint32_t point = m_data.nodes.find(restriction.node);
        return point == OsmNodes::kNone ? NodeId() : m_nodeOf[point];
    }

    [[nodiscard]] std::vector<LinkId> ofWays(
        const std::vector<LinkId> &links, const std::vector<std::int64_t> &ways) const
    {
        std::vector<LinkId> found;
        for (const LinkId link : links) {
            if (std::find(ways.begin(), ways.end(), m_links[link.index()].wayId) != ways.end())
                found.push_back(link);
        }
        return found;
    }

    [[nodiscard]] std::vector<Turn> forbiddenTurns()
    {
        const std::unordered_map<NodeId, Junction> known = junctions();
        std::vector<Turn> forbidden;
        for (const OsmRestriction &restriction : m_data.restrictions) {
            const auto junction = known.find(nodeOf(restriction));
            const bool understood =
                junction != known.end() && addTurns(restriction, junction->second, forbidden);
            ++(understood ? m_report.turnRestrictions : m_report.unusedRestrictions);
        }
        return forbidden;
    }

    /// False if the roads that it names do not meet there, or the turn is not clear.
    bool addTurns(const OsmRestriction &restriction, const Junction &junction,
        std::vector<Turn> &forbidden) const
    {
        const std::vector<LinkId> from = ofWays(junction.in, restriction.from);
        const std::vector<LinkId> to = ofWays(junction.out, restriction.to);
        // A way that passes through the node comes from two sides: nobody knows which is meant.
        if (from.size() != restriction.from.size() || to.empty())
            return false;
        for (const LinkId in : from) {
            for (const LinkId out : junction.out) {
                const bool named = std::find(to.begin(), to.end(), out) != to.end();
                if (named != restriction.only)
                    forbidden.push_back({in, out});
            }
        }
        return true;
    }

    const OsmData &m_data;
    OsmReport &m_report;
    std::vector<std::uint8_t> m_uses; // [nodes of the file]
    std::vector<NodeId> m_nodeOf; // [nodes of the file]
    std::vector<LonLat> m_nodes;
    std::vector<Link> m_links;
    Run m_run;
};

} // namespace

Result<RoadNetwork> networkOf(const OsmData &data, OsmReport &report, const TaskContext &context)
{
    NetworkBuilder builder(data, report);
    BV_TRY(RoadNetwork network, builder.build(context));
    report.connectedShare = network.connectedShare();
    return network;
}

} // namespace belvedere
