// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/readers/gmns_reader.h"

#include "support/tntp_case.h"
#include "support/verify_ok.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace belvedere;

namespace {

QString gmnsFolder(const QString &name)
{
    return QStringLiteral(BELVEDERE_SOURCE_DIR "/../shared/data/gmns/") + name;
}

constexpr const char *kNodes = "node_id,zone_id,x_coord,y_coord\n10,1,8.0,50.0\n20,2,8.1,50.0\n";
constexpr const char *kLinks = "link_id,from_node_id,to_node_id,length,lanes,capacity,free_speed\n";

} // namespace

class tst_GmnsReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameNetworksAsTntp_data()
    {
        QTest::addColumn<QString>("gmns");
        QTest::addColumn<QString>("tntp");
        QTest::newRow("anaheim") << QStringLiteral("01_Anaheim")
                                 << QStringLiteral("Anaheim/Anaheim");
        QTest::newRow("siouxFalls")
            << QStringLiteral("14_Sioux_Falls") << QStringLiteral("SiouxFalls/SiouxFalls");
    }
    void sameNetworksAsTntp()
    {
        QFETCH(QString, gmns);
        QFETCH(QString, tntp);
        const QString folder = gmnsFolder(gmns);
        if (!QFile::exists(folder + QStringLiteral("/link.csv")) || !hasTntpData())
            QSKIP("shared/data/gmns is not here");
        const auto network = readGmnsNetwork(folder);
        VERIFY_OK(network);
        const auto other = readTntpCase(tntp);
        VERIFY_OK(other);
        QCOMPARE(network->network.links().size(), other->network.links().size());
        QCOMPARE(network->network.zones().size(), other->network.zones().size());
        for (std::size_t link = 0; link < network->network.links().size(); ++link) {
            const VolumeDelay &here = network->network.links()[link].delay;
            const VolumeDelay &there = other->network.links()[link].delay;
            QVERIFY(std::abs(here.freeTime - there.freeTime) < 1e-6 * there.freeTime);
            QVERIFY(std::abs(here.capacity - there.capacity) < 1e-6 * there.capacity);
        }
        const auto demand =
            readGmnsDemand(folder + QStringLiteral("/demand.csv"), network->network);
        VERIFY_OK(demand);
        QVERIFY(std::abs(demand->total() - other->trips.total()) < 1e-6 * other->trips.total());
    }

    void unitsAndQuotes()
    {
        const auto network = read(
            kNodes, QByteArray(kLinks) + "1,10,20,1000,2,900,60\n\"a, b\",20,10,500,,800,30\n");
        VERIFY_OK(network);
        const AssignmentLink &link = network->network.links()[0];
        QCOMPARE(link.delay.freeTime, 1.0); // 1000 m at 60 km/h
        QCOMPARE(link.delay.capacity, 1800.0); // of two lanes
        QCOMPARE(network->network.links()[1].delay.capacity, 800.0);
        QCOMPARE(network->network.zones()[1].id, std::int64_t(2));
        QCOMPARE(network->nodes[1].lon, 8.1);
    }

    void badFilesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("nodes");
        QTest::addColumn<QByteArray>("links");
        QTest::addColumn<QString>("word");
        const QByteArray nodes = kNodes;
        const QByteArray links = kLinks;
        QTest::newRow("noColumn") << nodes << QByteArray("from_node_id,to_node_id\n")
                                  << QStringLiteral("\"length\"");
        QTest::newRow("noNode") << nodes << links + "1,10,30,1000,1,900,60\n"
                                << QStringLiteral("link.csv:2");
        QTest::newRow("letter") << nodes << links + "1,10,20,far,1,900,60\n"
                                << QStringLiteral("\"far\"");
        QTest::newRow("noSpeed") << nodes << links + "1,10,20,1000,1,900,\n"
                                 << QStringLiteral("link.csv:2");
        QTest::newRow("twice") << nodes + "10,3,8.0,50.0\n"
                               << links << QStringLiteral("node.csv:4");
        QTest::newRow("capacity") << nodes << links + "1,10,20,1000,1,0,60\n"
                                  << QStringLiteral("10-20");
        QTest::newRow("empty") << QByteArray() << links << QStringLiteral("node.csv");
    }
    void badFilesAreNamed()
    {
        QFETCH(QByteArray, nodes);
        QFETCH(QByteArray, links);
        QFETCH(QString, word);
        const auto network = read(nodes, links);
        QVERIFY(!network);
        QVERIFY2(network.error().message().contains(word), qPrintable(network.error().message()));
    }

    void strangeZonesAreNamed()
    {
        const auto network = read(kNodes, QByteArray(kLinks) + "1,10,20,1000,1,900,60\n");
        VERIFY_OK(network);
        write(QStringLiteral("demand.csv"), "o_zone_id,d_zone_id,volume\n1,2,5\n1,7,5\n");
        const auto demand =
            readGmnsDemand(m_folder.filePath(QStringLiteral("demand.csv")), network->network);
        QVERIFY(!demand);
        QVERIFY(demand.error().message().contains(QStringLiteral("demand.csv:3")));
        QVERIFY(demand.error().message().contains(QStringLiteral("zone 7")));
    }

private:
    void write(const QString &name, const QByteArray &text)
    {
        QFile file(m_folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
    }
    Result<GmnsNetwork> read(const QByteArray &nodes, const QByteArray &links)
    {
        write(QStringLiteral("node.csv"), nodes);
        write(QStringLiteral("link.csv"), links);
        return readGmnsNetwork(m_folder.path());
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(tst_GmnsReader)
#include "tst_gmns_reader.moc"
