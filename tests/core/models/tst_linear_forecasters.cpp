// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/histories.h"
#include "models/baseline/normal_equations.h"
#include "models/baseline/ridge_forecaster.h"
#include "models/baseline/var_equations.h"
#include "models/baseline/var_forecaster.h"

#include "base/random.h"

#include <QTest>

using namespace belvedere;

namespace {

constexpr int kWeekHours = 168;

/// Values drawn from a standard normal distribution.
std::vector<double> normals(Random &random, std::size_t count)
{
    std::vector<double> values(count);
    for (double &value : values)
        value = random.normal();
    return values;
}

std::vector<float> normalRows(Random &random, std::size_t count)
{
    std::vector<float> values(count);
    for (float &value : values)
        value = static_cast<float>(random.normal());
    return values;
}

/// Σ rows[t - shift][i] rows[t - shift + lag][j] over first <= t < end, rows past the end zero.
double laggedProduct(const std::vector<float> &rows, std::size_t width, int first, int end, int lag,
    int shift, std::size_t i, std::size_t j)
{
    double sum = 0.0;
    for (int t = first - shift; t < end - shift; ++t) {
        const auto later = static_cast<std::size_t>(t + lag) * width + j;
        if (later < rows.size())
            sum += double(rows[static_cast<std::size_t>(t) * width + i]) * double(rows[later]);
    }
    return sum;
}

/// An hourly walk that returns to 100 by a tenth each hour, independently at each site.
std::shared_ptr<ChannelHistory> returningWalk(int hours, int sites)
{
    Random random(5);
    std::vector<double> state(static_cast<std::size_t>(sites));
    return historyOf(
        hours, sites,
        [&](int, int site) {
            double &value = state[static_cast<std::size_t>(site)];
            value = 0.9 * value + random.normal();
            return static_cast<float>(100.0 + value);
        },
        kMsPerHour);
}

/// Site 0 is noise; site 1 follows it two hours later; the others are noise of their own.
std::shared_ptr<ChannelHistory> follower(int hours, double missing)
{
    Random random(6);
    std::vector<float> leading;
    return historyOf(
        hours, 5,
        [&](int step, int site) {
            if (site == 0)
                leading.push_back(static_cast<float>(random.normal()));
            if (site != 1)
                return 50.0F + (site == 0 ? leading.back() : float(random.normal()));
            const bool lost = random.uniform() < missing;
            const float noise = 0.1F * static_cast<float>(random.normal());
            if (lost || step < 2)
                return kMissing;
            return 20.0F + 3.0F * leading[static_cast<std::size_t>(step - 2)] + noise;
        },
        kMsPerHour);
}

template <class Model>
std::unique_ptr<Model> fitted(std::shared_ptr<const ChannelHistory> history, WindowRange train,
    int window, int horizon, const QJsonObject &options = {})
{
    ModelSpec spec = specOf(QStringLiteral("model"), *history);
    spec.shape.history = window;
    spec.shape.horizon = horizon;
    spec.options = options;
    auto model = std::make_unique<Model>(spec);
    const auto begun = model->begin({std::move(history), train}, 1, 1);
    if (!begun || !model->fitEpoch({}))
        return nullptr;
    return model;
}

/// Root of the mean squared error of the medians at a site, `ahead` from 1.
template <class Model>
double rootError(const Model &model, const ChannelHistory &history, int first, int count,
    std::size_t site, int ahead)
{
    double squares = 0.0;
    int compared = 0;
    for (int last = first; last < first + count; ++last) {
        const auto forecast = forecastAt(model, history, last);
        const float median =
            forecast->at(ahead - 1, SiteId(int(site)), model.spec().shape.medianIndex());
        const double error = double(history.row(last + ahead)[site] - median);
        if (std::isnan(error))
            continue;
        squares += error * error;
        ++compared;
    }
    return std::sqrt(squares / compared);
}

} // namespace

class tst_LinearForecasters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leastSquaresFindTheLine();
    void penaltyShrinks();
    void missingTargetLeavesItsOwnSumsOnly();
    void squaredErrorIsThatOfTheSamples();
    void sumsAddUp();
    void laggedProductsEqualTheSums();
    void varEquationsEqualLeastSquares();
    void observedSharesAreSquaredInputs();
    void ridgeForgetsAsTheProcessDoes();
    void ridgeBandCoversItsShare();
    void ridgeUsesCompanions();
    void varSeesOtherSites_data();
    void varSeesOtherSites();
    void penaltyIsChosenOnlyIfNotGiven();
    void refusesTooManySites();
};

void tst_LinearForecasters::leastSquaresFindTheLine()
{
    // y = 2 + 3 a - b exactly, and its negative.
    Random random(1);
    std::vector<double> inputs;
    std::vector<double> targets;
    for (int i = 0; i < 50; ++i) {
        const double a = random.normal();
        const double b = random.normal();
        inputs.insert(inputs.end(), {1.0, a, b});
        targets.insert(targets.end(), {2 + 3 * a - b, -2 - 3 * a + b});
    }
    NormalEquations equations(3, 2);
    equations.add(inputs, targets);
    const auto found = equations.solve(0.0);
    const std::vector<double> expected = {2, 3, -1, -2, -3, 1};
    for (std::size_t i = 0; i < expected.size(); ++i)
        QVERIFY2(std::abs(found[i] - expected[i]) < 1e-6, qPrintable(QString::number(found[i])));
    QVERIFY(equations.squaredError(found) < 1e-9);
}

void tst_LinearForecasters::penaltyShrinks()
{
    // Inputs -1 and 1, so that squares have mean 1: the slope is divided by 1 + λ, the constant
    // stays.
    NormalEquations equations(2, 1);
    equations.add({1, -1, 1, 1}, {4, 10});
    const auto found = equations.solve(0.5);
    QVERIFY(std::abs(found[0] - 7.0) < 1e-6);
    QVERIFY(std::abs(found[1] - 3.0 / 1.5) < 1e-6);
}

void tst_LinearForecasters::missingTargetLeavesItsOwnSumsOnly()
{
    Random random(2);
    constexpr std::size_t kSamples = 40;
    std::vector<double> inputs = normals(random, 3 * kSamples);
    for (std::size_t i = 0; i < inputs.size(); i += 3)
        inputs[i] = 1.0;
    std::vector<double> targets = normals(random, 2 * kSamples);
    NormalEquations first(3, 1); // where the first target is there
    NormalEquations second(3, 1);
    for (std::size_t i = 0; i < kSamples; ++i) {
        const std::vector<double> row(
            inputs.begin() + std::ptrdiff_t(3 * i), inputs.begin() + std::ptrdiff_t(3 * i + 3));
        if (i % 4 == 0)
            targets[2 * i] = double(kMissing);
        else
            first.add(row, {targets[2 * i]});
        if (i % 3 == 0)
            targets[2 * i + 1] = double(kMissing);
        else
            second.add(row, {targets[2 * i + 1]});
    }
    NormalEquations both(3, 2);
    both.add(inputs, targets);
    const auto found = both.solve(0.1);
    auto expected = first.solve(0.1);
    const auto ofSecond = second.solve(0.1);
    expected.insert(expected.end(), ofSecond.begin(), ofSecond.end());
    for (std::size_t i = 0; i < expected.size(); ++i)
        QVERIFY(std::abs(found[i] - expected[i]) < 1e-9);
}

void tst_LinearForecasters::squaredErrorIsThatOfTheSamples()
{
    Random random(3);
    const std::vector<double> inputs = normals(random, 3 * 30);
    std::vector<double> targets = normals(random, 2 * 30);
    targets[7] = targets[20] = targets[21] = double(kMissing);
    const std::vector<double> coefficients = {0.3, -1.0, 0.5, 2.0, 0.1, -0.2};
    double expected = 0.0;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        if (std::isnan(targets[i]))
            continue;
        double error = targets[i];
        for (std::size_t k = 0; k < 3; ++k)
            error -= coefficients[i % 2 * 3 + k] * inputs[i / 2 * 3 + k];
        expected += error * error;
    }
    NormalEquations equations(3, 2);
    equations.add(inputs, targets);
    QVERIFY(std::abs(equations.squaredError(coefficients) - expected) < 1e-9);
}

void tst_LinearForecasters::sumsAddUp()
{
    Random random(4);
    std::vector<double> inputs = normals(random, 2 * 20);
    std::vector<double> targets = normals(random, 20);
    targets[3] = double(kMissing);
    NormalEquations whole(2, 1);
    whole.add(inputs, targets);
    NormalEquations parts(2, 1);
    parts.add({inputs.begin(), inputs.begin() + 14}, {targets.begin(), targets.begin() + 7});
    NormalEquations rest(2, 1);
    rest.add({inputs.begin() + 14, inputs.end()}, {targets.begin() + 7, targets.end()});
    parts.add(rest);
    const auto expected = whole.solve(0.2);
    const auto found = parts.solve(0.2);
    for (std::size_t i = 0; i < expected.size(); ++i)
        QVERIFY(std::abs(found[i] - expected[i]) < 1e-12);
}

void tst_LinearForecasters::laggedProductsEqualTheSums()
{
    Random random(7);
    constexpr std::size_t kWidth = 3;
    const auto rows = normalRows(random, 40 * kWidth);
    const auto all = LaggedProducts::fromRows(rows, kWidth, 4, 38, 7, {});
    VERIFY_RESULT(all);
    for (int lag = 0; lag < 7; ++lag) {
        for (int shift = 0; shift <= 4; ++shift) {
            const auto found = all->shifted(rows, lag, shift);
            for (std::size_t i = 0; i < kWidth * kWidth; ++i) {
                const double expected =
                    laggedProduct(rows, kWidth, 4, 38, lag, shift, i / kWidth, i % kWidth);
                QVERIFY2(std::abs(found[i] - expected) < 1e-4,
                    qPrintable(QStringLiteral("lag %1 shift %2").arg(lag).arg(shift)));
            }
        }
    }
}

void tst_LinearForecasters::varEquationsEqualLeastSquares()
{
    // More unknowns than the solver takes at once.
    Random random(8);
    constexpr std::size_t kWidth = 50;
    constexpr int kLags = 2;
    constexpr int kFirst = 3;
    constexpr int kEnd = 300;
    constexpr int kAhead = 2;
    const auto rows = normalRows(random, (kEnd + kAhead) * kWidth);
    auto products = LaggedProducts::fromRows(rows, kWidth, kFirst, kEnd, kLags + kAhead + 1, {});
    VERIFY_RESULT(products);
    VarEquations equations(rows, kWidth, std::move(*products), kEnd - kFirst, kLags);
    VERIFY_RESULT(equations.factor(0.01, {}));
    const auto found = equations.coefficients(kAhead, std::vector<double>(kWidth, 1.0), {});
    VERIFY_RESULT(found);

    // The same by samples; the constant there is zero for it has no data.
    NormalEquations direct(1 + kLags * int(kWidth), int(kWidth));
    for (int t = kFirst; t < kEnd; ++t) {
        std::vector<double> inputs = {0.0};
        for (int lag = 0; lag < kLags; ++lag) {
            const auto row = rows.begin() + (t - lag) * std::ptrdiff_t(kWidth);
            inputs.insert(inputs.end(), row, row + std::ptrdiff_t(kWidth));
        }
        const auto truth = rows.begin() + (t + kAhead) * std::ptrdiff_t(kWidth);
        direct.add(inputs, {truth, truth + std::ptrdiff_t(kWidth)});
    }
    const auto expected = direct.solve(0.01);
    for (std::size_t target = 0; target < kWidth; ++target) {
        for (std::size_t input = 0; input < kLags * kWidth; ++input) {
            const double difference = double((*found)[input * kWidth + target])
                - expected[target * (1 + kLags * kWidth) + 1 + input];
            QVERIFY2(std::abs(difference) < 1e-4, qPrintable(QString::number(difference)));
        }
    }
    TaskContext cancelled;
    cancelled.cancelled = [] { return true; };
    QCOMPARE(equations.factor(0.01, cancelled).error().code, Errc::Cancelled);
}

void tst_LinearForecasters::observedSharesAreSquaredInputs()
{
    // One lag, one ahead. Inputs 1, 2, missing, 3; truths 2, missing, 3, missing.
    const std::vector<float> deviations = {1, 2, kMissing, 3, kMissing};
    const auto shares = observedShares(deviations, 1, 0, 4, 1, 1);
    QCOMPARE(shares.size(), std::size_t(1));
    QVERIFY(std::abs(shares[0] - 1.0 / 14.0) < 1e-12);
    QCOMPARE(observedShares({1, kMissing, kMissing}, 1, 0, 2, 1, 1)[0], 1.0);
}

void tst_LinearForecasters::ridgeForgetsAsTheProcessDoes()
{
    const auto history = returningWalk(60 * kWeekHours, 2);
    const auto model = fitted<RidgeForecaster>(history, {0, 50 * kWeekHours}, 6, 4);
    QVERIFY(model);
    // The best forecast leaves the variance Σ 0.81^i, i < ahead; what is usual is known from 50
    // values a slot, which adds 2 % to it at most.
    double variance = 0.0;
    for (int ahead = 1; ahead <= 4; ++ahead) {
        variance += std::pow(0.81, ahead - 1);
        const double error = rootError(*model, *history, 51 * kWeekHours, 1000, 0, ahead);
        QVERIFY2(std::abs(error / std::sqrt(variance) - 1.0) < 0.06,
            qPrintable(QString::number(error / std::sqrt(variance))));
    }
}

void tst_LinearForecasters::ridgeBandCoversItsShare()
{
    const auto history = returningWalk(60 * kWeekHours, 2);
    const auto model = fitted<RidgeForecaster>(history, {0, 50 * kWeekHours}, 6, 4);
    QVERIFY(model);
    const ForecastShape &shape = model->spec().shape;
    int inside = 0;
    int count = 0;
    for (int last = 51 * kWeekHours; last < 58 * kWeekHours; ++last) {
        const auto forecast = forecastAt(*model, *history, last);
        VERIFY_RESULT(forecast);
        for (int ahead = 0; ahead < 4; ++ahead) {
            const float truth = history->row(last + 1 + ahead)[1];
            inside += truth >= forecast->at(ahead, SiteId(1), shape.lowerIndex())
                    && truth <= forecast->at(ahead, SiteId(1), shape.upperIndex())
                ? 1
                : 0;
            ++count;
        }
    }
    // 4 700 values, correlated: a standard error of about 1 %.
    QVERIFY2(std::abs(double(inside) / count - 0.8) < 0.03,
        qPrintable(QString::number(double(inside) / count)));
}

void tst_LinearForecasters::ridgeUsesCompanions()
{
    // The other channel says what comes in two hours.
    constexpr int kHours = 20 * kWeekHours;
    Random random(9);
    const auto other = historyOf(
        kHours, 1,
        [&](int step, int) {
            return step % 5 == 4 ? kMissing : 1000.0F + 10.0F * float(random.normal());
        },
        kMsPerHour);
    other->channel = {QStringLiteral("pressure"), QStringLiteral("hPa")};
    auto history = historyOf(
        kHours, 1,
        [&](int step, int) {
            const float before = step < 2 ? 1000.0F : other->row(step - 2)[0];
            return std::isnan(before) ? kMissing : 40.0F + 0.5F * (before - 1000.0F);
        },
        kMsPerHour);
    const WindowRange train{0, 15 * kWeekHours};
    const auto without = fitted<RidgeForecaster>(history, train, 3, 2);
    history->companions = {other};
    const auto with = fitted<RidgeForecaster>(history, train, 3, 2);
    QVERIFY(without && with);
    const double blind = rootError(*without, *history, 16 * kWeekHours, 400, 0, 2);
    const double seeing = rootError(*with, *history, 16 * kWeekHours, 400, 0, 2);
    QVERIFY2(seeing < 0.35 * blind, qPrintable(QString::number(seeing / blind)));

    // A history that lacks the channel is answered all the same, as if it stood at its mean.
    auto alone = std::make_shared<ChannelHistory>(*history);
    alone->companions.clear();
    const auto state = fromSafetensors(toSafetensors(with->state()));
    VERIFY_RESULT(state);
    const auto loaded = RidgeForecaster::load(*state);
    VERIFY_RESULT(loaded);
    const auto expected = with->forecastWindows(*history, {2500, 2600}, {});
    const auto actual = (*loaded)->forecastWindows(*history, {2500, 2600}, {});
    VERIFY_RESULT(expected);
    VERIFY_RESULT(actual);
    QVERIFY(sameBits(*expected, *actual));
    const auto lonely = (*loaded)->forecastWindows(*alone, {2500}, {});
    VERIFY_RESULT(lonely);
    QVERIFY(std::none_of(lonely->begin(), lonely->end(), [](float v) { return std::isnan(v); }));
}

void tst_LinearForecasters::varSeesOtherSites_data()
{
    QTest::addColumn<double>("missing");
    QTest::newRow("complete") << 0.0;
    QTest::newRow("third of the follower missing") << 0.33;
}

void tst_LinearForecasters::varSeesOtherSites()
{
    QFETCH(const double, missing);
    const auto history = follower(30 * kWeekHours, missing);
    const WindowRange train{0, 25 * kWeekHours};
    const QJsonObject options{{QStringLiteral("lags"), 3}};
    const auto model = fitted<VarForecaster>(history, train, 6, 3, options);
    QVERIFY(model);
    // Noise 0.1 and what is usual from 25 values a slot (3 / √25), against 3 without the leader.
    for (const int ahead : {1, 2}) {
        const double error = rootError(*model, *history, 26 * kWeekHours, 400, 1, ahead);
        QVERIFY2(error < 1.0, qPrintable(QString::number(error)));
    }
    const auto pooled = fitted<RidgeForecaster>(history, train, 6, 3);
    QVERIFY(pooled);
    QVERIFY(rootError(*pooled, *history, 26 * kWeekHours, 400, 1, 2) > 2.5);
}

void tst_LinearForecasters::penaltyIsChosenOnlyIfNotGiven()
{
    const auto history = returningWalk(20 * kWeekHours, 2);
    const auto lambdaOf = [&](double given) {
        const auto model = fitted<RidgeForecaster>(
            history, {0, 15 * kWeekHours}, 6, 2, {{QStringLiteral("lambda"), given}});
        return model->state().tensor(QStringLiteral("lambda"), {1}).value()->values[0];
    };
    QCOMPARE(lambdaOf(0.25), 0.25F);
    const float chosen = lambdaOf(0.0);
    QVERIFY(chosen > 0.0F && chosen < 0.1F);
}

void tst_LinearForecasters::refusesTooManySites()
{
    const auto history = historyOf(30, 3000, [](int step, int) { return float(step % 7); });
    ModelSpec spec = specOf(QStringLiteral("var"), *history);
    spec.options = {{QStringLiteral("lags"), 3}};
    VarForecaster model(spec);
    const auto begun = model.begin({history, {0, 5}}, 1, 1);
    QVERIFY(!begun);
    QCOMPARE(begun.error().code, Errc::Usage);
    QVERIFY(begun.error().message().contains(QLatin1String("3000")));
}

QTEST_GUILESS_MAIN(tst_LinearForecasters)
#include "tst_linear_forecasters.moc"
