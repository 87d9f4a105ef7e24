// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/significance.h"

#include "base/random.h"
#include "support/scripted_forecaster.h"

#include <QTest>

using namespace belvedere;

class tst_Significance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byHand();
    void constantDifference();
    void holdsTheTruthAsOftenAsItSays();
    void findsAShift();
    void repeats();
    void refuses();
    void comparesModels();
    void leavesOutWhatOneLeftOpen();
    void differentHorizons();
    void differentSites();
    void jsonRoundTrip();
};

constexpr int kPerDay = 24;

/// Windows whose difference of errors is `shift` plus noise that is alike within a day.
static std::vector<PairedErrors> simulated(Random &random, int days, double shift)
{
    std::vector<PairedErrors> windows;
    double mood = random.normal();
    for (int i = 0; i < days * kPerDay; ++i) {
        mood = 0.8 * mood + 0.6 * random.normal(); // standard deviation 1, gone after some hours
        windows.push_back({5.0 + shift + mood, 5.0, 1});
    }
    return windows;
}

void tst_Significance::byHand()
{
    // Two days: 10 values with 30 against 20, 10 values with 50 against 20.
    std::vector<PairedErrors> windows{{30.0, 20.0, 10}, {50.0, 20.0, 10}};
    const Result<Significance> result = blockBootstrap(windows, 1);
    QVERIFY(result);
    QCOMPARE(result->mae, 4.0);
    QCOMPARE(result->rivalMae, 2.0);
    QCOMPARE(result->difference, 2.0);
    QCOMPARE(result->observed, qint64{20});
    QCOMPARE(result->days, 2.0);
    // The draws are 1, 2 and 3 (a quarter, half, a quarter), widened by sqrt 2 about 2.
    QVERIFY(std::abs(result->lower - (2.0 - std::sqrt(2.0))) < 0.05);
    QVERIFY(std::abs(result->upper - (2.0 + std::sqrt(2.0))) < 0.05);
}

// Always better by the same amount: no doubt, and no interval.
void tst_Significance::constantDifference()
{
    std::vector<PairedErrors> windows(20 * kPerDay, PairedErrors{1.0, 1.5, 1});
    const Result<Significance> result = blockBootstrap(windows, kPerDay);
    QVERIFY(result);
    QCOMPARE(result->difference, -0.5);
    QVERIFY(std::abs(result->lower + 0.5) < 1e-9 && std::abs(result->upper + 0.5) < 1e-9);
    QCOMPARE(result->pValue, 1.0 / 2001.0);
}

// Equal models over 40 days, 300 times: 95 % of the intervals should hold 0. With 300 trials the
// share has a standard error of 1.3 %, and the bootstrap itself is known to be a little narrow.
void tst_Significance::holdsTheTruthAsOftenAsItSays()
{
    constexpr int kTrials = 300;
    int held = 0;
    int rejected = 0;
    for (int trial = 0; trial < kTrials; ++trial) {
        Random random = Random(17).split(static_cast<std::uint64_t>(trial));
        const Result<Significance> result =
            blockBootstrap(simulated(random, 40, 0.0), kPerDay, random.next());
        QVERIFY(result);
        held += result->lower <= 0.0 && result->upper >= 0.0 ? 1 : 0;
        rejected += result->pValue < 0.05 ? 1 : 0;
    }
    QVERIFY2(held >= 0.91 * kTrials && held <= 0.98 * kTrials, qPrintable(QString::number(held)));
    QVERIFY2(rejected >= 0.02 * kTrials && rejected <= 0.09 * kTrials,
        qPrintable(QString::number(rejected)));
}

// Single windows as blocks would call these certain four times as often: the blocks matter.
void tst_Significance::findsAShift()
{
    int found = 0;
    for (int trial = 0; trial < 50; ++trial) {
        Random random = Random(23).split(static_cast<std::uint64_t>(trial));
        const Result<Significance> result =
            blockBootstrap(simulated(random, 40, 0.5), kPerDay, random.next());
        QVERIFY(result);
        QVERIFY(std::abs(result->difference - 0.5) < 0.4);
        found += result->lower > 0.0 && result->pValue < 0.05 ? 1 : 0;
    }
    QVERIFY2(found >= 45, qPrintable(QString::number(found)));
}

void tst_Significance::repeats()
{
    Random random(3);
    const std::vector<PairedErrors> windows = simulated(random, 20, 0.1);
    const auto once = blockBootstrap(windows, kPerDay);
    const auto twice = blockBootstrap(windows, kPerDay);
    QCOMPARE(once->toJson(), twice->toJson());
    QVERIFY(once->toJson() != blockBootstrap(windows, kPerDay, 2)->toJson());
}

void tst_Significance::refuses()
{
    Random random(3);
    QCOMPARE(blockBootstrap(simulated(random, 1, 0.0), kPerDay).error().code, Errc::Shape);
    const std::vector<PairedErrors> nothing(10 * kPerDay);
    QCOMPARE(blockBootstrap(nothing, kPerDay).error().code, Errc::Numeric);
}

static test::ScriptedForecaster modelFor(
    const ChannelHistory &history, float bias, int horizon = 12)
{
    ModelSpec spec;
    spec.siteCodes = history.siteCodes;
    spec.shape.horizon = horizon;
    return {spec, bias};
}

void tst_Significance::comparesModels()
{
    const auto history = test::historyOf(8 * 288, 2, [](int, int) { return 10.0; });
    const Result<Significance> result = compareForecasters(
        modelFor(*history, 1.0F), modelFor(*history, 3.0F), *history, {0, 4 * 288});
    QVERIFY(result);
    QCOMPARE(result->mae, 1.0);
    QCOMPARE(result->rivalMae, 3.0);
    QCOMPARE(result->difference, -2.0);
    QCOMPARE(result->days, 4.0);
    QCOMPARE(result->observed, qint64{4 * 288 * 12 * 2});
    QVERIFY(result->pValue < 0.01);
}

// The rival says nothing about site 1, where the errors are large: only site 0 counts.
void tst_Significance::leavesOutWhatOneLeftOpen()
{
    const auto history = test::historyOf(4 * 288, 2, [](int, int) { return 10.0; });
    class Silent : public test::ScriptedForecaster
    {
    public:
        using ScriptedForecaster::ScriptedForecaster;
        Result<std::vector<float>> forecastWindows(const ChannelHistory &history,
            const std::vector<int> &lastSteps, const TaskContext &context) const override
        {
            BV_TRY(auto values, ScriptedForecaster::forecastWindows(history, lastSteps, context));
            const std::size_t levels = spec().shape.quantiles.size();
            for (std::size_t i = 0; i < values.size(); ++i) {
                if (i / levels % 2 == 1)
                    values[i] = kMissing;
            }
            return values;
        }
    };
    const Silent rival(modelFor(*history, 0.0F).spec(), 2.0F);
    const Result<Significance> result =
        compareForecasters(modelFor(*history, 1.0F), rival, *history, {0, 3 * 288});
    QVERIFY(result);
    QCOMPARE(result->observed, qint64{3 * 288 * 12});
    QCOMPARE(result->rivalMae, 2.0);
}

// On a ramp the error is the number of steps ahead: 1 … 6 have a mean of 3.5 for both.
void tst_Significance::differentHorizons()
{
    const auto history = test::historyOf(4 * 288, 1, [](int step, int) { return step; });
    const Result<Significance> result = compareForecasters(
        modelFor(*history, 0.0F), modelFor(*history, 0.0F, 6), *history, {0, 3 * 288});
    QVERIFY(result);
    QCOMPARE(result->mae, 3.5);
    QCOMPARE(result->rivalMae, 3.5);
    QVERIFY(result->pValue > 0.99);
}

void tst_Significance::differentSites()
{
    const auto history = test::historyOf(4 * 288, 2, [](int, int) { return 1.0; });
    ModelSpec other = modelFor(*history, 0.0F).spec();
    std::swap(other.siteCodes[0], other.siteCodes[1]);
    const Result<Significance> result = compareForecasters(
        modelFor(*history, 0.0F), test::ScriptedForecaster(other, 0.0F), *history, {0, 3 * 288});
    QVERIFY(!result);
    QCOMPARE(result.error().code, Errc::Shape);
}

void tst_Significance::jsonRoundTrip()
{
    Significance before{
        QStringLiteral("traffic-speed/3"), 3.1, 3.5, -0.4, -0.6, -0.2, 0.01, 7.5, qint64{1} << 40};
    QCOMPARE(Significance::fromJson(before.toJson()).toJson(), before.toJson());
}

QTEST_GUILESS_MAIN(tst_Significance)
#include "tst_significance.moc"
