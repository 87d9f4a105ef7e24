// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/privacy.h"

#include "base/random.h"
#include "support/verify_ok.h"

#include <QHash>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace belvedere;

namespace {

constexpr LonLat kMiddle{-75.3, 40.1};

/// Thick in the middle, thin outside, some without a position.
std::vector<Incident> scattered(int count, std::uint64_t seed)
{
    Random random(seed);
    std::vector<Incident> incidents;
    for (int i = 0; i < count; ++i) {
        Incident incident;
        incident.from = i * kMsPerMinute;
        incident.category = QStringLiteral("EMS: FALL");
        incident.description = QStringLiteral("%1 ELM ST").arg(i);
        incident.link = LinkId(i);
        const double spread = i % 5 == 0 ? 0.5 : 0.02;
        if (i % 17 != 0)
            incident.position = LonLat{
                kMiddle.lon + spread * random.normal(), kMiddle.lat + spread * random.normal()};
        incidents.push_back(incident);
    }
    return incidents;
}

} // namespace

class tst_Privacy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachPlaceStandsForK_data();
    void eachPlaceStandsForK();
    void incidentsLieInTheirCell();
    void smallestCellThatIsLargeEnough();
    void orderDoesNotMatter();
    void fewIncidents_data();
    void fewIncidents();
    void nothingElseLeaves();
    void refuses_data();
    void refuses();
};

void tst_Privacy::eachPlaceStandsForK_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("k");
    QTest::addColumn<double>("cellM");
    for (const int count : {1, 4, 60, 3000}) {
        for (const int k : {1, 2, 5, 25})
            QTest::addRow("%d incidents, k %d", count, k) << count << k << 250.0;
    }
    QTest::newRow("large cells") << 3000 << 5 << 4000.0;
}

void tst_Privacy::eachPlaceStandsForK()
{
    QFETCH(int, count);
    QFETCH(int, k);
    QFETCH(double, cellM);
    const std::vector<Incident> incidents = scattered(count, std::uint64_t(count + k));
    const auto places = publicPlaces(incidents, {k, cellM});
    VERIFY_OK(places);
    int told = 0;
    for (const PublicCell &cell : places->cells) {
        QVERIFY(cell.count >= k);
        QVERIFY(cell.edgeM >= cellM);
        told += cell.count;
    }
    QCOMPARE(told + places->withheld + places->withoutPosition, count);
    // As a reader of the published incidents would count them.
    QHash<QString, int> positions;
    int without = 0;
    const std::vector<Incident> published = publicIncidents(incidents, *places);
    QCOMPARE(published.size(), incidents.size());
    for (const Incident &incident : published) {
        if (incident.position)
            ++positions[QStringLiteral("%1 %2")
                            .arg(incident.position->lon, 0, 'f', 9)
                            .arg(incident.position->lat, 0, 'f', 9)];
        else
            ++without;
    }
    for (const int of : positions)
        QVERIFY(of >= k);
    QCOMPARE(without, places->withheld + places->withoutPosition);
}

void tst_Privacy::incidentsLieInTheirCell()
{
    const std::vector<Incident> incidents = scattered(2000, 3);
    const auto places = publicPlaces(incidents);
    VERIFY_OK(places);
    for (std::size_t i = 0; i < incidents.size(); ++i) {
        if (places->cellOf[i] < 0)
            continue;
        const PublicCell &cell = places->cells[std::size_t(places->cellOf[i])];
        // Up to the corner; the plane is a little off far from its middle.
        QVERIFY(distanceM(cell.centre, *incidents[i].position) <= cell.edgeM * 0.7072 * 1.02);
    }
}

void tst_Privacy::smallestCellThatIsLargeEnough()
{
    std::vector<Incident> incidents;
    const auto add = [&](double lon, double lat, int count) {
        for (int i = 0; i < count; ++i) {
            Incident incident;
            incident.position = LonLat{lon, lat};
            incidents.push_back(incident);
        }
    };
    // The origin of the cells is 8.0, 50.0; a cell of 250 m is 0.0035 by 0.00225 degrees.
    add(8.0010, 50.0010, 6); // alone enough
    add(8.0045, 50.0010, 2); // these two lie in neighbouring cells of one square of 500 m
    add(8.0010, 50.0030, 3);
    const auto places = publicPlaces(incidents, {5, 250.0});
    VERIFY_OK(places);
    QCOMPARE(places->cells.size(), std::size_t(2));
    QCOMPARE(places->cells[0].edgeM, 250.0);
    QCOMPARE(places->cells[0].count, 6);
    QCOMPARE(places->cells[1].edgeM, 500.0);
    QCOMPARE(places->cells[1].count, 5);
    QCOMPARE(places->withheld, 0);
}

void tst_Privacy::orderDoesNotMatter()
{
    std::vector<Incident> incidents = scattered(500, 8);
    const auto cellsOf = [](const PublicPlaces &places) {
        QStringList cells;
        for (const PublicCell &cell : places.cells)
            cells += QStringLiteral("%1 %2 %3 %4")
                         .arg(cell.centre.lon)
                         .arg(cell.centre.lat)
                         .arg(cell.edgeM)
                         .arg(cell.count);
        cells.sort();
        return cells;
    };
    const auto before = publicPlaces(incidents);
    VERIFY_OK(before);
    std::reverse(incidents.begin(), incidents.end());
    const auto after = publicPlaces(incidents);
    VERIFY_OK(after);
    QCOMPARE(cellsOf(*after), cellsOf(*before));
}

void tst_Privacy::fewIncidents_data()
{
    QTest::addColumn<int>("count");
    QTest::newRow("none") << 0;
    QTest::newRow("one") << 1;
    QTest::newRow("one less than k") << 4;
}

void tst_Privacy::fewIncidents()
{
    QFETCH(int, count);
    std::vector<Incident> incidents(static_cast<std::size_t>(count));
    for (Incident &incident : incidents)
        incident.position = kMiddle;
    const auto places = publicPlaces(incidents);
    VERIFY_OK(places);
    QVERIFY(places->cells.empty());
    QCOMPARE(places->withheld, count);
}

void tst_Privacy::nothingElseLeaves()
{
    const std::vector<Incident> incidents = scattered(200, 5);
    const auto places = publicPlaces(incidents);
    VERIFY_OK(places);
    const std::vector<Incident> told = publicIncidents(incidents, *places);
    for (std::size_t i = 0; i < told.size(); ++i) {
        QVERIFY(told[i].description.isEmpty());
        QVERIFY(!told[i].link.valid());
        QCOMPARE(told[i].from, incidents[i].from);
        QCOMPARE(told[i].category, incidents[i].category);
    }
}

void tst_Privacy::refuses_data()
{
    QTest::addColumn<int>("k");
    QTest::addColumn<double>("cellM");
    QTest::newRow("k 0") << 0 << 250.0;
    QTest::newRow("cell size of zero") << 5 << 0.0;
    QTest::newRow("not a number") << 5 << std::nan("");
    QTest::newRow("larger than a city") << 5 << 2e5;
}

void tst_Privacy::refuses()
{
    QFETCH(int, k);
    QFETCH(double, cellM);
    const auto places = publicPlaces(scattered(20, 1), {k, cellM});
    QVERIFY(!places);
    QCOMPARE(places.error().code, Errc::Usage);
}

QTEST_GUILESS_MAIN(tst_Privacy)
#include "tst_privacy.moc"
