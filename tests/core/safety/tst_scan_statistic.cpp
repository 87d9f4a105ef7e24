// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/scan_statistic.h"

#include "base/random.h"
#include "support/verify_ok.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace belvedere;

Q_DECLARE_METATYPE(belvedere::ScanStudy)
Q_DECLARE_METATYPE(belvedere::ScanOptions)

namespace {

constexpr double kEdgeM = 500.0;

/// Places on a square grid.
std::vector<PointM> gridOf(int edge)
{
    std::vector<PointM> points;
    for (int i = 0; i < edge * edge; ++i)
        points.push_back({(i % edge) * kEdgeM, double(i / edge) * kEdgeM});
    return points;
}

/// Cases anywhere and any time.
ScanStudy evenStudy(int edge, int steps, int cases, std::uint64_t seed)
{
    Random random(seed);
    ScanStudy study;
    study.locations = gridOf(edge);
    study.steps = steps;
    for (int i = 0; i < cases; ++i)
        study.cases.push_back(
            {int(random.below(study.locations.size())), int(random.below(std::uint64_t(steps)))});
    return study;
}

/// All cylinders one by one, as the definition says.
double highestByHand(const ScanStudy &study, const ScanOptions &options)
{
    double highest = 0.0;
    const double all = double(study.cases.size());
    for (const PointM &centre : study.locations) {
        std::set<double> radii;
        for (const PointM &p : study.locations) {
            const double d = std::hypot(p.x - centre.x, p.y - centre.y);
            if (d <= options.largestRadiusM)
                radii.insert(d);
        }
        for (const double radius : radii) {
            for (int length = 1; length <= options.longestSteps; ++length) {
                double inside = 0.0;
                double ofPlace = 0.0;
                double ofTime = 0.0;
                for (const ScanCase &each : study.cases) {
                    const PointM p = study.locations[std::size_t(each.location)];
                    const bool near = std::hypot(p.x - centre.x, p.y - centre.y) <= radius + 1e-6;
                    const bool recent = each.age < length;
                    ofPlace += near ? 1.0 : 0.0;
                    ofTime += recent ? 1.0 : 0.0;
                    inside += near && recent ? 1.0 : 0.0;
                }
                if (ofPlace > options.largestShare * all || inside < options.leastCases)
                    continue;
                highest = std::max(highest, kulldorffScore(inside, ofPlace * ofTime / all, all));
            }
        }
    }
    return highest;
}

} // namespace

class tst_ScanStatistic : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scores();
    void findsWhatTheDefinitionFinds_data();
    void findsWhatTheDefinitionFinds();
    void findsAnInjectedCluster_data();
    void findsAnInjectedCluster();
    void clustersDoNotOverlap();
    void pIsUniformByChance_data();
    void pIsUniformByChance();
    void repeats();
    void staysBelowHalfOfTheCases();
    void refuses_data();
    void refuses();
    void cancels();
};

void tst_ScanStatistic::scores()
{
    QVERIFY(std::abs(kulldorffScore(10, 4, 100) - 3.35444) < 5e-6);
    QVERIFY(std::abs(expectationPoissonScore(10, 4) - 3.16291) < 5e-6);
    QCOMPARE(kulldorffScore(4, 4, 100), 0.0);
    QCOMPARE(kulldorffScore(3, 4, 100), 0.0);
    QCOMPARE(expectationPoissonScore(3, 4), 0.0);
    QVERIFY(std::isfinite(kulldorffScore(100, 40, 100)));
}

void tst_ScanStatistic::findsWhatTheDefinitionFinds_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 6; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

void tst_ScanStatistic::findsWhatTheDefinitionFinds()
{
    QFETCH(int, seed);
    const ScanStudy study = evenStudy(6, 12, 150, std::uint64_t(seed));
    ScanOptions options;
    options.longestSteps = 4;
    options.largestRadiusM = 1200.0;
    options.replicates = 0;
    options.leastCases = 2;
    const auto result = scanSpaceTime(study, options);
    VERIFY_OK(result);
    const double highest = highestByHand(study, options);
    QVERIFY(highest > 0.5);
    QVERIFY(!result->clusters.empty());
    const ScanCluster &best = result->clusters.front();
    QVERIFY2(std::abs(best.score - highest) < 1e-4, // expectations are kept as float
        qPrintable(QStringLiteral("%1, by hand %2").arg(best.score).arg(highest)));
    QVERIFY(std::isnan(best.p));
    int inside = 0;
    for (const ScanCase &each : study.cases) {
        const auto &l = best.locations;
        inside += each.age < best.steps && std::count(l.begin(), l.end(), each.location) > 0;
    }
    QCOMPARE(inside, best.observed);
}

void tst_ScanStatistic::findsAnInjectedCluster_data()
{
    QTest::addColumn<int>("model");
    QTest::newRow("permutation") << int(ScanModel::Permutation);
    QTest::newRow("poisson") << int(ScanModel::Poisson);
    QTest::newRow("expectation") << int(ScanModel::ExpectationPoisson);
}

void tst_ScanStatistic::findsAnInjectedCluster()
{
    QFETCH(int, model);
    ScanStudy study = evenStudy(20, 100, 4000, 5);
    const int centre = 10 * 20 + 10;
    for (int i = 0; i < 27; ++i)
        study.cases.push_back({centre + (i % 3 - 1) + 20 * (i / 3 % 3 - 1), i % 3});
    ScanOptions options;
    options.model = static_cast<ScanModel>(model);
    options.replicates = 199;
    study.expected.assign(400 * 6, 4000.0 / (400.0 * 100.0));
    study.expectedInAll = 4000.0;
    const auto result = scanSpaceTime(study, options);
    VERIFY_OK(result);
    QVERIFY(!result->clusters.empty());
    const ScanCluster &best = result->clusters.front();
    QCOMPARE(best.p, 1.0 / 200.0);
    QVERIFY(std::count(best.locations.begin(), best.locations.end(), centre) == 1);
    QVERIFY(best.radiusM <= 3.0 * kEdgeM);
    QCOMPARE(best.steps, 3);
    QVERIFY(best.observed >= 24);
    QVERIFY(best.expected < 9.0);
    QCOMPARE(result->replicateScores.size(), std::size_t(199));
    QVERIFY(std::is_sorted(
        result->replicateScores.begin(), result->replicateScores.end(), std::greater<>()));
}

void tst_ScanStatistic::clustersDoNotOverlap()
{
    ScanOptions options;
    options.replicates = 19;
    const auto result = scanSpaceTime(evenStudy(20, 60, 3000, 9), options);
    VERIFY_OK(result);
    QVERIFY(result->clusters.size() > 3);
    std::set<int> seen;
    double last = std::numeric_limits<double>::infinity();
    for (const ScanCluster &cluster : result->clusters) {
        QVERIFY(cluster.score <= last);
        QVERIFY(cluster.p >= 1.0 / 20.0 && cluster.p <= 1.0);
        QVERIFY(cluster.observed > cluster.expected);
        QVERIFY(cluster.steps >= 1 && cluster.steps <= options.longestSteps);
        QVERIFY(cluster.radiusM <= options.largestRadiusM);
        last = cluster.score;
        for (const int location : cluster.locations)
            QVERIFY(seen.insert(location).second);
    }
}

void tst_ScanStatistic::pIsUniformByChance_data()
{
    QTest::addColumn<int>("model");
    QTest::newRow("permutation") << int(ScanModel::Permutation);
    QTest::newRow("expectation") << int(ScanModel::ExpectationPoisson);
}

void tst_ScanStatistic::pIsUniformByChance()
{
    QFETCH(int, model);
    int low = 0;
    const int studies = 200;
    Random random(21);
    for (int i = 0; i < studies; ++i) {
        // Expected 1 in each place and step, so that scores hardly tie.
        ScanStudy study = evenStudy(8, 20, random.poisson(1280), std::uint64_t(100 + i));
        study.expected.assign(64 * 3, 1.0);
        ScanOptions options;
        options.model = static_cast<ScanModel>(model);
        options.longestSteps = 3;
        options.largestRadiusM = 1500.0;
        options.replicates = 39;
        options.seed = std::uint64_t(i);
        const auto result = scanSpaceTime(study, options);
        VERIFY_OK(result);
        low += !result->clusters.empty() && result->clusters.front().p <= 0.1 ? 1 : 0;
    }
    // One in ten; 20 of 200 with a deviation of 4.2.
    QVERIFY2(low >= 6 && low <= 35, qPrintable(QString::number(low)));
}

void tst_ScanStatistic::repeats()
{
    const ScanStudy study = evenStudy(12, 40, 900, 4);
    ScanOptions options;
    options.replicates = 99;
    options.seed = 6;
    const auto a = scanSpaceTime(study, options);
    const auto b = scanSpaceTime(study, options);
    VERIFY_OK(a);
    VERIFY_OK(b);
    QCOMPARE(a->replicateScores, b->replicateScores);
    options.seed = 7;
    const auto c = scanSpaceTime(study, options);
    VERIFY_OK(c);
    QVERIFY(a->replicateScores != c->replicateScores);
    QCOMPARE(a->clusters.front().score, c->clusters.front().score);
}

void tst_ScanStatistic::staysBelowHalfOfTheCases()
{
    // Nearly all cases at one place: no circle about it is allowed.
    ScanStudy study;
    study.locations = gridOf(3);
    study.steps = 10;
    for (int i = 0; i < 100; ++i)
        study.cases.push_back({i < 70 ? 4 : i % 9, i < 20 ? 0 : 1 + i % 9});
    ScanOptions options;
    options.longestSteps = 2;
    options.replicates = 0;
    const auto result = scanSpaceTime(study, options);
    VERIFY_OK(result);
    for (const ScanCluster &cluster : result->clusters)
        QVERIFY(std::count(cluster.locations.begin(), cluster.locations.end(), 4) == 0);
}

void tst_ScanStatistic::refuses_data()
{
    QTest::addColumn<ScanStudy>("study");
    QTest::addColumn<ScanOptions>("options");
    const ScanStudy good = evenStudy(4, 10, 50, 1);
    ScanOptions options;
    options.longestSteps = 11;
    QTest::newRow("longer than the study") << good << options;
    options = {};
    options.largestShare = 0.7;
    QTest::newRow("more than half") << good << options;
    options = {};
    options.largestRadiusM = 0.0;
    QTest::newRow("no radius") << good << options;
    options = {};
    options.model = ScanModel::Poisson;
    QTest::newRow("nothing expected") << good << options;
    ScanStudy bad = good;
    bad.cases.push_back({99, 0});
    QTest::newRow("unknown place") << bad << ScanOptions();
    bad = good;
    bad.cases.push_back({0, 10});
    QTest::newRow("unknown step") << bad << ScanOptions();
}

void tst_ScanStatistic::refuses()
{
    QFETCH(ScanStudy, study);
    QFETCH(ScanOptions, options);
    const auto result = scanSpaceTime(study, options);
    QVERIFY(!result);
    QCOMPARE(result.error().code, Errc::Usage);
}

void tst_ScanStatistic::cancels()
{
    TaskContext context;
    context.cancelled = [] { return true; };
    const auto result = scanSpaceTime(evenStudy(4, 10, 50, 1), {}, context);
    QVERIFY(!result);
    QCOMPARE(result.error().code, Errc::Cancelled);
}

QTEST_GUILESS_MAIN(tst_ScanStatistic)
#include "tst_scan_statistic.moc"
