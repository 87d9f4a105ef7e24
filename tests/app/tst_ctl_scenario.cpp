// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl_process.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace belvedere;

namespace {

/// Braess's network with its bridge, as the TNTP collection writes it.
constexpr const char *kNet =
    "<NUMBER OF ZONES> 2\n<NUMBER OF NODES> 4\n<FIRST THRU NODE> 1\n<NUMBER OF LINKS> 5\n"
    "<END OF METADATA>\n~ init_node term_node capacity length free_flow_time b power speed toll\n"
    "1 3 1 1 0.00000001 1000000000 1 0 0 1 ;\n1 4 1 1 50 0.02 1 0 0 1 ;\n"
    "3 2 1 1 50 0.02 1 0 0 1 ;\n3 4 1 1 10 0.1 1 0 0 1 ;\n"
    "4 2 1 1 0.00000001 1000000000 1 0 0 1 ;\n";
constexpr const char *kTrips =
    "<NUMBER OF ZONES> 2\n<TOTAL OD FLOW> 6.0\n<END OF METADATA>\nOrigin 1\n 2 : 6.0;\n";
constexpr const char *kNodes =
    "Node X Y ;\n1 9.70 50.90 ;\n2 9.72 50.90 ;\n3 9.71 50.91 ;\n4 9.71 50.89 ;\n";
constexpr const char *kPlans = R"({"title": "Bridge",
    "base": {"network": "net.tntp", "trips": "trips.tntp", "nodes": "nodes.tntp"},
    "scenarios": [{"id": "closed", "edits": [{"kind": "close", "links": ["3-4"]}]},
                  {"id": "same", "edits": []}]})";

} // namespace

class tst_CtlScenario : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        write("net.tntp", kNet);
        write("trips.tntp", kTrips);
        write("nodes.tntp", kNodes);
        write("plans.json", kPlans);
    }

    void closingTheBridgeHelps()
    {
        const CtlRun run = call("run plans.json#closed --gap 1e-12 --out out --sumo --json");
        QVERIFY2(run.status == 0, qPrintable(run.err));
        QVERIFY(std::abs(number(run, "kpis", "totalTravelTime") - 498.0) < 1e-6);
        QVERIFY(std::abs(number(run, "baseKpis", "totalTravelTime") - 552.0) < 1e-6);
        const QJsonObject first =
            run.json.value(QLatin1String("comparison")).toArray().first().toObject();
        QCOMPARE(first.value(QLatin1String("verdict")).toString(), QStringLiteral("better"));
        for (const QJsonValue &file : run.json.value(QLatin1String("files")).toArray())
            QVERIFY2(QFile::exists(QDir(m_folder.path()).filePath(file.toString())),
                qPrintable(file.toString()));
        QFile links(m_folder.filePath(QStringLiteral("out/links.csv")));
        QVERIFY(links.open(QIODevice::ReadOnly));
        QVERIFY(links.readLine().contains("flow_change"));
        QVERIFY(links.readLine().startsWith("1-3,"));
    }

    void scenariosAreCompared()
    {
        const CtlRun run = call("compare plans.json#same plans.json#closed --gap 1e-12 --json");
        QVERIFY2(run.status == 0, qPrintable(run.err));
        QVERIFY(std::abs(number(run, "kpis", "totalTravelTime") - 498.0) < 1e-6);
        const CtlRun same = call("compare base plans.json#same --json");
        QVERIFY2(same.status == 0, qPrintable(same.err));
        for (const QJsonValue &kpi : same.json.value(QLatin1String("comparison")).toArray())
            QCOMPARE(kpi.toObject().value(QLatin1String("change")).toDouble(), 0.0);
    }

    void badInputIsNamed_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *name, const char *file, const char *arguments,
                             const char *word) {
            QTest::newRow(name) << QByteArray(file) << QString::fromLatin1(arguments)
                                << QString::fromLatin1(word);
        };
        const char *base = "run x.json --net net.tntp --trips trips.tntp";
        row("noFile", "", "run none.json", "none.json");
        row("several", kPlans, "run x.json", "closed, same");
        row("noSuch", kPlans, "run x.json#third", "third");
        row("noJson", "{\"edits\": [\n oops", "run x.json", "x.json:2");
        row("noKind", R"({"edits": [{"kind": "shut"}]})", base, "shut");
        row("noLink", R"({"edits": [{"kind": "close", "links": ["8-9"]}]})", base, "8-9");
        row("zero", R"({"edits": [{"kind": "capacity", "links": ["3-4"], "vehH": 0}]})", base,
            "Edit 1");
        row("otherCity", R"({"baseHash": "abc", "edits": []})", base, "another city");
        row("noIndicator", R"({"kpis": [], "edits": []})", base, "indicator");
        row("halfABase", R"({"edits": []})", "run x.json --net net.tntp", "--trips");
        row("gap", R"({"edits": []})", "run x.json --net net.tntp --trips trips.tntp --gap 0",
            "--gap");
    }

    void badInputIsNamed()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, arguments);
        QFETCH(QString, word);
        write("x.json", file);
        const CtlRun run = call(arguments);
        QCOMPARE(run.status, 2);
        QVERIFY2(run.err.contains(word), qPrintable(run.err));
    }

private:
    void write(const char *name, const QByteArray &text)
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), qint64(text.size()));
    }
    [[nodiscard]] CtlRun call(const QString &arguments) const
    {
        return runCtl(QStringList{QStringLiteral("scenario")} + arguments.split(QLatin1Char(' ')),
            m_folder.path());
    }
    [[nodiscard]] CtlRun call(const char *arguments) const
    {
        return call(QString::fromLatin1(arguments));
    }
    static double number(const CtlRun &run, const char *group, const char *key)
    {
        return run.json.value(QLatin1String(group)).toObject().value(QLatin1String(key)).toDouble();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(tst_CtlScenario)
#include "tst_ctl_scenario.moc"
