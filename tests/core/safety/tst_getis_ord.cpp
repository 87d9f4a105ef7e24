// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/getis_ord.h"

#include "base/random.h"
#include "core/safety/cells_of_counts.h"
#include "support/verify_ok.h"

#include <QTest>

#include <cmath>

using namespace belvedere;

namespace {

bool close(double a, double b)
{
    return std::abs(a - b) < 1e-9;
}

/// Gi* as Ord and Getis 1995 write it, word by word.
double byDefinition(
    const StudyArea &area, const std::vector<double> &x, int i, double distanceCells)
{
    const double n = double(x.size());
    double sum = 0.0;
    double squares = 0.0;
    double weighted = 0.0;
    double weights = 0.0;
    double weightSquares = 0.0;
    for (std::size_t j = 0; j < x.size(); ++j) {
        sum += x[j];
        squares += x[j] * x[j];
        const GridCell a = area.cell(i);
        const GridCell b = area.cell(int(j));
        const double w = std::hypot(a.east - b.east, a.north - b.north) <= distanceCells ? 1 : 0;
        weighted += w * x[j];
        weights += w;
        weightSquares += w * w;
    }
    const double mean = sum / n;
    const double s = std::sqrt(squares / n - mean * mean);
    return (weighted - mean * weights)
        / (s * std::sqrt((n * weightSquares - weights * weights) / (n - 1.0)));
}

} // namespace

class tst_GetisOrd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closedForm();
    void equalsTheDefinition_data();
    void equalsTheDefinition();
    void flagsAPlantedHotSpot();
    void noiseIsRarelyFlagged();
    void equalValuesSayNothing();
    void falseDiscoveryRate();
    void refuses();
};

void tst_GetisOrd::closedForm()
{
    // One incident in the middle of nine cells, four neighbours each: mean 1/9, s = sqrt(8)/9.
    const CellIncidents cells = emptyCells(3, 3);
    const std::vector<double> values = {0, 0, 0, 0, 1, 0, 0, 0, 0};
    const auto stars = getisOrd(cells.area, values, {1.0, 0.05});
    VERIFY_OK(stars);
    QVERIFY(close((*stars)[4].z, 4.0 / std::sqrt(20.0))); // five cells
    QVERIFY(close((*stars)[1].z, 5.0 / std::sqrt(20.0))); // four cells, the middle among them
    QVERIFY(close((*stars)[0].z, -1.0 / std::sqrt(2.0))); // three cells without any
    QVERIFY(std::abs((*stars)[1].p - 0.2635525) < 1e-6); // 2 (1 - Phi(1.118034))
    // With eight neighbours the middle sees all cells: nothing to compare with.
    const auto queen = getisOrd(cells.area, values);
    VERIFY_OK(queen);
    QCOMPARE((*queen)[4].z, 0.0);
    QCOMPARE((*queen)[4].p, 1.0);
}

void tst_GetisOrd::equalsTheDefinition_data()
{
    QTest::addColumn<double>("distance");
    QTest::newRow("rook") << 1.0;
    QTest::newRow("queen") << 1.5;
    QTest::newRow("three cells") << 3.0;
}

void tst_GetisOrd::equalsTheDefinition()
{
    QFETCH(const double, distance);
    Random random(9);
    std::vector<GridCell> cells;
    std::vector<double> values;
    for (int i = 0; i < 150; ++i) {
        const GridCell cell{int(random.below(15)), int(random.below(15))};
        cells.push_back(cell);
    }
    const auto area = StudyArea::make(*SquareGrid::make({11.2, 44.5}, 500.0), cells);
    VERIFY_OK(area);
    for (int i = 0; i < area->size(); ++i)
        values.push_back(random.poisson(2.0));
    const auto stars = getisOrd(*area, values, {distance, 0.05});
    VERIFY_OK(stars);
    for (int i = 0; i < area->size(); ++i)
        QVERIFY(close((*stars)[std::size_t(i)].z, byDefinition(*area, values, i, distance)));
}

void tst_GetisOrd::flagsAPlantedHotSpot()
{
    Random random(2);
    const CellIncidents cells = emptyCells(20, 20);
    std::vector<double> values;
    for (int i = 0; i < 400; ++i) {
        const bool hot = i / 20 >= 9 && i / 20 <= 11 && i % 20 >= 9 && i % 20 <= 11;
        values.push_back(random.poisson(hot ? 12.0 : 2.0));
    }
    const auto stars = getisOrd(cells.area, values);
    VERIFY_OK(stars);
    QCOMPARE((*stars)[10 * 20 + 10].flag, HotSpot::Hot);
    QCOMPARE((*stars)[2 * 20 + 2].flag, HotSpot::None);
}

void tst_GetisOrd::noiseIsRarelyFlagged()
{
    Random random(4);
    const CellIncidents cells = emptyCells(20, 20);
    int mapsWithFlags = 0;
    for (int map = 0; map < 100; ++map) {
        std::vector<double> values;
        for (int i = 0; i < 400; ++i)
            values.push_back(random.normal());
        const auto stars = getisOrd(cells.area, values);
        VERIFY_OK(stars);
        bool any = false;
        for (const GiStar &star : *stars)
            any = any || star.flag != HotSpot::None;
        mapsWithFlags += any ? 1 : 0;
    }
    QVERIFY2(mapsWithFlags <= 12, qPrintable(QString::number(mapsWithFlags)));
}

void tst_GetisOrd::equalValuesSayNothing()
{
    const CellIncidents cells = emptyCells(6, 6);
    const auto stars = getisOrd(cells.area, std::vector<double>(36, 3.0));
    VERIFY_OK(stars);
    for (const GiStar &star : *stars) {
        QCOMPARE(star.z, 0.0);
        QCOMPARE(star.flag, HotSpot::None);
    }
}

// Benjamini and Hochberg 1995, table 1: at 5 % four of the fifteen hypotheses are rejected.
void tst_GetisOrd::falseDiscoveryRate()
{
    const std::vector<double> p = {0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
        0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0};
    const std::vector<bool> flags = falseDiscoveryFlags(p, 0.05);
    for (std::size_t i = 0; i < p.size(); ++i)
        QCOMPARE(bool(flags[i]), i < 4);
    QCOMPARE(falseDiscoveryFlags({std::nan(""), 0.01}, 0.05), (std::vector<bool>{false, true}));
    QVERIFY(falseDiscoveryFlags({}, 0.05).empty());
}

void tst_GetisOrd::refuses()
{
    const CellIncidents cells = emptyCells(2, 2);
    QVERIFY(!getisOrd(cells.area, {1.0, 2.0}));
    QVERIFY(!getisOrd(cells.area, {1.0, 2.0, 3.0, std::nan("")}));
    QVERIFY(!getisOrd(cells.area, {1, 2, 3, 4}, {0.5, 0.05}));
    QVERIFY(!getisOrd(cells.area, {1, 2, 3, 4}, {1.5, 0.0}));
    QVERIFY(!getisOrd(emptyCells(1, 1).area, {1.0}));
}

QTEST_APPLESS_MAIN(tst_GetisOrd)
#include "tst_getis_ord.moc"
