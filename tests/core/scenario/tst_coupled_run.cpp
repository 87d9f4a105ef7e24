// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/coupled_run.h"

#include "scenario/base_case_sources.h"
#include "scenario/comparison.h"
#include "support/made_base_case.h"
#include "support/tntp_case.h"
#include "support/verify_ok.h"

#include <QTest>

#include <cmath>
#include <cstring>

using namespace belvedere;

namespace {

Edit edit(EditBody body)
{
    return {QStringLiteral("e1"), {}, {}, std::move(body)};
}

std::vector<LinkKey> both(std::int64_t from, std::int64_t to)
{
    return {{from, to, 0}, {to, from, 0}};
}

bool near(double value, double expected, double relative)
{
    const bool close = std::abs(value - expected) <= relative * std::abs(expected);
    if (!close)
        qWarning("%.17g instead of %.17g", value, expected);
    return close;
}

Result<std::shared_ptr<const BaseCase>> siouxFalls()
{
    BaseCaseFiles files;
    const QString begin = tntpFolder() + QStringLiteral("SiouxFalls/SiouxFalls");
    files.network = begin + QStringLiteral("_net.tntp");
    files.trips = begin + QStringLiteral("_trips.tntp");
    files.nodes = begin + QStringLiteral("_node.tntp");
    return readBaseCase(files);
}

ScenarioSettings exact()
{
    ScenarioSettings settings;
    settings.relativeGap = 1e-12;
    return settings;
}

/// Braess's network with its bridge 3-4.
BaseCaseData braess()
{
    AssignmentNetworkData network;
    network.nodeIds = {1, 2, 3, 4};
    network.zones = {{1, 0}, {2, 1}};
    BaseCaseData data;
    const auto add = [&](int from, int to, double free, double slope) {
        AssignmentLink link;
        link.from = from;
        link.to = to;
        link.delay = {DelayFunction::Bpr, free, 1.0, slope / free, 1.0};
        network.links.push_back(link);
        data.roads.emplace_back().lengthM = 1000.0;
    };
    add(0, 2, 1e-12, 10.0);
    add(0, 3, 50.0, 1.0);
    add(2, 1, 50.0, 1.0);
    add(3, 1, 1e-12, 10.0);
    add(2, 3, 10.0, 1.0);
    network.classes.front().tollFactor = 1.0;
    data.network = *AssignmentNetwork::make(std::move(network));
    data.periods.push_back({{}, 7.0, 1.0, {*OdMatrix::make(2, {{0, 1, 6.0}})}});
    data.fleets.push_back(fleets().front());
    return data;
}

double kpi(const CoupledRun &run, const char *key)
{
    const KpiValue *found = findKpi(run.kpis, QLatin1String(key));
    return found != nullptr ? found->value : std::nan("");
}

bool sameBits(const std::vector<double> &a, const std::vector<double> &b)
{
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

} // namespace

class tst_CoupledRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closingTheBridgeOfBraessHelpsAll()
    {
        const auto base = BaseCase::make(braess());
        VERIFY_OK(base);
        const auto with = runBase(*base, exact());
        VERIFY_OK(with);
        QVERIFY(near(kpi(*(*with)->run, "totalTravelTime"), 552.0, 1e-9));
        QVERIFY(near(kpi(*(*with)->run, "meanTravelTime"), 92.0, 1e-9));
        const auto without = runScenario(**with, {edit(CloseLinks{{{3, 4, 0}}})});
        VERIFY_OK(without);
        QVERIFY(near(kpi(**without, "totalTravelTime"), 498.0, 1e-9));
        QVERIFY(near(kpi(**without, "meanTravelTime"), 83.0, 1e-9));
        const auto comparison = compareKpis(*(*with)->run, **without);
        QCOMPARE(comparison.front().definition.key, QStringLiteral("totalTravelTime"));
        QVERIFY(std::abs(comparison.front().relative + 0.0978) < 1e-4);
        QCOMPARE(comparison.front().verdict, Verdict::Better);
        const auto &flow = (*without)->periods.front().assignment->flow;
        const double expected[] = {3.0, 3.0, 3.0, 3.0, 0.0};
        for (std::size_t link = 0; link < 5; ++link)
            QVERIFY(std::abs(flow[link] - expected[link]) < 1e-6);
    }

    void addingTheBridgeOfBraessHurtsAll()
    {
        BaseCaseData data = braess();
        AssignmentNetworkData network = data.network.data();
        network.links.pop_back();
        data.roads.pop_back();
        data.network = *AssignmentNetwork::make(std::move(network));
        const auto base = BaseCase::make(std::move(data));
        VERIFY_OK(base);
        const auto before = runBase(*base, exact());
        VERIFY_OK(before);
        QVERIFY(near(kpi(*(*before)->run, "totalTravelTime"), 498.0, 1e-9));
        AddLink bridge;
        bridge.from = 3;
        bridge.to = 4;
        bridge.lengthM = 10000.0;
        bridge.limitKmh = 60.0; // 10 minutes
        bridge.capacityVehH = 1e9; // the time stays 10 minutes
        const auto after = runScenario(**before, {edit(bridge)});
        VERIFY_OK(after);
        // 10 x + 10 + 10 x against 10 x + 50 + y: all on the bridge until 4 a branch, then mixed.
        const auto &time = (*after)->periods.front().assignment->time;
        const auto &flow = (*after)->periods.front().assignment->flow;
        QCOMPARE(flow.size(), std::size_t(5));
        QVERIFY(flow[4] > 1.0);
        QVERIFY(near(time[0] + time[4] + time[3], time[0] + time[2], 1e-6));
        QVERIFY(kpi(**after, "totalTravelTime") > 498.0);
        QCOMPARE(linkDifference(*(*before)->run, **after, LinkQuantity::Flow, 0)[4], flow[4]);
    }

    void tollAtMarginalCostGivesTheOptimum()
    {
        const auto base = BaseCase::make(braess());
        VERIFY_OK(base);
        ScenarioSettings optimum = exact();
        optimum.objective = AssignmentObjective::SystemOptimum;
        const auto best = runBase(*base, optimum);
        VERIFY_OK(best);
        const AssignmentResult &flows = *(*best)->run->periods.front().assignment;
        const auto user = runBase(*base, exact());
        VERIFY_OK(user);
        ChargeToll toll;
        toll.amounts = marginalTolls((*base)->network(), flows.flow);
        toll.links = roadKeys(**base);
        const auto tolled = runScenario(**user, {edit(toll)});
        VERIFY_OK(tolled);
        QVERIFY(near(kpi(**tolled, "totalTravelTime"), 498.0, 1e-6));
    }

    void goldens_data()
    {
        QTest::addColumn<Edit>("change");
        QTest::addColumn<QString>("golden");
        QTest::addColumn<double>("totalTravelTime");
        QTest::addColumn<double>("objective");
        QTest::newRow("close") << edit(CloseLinks{both(10, 16)}) << QStringLiteral("SF_close")
                               << 9486411.08737 << 4805328.70345475;
        QTest::newRow("lane") << edit(ChangeCapacity{both(10, 16), {1.5, true}})
                              << QStringLiteral("SF_lane") << 7036321.06633 << 4116369.67754416;
        QTest::newRow("speed") << edit(ChangeSpeed{both(15, 22), {0.8, true}, 1.0})
                               << QStringLiteral("SF_speed") << 7526139.62870 << 4268132.08028455;
        QTest::newRow("event") << edit(DemandFactor{1.5, {}, {10}, {}})
                               << QStringLiteral("SF_event") << 9449169.96010 << 4811071.12333058;
        // 45,100 trips go to zone 10: half as many come on top.
        QTest::newRow("event by guests")
            << edit(PlaceEvent{10, 22550.0, 0.0, {}}) << QStringLiteral("SF_event") << 9449169.96010
            << 4811071.12333058;
        QTest::newRow("weather") << edit(ChangeWeather{0.9, 0.95}) << QStringLiteral("SF_weather")
                                 << 9793860.00169 << 4885939.6279289;
    }

    void goldens()
    {
        QFETCH(Edit, change);
        QFETCH(QString, golden);
        QFETCH(double, totalTravelTime);
        QFETCH(double, objective);
        if (!hasTntpData())
            QSKIP("The TransportationNetworks data is not there.");
        const auto base = siouxFalls();
        VERIFY_OK(base);
        const auto before = runBase(*base, exact());
        VERIFY_OK(before);
        QVERIFY(near(kpi(*(*before)->run, "totalTravelTime"), 7480225.34492, 1e-9));
        const auto after = runScenario(**before, {change});
        VERIFY_OK(after);
        const AssignmentResult &result = *(*after)->periods.front().assignment;
        QVERIFY(near(kpi(**after, "totalTravelTime"), totalTravelTime, 1e-6));
        QVERIFY(near(result.objective, objective, 1e-9));
        const double worst = largestDifference(
            *(*after)->applied->periods.front().network, result.flow, readGolden(golden));
        QVERIFY2(worst < 1e-2, qPrintable(QString::number(worst)));
    }

    void nothingEditedNothingChanged_data()
    {
        QTest::addColumn<std::vector<Edit>>("edits");
        QTest::newRow("no edit") << std::vector<Edit>();
        QTest::newRow("times 1") << std::vector<Edit>{
            edit(ChangeCapacity{{{9, 10, 0}}, {1.0, true}}), edit(DemandFactor{}),
            edit(ChangeWeather{})};
        QTest::newRow("the fleet as it is") << [] {
            ChangeFleet same;
            for (const FleetShare &share : fleets().front().shares)
                same.shares.emplace_back(share.vehicle, share.share);
            return std::vector<Edit>{edit(same)};
        }();
    }

    void nothingEditedNothingChanged()
    {
        QFETCH(std::vector<Edit>, edits);
        ScenarioSettings settings;
        settings.ensembleMembers = 2;
        const auto base = runBase(madeBaseCase({}, 3), settings);
        VERIFY_OK(base);
        const auto same = runScenario(**base, edits);
        VERIFY_OK(same);
        for (const KpiComparison &comparison : compareKpis(*(*base)->run, **same)) {
            QCOMPARE(comparison.change, 0.0);
            QCOMPARE(comparison.verdict, Verdict::Same);
            QVERIFY(comparison.changeRange);
            QCOMPARE(*comparison.changeRange, (KpiRange{0.0, 0.0}));
        }
        for (int q = 0; q < kLinkQuantityCount; ++q)
            for (const double change :
                linkDifference(*(*base)->run, **same, static_cast<LinkQuantity>(q)))
                QCOMPARE(change, 0.0);
        QCOMPARE((*same)->air->nox, (*base)->run->air->nox);
        QVERIFY(affectedStreets(*(*base)->run, **same, LinkQuantity::Flow).empty());
    }

    void theSameEditsGiveTheSameBits()
    {
        const auto base = madeBaseCase({}, 5);
        const std::vector<Edit> edits = {edit(CloseLinks{{base->links().keyOf(4)}})};
        ScenarioSettings settings;
        settings.ensembleMembers = 1;
        std::vector<std::shared_ptr<const CoupledRun>> runs;
        for (const int threads : {1, 3}) {
            TaskContext context;
            context.threads = threads;
            const auto before = runBase(base, settings, context);
            VERIFY_OK(before);
            // Another scenario before it must not matter.
            VERIFY_OK(runScenario(**before, {edit(ChangeWeather{0.8, 0.9})}, context));
            const auto after = runScenario(**before, edits, context);
            VERIFY_OK(after);
            runs.push_back(*after);
        }
        for (std::size_t q = 0; q < runs[0]->day.size(); ++q)
            QVERIFY(sameBits(runs[0]->day[q], runs[1]->day[q]));
        for (std::size_t k = 0; k < runs[0]->kpis.size(); ++k) {
            QCOMPARE(runs[0]->kpis[k].value, runs[1]->kpis[k].value);
            QCOMPARE(runs[0]->kpis[k].members, runs[1]->kpis[k].members);
        }
    }

    void moreTripsEmitMore()
    {
        const auto base = runBase(madeBaseCase({}, 11), {});
        VERIFY_OK(base);
        double last[] = {0.0, 0.0, 0.0, 0.0};
        for (const double factor : {0.0, 0.25, 0.5, 0.75, 1.0, 1.5}) {
            const auto run = runScenario(**base, {edit(DemandFactor{factor, {}, {}, {}})});
            VERIFY_OK(run);
            int k = 0;
            for (const char *key : {"nox", "pm25", "co2", "no2Exposure"}) {
                const double value = kpi(**run, key);
                QVERIFY2(factor == 0.0 ? value == 0.0 : value > last[k], key);
                last[k++] = value;
            }
        }
    }

    void aCleanerFleetEmitsLessAndMovesNobody()
    {
        const auto base = runBase(madeBaseCase({}, 2), {});
        VERIFY_OK(base);
        LowEmissionZone zone;
        zone.links = roadKeys(*(*base)->base);
        for (const VehicleType &type : vehicleTypes())
            if (type.category == VehicleCategory::Car && type.fuel != Fuel::Electric)
                zone.vehicles.append(type.id);
        for (const VehicleType &type : vehicleTypes())
            if (type.category == VehicleCategory::Car && type.fuel == Fuel::Electric)
                zone.replacement = type.id;
        const auto clean = runScenario(**base, {edit(zone)});
        VERIFY_OK(clean);
        QVERIFY(kpi(**clean, "nox") < 0.9 * kpi(*(*base)->run, "nox"));
        QCOMPARE(kpi(**clean, "totalTravelTime"), kpi(*(*base)->run, "totalTravelTime"));
        for (const double change : linkDifference(*(*base)->run, **clean, LinkQuantity::Flow))
            QCOMPARE(change, 0.0);
    }

    void slowerRoadsHurtFewerPeople()
    {
        const auto base = runBase(madeBaseCase({}, 2), {});
        VERIFY_OK(base);
        const auto slow =
            runScenario(**base, {edit(ChangeSpeed{roadKeys(*(*base)->base), {0.7, true}, 1.0})});
        VERIFY_OK(slow);
        QVERIFY(kpi(**slow, "fatalCrashes") < 0.7 * kpi(*(*base)->run, "fatalCrashes"));
        QVERIFY(kpi(**slow, "totalTravelTime") > kpi(*(*base)->run, "totalTravelTime"));
        QVERIFY(kpi(**slow, "responseTime") > kpi(*(*base)->run, "responseTime"));
    }

    void strandedZonesAreSaid()
    {
        if (!hasTntpData())
            QSKIP("The TransportationNetworks data is not there.");
        BaseCaseFiles files;
        files.network = tntpFolder() + QStringLiteral("Anaheim/Anaheim_net.tntp");
        files.trips = tntpFolder() + QStringLiteral("Anaheim/Anaheim_trips.tntp");
        const auto base = readBaseCase(files);
        VERIFY_OK(base);
        const auto before = runBase(*base, {});
        VERIFY_OK(before);
        QVERIFY((*before)->run->stranded.empty());
        const auto after = runScenario(**before, {edit(CloseLinks{{{63, 62, 0}}})});
        VERIFY_OK(after);
        QVERIFY(!(*after)->stranded.empty());
        const auto zone = static_cast<std::size_t>((*after)->stranded.front().zone);
        QCOMPARE((*base)->network().zones()[zone].id, std::int64_t(2));
        QVERIFY(kpi(**after, "unservedTrips") > 0.0);
        // Fewer travel, so that all gets quicker; nobody should call that better.
        const auto comparison = compareKpis(*(*before)->run, **after);
        QVERIFY(comparison.front().change < 0.0);
        QCOMPARE(comparison.front().verdict, Verdict::Unclear);
        QVERIFY(!findKpi((*after)->kpis, QStringLiteral("totalTravelTime"))->flags.empty());
    }

    void partsComeFlaggedTentative()
    {
        std::vector<std::shared_ptr<const CoupledRun>> parts;
        ScenarioSettings settings;
        settings.ensembleMembers = 1;
        const auto base = runBase(madeBaseCase({}, 1), settings, {},
            [&](std::shared_ptr<const CoupledRun> part) { parts.push_back(std::move(part)); });
        VERIFY_OK(base);
        QCOMPARE(parts.size(), std::size_t(2));
        QVERIFY(parts[0]->tentative && parts[1]->tentative && !(*base)->run->tentative);
        QCOMPARE(kpi(*parts[0], "totalTravelTime"), kpi(*(*base)->run, "totalTravelTime"));
        QVERIFY(findKpi(parts[0]->kpis, QStringLiteral("nox")) == nullptr);
        QVERIFY(!parts[1]->kpis.front().range && (*base)->run->kpis.front().range);
    }

    void cancelledRunsStop()
    {
        TaskContext context;
        int asked = 0;
        context.cancelled = [&asked] { return ++asked > 3; };
        const auto run = runBase(madeBaseCase({}, 1), {}, context);
        QVERIFY(!run);
        QCOMPARE(run.error().code, Errc::Cancelled);
    }
};

QTEST_GUILESS_MAIN(tst_CoupledRun)
#include "tst_coupled_run.moc"
