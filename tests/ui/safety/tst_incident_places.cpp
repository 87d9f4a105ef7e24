// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/incident_places.h"
#include "ui/safety/incident_samples.h"

#include <QLocale>
#include <QTest>

using namespace belvedere;
using namespace belvedere::ui;

/// Incidents on the map tell nobody's place.
class tst_IncidentPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void squaresGrowWithTheScale_data()
    {
        QTest::addColumn<double>("metersPerPixel");
        QTest::addColumn<int>("k");
        QTest::addColumn<double>("cellM");
        QTest::newRow("near") << 0.5 << 5 << 250.0;
        QTest::newRow("nearExact") << 0.3 << 1 << 25.0;
        QTest::newRow("city") << 20.0 << 5 << 2000.0;
        QTest::newRow("region") << 200.0 << 5 << 16000.0;
    }
    void squaresGrowWithTheScale()
    {
        QFETCH(double, metersPerPixel);
        QFETCH(int, k);
        QFETCH(double, cellM);
        QCOMPARE(clusterCellM(metersPerPixel, k), cellM);
    }

    void eachPlaceStandsForEnough_data()
    {
        QTest::addColumn<int>("k");
        for (const int k : {1, 3, 5, 20})
            QTest::newRow(qPrintable(QString::number(k))) << k;
    }
    void eachPlaceStandsForEnough()
    {
        QFETCH(int, k);
        const IncidentTable table = test::sampleIncidents(30, 20);
        PlacesQuery query;
        query.choice.k = k;
        query.to = test::kFirstIncident + 30 * kMsPerDay;
        query.cellM = clusterCellM(10.0, k);
        const auto places = makePlaces(table, {test::kFirstIncident, query.to}, query,
            LocalProjection(test::kIncidentCentre), {});
        QVERIFY2(places, places ? "" : qUtf8Printable(places.error().message()));
        int sum = (*places)->places.withheld;
        for (const PublicCell &cell : (*places)->places.cells) {
            QVERIFY(cell.count >= k);
            sum += cell.count;
        }
        QCOMPARE(sum, 30 * 20);
        QCOMPARE((*places)->points->count(), (*places)->places.cells.size());
        const MapTip tip = (*places)->tip(0);
        QVERIFY(!tip.isEmpty());
        QCOMPARE(tip.note.isEmpty(), k == 1);
        QVERIFY((*places)->tip(-1).isEmpty());
    }

    void periodAndTypeAreKept()
    {
        const IncidentTable table = test::sampleIncidents(10, 30);
        PlacesQuery query;
        query.choice.k = 1;
        query.choice.type = QStringLiteral("Fire");
        query.to = test::kFirstIncident + 4 * kMsPerDay;
        const auto places = makePlaces(table, {test::kFirstIncident + 2 * kMsPerDay, query.to},
            query, LocalProjection(test::kIncidentCentre), {});
        QVERIFY(places);
        int sum = 0;
        for (std::size_t i = 0; i < (*places)->places.cells.size(); ++i) {
            sum += (*places)->places.cells[i].count;
            QCOMPARE((*places)->types[i].size(), std::size_t(1));
            QCOMPARE((*places)->types[i].front().first, QStringLiteral("Fire"));
        }
        QCOMPARE(sum, 2 * 30 / 3);
    }
};

QTEST_GUILESS_MAIN(tst_IncidentPlaces)
#include "tst_incident_places.moc"
