// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/change_map.h"

#include "core/safety/cells_of_counts.h"
#include "support/verify_ok.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace belvedere;

namespace {

const TimeRange kBefore{0, 100};
const TimeRange kNow{100, 200};

/// Cell i has so many incidents before and now.
CellIncidents counted(const std::vector<std::pair<int, int>> &counts, UtcMs nowAt = 150)
{
    CellIncidents cells = emptyCells(int(counts.size()), 1);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        for (int k = 0; k < counts[i].first; ++k)
            cells.placed.push_back({50, int(i), 0});
        for (int k = 0; k < counts[i].second; ++k)
            cells.placed.push_back({nowAt, int(i), 0});
    }
    std::sort(cells.placed.begin(), cells.placed.end(),
        [](const PlacedIncident &a, const PlacedIncident &b) { return a.at < b.at; });
    return cells;
}

bool near(double a, double b, double tolerance)
{
    return std::abs(a - b) <= tolerance;
}

} // namespace

class tst_ChangeMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownAnswers();
    void lengthsCount();
    void againstTheCity();
    void flagsOnlyWhatStandsOut();
    void refuses();
};

void tst_ChangeMap::knownAnswers()
{
    const CellIncidents cells = counted({{0, 5}, {10, 10}, {5, 0}, {0, 0}});
    const auto changes = changeMap(cells, {kBefore, kNow});
    VERIFY_OK(changes);
    // All five now: 2 (1/2)^5.
    const CellChange &fresh = (*changes)[0];
    QVERIFY(near(fresh.p, 0.0625, 1e-12));
    QVERIFY(std::isinf(fresh.ratio));
    QVERIFY(std::isinf(fresh.upper));
    // Clopper and Pearson for 5 of 5: lower bound 0.025^(1/5) = 0.478176.
    QVERIFY(near(fresh.lower, 0.478176 / (1.0 - 0.478176), 1e-4));
    // 10 of 20: 0.271957 to 0.728043.
    const CellChange &same = (*changes)[1];
    QCOMPARE(same.ratio, 1.0);
    QCOMPARE(same.expected, 10.0);
    QCOMPARE(same.p, 1.0);
    QVERIFY(near(same.lower, 0.271957 / 0.728043, 1e-4));
    QVERIFY(near(same.upper, 0.728043 / 0.271957, 1e-3));
    QCOMPARE((*changes)[2].ratio, 0.0);
    QCOMPARE((*changes)[2].lower, 0.0);
    QVERIFY(near((*changes)[2].p, 0.0625, 1e-12));
    QVERIFY(std::isnan((*changes)[3].ratio));
    QCOMPARE((*changes)[3].p, 1.0);
}

void tst_ChangeMap::lengthsCount()
{
    // A third of the length and a third of the incidents: no change.
    const CellIncidents cells = counted({{30, 10}}, 305);
    const auto changes = changeMap(cells, {{0, 300}, {300, 400}});
    VERIFY_OK(changes);
    QVERIFY(near((*changes)[0].expected, 10.0, 1e-12));
    QVERIFY(near((*changes)[0].ratio, 1.0, 1e-12));
    QVERIFY((*changes)[0].p > 0.9);
    QVERIFY((*changes)[0].lower < 1.0 && (*changes)[0].upper > 1.0);
}

void tst_ChangeMap::againstTheCity()
{
    // Everything doubled; against the city nothing changed.
    const CellIncidents cells = counted({{20, 40}, {30, 60}});
    ChangeSpec spec{kBefore, kNow};
    const auto plain = changeMap(cells, spec);
    VERIFY_OK(plain);
    QVERIFY((*plain)[1].p < 0.01);
    spec.againstCity = true;
    const auto relative = changeMap(cells, spec);
    VERIFY_OK(relative);
    QVERIFY(near((*relative)[1].ratio, 1.0, 1e-12));
    QVERIFY((*relative)[1].p > 0.9);
    spec.type = 1;
    QVERIFY(!changeMap(cells, spec)); // none of that type: no change of the city
}

void tst_ChangeMap::flagsOnlyWhatStandsOut()
{
    std::vector<std::pair<int, int>> counts(100, {4, 4});
    counts[10] = {4, 9}; // p = 0.27
    counts[20] = {5, 40};
    const auto changes = changeMap(counted(counts), {kBefore, kNow});
    VERIFY_OK(changes);
    for (std::size_t i = 0; i < changes->size(); ++i)
        QCOMPARE((*changes)[i].notable, i == 20);
}

void tst_ChangeMap::refuses()
{
    const CellIncidents cells = counted({{1, 1}});
    QVERIFY(!changeMap(cells, {{0, 100}, {50, 150}}));
    QVERIFY(!changeMap(cells, {{0, 0}, {50, 150}}));
    QVERIFY(!changeMap(cells, {{}, kNow}));
}

QTEST_APPLESS_MAIN(tst_ChangeMap)
#include "tst_change_map.moc"
