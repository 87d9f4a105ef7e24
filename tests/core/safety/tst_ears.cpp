// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/ears.h"

#include "base/random.h"

#include <QTest>

#include <cmath>

using namespace belvedere;

namespace {

const std::vector<double> kCounts = {
    5, 3, 6, 4, 7, 5, 4, 6, 5, 8, 15, 6, 4, 9, 3, 7, 12, 5, 6, 4, 20, 22, 5, 4, 6, 5, 7, 3, 6, 5};

} // namespace

class tst_Ears : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matchesSurveillance_data();
    void matchesSurveillance();
    void scoresAndBoundsAgree_data();
    void scoresAndBoundsAgree();
    void thresholds();
    void flatBaseline();
    void missingValues();
    void alarmProbability_data();
    void alarmProbability();
    void alarmProbabilityOfSimulation();
};

// Function earsC of the R package surveillance on the same counts; steps counted from 1.
void tst_Ears::matchesSurveillance_data()
{
    QTest::addColumn<int>("method");
    QTest::addColumn<double>("alpha");
    QTest::addColumn<int>("firstBound");
    QTest::addColumn<QList<double>>("bounds");
    QTest::addColumn<QList<int>>("alarms");
    const QList<double> bounds = {9.0141, 9.3702, 8.7242, 10.2434};
    QTest::newRow("C1") << int(EarsMethod::C1) << 0.001 << 8 << bounds << QList<int>{11, 21};
    QTest::newRow("C2") << int(EarsMethod::C2) << 0.001 << 10 << bounds << QList<int>{11, 21, 22};
    QTest::newRow("C3") << int(EarsMethod::C3) << 0.025 << 14
                        << QList<double>{16.2835, 10.3335, 14.5426}
                        << QList<int>{12, 13, 22, 23, 24};
}

void tst_Ears::matchesSurveillance()
{
    QFETCH(int, method);
    QFETCH(double, alpha);
    QFETCH(int, firstBound);
    QFETCH(QList<double>, bounds);
    QFETCH(QList<int>, alarms);
    const EarsOptions options{static_cast<EarsMethod>(method)};
    const std::vector<double> upper = earsUpperBounds(kCounts, options, earsThreshold(alpha));
    for (qsizetype i = 0; i < bounds.size(); ++i) {
        const double bound = upper[std::size_t(firstBound - 1 + i)];
        QVERIFY2(std::abs(bound - bounds[i]) < 5e-5, // four decimals are printed
            qPrintable(QStringLiteral("step %1: %2").arg(firstBound + i).arg(bound)));
    }
    QList<int> raised;
    for (std::size_t t = 0; t < kCounts.size(); ++t) {
        if (kCounts[t] > upper[t])
            raised += int(t) + 1;
    }
    QCOMPARE(raised, alarms);
    const int warmUp = earsWarmUp(options);
    QVERIFY(std::isnan(upper[std::size_t(warmUp - 1)]));
    QVERIFY(!std::isnan(upper[std::size_t(warmUp)]));
}

void tst_Ears::scoresAndBoundsAgree_data()
{
    QTest::addColumn<int>("method");
    QTest::addColumn<double>("minSigma");
    for (int method = 0; method < 3; ++method) {
        for (const double sigma : {0.0, 2.5})
            QTest::addRow("C%d, sigma %.1f", method + 1, sigma) << method << sigma;
    }
}

void tst_Ears::scoresAndBoundsAgree()
{
    QFETCH(int, method);
    QFETCH(double, minSigma);
    Random random(7);
    std::vector<double> counts;
    for (int i = 0; i < 2000; ++i)
        counts.push_back(1.0 + random.poisson(i % 97 < 4 ? 14.0 : 6.0)); // above 0, as bounds are
    const EarsOptions options{static_cast<EarsMethod>(method), 7, minSigma};
    const double threshold = 2.0;
    const auto scores = earsScores(counts, options);
    const auto bounds = earsUpperBounds(counts, options, threshold);
    int alarms = 0;
    for (std::size_t t = std::size_t(earsWarmUp(options)); t < counts.size(); ++t) {
        const bool alarm = scores[t] > threshold;
        QCOMPARE(alarm, counts[t] > bounds[t]);
        alarms += alarm ? 1 : 0;
    }
    QVERIFY(alarms > 20);
}

void tst_Ears::thresholds()
{
    QVERIFY(std::abs(earsThreshold(0.001) - 3.0902) < 5e-5);
    QVERIFY(std::abs(earsThreshold(0.025) - 1.9600) < 5e-5);
}

void tst_Ears::flatBaseline()
{
    const std::vector<double> counts = {2, 2, 2, 2, 2, 2, 2, 2, 3, 2};
    const EarsOptions options{EarsMethod::C1};
    const auto scores = earsScores(counts, options);
    QCOMPARE(scores[7], 0.0);
    QVERIFY(std::isinf(scores[8]) && scores[8] > 0.0);
    const auto floored = earsScores(counts, {EarsMethod::C1, 7, 1.0});
    QCOMPARE(floored[8], 1.0);
}

void tst_Ears::missingValues()
{
    std::vector<double> counts = kCounts;
    counts[4] = std::nan("");
    const auto scores = earsScores(counts, {EarsMethod::C1});
    for (std::size_t t = 0; t < 12; ++t)
        QVERIFY(std::isnan(scores[t]));
    QVERIFY(!std::isnan(scores[12]));
    QVERIFY(earsScores({}, {}).empty());
}

void tst_Ears::alarmProbability_data()
{
    QTest::addColumn<double>("minSigma");
    QTest::addColumn<double>("threshold");
    QTest::addColumn<double>("probability");
    // Student's t with 6 degrees of freedom above 3.0902 / sqrt(8/7) = 2.89064, and the normal
    // distribution above 3 / sqrt(8/7) = 2.80624; by scipy.stats.
    QTest::newRow("estimated deviation") << 0.0 << 3.0902 << 0.0138356;
    QTest::newRow("known deviation") << 4.0 << 0.75 << 0.0025061;
}

void tst_Ears::alarmProbability()
{
    QFETCH(double, minSigma);
    QFETCH(double, threshold);
    QFETCH(double, probability);
    const double found = earsAlarmProbability({EarsMethod::C2, 7, minSigma}, threshold);
    QVERIFY2(
        std::abs(found / probability - 1.0) < 1e-3, qPrintable(QString::number(found, 'g', 8)));
    QVERIFY(std::isnan(earsAlarmProbability({EarsMethod::C3}, threshold)));
}

void tst_Ears::alarmProbabilityOfSimulation()
{
    Random random(11);
    std::vector<double> z;
    const int steps = 400000;
    for (int i = 0; i < steps; ++i)
        z.push_back(random.normal());
    const EarsOptions options{EarsMethod::C2, 7, 1.0};
    const double threshold = 2.5;
    int alarms = 0;
    for (const double score : earsScores(z, options))
        alarms += score > threshold ? 1 : 0;
    const double expected = earsAlarmProbability(options, threshold) * steps;
    // Neighbouring steps share their baseline: a little more than the Poisson deviation.
    QVERIFY2(std::abs(alarms - expected) < 5.0 * std::sqrt(expected),
        qPrintable(QStringLiteral("%1 of %2").arg(alarms).arg(expected)));
}

QTEST_GUILESS_MAIN(tst_Ears)
#include "tst_ears.moc"
