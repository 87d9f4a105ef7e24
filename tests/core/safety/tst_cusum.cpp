// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/cusum.h"

#include "base/random.h"
#include "support/verify_ok.h"

#include <QTest>

#include <cmath>

using namespace belvedere;

class tst_Cusum : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runLength_data();
    void runLength();
    void runLengthOfSimulation();
    void shewhart();
    void twoSidedIsHalf();
    void threshold_data();
    void threshold();
    void sums();
    void restarts();
    void missingValues();
    void refuses_data();
    void refuses();
};

void tst_Cusum::runLength_data()
{
    QTest::addColumn<double>("h");
    QTest::addColumn<double>("shift");
    QTest::addColumn<double>("steps");
    // Brook and Evans's Markov chain with many states.
    QTest::newRow("h 4") << 4.0 << 0.0 << 335.4;
    QTest::newRow("h 4.774") << 4.774 << 0.0 << 740.1;
    QTest::newRow("h 5") << 5.0 << 0.0 << 930.9;
    QTest::newRow("h 4, shifted") << 4.0 << 1.0 << 8.38;
    QTest::newRow("h 4.774, shifted") << 4.774 << 1.0 << 9.93;
    QTest::newRow("h 5, shifted") << 5.0 << 1.0 << 10.38;
}

void tst_Cusum::runLength()
{
    QFETCH(double, h);
    QFETCH(double, shift);
    QFETCH(double, steps);
    const auto length = cusumRunLength({0.5, h}, shift);
    VERIFY_OK(length);
    QVERIFY2(std::abs(*length / steps - 1.0) < 0.002, qPrintable(QString::number(*length)));
}

void tst_Cusum::runLengthOfSimulation()
{
    const CusumOptions options{0.4, 2.5};
    Random random(3);
    std::vector<double> z;
    const int steps = 500000;
    for (int i = 0; i < steps; ++i)
        z.push_back(random.normal());
    int alarms = 0;
    for (const CusumStep &step : cusum(z, options))
        alarms += step.alarm ? 1 : 0;
    const auto length = cusumRunLength(options);
    VERIFY_OK(length);
    const double expected = steps / *length;
    QVERIFY(expected > 1000.0);
    // Times between alarms spread hardly less than exponential ones.
    QVERIFY(std::abs(alarms - expected) < 4.0 * std::sqrt(expected));
}

void tst_Cusum::shewhart()
{
    // With a large k the sum never adds up: an alarm is one value above k + h.
    const auto length = cusumRunLength({3.0, 0.01});
    VERIFY_OK(length);
    const double single = 0.5 * std::erfc(3.01 / std::sqrt(2.0));
    QVERIFY(std::abs(*length * single - 1.0) < 1e-3);
}

void tst_Cusum::twoSidedIsHalf()
{
    const auto one = cusumRunLength({0.5, 4.0});
    const auto two = cusumRunLength({0.5, 4.0, true});
    VERIFY_OK(one);
    VERIFY_OK(two);
    QVERIFY(std::abs(*two / *one - 0.5) < 1e-9);
    const auto shifted = cusumRunLength({0.5, 4.0, true}, 1.0);
    VERIFY_OK(shifted);
    QVERIFY(std::abs(*shifted - 8.38) < 0.02); // hardly ever below
}

void tst_Cusum::threshold_data()
{
    QTest::addColumn<double>("runLength");
    QTest::addColumn<bool>("twoSided");
    QTest::addColumn<double>("h");
    QTest::newRow("335.4") << 335.4 << false << 4.0;
    QTest::newRow("930.9") << 930.9 << false << 5.0;
    QTest::newRow("two-sided") << 465.45 << true << 5.0;
}

void tst_Cusum::threshold()
{
    QFETCH(double, runLength);
    QFETCH(bool, twoSided);
    QFETCH(double, h);
    const auto found = cusumThreshold(0.5, runLength, twoSided);
    VERIFY_OK(found);
    QVERIFY2(std::abs(*found - h) < 1e-3, qPrintable(QString::number(*found)));
    const auto again = cusumRunLength({0.5, *found, twoSided});
    VERIFY_OK(again);
    QVERIFY(std::abs(*again / runLength - 1.0) < 1e-6);
}

void tst_Cusum::sums()
{
    const auto steps = cusum({1.0, 1.0, -3.0, -1.0, 2.0}, {0.5, 2.0, true});
    const double upper[] = {0.5, 1.0, 0.0, 0.0, 1.5};
    const double lower[] = {0.0, 0.0, 2.5, 0.5, 0.0}; // restarted after 2.5
    for (std::size_t i = 0; i < steps.size(); ++i) {
        QCOMPARE(steps[i].upper, upper[i]);
        QCOMPARE(steps[i].lower, lower[i]);
        QCOMPARE(steps[i].alarm, i == 2);
    }
}

void tst_Cusum::restarts()
{
    const std::vector<double> z(6, 2.0);
    int restarted = 0;
    int going = 0;
    for (const CusumStep &step : cusum(z, {0.5, 4.0}))
        restarted += step.alarm ? 1 : 0;
    for (const CusumStep &step : cusum(z, {0.5, 4.0, false, false}))
        going += step.alarm ? 1 : 0;
    QCOMPARE(restarted, 2);
    QCOMPARE(going, 4);
}

void tst_Cusum::missingValues()
{
    const auto steps = cusum({2.0, std::nan(""), 2.0}, {0.5, 5.0});
    QCOMPARE(steps[1].upper, 1.5);
    QCOMPARE(steps[2].upper, 3.0);
    QVERIFY(!steps[1].alarm);
}

void tst_Cusum::refuses_data()
{
    QTest::addColumn<double>("k");
    QTest::addColumn<double>("h");
    QTest::newRow("negative k") << -0.1 << 4.0;
    QTest::newRow("h 0") << 0.5 << 0.0;
    QTest::newRow("h too high") << 0.5 << 51.0;
    QTest::newRow("not a number") << 0.5 << std::nan("");
}

void tst_Cusum::refuses()
{
    QFETCH(double, k);
    QFETCH(double, h);
    const auto length = cusumRunLength({k, h});
    QVERIFY(!length);
    QCOMPARE(length.error().code, Errc::Usage);
    QVERIFY(!cusumThreshold(0.5, 1.0));
}

QTEST_GUILESS_MAIN(tst_Cusum)
#include "tst_cusum.moc"
