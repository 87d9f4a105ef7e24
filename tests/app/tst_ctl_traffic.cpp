// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl_process.h"

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
    "1 3 1 100 0.00000001 1000000000 1 0 0 1 ;\n1 4 1 100 50 0.02 1 0 0 1 ;\n"
    "3 2 1 100 50 0.02 1 0 0 1 ;\n3 4 1 100 10 0.1 1 0 0 1 ;\n"
    "4 2 1 100 0.00000001 1000000000 1 0 0 1 ;\n";
constexpr const char *kTrips =
    "<NUMBER OF ZONES> 2\n<TOTAL OD FLOW> 6.0\n<END OF METADATA>\nOrigin 1\n 2 : 6.0;\n";

} // namespace

class tst_CtlTraffic : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        write("net.tntp", kNet);
        write("trips.tntp", kTrips);
    }

    void assigns_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<double>("objective");
        QTest::addColumn<double>("time");
        QTest::addColumn<double>("within");
        QTest::newRow("user") << QStringLiteral("--gap 1e-12") << 386.0 << 552.0 << 1e-6;
        QTest::newRow("threads") << QStringLiteral("--gap 1e-12 --threads 3") << 386.0 << 552.0
                                 << 1e-6;
        QTest::newRow("system") << QStringLiteral("--gap 1e-12 --objective system") << 498.0
                                << 498.0 << 1e-6;
        QTest::newRow("frankWolfe")
            << QStringLiteral("--gap 1e-4 --algorithm frank-wolfe --max-seconds 20") << 386.0
            << 552.0 << 0.5;
    }
    void assigns()
    {
        QFETCH(QString, options);
        QFETCH(double, objective);
        QFETCH(double, time);
        QFETCH(double, within);
        const CtlRun run = runCtl(QStringList{QStringLiteral("assign"), QStringLiteral("net.tntp"),
                                      QStringLiteral("trips.tntp"), QStringLiteral("--json")}
                + options.split(QLatin1Char(' ')),
            m_folder.path());
        QVERIFY2(run.status == 0, qPrintable(run.err));
        for (const char *field : {"links", "zones", "iterations", "relativeGap", "objective",
                 "totalTravelTime", "seconds"})
            QVERIFY2(run.json.contains(QLatin1String(field)), field);
        QCOMPARE(run.json.value(QLatin1String("links")).toInt(), 5);
        QCOMPARE(run.json.value(QLatin1String("zones")).toInt(), 2);
        QVERIFY(
            std::abs(run.json.value(QLatin1String("objective")).toDouble() - objective) < within);
        QVERIFY(
            std::abs(run.json.value(QLatin1String("totalTravelTime")).toDouble() - time) < within);
    }

    void flowsAreWritten()
    {
        const CtlRun run = runCtl(
            {QStringLiteral("assign"), QStringLiteral("net.tntp"), QStringLiteral("trips.tntp"),
                QStringLiteral("--gap"), QStringLiteral("1e-12"), QStringLiteral("--flows"),
                QStringLiteral("flows.csv")},
            m_folder.path());
        QVERIFY2(run.status == 0, qPrintable(run.err));
        QFile file(m_folder.filePath(QStringLiteral("flows.csv")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const double expected[] = {4.0, 2.0, 2.0, 2.0, 4.0};
        QCOMPARE(file.readLine(), QByteArray("init_node,term_node,flow,time,cost\n"));
        for (const double flow : expected)
            QVERIFY(std::abs(file.readLine().split(',').value(2).toDouble() - flow) < 1e-6);
    }

    void strandedZonesAreNamed()
    {
        // All ways into zone 2 begin at a node that nothing leads to.
        QByteArray text = kNet;
        text.replace("3 2 1 100", "2 3 1 100").replace("4 2 1 100", "2 4 1 100");
        write("cut.tntp", text);
        const CtlRun run = runCtl({QStringLiteral("assign"), QStringLiteral("cut.tntp"),
                                      QStringLiteral("trips.tntp"), QStringLiteral("--json")},
            m_folder.path());
        QVERIFY2(run.status == 0, qPrintable(run.err));
        const QJsonArray stranded = run.json.value(QLatin1String("stranded")).toArray();
        QCOMPARE(stranded.size(), 2);
        QCOMPARE(run.json.value(QLatin1String("trips")).toDouble(), 0.0);
        QVERIFY2(run.err.contains(QLatin1String("zone")), qPrintable(run.err));
    }

    void badInputIsNamed_data()
    {
        QTest::addColumn<QString>("net");
        QTest::addColumn<QString>("trips");
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<QString>("word");
        const QString net = QStringLiteral("net.tntp");
        const QString trips = QStringLiteral("trips.tntp");
        QTest::newRow("noFile") << QStringLiteral("none.tntp") << trips << QStringList()
                                << QStringLiteral("none.tntp");
        QTest::newRow("swapped") << trips << net << QStringList() << QStringLiteral("trips.tntp");
        QTest::newRow("negativeGap")
            << net << trips << QStringList{QStringLiteral("--gap=-1")} << QStringLiteral("--gap");
        QTest::newRow("noFolder") << net << trips
                                  << QStringList{QStringLiteral("--flows"),
                                         QStringLiteral("nowhere/flows.csv")}
                                  << QStringLiteral("nowhere");
        QTest::newRow("noSuchAlgorithm")
            << net << trips << QStringList{QStringLiteral("--algorithm"), QStringLiteral("magic")}
            << QStringLiteral("magic");
    }
    void badInputIsNamed()
    {
        QFETCH(QString, net);
        QFETCH(QString, trips);
        QFETCH(QStringList, more);
        QFETCH(QString, word);
        const CtlRun run =
            runCtl(QStringList{QStringLiteral("assign"), net, trips} + more, m_folder.path());
        QVERIFY(run.status != 0);
        QVERIFY2(run.err.contains(word), qPrintable(run.err));
    }

private:
    void write(const char *name, const QByteArray &text)
    {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(tst_CtlTraffic)
#include "tst_ctl_traffic.moc"
