// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/cell_incidents.h"

#include "base/random.h"
#include "support/verify_ok.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace belvedere;

namespace {

constexpr LonLat kCentre{11.2, 44.5};

Incident at(UtcMs time, std::optional<LonLat> position, const char *category = "EMS: FALL")
{
    Incident incident;
    incident.from = time;
    incident.position = position;
    incident.category = QString::fromUtf8(category);
    return incident;
}

IncidentTable scattered(int count)
{
    Random random(3);
    IncidentTable table;
    table.name = QStringLiteral("calls");
    for (int i = 0; i < count; ++i)
        table.incidents.push_back(at(i * kMsPerHour,
            LonLat{kCentre.lon + random.normal(0.0, 0.02), kCentre.lat + random.normal(0.0, 0.02)},
            i % 3 == 0 ? "Fire: SMOKE" : "EMS: FALL"));
    return table;
}

} // namespace

class tst_StudyArea : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsAreSquaresOfMetres();
    void trueLatitudeSetsTheWidth();
    void numbersGoRowByRow();
    void refuses_data();
    void refuses();
    void eachIncidentIsPlacedOrLeftOut();
    void farPositionsAreTold();
    void theAreaIsThatOfTheTrainingSpan();
    void wholeBox();
    void countsByTypeAndTime();
};

void tst_StudyArea::cellsAreSquaresOfMetres()
{
    const auto grid = SquareGrid::make(kCentre, 250.0);
    VERIFY_OK(grid);
    const auto corners = grid->corners({3, -7});
    for (int i = 0; i < 4; ++i) {
        const double edge = distanceM(corners[std::size_t(i)], corners[std::size_t((i + 1) % 4)]);
        QVERIFY2(std::abs(edge - 250.0) < 0.2, qPrintable(QString::number(edge)));
    }
    QCOMPARE(grid->at(grid->centre({3, -7})), (GridCell{3, -7}));
    QCOMPARE(grid->at(kCentre), (GridCell{0, 0}));
    QCOMPARE(grid->at({kCentre.lon - 1e-6, kCentre.lat - 1e-6}), (GridCell{-1, -1}));
}

void tst_StudyArea::trueLatitudeSetsTheWidth()
{
    const auto grid = SquareGrid::make({11.0, 40.0}, 1000.0, 60.0);
    VERIFY_OK(grid);
    // A degree of longitude is half as long at 60 degrees as at the equator.
    const double cells = 6371008.8 * 3.14159265358979 / 180.0 / 2.0 / 1000.0;
    QCOMPARE(grid->at({12.0, 40.0}).east, int(cells));
    QCOMPARE(grid->at({11.0, 40.0}).north, 0);
    QVERIFY(std::abs(grid->origin().lat - 40.0) < 1e-9);
    QVERIFY(std::abs(grid->origin().lon - 11.0) < 1e-9);
}

void tst_StudyArea::numbersGoRowByRow()
{
    const auto grid = SquareGrid::make(kCentre, 500.0);
    VERIFY_OK(grid);
    const auto area = StudyArea::make(*grid, {{2, 1}, {0, 5}, {0, 3}, {2, 1}});
    VERIFY_OK(area);
    QCOMPARE(area->size(), 3);
    QCOMPARE(area->columns(), 5);
    QCOMPARE(area->rows(), 3);
    QCOMPARE(area->cell(0), (GridCell{0, 3}));
    QCOMPARE(area->cell(1), (GridCell{0, 5}));
    QCOMPARE(area->cell(2), (GridCell{2, 1}));
    QCOMPARE(area->indexOf({2, 1}), 2);
    QCOMPARE(area->indexOf({1, 1}), -1);
    QCOMPARE(area->indexOf({9, 9}), -1);
    QCOMPARE(area->numbers()[area->boxIndex(2)], 2);
    QCOMPARE(area->km2(), 0.75);
}

void tst_StudyArea::refuses_data()
{
    QTest::addColumn<double>("cellM");
    QTest::addColumn<QString>("says");
    QTest::newRow("zero") << 0.0 << "between 10 m and 100 km";
    QTest::newRow("below zero") << -5.0 << "between 10 m and 100 km";
    QTest::newRow("nan") << std::nan("") << "between 10 m and 100 km";
    QTest::newRow("continent") << 1e6 << "between 10 m and 100 km";
}

void tst_StudyArea::refuses()
{
    QFETCH(const double, cellM);
    QFETCH(const QString, says);
    AreaSpec spec;
    spec.cellM = cellM;
    const auto placed = placeIncidents(scattered(50), spec);
    QVERIFY(!placed);
    QCOMPARE(placed.error().code, Errc::Usage);
    QVERIFY2(placed.error().message().contains(says), qPrintable(placed.error().message()));

    // Ten metres over five degrees: far too many cells.
    spec.cellM = 10.0;
    spec.kind = AreaExtent::WholeBox;
    spec.box = LonLatBox{9.0, 42.0, 14.0, 47.0};
    const auto tooMany = placeIncidents(scattered(50), spec);
    QVERIFY(!tooMany);
    QVERIFY2(tooMany.error().message().contains(QLatin1String("too many")),
        qPrintable(tooMany.error().message()));

    IncidentTable without = scattered(5);
    for (Incident &incident : without.incidents)
        incident.position.reset();
    const auto nowhere = placeIncidents(without, {});
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().code, Errc::Shape);
}

void tst_StudyArea::eachIncidentIsPlacedOrLeftOut()
{
    IncidentTable table = scattered(2000);
    table.incidents[7].position.reset();
    table.incidents[11].position = LonLat{-95.6, 30.3};
    const auto placed = placeIncidents(table, {});
    VERIFY_OK(placed);
    QCOMPARE(placed->placed.size() + placed->leftOut.size(), table.incidents.size());
    const std::vector<double> counts = countMap(*placed);
    QCOMPARE(std::accumulate(counts.begin(), counts.end(), 0.0) + placed->outsideArea(),
        double(placed->placed.size()));
}

void tst_StudyArea::farPositionsAreTold()
{
    IncidentTable table = scattered(2000);
    table.incidents[7].position.reset();
    table.incidents[11].position = LonLat{-95.6, 30.3};
    const auto placed = placeIncidents(table, {});
    VERIFY_OK(placed);
    bool without = false;
    bool far = false;
    for (const LeftOutIncident &incident : placed->leftOut) {
        without = without || (incident.incident == 7 && !incident.hasPosition);
        far = far || (incident.incident == 11 && incident.hasPosition);
    }
    QVERIFY(without);
    QVERIFY(far);
    QVERIFY(placed->leftOut.size() <= 4); // two of them made by hand
    QVERIFY(placed->area.columns() < 60); // a place far off does not widen the grid
}

void tst_StudyArea::theAreaIsThatOfTheTrainingSpan()
{
    IncidentTable table = scattered(500);
    AreaSpec spec;
    spec.trainedUntil = 300 * kMsPerHour;
    const auto placed = placeIncidents(table, spec);
    VERIFY_OK(placed);
    for (const PlacedIncident &incident : placed->placed)
        QVERIFY(incident.at >= *spec.trainedUntil || incident.cell != kOutsideArea);
    QVERIFY(placed->outsideArea() > 0);
    spec.trainedUntil = 0;
    const auto nothing = placeIncidents(table, spec);
    QVERIFY(!nothing);
    QCOMPARE(nothing.error().code, Errc::Shape);
}

void tst_StudyArea::wholeBox()
{
    AreaSpec spec;
    spec.kind = AreaExtent::WholeBox;
    spec.origin = kCentre;
    spec.cellM = 1000.0;
    spec.box = LonLatBox{kCentre.lon, kCentre.lat, kCentre.lon + 0.05, kCentre.lat + 0.02};
    const auto placed = placeIncidents(scattered(2000), spec);
    VERIFY_OK(placed);
    // 3.966 km by 2.224 km from a corner on.
    QCOMPARE(placed->area.columns(), 4);
    QCOMPARE(placed->area.rows(), 3);
    QCOMPARE(placed->area.size(), 12);
    QCOMPARE(placed->outsideArea(), 0);
}

void tst_StudyArea::countsByTypeAndTime()
{
    const auto placed = placeIncidents(scattered(600), {});
    VERIFY_OK(placed);
    QCOMPARE(placed->types, (QStringList{QStringLiteral("EMS"), QStringLiteral("Fire")}));
    QCOMPARE(placed->typeIndex(QStringLiteral("Fire")), 1);
    QCOMPARE(placed->typeIndex(QStringLiteral("Flood")), -1);
    const auto sum = [](const std::vector<double> &counts) {
        return std::accumulate(counts.begin(), counts.end(), 0.0);
    };
    const double all = sum(countMap(*placed));
    const double first = sum(countMap(*placed, {0, 300 * kMsPerHour}));
    const double second = sum(countMap(*placed, {300 * kMsPerHour, 600 * kMsPerHour}));
    QCOMPARE(first + second, all);
    QCOMPARE(sum(countMap(*placed, {}, 0)) + sum(countMap(*placed, {}, 1)), all);
}

QTEST_APPLESS_MAIN(tst_StudyArea)
#include "tst_study_area.moc"
