// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/street_plan.h"

#include "simulation/backdrop_plan.h"
#include "simulation/street_graph.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace belvedere;
using namespace belvedere::simulation;

namespace {

struct Made
{
    RoadNetwork network;
    Backdrop backdrop;
};

Made make(DemoSize size, std::uint64_t seed)
{
    const CityScale scale = scaleOf(size);
    const Random random(seed);
    const Terrain terrain(scale.radiusM, random.split(1));
    auto network = streetPlan(terrain, scale, random.split(2));
    if (!network)
        return {};
    Made made{std::move(*network), {}};
    made.backdrop = backdropPlan(terrain, made.network, demoProjection());
    return made;
}

/// How many nodes can be reached from node 0, with or against the links.
std::size_t reachable(const RoadNetwork &network, bool backwards)
{
    std::vector<std::vector<std::size_t>> next(network.nodes().size());
    for (const Link &link : network.links()) {
        const auto [a, b] =
            backwards ? std::pair(link.to, link.from) : std::pair(link.from, link.to);
        next[a.index()].push_back(b.index());
    }
    std::vector<bool> seen(next.size(), false);
    std::vector<std::size_t> open{0};
    seen[0] = true;
    std::size_t count = 1;
    while (!open.empty()) {
        const std::size_t node = open.back();
        open.pop_back();
        for (const std::size_t n : next[node]) {
            if (!seen[n]) {
                seen[n] = true;
                ++count;
                open.push_back(n);
            }
        }
    }
    return count;
}

using Outline = std::vector<LonLat>;

bool inside(const Outline &outline, LonLat p)
{
    bool in = false;
    for (std::size_t i = 0, j = outline.size() - 1; i < outline.size(); j = i++) {
        const LonLat a = outline[i];
        const LonLat b = outline[j];
        if ((a.lat > p.lat) != (b.lat > p.lat)
            && p.lon < (b.lon - a.lon) * (p.lat - a.lat) / (b.lat - a.lat) + a.lon)
            in = !in;
    }
    return in;
}

bool touchesWater(const Link &link, const std::vector<Outline> &waters)
{
    for (std::size_t i = 1; i < link.shape.size(); ++i) {
        const LonLat a = link.shape[i - 1];
        const LonLat b = link.shape[i];
        const int pieces = static_cast<int>(distanceM(a, b) / 8.0) + 1;
        for (int k = 0; k <= pieces; ++k) {
            const double f = static_cast<double>(k) / pieces;
            const LonLat p{a.lon + f * (b.lon - a.lon), a.lat + f * (b.lat - a.lat)};
            for (const Outline &water : waters) {
                if (inside(water, p))
                    return true;
            }
        }
    }
    return false;
}

} // namespace

class tst_StreetPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void size_data()
    {
        QTest::addColumn<DemoSize>("size");
        QTest::addColumn<int>("least");
        QTest::addColumn<int>("most");
        QTest::newRow("small") << DemoSize::Small << 350 << 800;
        QTest::newRow("medium") << DemoSize::Medium << 1500 << 3000;
        QTest::newRow("large") << DemoSize::Large << 14000 << 26000;
    }
    void size()
    {
        QFETCH(DemoSize, size);
        QFETCH(int, least);
        QFETCH(int, most);
        const Made made = make(size, 7);
        const auto links = static_cast<int>(made.network.links().size());
        qInfo("%d links, %d nodes", links, static_cast<int>(made.network.nodes().size()));
        QVERIFY(links >= least);
        QVERIFY(links <= most);
        QCOMPARE(reachable(made.network, false), made.network.nodes().size());
        QCOMPARE(reachable(made.network, true), made.network.nodes().size());
    }

    void seeds_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 6; ++seed)
            QTest::addRow("%d", seed) << seed;
    }
    void seeds()
    {
        QFETCH(int, seed);
        const Made made = make(DemoSize::Medium, static_cast<std::uint64_t>(seed));
        const RoadNetwork &network = made.network;
        QVERIFY(network.links().size() >= 1500 && network.links().size() <= 3000);
        QCOMPARE(reachable(network, false), network.nodes().size());
        QCOMPARE(reachable(network, true), network.nodes().size());

        std::vector<Outline> waters;
        const AreaSet &areas = made.backdrop.areas;
        for (std::size_t i = 0; i < areas.count(); ++i) {
            if (areas.kind(i) != AreaKind::Water)
                continue;
            Outline outline;
            for (const FixedLonLat p : areas.outer(i))
                outline.push_back(p.toLonLat());
            waters.push_back(std::move(outline));
        }
        QCOMPARE(waters.size(), std::size_t{2}); // the river and the lake
        QSet<QString> bridges;
        for (const Link &link : network.links()) {
            if (!touchesWater(link, waters))
                continue;
            QVERIFY2(link.name.endsWith(QLatin1String(" Bridge")), qPrintable(link.name));
            for (const NodeId node : {link.from, link.to}) {
                for (const Outline &water : waters)
                    QVERIFY2(!inside(water, network.nodes()[node.index()]), qPrintable(link.name));
            }
            bridges.insert(link.name);
        }
        QVERIFY2(bridges.size() >= 6 && bridges.size() <= 8,
            qPrintable(QStringList(bridges.values()).join(QStringLiteral(", "))));
    }

    void linksAreSound()
    {
        const RoadNetwork network = make(DemoSize::Medium, 7).network;
        std::vector<int> degree(network.nodes().size(), 0);
        int curved = 0;
        int deadEnds = 0;
        for (const Link &link : network.links()) {
            ++degree[link.from.index()];
            QVERIFY(link.from != link.to);
            QVERIFY(link.lanes >= 1 && link.freeSpeedKmh >= 20.0 && link.capacityVehH >= 300.0);
            QVERIFY2(link.lengthM > 15.0 && link.lengthM < 3600.0, qPrintable(link.name));
            QVERIFY(!link.name.isEmpty());
            QVERIFY(distanceM(link.shape.front(), network.nodes()[link.from.index()]) < 0.1);
            QVERIFY(distanceM(link.shape.back(), network.nodes()[link.to.index()]) < 0.1);
            double length = 0.0;
            for (std::size_t i = 1; i < link.shape.size(); ++i)
                length += distanceM(link.shape[i - 1], link.shape[i]);
            // The plane is wrong by less than 0.6 %.
            QVERIFY(std::abs(length - link.lengthM) < 0.006 * link.lengthM);
            curved += link.shape.size() > 2 ? 1 : 0;
        }
        for (std::size_t n = 0; n < degree.size(); ++n) {
            QVERIFY(degree[n] >= 1 && degree[n] <= 8);
            const bool outside = distanceM(network.nodes()[n], demoProjection().centre()) > 7500.0;
            deadEnds += degree[n] == 1 && !outside ? 1 : 0;
        }
        // One-way nodes of the motorway have one way out; streets have no dead ends.
        const auto motorway = std::count_if(network.links().begin(), network.links().end(),
            [](const Link &link) { return link.roadClass == RoadClass::Motorway; });
        QVERIFY(motorway > 30);
        QVERIFY2(deadEnds <= motorway, qPrintable(QString::number(deadEnds)));
        QVERIFY(curved > static_cast<int>(network.links().size()) / 3);
    }

    void motorwayMeetsOnlyRamps()
    {
        const RoadNetwork network = make(DemoSize::Medium, 7).network;
        std::vector<bool> onMotorway(network.nodes().size(), false);
        for (const Link &link : network.links()) {
            if (link.roadClass == RoadClass::Motorway)
                onMotorway[link.from.index()] = true;
        }
        for (const Link &link : network.links()) {
            const bool ramp = link.name.startsWith(QLatin1String("Exit "));
            if (link.roadClass != RoadClass::Motorway && !ramp)
                QVERIFY(!onMotorway[link.from.index()] && !onMotorway[link.to.index()]);
        }
    }

    void sameSeedSameCity()
    {
        const RoadNetwork a = make(DemoSize::Medium, 7).network;
        const RoadNetwork b = make(DemoSize::Medium, 7).network;
        const RoadNetwork c = make(DemoSize::Medium, 8).network;
        QVERIFY(a.nodes() == b.nodes());
        QCOMPARE(a.links().size(), b.links().size());
        for (std::size_t i = 0; i < a.links().size(); ++i) {
            QVERIFY(a.links()[i].shape == b.links()[i].shape);
            QCOMPARE(a.links()[i].name, b.links()[i].name);
        }
        QVERIFY(!(a.nodes() == c.nodes()));
    }

    void crossingStreetsMeet()
    {
        // A cross with overlong arms: four arms are dead ends, so only the closed square stays.
        const auto street = [](Polyline line) {
            return Street{StreetKind::Filling, RoadClass::Residential, std::move(line), false};
        };
        const StreetGraph square =
            meet({street({{0, -20}, {0, 120}}), street({{100, -20}, {100, 120}}),
                     street({{-20, 0}, {120, 0}}), street({{-20, 100}, {120, 100}})},
                10.0);
        double length = 0.0;
        for (const StreetEdge &edge : square.edges)
            length += lengthOf(edge.line);
        QVERIFY2(std::abs(length - 400.0) < 1e-6, qPrintable(QString::number(length)));
        QCOMPARE(square.nodes.size(), square.edges.size()); // one closed way
        const StreetGraph lone =
            meet({street({{0, -20}, {0, 120}}), street({{-20, 0}, {120, 0}})}, 10.0);
        QVERIFY(lone.edges.empty());
    }

    void cancel()
    {
        const CityScale scale = scaleOf(DemoSize::Medium);
        TaskContext context;
        context.cancelled = [] { return true; };
        const auto plan = streetPlan(Terrain(scale.radiusM, Random(1)), scale, Random(2), context);
        QVERIFY(!plan);
        QCOMPARE(plan.error().code, Errc::Cancelled);
    }
};

QTEST_GUILESS_MAIN(tst_StreetPlan)
#include "tst_street_plan.moc"
