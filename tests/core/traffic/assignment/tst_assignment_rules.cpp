// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/assignment/assignment.h"

#include "support/assignment_checks.h"
#include "support/made_network.h"
#include "support/verify_ok.h"

#include <QTest>

#include <cmath>

using namespace belvedere;

/// What an assignment obeys, and what it refuses.
class tst_AssignmentRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void classesKeepToTheirRoads()
    {
        // Two routes; lorries may not take the first and count as two cars.
        AssignmentNetworkData data;
        data.nodeIds = {1, 2};
        data.zones = {{1, 0}, {2, 1}};
        for (int k = 0; k < 2; ++k) {
            AssignmentLink link;
            link.from = 0;
            link.to = 1;
            link.delay = {DelayFunction::Bpr, 10.0, 1.0, 0.1, 1.0}; // 10 + x
            link.toll = k == 0 ? 4.0 : 0.0;
            data.links.push_back(link);
        }
        VehicleClass cars{QStringLiteral("cars"), 1.0, 0.5, 0.0, {}, {}};
        VehicleClass lorries{QStringLiteral("lorries"), 2.0, 0.0, 0.0, {}, {1, 0}};
        data.classes = {cars, lorries};
        const std::vector<OdMatrix> demand = {
            *OdMatrix::make(2, {{0, 1, 10.0}}), *OdMatrix::make(2, {{0, 1, 3.0}})};
        const auto result = assign(*AssignmentNetwork::make(data), demand, exact(1e-13));
        VERIFY_OK(result);
        // 10 + x + 2 = 10 + (10 - x) + 6  →  x = 7
        QVERIFY(near(result->classFlow[0][0], 7.0, 1e-9));
        QVERIFY(near(result->classFlow[0][1], 3.0, 1e-9));
        QCOMPARE(result->classFlow[1][0], 0.0);
        QVERIFY(near(result->classFlow[1][1], 3.0, 1e-9));
        QVERIFY(near(result->flow[1], 9.0, 1e-9));
    }

    void aBanMovesItsClassAlone()
    {
        MadeNetwork made = madeNetwork(MadeNetworkSpec(), 9);
        made.data.classes = {{QStringLiteral("old"), 1.0, 0.0, 0.0, {}, {}},
            {QStringLiteral("new"), 1.0, 0.0, 0.0, {}, {}}};
        const std::vector<OdMatrix> demand(2, made.trips);
        const auto base = assign(made.network(), demand, exact(1e-10));
        VERIFY_OK(base);
        // A zone of low emission: old cars may no longer take the busiest street.
        const auto busiest = std::max_element(base->flow.begin(), base->flow.end() - 16);
        std::vector<std::uint8_t> banned(base->flow.size(), 0);
        const auto link = static_cast<std::size_t>(busiest - base->flow.begin());
        banned[link] = 1;
        made.data.classes[0].banned = banned;
        const auto warm = assign(made.network(), demand, exact(1e-12), {}, base->state);
        VERIFY_OK(warm);
        const auto cold = assign(made.network(), demand, exact(1e-12));
        VERIFY_OK(cold);
        QVERIFY(warm->converged);
        QVERIFY(near(warm->objective, cold->objective, 1e-11));
        QCOMPARE(warm->classFlow[0][link], 0.0);
        QVERIFY(warm->classFlow[1][link] > 0.0);
        made.data.classes[0].banned.clear(); // allowed again
        const auto back = assign(made.network(), demand, exact(1e-12), {}, warm->state);
        VERIFY_OK(back);
        QVERIFY(near(back->objective, base->objective, 1e-9));
    }

    void turnsAreObeyed_data()
    {
        QTest::addColumn<double>("penalty"); // < 0 = banned
        QTest::addColumn<double>("straight");
        // Straight on 10 + x, round 12 + x, 10 cars.
        QTest::newRow("free") << 0.0 << 6.0;
        QTest::newRow("penalty") << 4.0 << 4.0;
        QTest::newRow("banned") << -1.0 << 0.0;
    }
    void turnsAreObeyed()
    {
        QFETCH(double, penalty);
        QFETCH(double, straight);
        AssignmentNetworkData data;
        data.nodeIds = {1, 2, 3, 4};
        data.zones = {{1, 0}, {4, 3}};
        const auto add = [&data](int from, int to, double free, double slope) {
            AssignmentLink link;
            link.from = from;
            link.to = to;
            link.delay = {DelayFunction::Bpr, free, 1.0, slope / free, 1.0};
            data.links.push_back(link);
        };
        add(0, 1, 1.0, 0.0);
        add(1, 3, 10.0, 1.0);
        add(1, 2, 6.0, 1.0);
        add(2, 3, 6.0, 0.0);
        data.turns = {{0, 1, penalty < 0.0, std::max(penalty, 0.0)}};
        const std::vector<OdMatrix> demand = {*OdMatrix::make(2, {{0, 1, 10.0}})};
        const auto result = assign(*AssignmentNetwork::make(data), demand, exact(1e-13));
        VERIFY_OK(result);
        QVERIFY(std::abs(result->flow[1] - straight) < 1e-9);
        QVERIFY(near(result->turnCost + 1.0, straight * std::max(penalty, 0.0) + 1.0, 1e-9));
        AssignmentNetworkData more = data; // the same turn after an edit
        more.links[1].delay.freeTime = 11.0;
        more.links[1].delay.coefficient = 1.0 / 11.0;
        const auto edited =
            assign(*AssignmentNetwork::make(more), demand, exact(1e-13), {}, result->state);
        VERIFY_OK(edited);
        QVERIFY(std::abs(edited->flow[1] - (penalty < 0.0 ? 0.0 : straight - 0.5)) < 1e-9);
    }

    void turnsAndClassesEqualFrankWolfe_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 6; ++seed)
            QTest::addRow("%d", int(seed)) << seed;
    }
    void turnsAndClassesEqualFrankWolfe()
    {
        QFETCH(quint64, seed);
        MadeNetwork made = madeNetwork(MadeNetworkSpec(), seed);
        Random random(seed + 7);
        auto &links = made.data.links;
        for (std::size_t in = 0; in < links.size(); ++in)
            for (std::size_t out = 0; out < links.size(); ++out)
                if (links[in].to == links[out].from && random.uniform() < 0.15)
                    made.data.turns.push_back(
                        {static_cast<std::int32_t>(in), static_cast<std::int32_t>(out),
                            random.uniform() < 0.3, random.uniform(0.0, 1.5)});
        std::vector<std::uint8_t> banned(links.size(), 0);
        for (std::size_t link = 0; link + 16 < links.size(); ++link)
            banned[link] = random.uniform() < 0.05 ? 1 : 0;
        made.data.classes = {{QStringLiteral("cars"), 1.0, 0.3, 0.1, {}, {}},
            {QStringLiteral("lorries"), 2.2, 0.1, 0.3, {}, banned}};
        const std::vector<OdMatrix> demand = {made.trips,
            made.trips.scaled([](std::size_t, std::size_t to) { return to % 2 == 0 ? 0.2 : 0.1; })};
        const AssignmentNetwork network = made.network();
        const auto bush = assign(network, demand, exact(1e-12));
        VERIFY_OK(bush);
        QVERIFY(bush->converged);
        AssignmentOptions options = exact(1e-6);
        options.algorithm = AssignmentAlgorithm::FrankWolfe;
        options.maxIterations = 20000;
        const auto check = assign(network, demand, options);
        VERIFY_OK(check);
        QVERIFY(check->objective >= bush->objective * (1.0 - 1e-10));
        QVERIFY(check->objective - bush->objective <= 2.0 * check->relativeGap * check->totalCost);
        QCOMPARE(check->unserved.size(), bush->unserved.size());
        for (std::size_t link = 0; link < banned.size(); ++link)
            QVERIFY(banned[link] == 0 || bush->classFlow[1][link] == 0.0);
        // The same after an edit that takes arcs away and puts others in.
        made.data.turns.resize(made.data.turns.size() / 2);
        links[random.below(links.size() - 16)].open = false;
        const auto cold = assign(made.network(), demand, exact(1e-12));
        VERIFY_OK(cold);
        const auto warm = assign(made.network(), demand, exact(1e-12), {}, bush->state);
        VERIFY_OK(warm);
        QVERIFY(near(warm->objective, cold->objective, 1e-11));
    }

    void nobodyTurnsByWayOfAZone()
    {
        // 1 → 2 → 3, the turn at 2 is banned and 2 is a zone that routes could pass.
        AssignmentNetworkData data;
        data.nodeIds = {1, 2, 3};
        data.zones = {{1, 0}, {2, 1}, {3, 2}};
        for (int k = 0; k < 2; ++k) {
            AssignmentLink link;
            link.from = k;
            link.to = k + 1;
            link.delay.freeTime = 1.0;
            link.delay.capacity = 100.0;
            data.links.push_back(link);
        }
        data.turns = {{0, 1, true, 0.0}};
        const std::vector<OdMatrix> demand = {
            *OdMatrix::make(3, {{0, 1, 5.0}, {1, 2, 7.0}, {0, 2, 3.0}})};
        const auto result = assign(*AssignmentNetwork::make(data), demand, exact(1e-10));
        VERIFY_OK(result);
        QCOMPARE(result->flow, (std::vector<double>{5.0, 7.0}));
        QCOMPARE(result->unserved.size(), std::size_t(1));
    }

    void oddInputIsNoTrouble_data()
    {
        QTest::addColumn<double>("freeTime");
        QTest::addColumn<double>("power");
        QTest::addColumn<double>("trips");
        QTest::newRow("noDemand") << 1.0 << 4.0 << 0.0;
        QTest::newRow("noTime") << 0.0 << 4.0 << 10.0;
        QTest::newRow("powerZero") << 1.0 << 0.0 << 10.0;
        QTest::newRow("powerBelowOne") << 1.0 << 0.5 << 10.0;
        QTest::newRow("steep") << 1.0 << 20.0 << 10.0;
    }
    void oddInputIsNoTrouble()
    {
        QFETCH(double, freeTime);
        QFETCH(double, power);
        QFETCH(double, trips);
        AssignmentNetworkData data = braess();
        for (AssignmentLink &link : data.links) {
            link.delay.freeTime = freeTime;
            link.delay.power = power;
        }
        const auto result = assign(*AssignmentNetwork::make(data),
            {*OdMatrix::make(2, {{0, 1, trips}, {1, 1, 4.0}})}, exact(1e-8));
        VERIFY_OK(result);
        QVERIFY(result->converged);
        QCOMPARE(result->assignedTrips, trips);
        for (const double flow : result->flow)
            QVERIFY(std::isfinite(flow));
    }

    void timeIsALimit()
    {
        const MadeNetwork made = madeNetwork({20, 20, 60, 30.0, 100.0, true}, 3);
        AssignmentOptions options = exact(-1.0); // never reached
        options.maxSeconds = 0.05;
        const auto result = assign(made.network(), {made.trips}, options);
        VERIFY_OK(result);
        QVERIFY(!result->converged);
        QVERIFY(result->relativeGap > 0.0 || result->iterations > 0);
        QVERIFY(near(figuresOf(made.network(), {made.trips}, result->classFlow).objective,
            result->objective, 1e-12));
    }

    void cancelIsHeard()
    {
        const MadeNetwork made = madeNetwork({20, 20, 60, 30.0, 100.0, true}, 3);
        TaskContext context;
        int asked = 0;
        context.cancelled = [&asked] { return ++asked > 20; };
        const auto result = assign(made.network(), {made.trips}, exact(-1.0), context);
        QVERIFY(!result);
        QCOMPARE(result.error().code, Errc::Cancelled);
    }

    void badInputIsNamed_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("word");
        QTest::newRow("zeroCapacity") << 0 << QStringLiteral("1-4");
        QTest::newRow("negativeCost") << 1 << QStringLiteral("1-4");
        QTest::newRow("negativeToll") << 2 << QStringLiteral("1-4");
        QTest::newRow("noSuchNode") << 3 << QStringLiteral("number 2");
        QTest::newRow("noSuchZone") << 4 << QStringLiteral("Zone 2");
        QTest::newRow("conicalPower") << 5 << QStringLiteral("1-4");
        QTest::newRow("apartTurn") << 6 << QStringLiteral("1-3");
        QTest::newRow("zonesShareANode") << 7 << QStringLiteral("Zone 2");
        QTest::newRow("notANumber") << 8 << QStringLiteral("1-4");
    }
    void badInputIsNamed()
    {
        QFETCH(int, kind);
        QFETCH(QString, word);
        AssignmentNetworkData data = braess();
        AssignmentLink &link = data.links[1];
        switch (kind) {
        case 0:
            link.delay.capacity = 0.0;
            break;
        case 1:
            link.delay.freeTime = -1.0;
            break;
        case 2:
            link.toll = -100.0;
            data.classes.front().tollFactor = 1.0;
            break;
        case 3:
            link.to = 17;
            break;
        case 4:
            data.zones[1].node = 9;
            break;
        case 5:
            link.delay = {DelayFunction::Conical, 1.0, 1.0, 0.0, 1.0};
            break;
        case 6:
            data.turns = {{0, 1, true, 0.0}};
            break;
        case 7:
            data.zones[1].node = 0;
            break;
        default:
            link.length = std::nan("");
            break;
        }
        const auto network = AssignmentNetwork::make(data);
        QVERIFY(!network);
        QVERIFY2(network.error().message().contains(word), qPrintable(network.error().message()));
    }

    void wrongMatricesAreNamed()
    {
        const AssignmentNetwork network = *AssignmentNetwork::make(braess());
        const auto wrongSize = assign(network, {*OdMatrix::make(3, {})}, exact(1e-6));
        QVERIFY(!wrongSize);
        QCOMPARE(wrongSize.error().code, Errc::Shape);
        QVERIFY(wrongSize.error().message().contains(QStringLiteral("3 zones")));
        QVERIFY(!assign(network, {}, exact(1e-6)));
        QVERIFY(!OdMatrix::make(2, {{0, 2, 1.0}}));
        QVERIFY(!OdMatrix::make(2, {{0, 1, -1.0}}));
        QVERIFY(!OdMatrix::make(2, {{0, 1, std::nan("")}}));
        QVERIFY(!OdMatrix::fromDense(2, {1.0, 2.0, 3.0}));
    }

    void tripsBeyondAllNumbersAreRefused()
    {
        AssignmentNetworkData data = braess();
        for (AssignmentLink &link : data.links)
            link.delay = {DelayFunction::Bpr, 1.0, 1e-30, 0.15, 40.0};
        const auto result = assign(*AssignmentNetwork::make(data), braessTrips(), exact(1e-6));
        QVERIFY(!result);
        QCOMPARE(result.error().code, Errc::Numeric);
    }

    void matricesAddUp()
    {
        const OdMatrix matrix =
            *OdMatrix::make(3, {{2, 0, 1.5}, {0, 1, 2.0}, {2, 0, 0.5}, {1, 1, 4.0}, {0, 2, 0.0}});
        QCOMPARE(matrix.pairCount(), std::size_t(3));
        QCOMPARE(matrix.at(2, 0), 2.0);
        QCOMPARE(matrix.at(0, 2), 0.0);
        QCOMPARE(matrix.total(), 8.0);
        QCOMPARE(matrix.intrazonal(), 4.0);
    }
};

QTEST_GUILESS_MAIN(tst_AssignmentRules)
#include "tst_assignment_rules.moc"
