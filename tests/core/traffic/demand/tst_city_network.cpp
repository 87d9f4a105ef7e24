// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/demand/city_network.h"

#include "support/verify_ok.h"
#include "traffic/assignment/period_assignment.h"

#include <QTest>

#include <cmath>

using namespace belvedere;

namespace {

Link road(int from, int to, const std::vector<LonLat> &nodes, RoadClass roadClass)
{
    Link link;
    link.from = NodeId(from);
    link.to = NodeId(to);
    link.roadClass = roadClass;
    link.lengthM = 1000.0;
    link.freeSpeedKmh = 50.0;
    link.capacityVehH = 1200.0;
    link.shape = {nodes[static_cast<std::size_t>(from)], nodes[static_cast<std::size_t>(to)]};
    return link;
}

/// Four crossings in a row joined both ways, a motorway between the ends, and two nodes apart.
Result<RoadNetwork> town(std::vector<Turn> turns = {})
{
    std::vector<LonLat> nodes;
    for (int k = 0; k < 4; ++k)
        nodes.push_back({8.0 + 0.01 * k, 50.0});
    nodes.push_back({8.01, 50.02});
    nodes.push_back({8.005, 50.0001});
    nodes.push_back({8.006, 50.0001});
    std::vector<Link> links;
    for (int k = 0; k < 3; ++k) {
        links.push_back(road(k, k + 1, nodes, RoadClass::Residential));
        links.push_back(road(k + 1, k, nodes, RoadClass::Residential));
    }
    links.push_back(road(0, 4, nodes, RoadClass::Motorway));
    links.push_back(road(4, 3, nodes, RoadClass::Motorway));
    links.push_back(road(5, 6, nodes, RoadClass::Residential));
    return RoadNetwork::make(std::move(nodes), std::move(links), std::move(turns));
}

} // namespace

class tst_CityNetwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roadsKeepTheirPlaces()
    {
        const auto roads = town({{LinkId(0), LinkId(2)}});
        VERIFY_OK(roads);
        const auto city =
            makeCityNetwork(*roads, {{1, {8.0, 50.001}, 10, 0}, {2, {8.03, 50.001}, 10, 0}});
        VERIFY_OK(city);
        QCOMPARE(city->roadLinks, roads->links().size());
        const auto &links = city->network.links();
        for (std::size_t k = 0; k < city->roadLinks; ++k) {
            QCOMPARE(links[k].from, roads->links()[k].from.value);
            QCOMPARE(links[k].delay.capacity, 1200.0);
            QCOMPARE(links[k].delay.freeTime, 1.2); // 1 km at 50 km/h
        }
        QCOMPARE(city->network.data().turns.size(), std::size_t(1));
        QCOMPARE(links.size(), city->roadLinks + 2 * 2 * 3);
        for (std::size_t k = city->roadLinks; k < links.size(); ++k)
            QVERIFY(links[k].delay.constant());
    }

    void zonesHangOnStreetsThatLeadSomewhere()
    {
        const auto roads = town();
        VERIFY_OK(roads);
        // Right beside the two nodes apart and the end of the motorway.
        const auto city =
            makeCityNetwork(*roads, {{7, {8.0055, 50.0001}, 1, 0}, {9, {8.01, 50.02}, 1, 0}});
        VERIFY_OK(city);
        const auto &links = city->network.links();
        for (std::size_t k = city->roadLinks; k < links.size(); ++k) {
            const std::int32_t node = std::min(links[k].from, links[k].to);
            QVERIFY2(node < 4, qPrintable(QString::number(node)));
        }
        QCOMPARE(city->network.zones()[1].id, std::int64_t(9));
    }

    void aDayOfPeriodsIsAssigned()
    {
        const auto roads = town();
        VERIFY_OK(roads);
        CityNetworkOptions options;
        options.connectors = 1;
        const auto city =
            makeCityNetwork(*roads, {{1, {8.0, 50.0}, 10, 0}, {2, {8.03, 50.0}, 10, 0}}, options);
        VERIFY_OK(city);
        const OdMatrix trips = *OdMatrix::make(2, {{0, 1, 3000.0}, {1, 0, 500.0}});
        AssignmentOptions exact;
        exact.relativeGap = 1e-10;
        const std::vector<DayPeriod> periods = {{QStringLiteral("peak"), 1.0, {trips}},
            {QStringLiteral("day"), 2.0,
                {trips.scaled([](std::size_t, std::size_t) { return 2.0; })}}};
        const auto day = assignPeriods(city->network, periods, exact);
        VERIFY_OK(day);
        QCOMPARE(day->size(), std::size_t(2));
        // Twice the trips in twice the time: the same speeds.
        for (std::size_t link = 0; link < city->roadLinks; ++link) {
            const double hourly = (*day)[0].time[link];
            QVERIFY(std::abs((*day)[1].time[link] - hourly) < 1e-6 * hourly);
        }
        const auto bad =
            assignPeriods(city->network, {{QStringLiteral("night"), 0.0, {trips}}}, exact);
        QVERIFY(!bad);
        QVERIFY(bad.error().message().contains(QStringLiteral("night")));
    }

    void zonesAreSquaresWithPeople()
    {
        const std::vector<TripPlace> places = {{{8.0, 50.0}, 100.0, 0.0},
            {{8.0001, 50.0}, 300.0, 0.0}, {{8.2, 50.0}, 0.0, 50.0}, {{9.0, 50.0}, 0.0, 0.0}};
        const auto zones = zonesOf(places, 2000.0);
        VERIFY_OK(zones);
        QCOMPARE(zones->size(), std::size_t(2));
        QCOMPARE((*zones)[0].people, 400.0);
        QVERIFY(std::abs((*zones)[0].centre.lon - 8.000075) < 1e-9);
        QCOMPARE((*zones)[1].jobs, 50.0);
        QCOMPARE((*zones)[1].id, std::int64_t(2));
        QVERIFY(!zonesOf({{{8.0, 50.0}, 0.0, 0.0}}, 1000.0));
    }

    void emptyCitiesAreRefused()
    {
        QVERIFY(!makeCityNetwork(RoadNetwork(), {{1, {8.0, 50.0}, 1, 0}}));
        const auto roads = town();
        VERIFY_OK(roads);
        QVERIFY(!makeCityNetwork(*roads, {}));
    }
};

QTEST_GUILESS_MAIN(tst_CityNetwork)
#include "tst_city_network.moc"
