// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "city/road_network.h"
#include "support/verify_ok.h"

#include <QTest>

#include <set>

using namespace belvedere;

namespace {

Link linkOf(int from, int to, int points = 2)
{
    Link link;
    link.from = NodeId(from);
    link.to = NodeId(to);
    link.shape.resize(static_cast<std::size_t>(points));
    return link;
}

} // namespace

class tst_RoadNetwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refuses_data();
    void refuses();
    void outLinks();
    void everyLinkLeavesItsNode();
    void empty();
    void reverses();
    void forbiddenTurns();
    void refusesTurns();
    void connectedShare();
};

void tst_RoadNetwork::refuses_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<int>("points");
    QTest::newRow("no node before") << -1 << 0 << 2;
    QTest::newRow("no node behind") << 0 << 3 << 2;
    QTest::newRow("no shape") << 0 << 1 << 0;
    QTest::newRow("shape of one point") << 0 << 1 << 1;
}

void tst_RoadNetwork::refuses()
{
    QFETCH(const int, from);
    QFETCH(const int, to);
    QFETCH(const int, points);
    const auto network =
        RoadNetwork::make(std::vector<LonLat>(3), {linkOf(0, 1), linkOf(from, to, points)});
    QVERIFY(!network.has_value());
    QCOMPARE(network.error().code, Errc::Shape);
    QVERIFY(network.error().message().contains(QLatin1String("Link 1 ")));
}

void tst_RoadNetwork::outLinks()
{
    const auto network = RoadNetwork::make(
        std::vector<LonLat>(4), {linkOf(2, 0), linkOf(0, 1), linkOf(2, 1), linkOf(1, 1)});
    VERIFY_OK(network);
    const auto leaving = [&](int node) {
        std::vector<int> links;
        const auto [first, last] = network->outRange(NodeId(node));
        for (std::size_t i = first; i < last; ++i)
            links.push_back(network->outLinks()[i].value);
        return links;
    };
    QVERIFY(leaving(0) == std::vector<int>{1});
    QVERIFY(leaving(1) == std::vector<int>{3});
    QVERIFY(leaving(2) == (std::vector<int>{0, 2}));
    QVERIFY(leaving(3).empty());
    QVERIFY(network->link(LinkId(2)).to == NodeId(1));
}

void tst_RoadNetwork::everyLinkLeavesItsNode()
{
    constexpr int kNodes = 200;
    Random random(4);
    std::vector<Link> links;
    for (int i = 0; i < 1000; ++i)
        links.push_back(linkOf(int(random.below(kNodes)), int(random.below(kNodes))));
    const auto network = RoadNetwork::make(std::vector<LonLat>(kNodes), links);
    VERIFY_OK(network);
    std::set<int> seen;
    for (int node = 0; node < kNodes; ++node) {
        const auto [first, last] = network->outRange(NodeId(node));
        for (std::size_t i = first; i < last; ++i) {
            const LinkId id = network->outLinks()[i];
            QCOMPARE(network->link(id).from.value, node);
            seen.insert(id.value);
        }
    }
    QCOMPARE(seen.size(), links.size());
}

void tst_RoadNetwork::empty()
{
    QVERIFY(RoadNetwork().empty());
    const auto network = RoadNetwork::make({}, {});
    VERIFY_OK(network);
    QVERIFY(network->empty());
}

void tst_RoadNetwork::reverses()
{
    Link there = linkOf(0, 1);
    there.shape = {{0, 0}, {0.5, 1}, {1, 0}};
    Link other = linkOf(1, 0); // another road between the same nodes
    other.shape = {{1, 0}, {0.5, -1}, {0, 0}};
    Link back = linkOf(1, 0);
    back.shape = {{1, 0}, {0.5, 1}, {0, 0}};
    const auto network = RoadNetwork::make({{0, 0}, {1, 0}}, {there, other, back});
    VERIFY_OK(network);
    QCOMPARE(network->reverseOf(LinkId(0)), LinkId(2));
    QCOMPARE(network->reverseOf(LinkId(2)), LinkId(0));
    QVERIFY(!network->reverseOf(LinkId(1)).valid());
}

void tst_RoadNetwork::forbiddenTurns()
{
    const Turn a{LinkId(0), LinkId(1)};
    const Turn b{LinkId(0), LinkId(2)};
    const auto network = RoadNetwork::make(
        std::vector<LonLat>(3), {linkOf(0, 1), linkOf(1, 2), linkOf(1, 0)}, {b, a, b});
    VERIFY_OK(network);
    QCOMPARE(network->forbiddenTurns(), std::vector<Turn>({a, b}));
    QVERIFY(network->isForbidden(a) && network->isForbidden(b));
    QVERIFY(!network->isForbidden({LinkId(2), LinkId(0)}));
}

void tst_RoadNetwork::refusesTurns()
{
    for (const Turn turn :
        {Turn{LinkId(1), LinkId(0)}, Turn{LinkId(0), LinkId(7)}, Turn{LinkId(), LinkId(0)}}) {
        const auto network =
            RoadNetwork::make(std::vector<LonLat>(3), {linkOf(0, 1), linkOf(1, 2)}, {turn});
        QVERIFY(!network.has_value());
        QCOMPARE(network.error().code, Errc::Shape);
    }
}

void tst_RoadNetwork::connectedShare()
{
    // A triangle one can drive round, a dead end out of it and a node beside.
    const auto network = RoadNetwork::make(
        std::vector<LonLat>(5), {linkOf(0, 1), linkOf(1, 2), linkOf(2, 0), linkOf(2, 3)});
    VERIFY_OK(network);
    QCOMPARE(network->connectedShare(), 0.6);
    QCOMPARE(RoadNetwork().connectedShare(), 1.0);
    // A long line there and back: no recursion may run out of stack.
    constexpr int kLong = 300000;
    std::vector<Link> links;
    for (int i = 0; i + 1 < kLong; ++i) {
        links.push_back(linkOf(i, i + 1));
        links.push_back(linkOf(i + 1, i));
    }
    const auto line = RoadNetwork::make(std::vector<LonLat>(kLong), std::move(links));
    VERIFY_OK(line);
    QCOMPARE(line->connectedShare(), 1.0);
}

QTEST_GUILESS_MAIN(tst_RoadNetwork)
#include "tst_road_network.moc"
