// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/readers/tntp_reader.h"

#include "support/tntp_case.h"
#include "support/verify_ok.h"
#include "traffic/readers/flow_writer.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace belvedere;

namespace {

constexpr const char *kNet = "<NUMBER OF ZONES> 2\t\n"
                             "<NUMBER OF NODES> 3\n"
                             "<FIRST THRU NODE> 3\n"
                             "<NUMBER OF LINKS> 3\n"
                             "<ORIGINAL HEADER>~ \tTail\tHead ;\n"
                             "<END OF METADATA>\t\t\n"
                             "\n"
                             "~\tinit_node\tterm_node\tcapacity ;\n";

} // namespace

class tst_TntpReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sizes_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("links");
        QTest::addColumn<int>("nodes");
        QTest::addColumn<int>("zones");
        QTest::addColumn<double>("trips");
        QTest::addColumn<double>("intrazonal");
        QTest::newRow("siouxFalls")
            << QStringLiteral("SiouxFalls/SiouxFalls") << 76 << 24 << 24 << 360600.0 << 0.0;
        QTest::newRow("anaheim") << QStringLiteral("Anaheim/Anaheim") << 914 << 416 << 38
                                 << 104694.4 << 0.0;
        QTest::newRow("chicagoSketch") << QStringLiteral("Chicago-Sketch/ChicagoSketch") << 2950
                                       << 933 << 387 << 1260907.44 << 123414.0;
        QTest::newRow("easternMassachusetts") << QStringLiteral("Eastern-Massachusetts/EMA") << 258
                                              << 74 << 74 << 65576.375431 << 0.0;
        QTest::newRow("braess") << QStringLiteral("Braess-Example/Braess") << 5 << 4 << 2 << 6.0
                                << 0.0;
    }
    void sizes()
    {
        if (!hasTntpData())
            QSKIP("shared/data/tntp is not here");
        QFETCH(QString, name);
        QFETCH(int, links);
        QFETCH(int, nodes);
        QFETCH(int, zones);
        QFETCH(double, trips);
        QFETCH(double, intrazonal);
        const auto tntp = readTntpCase(name);
        VERIFY_OK(tntp);
        QCOMPARE(int(tntp->network.links().size()), links);
        QCOMPARE(int(tntp->network.nodeCount()), nodes);
        QCOMPARE(int(tntp->network.zones().size()), zones);
        QVERIFY(std::abs(tntp->trips.total() - trips) < 1e-4);
        QVERIFY(std::abs(tntp->trips.intrazonal() - intrazonal) < 1.0);
    }

    void valuesStandWhereTheyBelong()
    {
        if (!hasTntpData())
            QSKIP("shared/data/tntp is not here");
        const auto anaheim = readTntpCase(QStringLiteral("Anaheim/Anaheim"));
        VERIFY_OK(anaheim);
        const AssignmentLink &link = anaheim->network.links().front();
        QCOMPARE(anaheim->network.linkName(0), QStringLiteral("1-117"));
        QCOMPARE(link.delay.capacity, 9000.0);
        QCOMPARE(link.length, 5280.0);
        QCOMPARE(link.delay.freeTime, 1.090458488);
        QCOMPARE(link.delay.coefficient, 0.15);
        QCOMPARE(link.delay.power, 4.0);
        QCOMPARE(int(anaheim->network.data().noThrough[37]), 1);
        QCOMPARE(int(anaheim->network.data().noThrough[38]), 0);
        const auto nodes =
            readTntpNodes(tntpFolder() + QStringLiteral("Chicago-Sketch/ChicagoSketch_node.tntp"));
        VERIFY_OK(nodes);
        QCOMPARE(int(nodes->size()), 933);
        QCOMPARE(nodes->front().x, 690309.0);
        const auto flows =
            readTntpFlows(tntpFolder() + QStringLiteral("SiouxFalls/SiouxFalls_flow.tntp"));
        VERIFY_OK(flows);
        QCOMPARE(int(flows->size()), 76);
        QCOMPARE(flows->front().volume, 4494.6576464564205);
    }

    void habitsAreUnderstood_data()
    {
        QTest::addColumn<QByteArray>("rows");
        const QByteArray rest = "3 2 10 1 1 .15 4 0 0 1 ;\n2 3 10 1 1 .15 4 0 0 1 ;\n";
        QTest::newRow("plain") << "\t1\t3\t10\t1\t1\t0.15\t4\t0\t2\t1\t;\n" + rest;
        QTest::newRow("noSemicolon") << "1 3 10 1 1 0.15 4 0 2 1\n" + rest;
        QTest::newRow("carriageReturn") << "1 3 10 1 1 0.15 4 0 2 1 ;\r\n" + rest;
        QTest::newRow("trailingBlanks") << "1 3 10 1 1 0.15 4 0 2 1 ;   \t \n\n" + rest;
        QTest::newRow("comment") << "~ a comment\n1 3 10 1 1 0.15 4 0 2 1 ; ~ another\n" + rest;
        QTest::newRow("touching") << "1 3 10 1 1 0.15 4 0 2 1;\n" + rest;
        QTest::newRow("exponent") << "1 3 1e1 1 1 1.5E-1 +4 0 2 1;\n" + rest;
    }
    void habitsAreUnderstood()
    {
        QFETCH(QByteArray, rows);
        const auto network =
            readTntpNetwork(write(QStringLiteral("net.tntp"), kNet + rows), {0.5, 0.25});
        VERIFY_OK(network);
        QCOMPARE(network->links().size(), std::size_t(3));
        QCOMPARE(network->links()[0].toll, 2.0);
        QCOMPARE(network->fixedCost(0, 0), 0.5 * 2.0 + 0.25 * 1.0);
    }

    void factorsInTheFileWin()
    {
        QByteArray text = kNet;
        text.replace("<END", "<TOLL FACTOR> 0.1\n<DISTANCE FACTOR> 0.25\n<END");
        text += "1 3 10 1 1 .15 4 0 2 1;\n3 2 10 1 1 .15 4 0 0 1;\n2 3 10 1 1 .15 4 0 0 1;\n";
        const auto network = readTntpNetwork(write(QStringLiteral("net.tntp"), text), {0.5, 0.0});
        VERIFY_OK(network);
        QCOMPARE(network->fixedCost(0, 0), 0.1 * 2.0 + 0.25);
    }

    void factorsArePublished()
    {
        QCOMPARE(publishedTntpFactors(QStringLiteral("a/ChicagoSketch_net.tntp")).distance, 0.04);
        QCOMPARE(publishedTntpFactors(QStringLiteral("Anaheim_net.tntp")).toll, 0.0);
    }

    void tripsAreRead()
    {
        const QByteArray text = "<NUMBER OF ZONES> 3\n<TOTAL OD FLOW> 9.5\n<END OF METADATA>\n\n"
                                "Origin \t1 \n 1 : 0.0; 2 : 1.5;   3:2;\n\nOrigin 2\n"
                                " 2 :   4; \n 1 : 1 ; 3 : 1.0 \n";
        const auto trips = readTntpTrips(write(QStringLiteral("trips.tntp"), text), 3);
        VERIFY_OK(trips);
        QCOMPARE(trips->at(0, 1), 1.5);
        QCOMPARE(trips->at(0, 2), 2.0);
        QCOMPARE(trips->intrazonal(), 4.0);
        QCOMPARE(trips->total(), 9.5);
    }

    void flowsAreWrittenAndReadAgain_data()
    {
        QTest::addColumn<bool>("csv");
        QTest::newRow("tntp") << false;
        QTest::newRow("csv") << true;
    }
    void flowsAreWrittenAndReadAgain()
    {
        QFETCH(bool, csv);
        const auto network = readTntpNetwork(write(QStringLiteral("net.tntp"),
            QByteArray(kNet)
                + "1 3 10 1 1 .15 4 0 2 1;\n3 2 10 1 1 .15 4 0 0 1;\n2 3 10 1 1 .15 4 0 0 1;\n"));
        VERIFY_OK(network);
        AssignmentResult result;
        result.flow = {1.0 / 3.0, 2.0, 0.0};
        result.time = {1.1, 1.2, 1.0};
        const QString file =
            m_folder.filePath(csv ? QStringLiteral("flow.csv") : QStringLiteral("flow.tntp"));
        VERIFY_OK(writeLinkFlows(file, *network, result));
        if (csv) {
            QFile written(file);
            QVERIFY(written.open(QIODevice::ReadOnly));
            QCOMPARE(written.readLine(), QByteArray("init_node,term_node,flow,time,cost\n"));
            QVERIFY(written.readLine().startsWith("1,3,0.33333333333333331,1.1000000000000001"));
            return;
        }
        const auto flows = readTntpFlows(file);
        VERIFY_OK(flows);
        QCOMPARE(flows->front().volume, 1.0 / 3.0);
        QCOMPARE(flows->front().cost, 1.1);
    }

    void badNetworksAreNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("word");
        const QByteArray rest = "3 2 10 1 1 .15 4 0 0 1 ;\n2 3 10 1 1 .15 4 0 0 1 ;\n";
        const QByteArray head = kNet;
        QTest::newRow("letter") << head + "1 3 ten 1 1 .15 4 0 0 1;\n" + rest
                                << QStringLiteral("net.tntp:9");
        QTest::newRow("node") << head + "1 7 10 1 1 .15 4 0 0 1;\n" + rest
                              << QStringLiteral("net.tntp:9");
        QTest::newRow("short") << head + "1 3 10 1\n" + rest << QStringLiteral("net.tntp:9");
        QTest::newRow("missingLink") << head + rest << QStringLiteral("3 links but has 2");
        QTest::newRow("zeroCapacity")
            << head + "1 3 0 1 1 .15 4 0 0 1;\n" + rest << QStringLiteral("1-3");
        QTest::newRow("negativeTime")
            << head + "1 3 10 1 -1 .15 4 0 0 1;\n" + rest << QStringLiteral("1-3");
        QTest::newRow("noMetadata")
            << QByteArray("1 3 10 1 1 .15 4\n") << QStringLiteral("END OF METADATA");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("END OF METADATA");
        QTest::newRow("noZones") << QByteArray("<NUMBER OF NODES> 3\n<END OF METADATA>\n")
                                 << QStringLiteral("NUMBER OF ZONES");
        QTest::newRow("hugeCount")
            << QByteArray("<NUMBER OF ZONES> 99999999999\n<NUMBER OF NODES> 3\n<END OF METADATA>\n")
            << QStringLiteral("NUMBER OF ZONES");
    }
    void badNetworksAreNamed()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, word);
        const auto network = readTntpNetwork(write(QStringLiteral("net.tntp"), text));
        QVERIFY(!network);
        QVERIFY2(network.error().message().contains(word), qPrintable(network.error().message()));
    }

    void badTripsAreNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("word");
        const QByteArray head = "<NUMBER OF ZONES> 3\n<END OF METADATA>\n";
        QTest::newRow("noOrigin") << head + " 1 : 2.0;\n" << QStringLiteral("trips.tntp:3");
        QTest::newRow("letter") << head + "Origin 1\n 1 : x;\n" << QStringLiteral("trips.tntp:4");
        QTest::newRow("noColon") << head + "Origin 1\n 1 2;\n" << QStringLiteral("trips.tntp:4");
        QTest::newRow("zone") << head + "Origin 1\n 4 : 2;\n" << QStringLiteral("zone 4");
        QTest::newRow("origin") << head + "Origin 9\n" << QStringLiteral("trips.tntp:3");
        QTest::newRow("negative") << head + "Origin 1\n 2 : -2;\n"
                                  << QStringLiteral("trips.tntp:4");
        QTest::newRow("size") << QByteArray("<NUMBER OF ZONES> 5\n<END OF METADATA>\n")
                              << QStringLiteral("5 zones");
    }
    void badTripsAreNamed()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, word);
        const auto trips = readTntpTrips(write(QStringLiteral("trips.tntp"), text), 3);
        QVERIFY(!trips);
        QVERIFY2(trips.error().message().contains(word), qPrintable(trips.error().message()));
    }

    void missingFilesAreNamed()
    {
        const auto network = readTntpNetwork(m_folder.filePath(QStringLiteral("none.tntp")));
        QVERIFY(!network);
        QCOMPARE(network.error().code, Errc::NotFound);
        QVERIFY(network.error().message().contains(QStringLiteral("none.tntp")));
    }

private:
    QString write(const QString &name, const QByteArray &text)
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        return path;
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(tst_TntpReader)
#include "tst_tntp_reader.moc"
