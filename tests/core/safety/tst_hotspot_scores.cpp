// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/hotspot_scores.h"

#include "base/random.h"
#include "core/safety/cells_of_counts.h"
#include "support/verify_ok.h"

#include <QTest>

#include <cmath>

using namespace belvedere;

namespace {

constexpr UtcMs kWeek = 7 * kMsPerDay;

/// Counts of two test weeks after one week of training, by cell.
CellIncidents counted(const std::vector<std::vector<int>> &weeks)
{
    CellIncidents cells = emptyCells(int(weeks.front().size()), 1);
    for (std::size_t week = 0; week < weeks.size(); ++week) {
        for (std::size_t cell = 0; cell < weeks[week].size(); ++cell) {
            for (int i = 0; i < weeks[week][cell]; ++i)
                cells.placed.push_back({UtcMs(week) * kWeek + 1, int(cell), 0});
        }
    }
    return cells;
}

ScoreSpec twoWeeks()
{
    ScoreSpec spec;
    spec.end = 3 * kWeek;
    spec.weeks = 2;
    spec.shares = {0.25, 0.5, 1.0};
    return spec;
}

/// Noise about a fixed pattern of `cells` cells over `weeks` weeks.
CellIncidents patterned(int cells, int weeks, std::uint64_t seed)
{
    Random random(seed);
    const std::vector<int> none(std::size_t(cells), 0);
    std::vector<std::vector<int>> counts(std::size_t(weeks), none);
    for (auto &week : counts) {
        for (int cell = 0; cell < cells; ++cell)
            week[std::size_t(cell)] = random.poisson(20.0 / (cell + 1.0));
    }
    return counted(counts);
}

} // namespace

class tst_HotspotScores : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void flaggedCells_data();
    void flaggedCells();
    void byHand();
    void outsideTheAreaIsMissed();
    void ranksEachWeekFromBefore();
    void boundsHold();
    void intervalsCoverAndRepeat();
    void pairedDifferences();
    void oneType();
    void refuses();
};

void tst_HotspotScores::flaggedCells_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<int>("cells");
    QTest::addColumn<int>("flagged");
    // The counts behind the published baselines: rounded to the nearest.
    QTest::newRow("1 % of 1451") << 0.01 << 1451 << 15;
    QTest::newRow("5 % of 1451") << 0.05 << 1451 << 73;
    QTest::newRow("10 % of 1451") << 0.10 << 1451 << 145;
    QTest::newRow("20 % of 1451") << 0.20 << 1451 << 290;
    QTest::newRow("at least one") << 0.01 << 7 << 1;
    QTest::newRow("all") << 1.0 << 7 << 7;
}

void tst_HotspotScores::flaggedCells()
{
    QFETCH(const double, share);
    QFETCH(const int, cells);
    QTEST(belvedere::flaggedCells(share, cells), "flagged");
}

void tst_HotspotScores::byHand()
{
    const CellIncidents cells = counted({{9, 5, 1, 0}, {2, 3, 1, 0}, {4, 0, 0, 2}});
    const auto score = scoreRanking(
        cells,
        [&](UtcMs now) {
            return countMap(cells, {0, now});
        },
        twoWeeks());
    VERIFY_OK(score);
    QCOMPARE(score->incidents, 12);
    QCOMPARE(score->weeks[0].caught, (std::vector<int>{2, 5, 6}));
    QCOMPARE(score->weeks[0].possible, (std::vector<int>{3, 5, 6}));
    QCOMPARE(score->weeks[1].caught, (std::vector<int>{4, 4, 6}));
    QCOMPARE(score->weeks[1].possible, (std::vector<int>{4, 6, 6}));
    const ShareScore &quarter = score->shares[0];
    QCOMPARE(quarter.cells, 1);
    QCOMPARE(quarter.hitRate.value, 6.0 / 12.0);
    QCOMPARE(quarter.pai.value, 2.0);
    QCOMPARE(quarter.pei.value, 6.0 / 7.0);
    QCOMPARE(score->shares[1].pei.value, 9.0 / 11.0);
    QCOMPARE(score->shares[2].pai.value, 1.0);
}

void tst_HotspotScores::outsideTheAreaIsMissed()
{
    CellIncidents cells = counted({{9, 5}, {2, 3}, {4, 1}});
    cells.placed.push_back({2 * kWeek + 5, kOutsideArea, 0});
    const auto score = scoreRanking(
        cells,
        [&](UtcMs now) {
            return countMap(cells, {0, now});
        },
        twoWeeks());
    VERIFY_OK(score);
    QCOMPARE(score->incidents, 11);
    QCOMPARE(score->shares[2].hitRate.value, 10.0 / 11.0);
    QCOMPARE(score->shares[2].pei.value, 1.0);
}

void tst_HotspotScores::ranksEachWeekFromBefore()
{
    const CellIncidents cells = patterned(20, 10, 1);
    ScoreSpec spec = twoWeeks();
    spec.end = 10 * kWeek;
    spec.weeks = 3;
    std::vector<UtcMs> asked;
    const auto score = scoreRanking(
        cells,
        [&](UtcMs now) {
            asked.push_back(now);
            return countMap(cells, {0, now});
        },
        spec);
    VERIFY_OK(score);
    QCOMPARE(asked, (std::vector<UtcMs>{7 * kWeek, 8 * kWeek, 9 * kWeek}));
    QCOMPARE(score->weeks[2].from, 9 * kWeek);
}

void tst_HotspotScores::boundsHold()
{
    const CellIncidents cells = patterned(40, 12, 3);
    ScoreSpec spec;
    spec.end = 12 * kWeek;
    spec.weeks = 6;
    const auto oracle = scoreRanking(
        cells,
        [&](UtcMs now) {
            return countMap(cells, {now, now + kWeek});
        },
        spec);
    VERIFY_OK(oracle);
    Random random(8);
    const auto blind = scoreRanking(
        cells,
        [&](UtcMs) {
            std::vector<double> risk(40);
            for (double &value : risk)
                value = random.uniform();
            return risk;
        },
        spec);
    VERIFY_OK(blind);
    for (std::size_t i = 0; i < spec.shares.size(); ++i) {
        QCOMPARE(oracle->shares[i].pei.value, 1.0);
        QVERIFY(blind->shares[i].pei.value < 1.0);
        QVERIFY(blind->shares[i].pai.value <= oracle->shares[i].pai.value);
    }
}

void tst_HotspotScores::intervalsCoverAndRepeat()
{
    const CellIncidents cells = patterned(40, 20, 3);
    ScoreSpec spec;
    spec.end = 20 * kWeek;
    spec.weeks = 12;
    const Ranker ranker = [&](UtcMs now) { return countMap(cells, {0, now}); };
    const auto score = scoreRanking(cells, ranker, spec);
    const auto again = scoreRanking(cells, ranker, spec);
    VERIFY_OK(score);
    for (std::size_t i = 0; i < score->shares.size(); ++i) {
        const Interval &pei = score->shares[i].pei;
        QVERIFY(pei.lower <= pei.value && pei.value <= pei.upper);
        QCOMPARE(again->shares[i].pei.lower, pei.lower);
    }
    QVERIFY(score->shares[2].pei.lower < score->shares[2].pei.upper);
}

void tst_HotspotScores::pairedDifferences()
{
    const CellIncidents cells = patterned(40, 20, 3);
    ScoreSpec spec;
    spec.end = 20 * kWeek;
    spec.weeks = 12;
    const auto good = scoreRanking(
        cells,
        [&](UtcMs now) {
            return countMap(cells, {0, now});
        },
        spec);
    const auto bad = scoreRanking(
        cells,
        [&](UtcMs now) {
            std::vector<double> risk = countMap(cells, {0, now});
            for (double &value : risk)
                value = -value;
            return risk;
        },
        spec);
    VERIFY_OK(good);
    VERIFY_OK(bad);
    const auto none = pairedDifference(*good, *good, 40, spec);
    VERIFY_OK(none);
    QCOMPARE((*none)[1].pei.lower, 0.0);
    QCOMPARE((*none)[1].pei.upper, 0.0);
    const auto clear = pairedDifference(*good, *bad, 40, spec);
    VERIFY_OK(clear);
    for (const ShareDifference &difference : *clear)
        QVERIFY(difference.pei.lower > 0.0);
    RankingScore shorter = *bad;
    shorter.weeks.pop_back();
    QVERIFY(!pairedDifference(*good, shorter, 40, spec));
}

void tst_HotspotScores::oneType()
{
    CellIncidents cells = counted({{9, 5, 1, 0}, {2, 3, 1, 0}, {4, 0, 0, 2}});
    for (PlacedIncident &incident : cells.placed)
        incident.type = incident.cell == 1 ? 1 : 0;
    ScoreSpec spec = twoWeeks();
    spec.type = 1;
    const auto score = scoreRanking(
        cells,
        [&](UtcMs now) {
            return countMap(cells, {0, now}, 1);
        },
        spec);
    VERIFY_OK(score);
    QCOMPARE(score->incidents, 3);
    QCOMPARE(score->shares[0].hitRate.value, 1.0);
}

void tst_HotspotScores::refuses()
{
    const CellIncidents cells = counted({{9, 5}, {2, 3}, {4, 1}});
    const Ranker ranker = [&](UtcMs now) { return countMap(cells, {0, now}); };
    ScoreSpec spec = twoWeeks();
    spec.weeks = 0;
    QVERIFY(!scoreRanking(cells, ranker, spec));
    spec.weeks = 3; // nothing before them
    QCOMPARE(scoreRanking(cells, ranker, spec).error().code, Errc::Shape);
    spec = twoWeeks();
    spec.shares = {0.0};
    QCOMPARE(scoreRanking(cells, ranker, spec).error().code, Errc::Usage);
    spec = twoWeeks();
    spec.end = 30 * kWeek; // silence
    QCOMPARE(scoreRanking(cells, ranker, spec).error().code, Errc::Shape);
    const auto noNumber = scoreRanking(
        cells,
        [](UtcMs) {
            return std::vector<double>{1.0, std::nan("")};
        },
        twoWeeks());
    QCOMPARE(noNumber.error().code, Errc::Numeric);
    const auto tooFew = scoreRanking(
        cells, [](UtcMs) { return std::vector<double>{1.0}; }, twoWeeks());
    QCOMPARE(tooFew.error().code, Errc::Shape);
}

QTEST_APPLESS_MAIN(tst_HotspotScores)
#include "tst_hotspot_scores.moc"
