// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/assignment/assignment.h"

#include "support/assignment_checks.h"
#include "support/made_network.h"
#include "support/tntp_case.h"
#include "support/verify_ok.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <numeric>

using namespace belvedere;

namespace {

using Edit = std::function<void(TntpCase &)>;

/// Known answers of a case after an edit.
struct Known
{
    QString name;
    double objective = 0.0;
    double totalTravelTime = 0.0;
    Edit edit = [](TntpCase &) {};
    QString golden = {};
    AssignmentObjective aim = AssignmentObjective::UserEquilibrium;
};

void editLinks(TntpCase &tntp, const std::vector<std::pair<int, int>> &ends,
    const std::function<void(AssignmentLink &)> &change)
{
    AssignmentNetworkData data = tntp.network.data();
    for (const auto &[from, to] : ends) {
        const std::int32_t link = tntp.network.findLink(from, to);
        QVERIFY(link >= 0);
        change(data.links[static_cast<std::size_t>(link)]);
    }
    auto edited = AssignmentNetwork::make(std::move(data));
    VERIFY_OK(edited);
    tntp.network = std::move(*edited);
}

void editAll(TntpCase &tntp, const std::function<void(AssignmentLink &)> &change)
{
    AssignmentNetworkData data = tntp.network.data();
    for (AssignmentLink &link : data.links)
        change(link);
    tntp.network = *AssignmentNetwork::make(std::move(data));
}

/// Flow in and out of each node against what begins and ends there.
double worstImbalance(
    const AssignmentNetwork &network, const OdMatrix &trips, const std::vector<double> &flow)
{
    std::vector<double> balance(network.nodeCount(), 0.0);
    for (std::size_t link = 0; link < flow.size(); ++link) {
        balance[static_cast<std::size_t>(network.links()[link].from)] += flow[link];
        balance[static_cast<std::size_t>(network.links()[link].to)] -= flow[link];
    }
    for (const OdPair &pair : trips.pairs()) {
        const auto node = [&network](std::int32_t zone) {
            return static_cast<std::size_t>(network.zones()[static_cast<std::size_t>(zone)].node);
        };
        balance[node(pair.origin)] -= pair.trips;
        balance[node(pair.destination)] += pair.trips;
    }
    double worst = 0.0;
    for (const double rest : balance)
        worst = std::max(worst, std::abs(rest));
    return worst;
}

} // namespace

class tst_Assignment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void braessGetsWorseByItsBridge()
    {
        AssignmentNetworkData data = braess();
        const auto with = assign(*AssignmentNetwork::make(data), braessTrips(), exact(1e-13));
        VERIFY_OK(with);
        const double flows[] = {4.0, 2.0, 2.0, 4.0, 2.0};
        for (std::size_t link = 0; link < 5; ++link)
            QVERIFY(std::abs(with->flow[link] - flows[link]) < 1e-9);
        QVERIFY(near(with->totalTravelTime, 552.0, 1e-11));
        QVERIFY(near(with->objective, 386.0, 1e-11));
        data.links[4].open = false;
        const auto without =
            assign(*AssignmentNetwork::make(data), braessTrips(), exact(1e-13), {}, with->state);
        VERIFY_OK(without);
        QVERIFY(near(without->totalTravelTime, 498.0, 1e-11));
        for (std::size_t link = 0; link < 4; ++link)
            QVERIFY(std::abs(without->flow[link] - 3.0) < 1e-9);
        QCOMPARE(without->flow[4], 0.0);
        QVERIFY(near(without->totalTravelTime / 6.0, 83.0, 1e-11));
    }

    void braessAtItsOptimumLeavesTheBridge()
    {
        AssignmentOptions options = exact(1e-13);
        options.objective = AssignmentObjective::SystemOptimum;
        const auto result = assign(*AssignmentNetwork::make(braess()), braessTrips(), options);
        VERIFY_OK(result);
        QVERIFY(near(result->objective, 498.0, 1e-10));
        QVERIFY(result->flow[4] < 1e-9);
    }

    void knownAnswers_data()
    {
        QTest::addColumn<Known>("known");
        const QString siouxFalls = QStringLiteral("SiouxFalls/SiouxFalls");
        const QString anaheim = QStringLiteral("Anaheim/Anaheim");
        const auto row = [](const char *name, Known known) { QTest::newRow(name) << known; };
        row("siouxFalls",
            {siouxFalls, 4231335.2871074406, 7480225.344921, [](TntpCase &) {},
                QStringLiteral("SiouxFalls_UE")});
        row("anaheim",
            {anaheim, 1286032.1710960327, 1419913.851059, [](TntpCase &) {},
                QStringLiteral("Anaheim_UE")});
        row("chicagoSketch",
            {QStringLiteral("Chicago-Sketch/ChicagoSketch"), 17313018.7387477607, 18371027.719673,
                [](TntpCase &) {}, QStringLiteral("ChicagoSketch_UE")});
        row("chicagoSketchTwice",
            {QStringLiteral("Chicago-Sketch/ChicagoSketch"), 42113311.518545, 0.0,
                [](TntpCase &tntp) {
                    tntp.trips = tntp.trips.scaled([](std::size_t, std::size_t) { return 2.0; });
                }});
        row("siouxFallsOptimum",
            {siouxFalls, 7194256.05289, 7194256.05289, [](TntpCase &) {},
                QStringLiteral("SiouxFalls_SO"), AssignmentObjective::SystemOptimum});
        row("anaheimOptimum",
            {anaheim, 1395015.08669, 1395015.08669, [](TntpCase &) {}, QStringLiteral("Anaheim_SO"),
                AssignmentObjective::SystemOptimum});
        row("closure",
            {siouxFalls, 4805328.70345475, 9486411.08737,
                [](TntpCase &tntp) {
                    editLinks(tntp, {{10, 16}, {16, 10}},
                        [](AssignmentLink &link) { link.open = false; });
                },
                QStringLiteral("SF_close")});
        row("lane",
            {siouxFalls, 4116369.67754416, 7036321.06633,
                [](TntpCase &tntp) {
                    editLinks(tntp, {{10, 16}, {16, 10}},
                        [](AssignmentLink &link) { link.delay.capacity *= 1.5; });
                },
                QStringLiteral("SF_lane")});
        row("speed",
            {siouxFalls, 4268132.08028455, 7526139.62870,
                [](TntpCase &tntp) {
                    editLinks(tntp, {{15, 22}, {22, 15}},
                        [](AssignmentLink &link) { link.delay.freeTime *= 1.25; });
                },
                QStringLiteral("SF_speed")});
        row("event",
            {siouxFalls, 4811071.12333058, 9449169.96010,
                [](TntpCase &tntp) {
                    tntp.trips = tntp.trips.scaled(
                        [](std::size_t, std::size_t to) { return to == 9 ? 1.5 : 1.0; });
                },
                QStringLiteral("SF_event")});
        row("weather",
            {siouxFalls, 4885939.6279289, 9793860.00169,
                [](TntpCase &tntp) {
                    editAll(tntp, [](AssignmentLink &link) {
                        link.delay.capacity *= 0.9;
                        link.delay.freeTime /= 0.95;
                    });
                },
                QStringLiteral("SF_weather")});
    }
    void knownAnswers()
    {
        if (!hasTntpData())
            QSKIP("shared/data/tntp is not here");
        QFETCH(Known, known);
        auto base = readTntpCase(known.name);
        VERIFY_OK(base);
        TntpCase edited = *base;
        known.edit(edited);
        AssignmentOptions options = exact(1e-14);
        options.objective = known.aim;
        const auto cold = assign(edited.network, {edited.trips}, options);
        VERIFY_OK(cold);
        const auto before = assign(base->network, {base->trips}, exact(1e-6));
        VERIFY_OK(before);
        const auto warm = assign(edited.network, {edited.trips}, options, {}, before->state);
        VERIFY_OK(warm);
        for (const AssignmentResult &result : {*cold, *warm}) {
            QVERIFY(result.converged);
            // What the printed digits allow.
            QVERIFY(near(result.objective, known.objective, 1e-11));
            if (known.totalTravelTime > 0.0)
                QVERIFY(near(result.totalTravelTime, known.totalTravelTime, 1e-9));
            if (!known.golden.isEmpty()) {
                const double off =
                    largestDifference(edited.network, result.flow, readGolden(known.golden));
                QVERIFY2(off < 1e-6, qPrintable(QString::number(off)));
            }
            QVERIFY(worstImbalance(edited.network, edited.trips, result.flow) < 1e-5);
            const FlowFigures check =
                figuresOf(edited.network, {edited.trips}, result.classFlow, known.aim);
            QVERIFY(std::abs(check.relativeGap) < 1e-12);
        }
    }

    void anarchyHasItsPrice_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("price");
        QTest::newRow("siouxFalls") << QStringLiteral("SiouxFalls/SiouxFalls") << 1.03975;
        QTest::newRow("anaheim") << QStringLiteral("Anaheim/Anaheim") << 1.01785;
    }
    void anarchyHasItsPrice()
    {
        if (!hasTntpData())
            QSKIP("shared/data/tntp is not here");
        QFETCH(QString, name);
        QFETCH(double, price);
        const auto tntp = readTntpCase(name);
        VERIFY_OK(tntp);
        const auto user = assign(tntp->network, {tntp->trips}, exact(1e-9));
        VERIFY_OK(user);
        AssignmentOptions options = exact(1e-9);
        options.objective = AssignmentObjective::SystemOptimum;
        const auto system = assign(tntp->network, {tntp->trips}, options);
        VERIFY_OK(system);
        QVERIFY(std::abs(user->totalTravelTime / system->totalTravelTime - price) < 5e-6);
    }

    void publishedFlows_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("relativeGap");
        QTest::newRow("siouxFalls") << QStringLiteral("SiouxFalls/SiouxFalls") << 3.7e-16;
        QTest::newRow("anaheim") << QStringLiteral("Anaheim/Anaheim") << 8.5e-15;
        QTest::newRow("chicagoSketch") << QStringLiteral("Chicago-Sketch/ChicagoSketch") << 1.8e-14;
    }
    /// The flow files of the collection, judged by figuresOf() alone.
    void publishedFlows()
    {
        if (!hasTntpData())
            QSKIP("shared/data/tntp is not here");
        QFETCH(QString, name);
        const auto tntp = readTntpCase(name);
        VERIFY_OK(tntp);
        const auto flows = readTntpFlows(tntpFolder() + name + QStringLiteral("_flow.tntp"));
        VERIFY_OK(flows);
        std::vector<double> flow(tntp->network.links().size(), 0.0);
        for (const TntpFlow &link : *flows)
            flow[static_cast<std::size_t>(tntp->network.findLink(link.from, link.to))] =
                link.volume;
        const FlowFigures figures = figuresOf(tntp->network, {tntp->trips}, {flow});
        QVERIFY(std::abs(figures.relativeGap) < 1e-13);
    }

    void nothingEditedChangesNothing()
    {
        if (!hasTntpData())
            QSKIP("shared/data/tntp is not here");
        const auto tntp = readTntpCase(QStringLiteral("Anaheim/Anaheim"));
        VERIFY_OK(tntp);
        const auto base = assign(tntp->network, {tntp->trips}, exact(1e-8));
        VERIFY_OK(base);
        const auto again = assign(tntp->network, {tntp->trips}, exact(1e-8), {}, base->state);
        VERIFY_OK(again);
        QCOMPARE(again->flow, base->flow);
        QCOMPARE(again->time, base->time);
        QCOMPARE(again->objective, base->objective);
        QCOMPARE(again->iterations, 0);
    }

    void threadsDoNotChangeABit_data()
    {
        QTest::addColumn<int>("algorithm");
        QTest::newRow("bush") << int(AssignmentAlgorithm::Bush);
        QTest::newRow("frankWolfe") << int(AssignmentAlgorithm::FrankWolfe);
    }
    void threadsDoNotChangeABit()
    {
        QFETCH(int, algorithm);
        const MadeNetwork made = madeNetwork({12, 12, 40, 10.0, 60.0, true}, 5);
        AssignmentOptions options = exact(1e-4);
        options.algorithm = AssignmentAlgorithm(algorithm);
        std::vector<double> first;
        for (const int threads : {1, 2, 3, 7}) {
            TaskContext context;
            context.threads = threads;
            const auto result = assign(made.network(), {made.trips}, options, context);
            VERIFY_OK(result);
            if (first.empty())
                first = result->flow;
            QVERIFY(result->flow == first);
        }
    }

    void bushesEqualFrankWolfe_data()
    {
        QTest::addColumn<quint64>("seed");
        QTest::addColumn<bool>("optimum");
        for (quint64 seed = 1; seed <= 8; ++seed) {
            QTest::addRow("equilibrium %d", int(seed)) << seed << false;
            QTest::addRow("optimum %d", int(seed)) << seed << true;
        }
    }
    void bushesEqualFrankWolfe()
    {
        QFETCH(quint64, seed);
        QFETCH(bool, optimum);
        const MadeNetwork made = madeNetwork(MadeNetworkSpec(), seed);
        const AssignmentNetwork network = made.network();
        AssignmentOptions options = exact(1e-11);
        if (optimum)
            options.objective = AssignmentObjective::SystemOptimum;
        const auto bush = assign(network, {made.trips}, options);
        VERIFY_OK(bush);
        QVERIFY(bush->converged);
        QVERIFY(worstImbalance(network, made.trips, bush->flow) < 1e-7);
        options.algorithm = AssignmentAlgorithm::FrankWolfe;
        options.relativeGap = 1e-5;
        options.maxIterations = 5000;
        const auto check = assign(network, {made.trips}, options);
        VERIFY_OK(check);
        QVERIFY(check->converged);
        // Convexity: what a gap leaves above the least objective is at most gap · cost.
        const double most = check->relativeGap * (check->totalCost + 4.0 * check->objective);
        QVERIFY(check->objective >= bush->objective * (1.0 - 1e-10));
        QVERIFY(check->objective - bush->objective <= most);
        QVERIFY(near(figuresOf(network, {made.trips}, bush->classFlow, options.objective).objective,
            bush->objective, 1e-12));
    }

    void marginalTollsGiveTheOptimum_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 4; ++seed)
            QTest::addRow("%d", int(seed)) << seed;
    }
    void marginalTollsGiveTheOptimum()
    {
        QFETCH(quint64, seed);
        MadeNetwork made = madeNetwork(MadeNetworkSpec(), seed);
        AssignmentOptions options = exact(1e-12);
        options.objective = AssignmentObjective::SystemOptimum;
        const auto optimum = assign(made.network(), {made.trips}, options);
        VERIFY_OK(optimum);
        const std::vector<double> tolls = marginalTolls(made.network(), optimum->flow);
        for (std::size_t link = 0; link < tolls.size(); ++link)
            made.data.links[link].toll = tolls[link];
        made.data.classes.front().tollFactor = 1.0;
        const auto tolled = assign(made.network(), {made.trips}, exact(1e-12));
        VERIFY_OK(tolled);
        QVERIFY(near(tolled->totalTravelTime, optimum->totalTravelTime, 1e-9));
    }

    void editsRestartFromEarlierRoutes_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 12; ++seed)
            QTest::addRow("%d", int(seed)) << seed;
    }
    /// Any chain of edits ends where a fresh start ends.
    void editsRestartFromEarlierRoutes()
    {
        QFETCH(quint64, seed);
        MadeNetwork made = madeNetwork(MadeNetworkSpec(), seed);
        Random random(seed + 100);
        auto result = assign(made.network(), {made.trips}, exact(1e-9));
        VERIFY_OK(result);
        for (int edit = 0; edit < 6; ++edit) {
            AssignmentLink &link = made.data.links[random.below(made.data.links.size() - 16)];
            switch (random.below(5)) {
            case 0:
                link.open = !link.open;
                break;
            case 1:
                link.delay.capacity *= random.uniform(0.3, 2.0);
                break;
            case 2:
                link.delay.freeTime *= random.uniform(0.3, 2.0);
                break;
            case 3:
                made.trips = made.trips.scaled(
                    [&](std::size_t, std::size_t to) { return to % 3 == 0 ? 1.4 : 0.9; });
                break;
            default: {
                AssignmentLink more = link; // a new link between any two streets
                const std::uint64_t streets = 42;
                more.from = 8 + static_cast<std::int32_t>(random.below(streets));
                more.to = 8 + static_cast<std::int32_t>(random.below(streets));
                made.data.links.push_back(more);
            }
            }
            result = assign(made.network(), {made.trips}, exact(1e-12), {}, result->state);
            VERIFY_OK(result);
            QVERIFY(result->converged);
            const auto fresh = assign(made.network(), {made.trips}, exact(1e-12));
            VERIFY_OK(fresh);
            QVERIFY(near(result->objective, fresh->objective, 1e-11));
            QCOMPARE(result->unserved.size(), fresh->unserved.size());
        }
    }

    void aClosedAccessStrandsItsZone()
    {
        if (!hasTntpData())
            QSKIP("shared/data/tntp is not here");
        auto tntp = readTntpCase(QStringLiteral("Anaheim/Anaheim"));
        VERIFY_OK(tntp);
        const auto base = assign(tntp->network, {tntp->trips}, exact(1e-8));
        VERIFY_OK(base);
        editLinks(*tntp, {{63, 62}}, [](AssignmentLink &link) { link.open = false; });
        const auto cold = assign(tntp->network, {tntp->trips}, exact(1e-8));
        const auto warm = assign(tntp->network, {tntp->trips}, exact(1e-8), {}, base->state);
        for (const auto *result : {&cold, &warm}) {
            VERIFY_OK(*result);
            QVERIFY((*result)->converged);
            const auto stranded = strandedZones(**result);
            QVERIFY(!stranded.empty());
            QCOMPARE(tntp->network.zones()[static_cast<std::size_t>(stranded.front().zone)].id,
                std::int64_t(2));
            QVERIFY((*result)->assignedTrips < base->assignedTrips);
        }
        QCOMPARE(cold->unserved.size(), warm->unserved.size());
        // Opened again, all trips are back.
        editLinks(*tntp, {{63, 62}}, [](AssignmentLink &link) { link.open = true; });
        const auto back = assign(tntp->network, {tntp->trips}, exact(1e-10), {}, warm->state);
        VERIFY_OK(back);
        QVERIFY(back->unserved.empty());
        QVERIFY(near(back->objective, 1286032.1710960327, 1e-9));
    }
};

Q_DECLARE_METATYPE(Known)

QTEST_GUILESS_MAIN(tst_Assignment)
#include "tst_assignment.moc"
