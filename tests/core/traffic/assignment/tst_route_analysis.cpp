// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/assignment/route_analysis.h"

#include "support/made_network.h"
#include "support/verify_ok.h"

#include <QTest>

#include <cmath>
#include <map>
#include <numeric>

using namespace belvedere;

namespace {

struct Solved
{
    MadeNetwork made;
    AssignmentNetwork network;
    AssignmentResult result;
};

Solved solved(std::uint64_t seed)
{
    Solved solved;
    solved.made = madeNetwork(MadeNetworkSpec(), seed);
    solved.network = solved.made.network();
    AssignmentOptions options;
    options.relativeGap = 1e-12;
    solved.result = *assign(solved.network, {solved.made.trips}, options);
    return solved;
}

} // namespace

class tst_RouteAnalysis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seeds()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 5; ++seed)
            QTest::addRow("%d", int(seed)) << seed;
    }

    void aBundleIsTheTrafficOfItsLink_data() { seeds(); }
    void aBundleIsTheTrafficOfItsLink()
    {
        QFETCH(quint64, seed);
        const Solved at = solved(seed);
        for (std::size_t link = 0; link < at.result.flow.size(); link += 7) {
            const auto selected =
                selectLink(at.network, at.result, static_cast<std::int32_t>(link));
            VERIFY_OK(selected);
            const double flow = at.result.flow[link];
            const double trips = std::accumulate(selected->pairs.begin(), selected->pairs.end(),
                0.0, [](double sum, const OdPair &pair) { return sum + pair.trips; });
            QVERIFY(std::abs(trips - flow) <= 1e-9 * (1.0 + flow));
            QVERIFY(std::abs(selected->flow[link] - flow) <= 1e-9 * (1.0 + flow));
            for (std::size_t other = 0; other < at.result.flow.size(); ++other)
                QVERIFY(selected->flow[other] <= at.result.flow[other] * (1.0 + 1e-9) + 1e-9);
            for (const OdPair &pair : selected->pairs)
                QVERIFY(pair.trips <= at.made.trips.at(static_cast<std::size_t>(pair.origin),
                                          static_cast<std::size_t>(pair.destination))
                        * (1.0 + 1e-12));
        }
    }

    void routesMakeUpTheFlows_data() { seeds(); }
    void routesMakeUpTheFlows()
    {
        QFETCH(quint64, seed);
        const Solved at = solved(seed);
        std::vector<double> flow(at.result.flow.size(), 0.0);
        for (const OdPair &pair : at.made.trips.pairs()) {
            const auto routes =
                routesOf(at.network, at.result, 0, pair.origin, pair.destination, 1e-12);
            VERIFY_OK(routes);
            double shares = 0.0;
            for (const Route &route : *routes) {
                shares += route.share;
                // Wardrop: all used routes cost the same.
                QVERIFY(std::abs(route.costMin - routes->front().costMin) < 1e-4);
                for (const std::int32_t link : route.links)
                    flow[static_cast<std::size_t>(link)] += route.share * pair.trips;
            }
            QVERIFY(std::abs(shares - 1.0) < 1e-9);
        }
        for (std::size_t link = 0; link < flow.size(); ++link)
            QVERIFY(std::abs(flow[link] - at.result.flow[link]) < 1e-6);
    }

    void skimsAreTheCheapestRoutes_data() { seeds(); }
    void skimsAreTheCheapestRoutes()
    {
        QFETCH(quint64, seed);
        const Solved at = solved(seed);
        const auto skims = skim(at.network, at.result.time, 0);
        VERIFY_OK(skims);
        for (const OdPair &pair : at.made.trips.pairs()) {
            const auto routes = routesOf(at.network, at.result, 0, pair.origin, pair.destination);
            VERIFY_OK(routes);
            const std::size_t cell = skims->position(
                static_cast<std::size_t>(pair.origin), static_cast<std::size_t>(pair.destination));
            QVERIFY(std::abs(skims->costMin[cell] - routes->front().costMin) < 1e-4);
            QVERIFY(skims->timeMin[cell] > 0.0 && skims->length[cell] > 0.0);
        }
        QCOMPARE(skims->timeMin[skims->position(3, 3)], 0.0);
    }

    void whatThereIsNotIsSaid()
    {
        const Solved at = solved(1);
        const auto noLink = selectLink(at.network, at.result, 100000);
        QVERIFY(!noLink);
        QCOMPARE(noLink.error().code, Errc::Usage);
        AssignmentResult flowsOnly = at.result;
        flowsOnly.state = nullptr;
        QVERIFY(!selectLink(at.network, flowsOnly, 0));
        QVERIFY(!routesOf(at.network, flowsOnly, 0, 0, 1));
        QVERIFY(!skim(at.network, {1.0}, 0));
        const auto none = routesOf(at.network, at.result, 0, 2, 2);
        VERIFY_OK(none);
        QVERIFY(none->empty());
    }
};

QTEST_GUILESS_MAIN(tst_RouteAnalysis)
#include "tst_route_analysis.moc"
