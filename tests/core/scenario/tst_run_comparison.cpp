// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/comparison.h"

#include "scenario/run_export.h"
#include "support/made_base_case.h"
#include "support/verify_ok.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <cmath>
#include <numeric>

using namespace belvedere;

namespace {

Edit edit(EditBody body)
{
    return {QStringLiteral("e1"), {}, {}, std::move(body)};
}

struct Pair
{
    std::shared_ptr<const BaseRun> before;
    std::shared_ptr<const CoupledRun> after;
    std::size_t closed = 0;
};

/// The busiest road of a made grid is closed.
const Pair &closure()
{
    static const Pair pair = [] {
        ScenarioSettings settings;
        settings.relativeGap = 1e-10;
        Pair made;
        made.before = *runBase(madeBaseCase({}, 21), settings);
        const std::vector<double> &flow = made.before->run->day.front();
        for (std::size_t link = 0; link < flow.size(); ++link)
            if (!made.before->base->data().roads[link].connector && flow[link] > flow[made.closed])
                made.closed = link;
        made.after = *runScenario(
            *made.before, {edit(CloseLinks{{made.before->base->links().keyOf(made.closed)}})});
        return made;
    }();
    return pair;
}

QStringList elementsOf(const QString &file, const QString &element, const QString &attribute)
{
    QFile input(file);
    if (!input.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&input);
    QStringList values;
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == element)
            values.append(xml.attributes().value(attribute).toString());
    return xml.hasError() ? QStringList{xml.errorString()} : values;
}

} // namespace

class tst_RunComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClosedRoadLosesItsTraffic()
    {
        const CoupledRun &before = *closure().before->run;
        const CoupledRun &after = *closure().after;
        const auto flow = linkDifference(before, after, LinkQuantity::Flow, 0);
        QCOMPARE(flow[closure().closed], -before.periods[0].values[0][closure().closed]);
        const auto time = linkDifference(before, after, LinkQuantity::Time, 0);
        QVERIFY(std::isnan(time[closure().closed]));
        const auto kpis = compareKpis(before, after);
        QCOMPARE(kpis.front().verdict, Verdict::Worse);
        QVERIFY(kpis.front().change > 0.0);
    }

    void theMostAffectedStreetsComeFirst()
    {
        const auto streets =
            affectedStreets(*closure().before->run, *closure().after, LinkQuantity::Flow, 8, 0);
        QCOMPARE(streets.size(), std::size_t(8));
        for (std::size_t k = 1; k < streets.size(); ++k)
            QVERIFY(streets[k - 1].weight >= streets[k].weight);
        const bool closedFirst =
            std::any_of(streets.begin(), streets.begin() + 3, [](const AffectedStreet &street) {
                return std::find(street.links.begin(), street.links.end(), closure().closed)
                    != street.links.end();
            });
        QVERIFY(closedFirst);
    }

    void movedTripsExplainTheTraffic()
    {
        const auto flow =
            linkDifference(*closure().before->run, *closure().after, LinkQuantity::Flow, 0);
        std::size_t most = 0;
        for (std::size_t link = 0; link < flow.size(); ++link)
            if (!closure().before->base->data().roads[link].connector && flow[link] > flow[most])
                most = link;
        QVERIFY(flow[most] > 10.0);
        const auto reason =
            explainTraffic(*closure().before->run, *closure().after, most, 0, 1000, 3);
        VERIFY_OK(reason);
        QVERIFY(std::abs(reason->after - reason->before - flow[most]) < 1e-6 * reason->after);
        QVERIFY(std::abs(reason->fromReroutedTrips - flow[most]) < 1e-6 * reason->after);
        QVERIFY(std::abs(reason->fromDemand) < 1e-9);
        double sum = 0.0;
        for (const PairShift &shift : reason->pairs)
            sum += shift.change;
        QVERIFY(std::abs(sum - flow[most]) < 1e-6 * reason->after);
        QCOMPARE(reason->routes.size(), std::size_t(3));
        // Those who came went by the closed road before, or by one that got slower.
        for (const RouteShift &shift : reason->routes) {
            QVERIFY(!shift.before.empty() && !shift.after.empty());
            QCOMPARE(shift.pair.change, shift.pair.after - shift.pair.before);
        }
        QVERIFY(std::abs(reason->bundleAfter[most] - reason->after) < 1e-6 * reason->after);
    }

    void moreTripsExplainTheTrafficToo()
    {
        const auto after = runScenario(*closure().before, {edit(DemandFactor{1.2, {}, {}, {}})});
        VERIFY_OK(after);
        const auto reason = explainTraffic(*closure().before->run, **after, closure().closed, 0);
        VERIFY_OK(reason);
        QVERIFY(std::abs(reason->fromDemand - 0.2 * reason->before) < 1e-6 * reason->before);
        QVERIFY(!explainTraffic(*closure().before->run, **after, 9999, 0));
        QVERIFY(!explainTraffic(*closure().before->run, **after, 0, 3));
    }

    void tablesHaveARowForEachLink()
    {
        const QTemporaryDir folder;
        const FeatureTable table = linkRunTable(*closure().after, closure().before->run.get(), 0);
        QCOMPARE(table.rows(), closure().after->applied->roads.size());
        const int change = table.columnIndex(QStringLiteral("flow_change"));
        QVERIFY(change >= 0);
        QCOMPARE(table.columns[std::size_t(change)].reals,
            linkDifference(*closure().before->run, *closure().after, LinkQuantity::Flow, 0));
        for (const QString &name : {QStringLiteral("links.csv"), QStringLiteral("links.geojson")}) {
            const QString file = folder.filePath(name);
            VERIFY_OK(exportLinks(file, *closure().after, closure().before->run.get()));
            QVERIFY(QFile(file).size() > 1000);
        }
        QVERIFY(!exportLinks(folder.filePath(QStringLiteral("links.xyz")), *closure().after));
    }

    void scriptsSeeAllIndicators()
    {
        const QJsonObject kpis = kpisToJson(*closure().after);
        for (const char *key : {"totalTravelTime", "nox", "pm25", "co2", "no2Exposure",
                 "pm25Exposure", "fatalCrashes", "responseTime", "accessibility"})
            QVERIFY2(kpis.value(QLatin1String(key)).isDouble(), key);
        QCOMPARE(indicatorsToJson(*closure().after).size(), qsizetype(kpis.size()));
        const QJsonArray comparison =
            comparisonToJson(compareKpis(*closure().before->run, *closure().after));
        QCOMPARE(comparison.first().toObject().value(QLatin1String("verdict")).toString(),
            QStringLiteral("worse"));
    }

    void sumoGetsNetworkAndDemand()
    {
        const QTemporaryDir folder;
        const auto files = exportSumo(folder.path(), QStringLiteral("town"), *closure().after);
        VERIFY_OK(files);
        QCOMPARE(files->files.size(), qsizetype(6));
        const auto read = [&](const char *ending, const char *element, const char *attribute) {
            return elementsOf(folder.filePath(QLatin1String("town") + QLatin1String(ending)),
                QLatin1String(element), QLatin1String(attribute));
        };
        const QStringList nodes = read(".nod.xml", "node", "id");
        const QStringList edges = read(".edg.xml", "edge", "id");
        QCOMPARE(nodes.size(), qsizetype(6 * 7));
        QCOMPARE(std::size_t(edges.size()),
            roadKeys(*closure().before->base).size() - 1); // one is closed
        for (const QString &end : read(".edg.xml", "edge", "from") + read(".edg.xml", "edge", "to"))
            QVERIFY2(nodes.contains(end), qPrintable(end));
        const QStringList sources = read(".taz.xml", "tazSource", "id");
        QVERIFY(!sources.isEmpty());
        for (const QString &edge : sources + read(".taz.xml", "tazSink", "id"))
            QVERIFY2(edges.contains(edge), qPrintable(edge));
        const QStringList zones = read(".taz.xml", "taz", "id");
        const QStringList flows = read(".flows.xml", "flow", "id");
        QCOMPARE(std::size_t(flows.size()), files->flows);
        for (const QString &zone :
            read(".flows.xml", "flow", "fromTaz") + read(".flows.xml", "flow", "toTaz"))
            QVERIFY2(zones.contains(zone), qPrintable(zone));
        double trips = 0.0;
        for (const QString &rate : read(".flows.xml", "flow", "vehsPerHour"))
            trips += rate.toDouble();
        QVERIFY(std::abs(trips - closure().before->base->data().periods[0].demand[0].total())
            < 1e-5 * trips);
        QCOMPARE(
            read(".netccfg", "node-files", "value"), QStringList{QStringLiteral("town.nod.xml")});
    }
};

QTEST_GUILESS_MAIN(tst_RunComparison)
#include "tst_run_comparison.moc"
