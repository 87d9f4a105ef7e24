// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/learning_forecaster.h"
#include "training/learning_curve.h"

#include <QTest>

using namespace belvedere;

class tst_LearningCurve : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plan_data();
    void plan();
    void refuses_data();
    void refuses();
    void sameTestForAllPoints();
    void moreDaysHelp();
};

constexpr int kDay = 288;

static LearningCurveSpec specOf(std::vector<double> days)
{
    LearningCurveSpec spec;
    spec.days = std::move(days);
    spec.train.model = QStringLiteral("learning");
    spec.train.epochs = 4;
    return spec;
}

void tst_LearningCurve::plan_data()
{
    QTest::addColumn<QList<double>>("asked");
    QTest::addColumn<QList<int>>("windows");
    // 10 days are 2 880 steps and 2 857 windows, of which 2 000 teach: 2 023 steps, 7.02 days.
    QTest::newRow("doublings") << QList<double>{}
                               << QList<int>{kDay - 23, 2 * kDay - 23, 4 * kDay - 23, 2000};
    QTest::newRow("own") << QList<double>{0.5, 3} << QList<int>{kDay / 2 - 23, 3 * kDay - 23};
    QTest::newRow("more than there is") << QList<double>{1, 20, 30} << QList<int>{kDay - 23, 2000};
}

void tst_LearningCurve::plan()
{
    QFETCH(const QList<double>, asked);
    QFETCH(const QList<int>, windows);
    const TimeAxis axis{0, 5 * kMsPerMinute, 10 * kDay};
    const auto points = planLearningCurve(axis, specOf({asked.begin(), asked.end()}));
    QVERIFY(points);
    QList<int> found;
    for (const LearningCurvePoint &point : *points) {
        found += point.train.count;
        QCOMPARE(point.train.first + point.train.count, 2000); // right before the validation part
        QVERIFY(std::abs(point.days - (point.train.count + 23.0) / kDay) < 1e-12);
    }
    QCOMPARE(found, windows);
}

void tst_LearningCurve::refuses_data()
{
    QTest::addColumn<QList<double>>("days");
    QTest::addColumn<int>("steps");
    QTest::addColumn<Errc>("code");
    QTest::newRow("descending") << QList<double>{2, 1} << 10 * kDay << Errc::Usage;
    QTest::newRow("twice the same") << QList<double>{2, 2} << 10 * kDay << Errc::Usage;
    QTest::newRow("no window") << QList<double>{0.01} << 10 * kDay << Errc::Shape;
    QTest::newRow("no data") << QList<double>{} << 20 << Errc::Shape;
}

void tst_LearningCurve::refuses()
{
    QFETCH(const QList<double>, days);
    QFETCH(const int, steps);
    const TimeAxis axis{0, 5 * kMsPerMinute, steps};
    const auto points = planLearningCurve(axis, specOf({days.begin(), days.end()}));
    QVERIFY(!points);
    QTEST(points.error().code, "code");
}

void tst_LearningCurve::sameTestForAllPoints()
{
    const auto history = test::noiseHistory(QStringLiteral("town"), 5 * kDay);
    QList<double> begun;
    int epochs = 0;
    LearningCurveHooks hooks;
    hooks.onPoint = [&begun](double days, int number, int count) {
        begun += days;
        QCOMPARE(number, static_cast<int>(begun.size()));
        QCOMPARE(count, 3);
    };
    hooks.onEpoch = [&epochs](double, const EpochReport &) { ++epochs; };
    std::vector<double> shares;
    TaskContext context;
    context.progress = [&shares](qint64 done, qint64 total, const QString &) {
        shares.push_back(double(done) / double(total));
    };
    const auto curve =
        learningCurve(specOf({}), {history}, test::LearningFactory(), context, hooks);
    QVERIFY2(curve, curve ? "" : qPrintable(curve.error().message()));
    QCOMPARE(curve->points.size(), std::size_t{3}); // 1, 2 and 3.5 days
    QCOMPARE(epochs, 12);
    QVERIFY(std::is_sorted(shares.begin(), shares.end()));
    QCOMPARE(shares.back(), 1.0);
    const ForecastMetrics &first = curve->points[0].record.test;
    for (const LearningCurvePoint &point : curve->points)
        QCOMPARE(point.record.test.all.observed, first.all.observed);
    // All there is gives the same as an ordinary training.
    const auto outcome = trainForecaster(specOf({}).train, {history}, test::LearningFactory());
    QVERIFY(outcome);
    QCOMPARE(curve->points.back().record.test.toJson(), outcome->record.test.toJson());
}

// The level changes within the last two days: one day knows only the new one, more know both.
// Whatever the model makes of it, the training parts must differ.
void tst_LearningCurve::moreDaysHelp()
{
    auto history = test::noiseHistory(QStringLiteral("town"), 5 * kDay);
    const int end = 1000; // of the training part's last day or so
    for (std::size_t i = 0; i < 2 * static_cast<std::size_t>(end - kDay); ++i)
        history->values[i] *= 8.0F; // the early days are wild
    const auto curve = learningCurve(specOf({}), {history}, test::LearningFactory());
    QVERIFY(curve);
    QVERIFY(curve->points[0].record.epochs[0].trainLoss
        < 0.5 * curve->points.back().record.epochs[0].trainLoss);
}

QTEST_GUILESS_MAIN(tst_LearningCurve)
#include "tst_learning_curve.moc"
