// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/forecast_metrics.h"

#include "base/random.h"
#include "support/scripted_forecaster.h"

#include <QJsonDocument>
#include <QTest>

#include <numbers>

using namespace belvedere;

class tst_ForecastMetrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byHand();
    void masks_data();
    void masks();
    void nothingObserved();
    void poolsRatherThanAverages();
    void secondImplementation();
    void jsonRoundTrip();
    void olderJson();
    void crpsOfNormal_data();
    void crpsOfNormal();
    void meanForTheSquareMedianForTheRest();
    void evaluates();
    void evaluatesInPieces();
    void evaluatesWithStride();
    void cancels();
    void windowsPastTheEnd();
};

static ForecastShape shapeOf(int horizon)
{
    ForecastShape shape;
    shape.horizon = horizon;
    shape.quantiles = {0.1, 0.5, 0.9};
    return shape;
}

static bool near(double a, double b, double tolerance = 1e-9)
{
    return std::abs(a - b) <= tolerance;
}

// One site, two steps. Step 1: truth 10, quantiles 8, 9, 12. Step 2: truth 4, quantiles 5, 6, 7.
// Pinball 1: 0.1*2, 0.5*1, 0.1*2 (0.9 level above: 0.1 * 2) = 0.9 / 3 = 0.3.
// Pinball 2: 0.9*1, 0.5*2, 0.1*3 = 2.2 / 3.
// Means 0.3125*(8 + 12) + 0.375*9 = 9.625 and 6. CRPS with weights 0.5, 0.8, 0.5:
// 0.5*0.2 + 0.8*0.5 + 0.5*0.2 = 0.6 and 0.5*0.9 + 0.8*1 + 0.5*0.3 = 1.4.
void tst_ForecastMetrics::byHand()
{
    ForecastScore score(shapeOf(2));
    const float truth[] = {10, 4};
    const float forecast[] = {8, 9, 12, 5, 6, 7};
    score.add(truth, forecast, 1);
    const ForecastMetrics metrics = score.metrics();
    QCOMPARE(metrics.horizons.size(), std::size_t{2});
    const ErrorFigures &first = metrics.horizons[0];
    QVERIFY(near(first.mae, 1.0));
    QVERIFY(near(first.rmse, 0.375));
    QVERIFY(near(first.bias, -0.375));
    QVERIFY(near(first.width, 4.0));
    QVERIFY(near(first.crps, 0.6));
    QVERIFY(near(first.mape, 10.0));
    QVERIFY(near(first.wape, 10.0));
    QVERIFY(near(first.coverage, 1.0));
    QVERIFY(near(first.pinball, 0.3));
    QCOMPARE(first.observed, qint64{1});
    const ErrorFigures &second = metrics.horizons[1];
    QVERIFY(near(second.mae, 2.0));
    QVERIFY(near(second.bias, 2.0));
    QVERIFY(near(second.crps, 1.4));
    QVERIFY(near(second.mape, 50.0));
    QVERIFY(near(second.coverage, 0.0));
    QVERIFY(near(second.pinball, 2.2 / 3.0));
    QVERIFY(near(metrics.all.mae, 1.5));
    QVERIFY(near(metrics.all.rmse, std::sqrt((0.375 * 0.375 + 4.0) / 2.0)));
    QVERIFY(near(metrics.all.crps, 1.0));
    QVERIFY(near(metrics.all.width, 3.0));
    QVERIFY(near(metrics.all.mape, 30.0));
    QVERIFY(near(metrics.all.wape, 100.0 * 3.0 / 14.0));
    QVERIFY(near(metrics.all.coverage, 0.5));
    QVERIFY(near(metrics.all.pinball, (0.3 + 2.2 / 3.0) / 2.0));
}

void tst_ForecastMetrics::masks_data()
{
    QTest::addColumn<float>("truth");
    QTest::addColumn<float>("median");
    QTest::addColumn<qint64>("observed");
    QTest::addColumn<double>("mae");
    QTest::addColumn<double>("mape");
    // Beside a site with truth 10 and forecast 9: MAE 1, MAPE 10 %.
    QTest::newRow("observed") << 5.0F << 8.0F << qint64{2} << 2.0 << 35.0;
    QTest::newRow("missingTruth") << kMissing << 8.0F << qint64{1} << 1.0 << 10.0;
    QTest::newRow("missingForecast") << 5.0F << kMissing << qint64{1} << 1.0 << 10.0;
    QTest::newRow("zeroTruth") << 0.0F << 3.0F << qint64{2} << 2.0 << 10.0;
}

void tst_ForecastMetrics::masks()
{
    QFETCH(const float, truth);
    QFETCH(const float, median);
    ForecastScore score(shapeOf(1));
    const float truths[] = {10, truth};
    const float forecast[] = {8, 9, 12, median - 1, median, median + 1};
    score.add(truths, forecast, 2);
    const ErrorFigures all = score.metrics().all;
    QTEST(all.observed, "observed");
    QFETCH(const double, mae);
    QFETCH(const double, mape);
    QVERIFY(near(all.mae, mae));
    QVERIFY(near(all.mape, mape));
}

void tst_ForecastMetrics::nothingObserved()
{
    const ErrorFigures all = ForecastScore(shapeOf(3)).metrics().all;
    QCOMPARE(all.observed, qint64{0});
    for (const ErrorFigureName &figure : errorFigureNames())
        QVERIFY2(std::isnan(all.*figure.value), figure.name);
}

// Three values in one piece, one in another: the mean of the pieces' means would be 5.5, the
// pooled mean is 3.25; and RMSE is no mean of roots.
void tst_ForecastMetrics::poolsRatherThanAverages()
{
    ForecastScore score(shapeOf(1));
    const float truths[] = {1, 1, 1};
    const float forecast[] = {1, 2, 3, 1, 2, 3, 1, 2, 3};
    score.add(truths, forecast, 3);
    const float truth[] = {12};
    score.add(truth, forecast, 1);
    const ErrorFigures all = score.metrics().all;
    QVERIFY(near(all.mae, (1 + 1 + 1 + 10) / 4.0));
    QVERIFY(near(all.rmse, std::sqrt(103.0 / 4.0)));
}

void tst_ForecastMetrics::secondImplementation()
{
    Random random(11);
    const ForecastShape shape = shapeOf(4);
    constexpr int kSites = 5;
    ForecastScore score(shape);
    double absolute = 0;
    double squared = 0;
    double truthSum = 0;
    std::vector<double> relative;
    int count = 0;
    for (int window = 0; window < 200; ++window) {
        std::vector<float> truth;
        std::vector<float> forecast;
        for (int i = 0; i < shape.horizon * kSites; ++i) {
            const bool missing = random.uniform() < 0.2;
            const auto y = static_cast<float>(random.below(60));
            const auto median = static_cast<float>(random.uniform(0, 60));
            truth.push_back(missing ? kMissing : y);
            forecast.insert(forecast.end(), {median - 5, median, median + 5});
            if (missing)
                continue;
            const double miss = std::abs(double(y) - double(median));
            absolute += miss;
            squared += miss * miss;
            truthSum += double(y);
            if (y > 0)
                relative.push_back(miss / double(y));
            ++count;
        }
        score.add(truth.data(), forecast.data(), kSites);
    }
    const ForecastMetrics metrics = score.metrics();
    double relativeSum = 0;
    for (const double r : relative)
        relativeSum += r;
    QCOMPARE(metrics.all.observed, qint64{count});
    QVERIFY(near(metrics.all.mae, absolute / count));
    QVERIFY(near(metrics.all.rmse, std::sqrt(squared / count), 1e-6));
    QVERIFY(near(metrics.all.wape, 100 * absolute / truthSum));
    QVERIFY(near(metrics.all.mape, 100 * relativeSum / double(relative.size()), 1e-6));
    qint64 observed = 0;
    for (const ErrorFigures &step : metrics.horizons)
        observed += step.observed;
    QCOMPARE(observed, metrics.all.observed);
}

void tst_ForecastMetrics::jsonRoundTrip()
{
    ForecastScore score(shapeOf(2));
    const float truth[] = {10.1F, kMissing};
    const float forecast[] = {8, 9.3F, 12, 5, 6, 7};
    score.add(truth, forecast, 1);
    const ForecastMetrics before = score.metrics();
    const QByteArray text = QJsonDocument(before.toJson()).toJson();
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    QCOMPARE(json[QLatin1String("horizons")][0][QLatin1String("step")].toInt(), 1);
    QVERIFY(json[QLatin1String("horizons")][1][QLatin1String("mae")].isNull());
    const ForecastMetrics after = ForecastMetrics::fromJson(json);
    QCOMPARE(after.toJson(), before.toJson());
    QVERIFY(after.all.mae == before.all.mae);
    QVERIFY(std::isnan(after.horizons[1].rmse));
    QCOMPARE(after.all.observed, qint64{1});
}

// What was kept before there was a CRPS reads as "not known", not as 0.
void tst_ForecastMetrics::olderJson()
{
    const ErrorFigures read =
        ErrorFigures::fromJson({{QStringLiteral("mae"), 2.0}, {QStringLiteral("observed"), 7}});
    QCOMPARE(read.mae, 2.0);
    QCOMPARE(read.observed, qint64{7});
    QVERIFY(std::isnan(read.crps) && std::isnan(read.width) && std::isnan(read.bias));
}

/// By bisection of the error function.
static double normalQuantile(double level)
{
    double low = -10.0;
    double high = 10.0;
    for (int i = 0; i < 80; ++i) {
        const double middle = (low + high) / 2.0;
        (0.5 * std::erfc(-middle / std::numbers::sqrt2) < level ? low : high) = middle;
    }
    return low;
}

void tst_ForecastMetrics::crpsOfNormal_data()
{
    QTest::addColumn<QList<double>>("levels");
    QTest::addColumn<double>("tolerance"); // what so few levels cost, measured with many draws
    QTest::newRow("three") << QList<double>{0.1, 0.5, 0.9} << 0.13;
    QTest::newRow("standard") << QList<double>{0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9,
        0.95} << 0.013;
    QList<double> many;
    for (int i = 1; i < 200; ++i)
        many += i / 200.0;
    QTest::newRow("many") << many << 0.001;
}

// The mean CRPS of N(0, 1) against its own draws is 1 / sqrt(pi); coverage and width of the 80 %
// band are 0.8 and 2 x 1.2816. All of it for standard deviation 3: Gneiting and Raftery 2007.
void tst_ForecastMetrics::crpsOfNormal()
{
    QFETCH(const QList<double>, levels);
    QFETCH(const double, tolerance);
    ForecastShape shape = shapeOf(1);
    shape.quantiles.assign(levels.begin(), levels.end());
    std::vector<float> forecast;
    for (const double level : levels)
        forecast.push_back(static_cast<float>(20.0 + 3.0 * normalQuantile(level)));
    ForecastScore score(shape);
    // Truth at equal steps of probability instead of draws: no noise.
    constexpr int kTruths = 20000;
    for (int i = 0; i < kTruths; ++i) {
        const auto truth = static_cast<float>(20.0 + 3.0 * normalQuantile((i + 0.5) / kTruths));
        score.add(&truth, forecast.data(), 1);
    }
    const ErrorFigures all = score.metrics().all;
    const double exact = 3.0 * std::numbers::inv_sqrtpi;
    QVERIFY2(std::abs(all.crps / exact - 1.0) < tolerance, qPrintable(QString::number(all.crps)));
    QVERIFY(all.crps <= exact); // the loss is a concave function of the level
    QVERIFY(near(all.coverage, 0.8, 1e-3));
    QVERIFY(near(all.width, 3.0 * 2.0 * 1.2815516, 1e-4));
    QVERIFY(near(all.bias, 0.0, 1e-5));
    QVERIFY(near(all.mae, 3.0 * std::sqrt(2.0 * std::numbers::inv_pi), 1e-3));
    QVERIFY(near(all.rmse, 3.0, 1e-3));
}

// Skewed truth: mostly 0, at times 10. The median 0 has the least absolute error, the mean the
// least squared one, and each figure takes its own.
void tst_ForecastMetrics::meanForTheSquareMedianForTheRest()
{
    ForecastScore score(shapeOf(1));
    const float forecast[] = {0, 0, 8}; // mean 2.5
    for (int i = 0; i < 4; ++i) {
        const float truth = i == 3 ? 10.0F : 0.0F;
        score.add(&truth, forecast, 1);
    }
    const ErrorFigures all = score.metrics().all;
    QVERIFY(near(all.mae, 2.5));
    QVERIFY(near(all.bias, 0.0));
    QVERIFY(near(all.rmse, std::sqrt((3 * 2.5 * 2.5 + 7.5 * 7.5) / 4.0)));
}

static ModelSpec specFor(const ChannelHistory &history)
{
    ModelSpec spec;
    spec.kind = QStringLiteral("scripted");
    spec.siteCodes = history.siteCodes;
    return spec;
}

// On a ramp of 1 a step, "stays as it is" misses by the number of steps ahead.
void tst_ForecastMetrics::evaluates()
{
    const auto history = test::historyOf(100, 2, [](int step, int) { return step; });
    const test::ScriptedForecaster model(specFor(*history), 0.0F);
    const Result<ForecastMetrics> metrics = evaluateForecaster(model, *history, {20, 30});
    QVERIFY(metrics);
    for (std::size_t i = 0; i < 12; ++i) {
        QVERIFY(near(metrics->horizons[i].mae, double(i + 1)));
        QCOMPARE(metrics->horizons[i].observed, qint64{60});
    }
    QVERIFY(near(metrics->all.mae, 6.5));
}

void tst_ForecastMetrics::evaluatesInPieces()
{
    const auto history = test::historyOf(1200, 3, [](int step, int site) {
        return step % 7 == 0 ? double(kMissing) : std::sin(step * 0.1 + site);
    });
    const test::ScriptedForecaster model(specFor(*history), 0.25F);
    TaskContext context;
    std::vector<double> shares;
    context.progress = [&shares](qint64 done, qint64 total, const QString &) {
        shares.push_back(double(done) / double(total));
    };
    const Result<ForecastMetrics> whole = evaluateForecaster(model, *history, {0, 1177}, context);
    QVERIFY(whole);
    QVERIFY(shares.size() > 2);
    QVERIFY(std::is_sorted(shares.begin(), shares.end()));
    QCOMPARE(shares.back(), 1.0);
    ForecastScore score(model.spec().shape);
    for (int window = 0; window < 1177; ++window) {
        const auto values = model.forecastWindows(*history, {window + 11});
        score.add(history->row(window + 12), values->data(), 3);
    }
    QCOMPARE(whole->toJson(), score.metrics().toJson());
}

void tst_ForecastMetrics::evaluatesWithStride()
{
    const auto history = test::historyOf(1200, 1, [](int step, int) { return step % 10; });
    const test::ScriptedForecaster model(specFor(*history), 0.0F);
    const Result<ForecastMetrics> sparse = evaluateForecaster(model, *history, {0, 1000}, {}, 3);
    QVERIFY(sparse);
    QCOMPARE(sparse->horizons[0].observed, qint64{334});
}

void tst_ForecastMetrics::cancels()
{
    const auto history = test::historyOf(1200, 1, [](int, int) { return 1; });
    const test::ScriptedForecaster model(specFor(*history), 0.0F);
    int asked = 0;
    TaskContext context;
    context.cancelled = [&asked] { return ++asked > 1; };
    const Result<ForecastMetrics> metrics = evaluateForecaster(model, *history, {0, 1000}, context);
    QVERIFY(!metrics);
    QCOMPARE(metrics.error().code, Errc::Cancelled);
    QCOMPARE(asked, 2);
}

void tst_ForecastMetrics::windowsPastTheEnd()
{
    const auto history = test::historyOf(100, 1, [](int, int) { return 1; });
    const test::ScriptedForecaster model(specFor(*history), 0.0F);
    QVERIFY(evaluateForecaster(model, *history, {0, 77}));
    const Result<ForecastMetrics> metrics = evaluateForecaster(model, *history, {0, 78});
    QVERIFY(!metrics);
    QCOMPARE(metrics.error().code, Errc::Shape);
}

QTEST_GUILESS_MAIN(tst_ForecastMetrics)
#include "tst_forecast_metrics.moc"
