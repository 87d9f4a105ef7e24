// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "core/models/tables.h"
#include "models/catalog/table_catalog.h"
#include "models/features/feature_forecaster.h"

#include <QTest>

using namespace belvedere;

namespace {

constexpr int kWeeks = 5;
constexpr int kSteps = kWeeks * 7 * 24;
constexpr WindowRange kTrain{0, 4 * 7 * 24};

/// Hourly values that return to a daily pattern, with a shock of another site's past.
std::shared_ptr<ChannelHistory> walk(double missing = 0.0)
{
    Random random(5);
    std::vector<double> state(2);
    return historyOf(
        kSteps, 2,
        [&](int step, int site) {
            double &value = state[static_cast<std::size_t>(site)];
            value = 0.8 * value + random.normal();
            const double usual = 100.0 + 20.0 * std::sin(double(step % 24) / 24.0 * 6.2832);
            return random.uniform() < missing ? kMissing : float(usual + value);
        },
        kMsPerHour);
}

QJsonObject fewTrees(const QString &kind)
{
    if (kind == QLatin1String("svm"))
        return {{QStringLiteral("rows"), 400}};
    return {{QStringLiteral("trees"), 30}, {QStringLiteral("rows"), 1500}};
}

std::unique_ptr<FeatureForecaster> model(
    const QString &kind, const ChannelHistory &history, const QJsonObject &more = {})
{
    ModelSpec spec = specOf(kind, history);
    spec.shape.history = 24;
    spec.shape.horizon = 3;
    QJsonObject options = fewTrees(kind);
    for (auto it = more.begin(); it != more.end(); ++it)
        options.insert(it.key(), it.value());
    for (const auto &learner : tableCatalog().kinds()) {
        if (learner.kind == kind)
            spec.options = *completeOptions(kind, FeatureForecaster::optionTable(learner), options);
    }
    return std::make_unique<FeatureForecaster>(spec, tableCatalog());
}

std::unique_ptr<FeatureForecaster> fitted(const QString &kind,
    std::shared_ptr<const ChannelHistory> history, const QJsonObject &more = {},
    std::uint64_t seed = 1)
{
    auto made = model(kind, *history, more);
    if (!made->begin({std::move(history), kTrain}, seed, 1) || !made->fitEpoch({}))
        return nullptr;
    return made;
}

/// Last steps after the training part.
std::vector<int> laterSteps(int stride)
{
    std::vector<int> steps;
    for (int step = kTrain.count + 30; step + 3 < kSteps; step += stride)
        steps.push_back(step);
    return steps;
}

void eachKind()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"svm", "forest", "boosted"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

} // namespace

class tst_FeatureForecaster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beatsTheUsualAndTheLastValue_data() { eachKind(); }
    void beatsTheUsualAndTheLastValue();
    void theFutureChangesNothing_data() { eachKind(); }
    void theFutureChangesNothing();
    void goesThroughAFile_data() { eachKind(); }
    void goesThroughAFile();
    void sameSeedSameBytes_data() { eachKind(); }
    void sameSeedSameBytes();
    void missingInputsGiveNumbers_data() { eachKind(); }
    void missingInputsGiveNumbers();
    void canBeCancelled_data() { eachKind(); }
    void canBeCancelled();
    void countsStayCounts();
    void damagedStateIsRefused();
    void orderOfCallsMatters();
};

void tst_FeatureForecaster::beatsTheUsualAndTheLastValue()
{
    QFETCH(const QString, kind);
    const auto history = walk();
    const auto made = fitted(kind, history);
    QVERIFY(made != nullptr);
    const auto steps = laterSteps(1);
    const auto values = made->forecastWindows(*history, steps, {});
    VERIFY_RESULT(values);
    double squares = 0.0;
    double lastSquares = 0.0;
    int inside = 0;
    int count = 0;
    for (std::size_t w = 0; w < steps.size(); ++w) {
        for (std::size_t ahead = 0; ahead < 3; ++ahead) {
            for (std::size_t site = 0; site < 2; ++site) {
                const float *q = values->data() + ((w * 3 + ahead) * 2 + site) * 3;
                const float truth = history->row(steps[w] + 1 + int(ahead))[site];
                QVERIFY(q[0] <= q[1] && q[1] <= q[2]);
                squares += std::pow(double(q[1] - truth), 2.0);
                lastSquares += std::pow(double(history->row(steps[w])[site] - truth), 2.0);
                inside += truth >= q[0] && truth <= q[2] ? 1 : 0;
                ++count;
            }
        }
    }
    // The best there can be: 1, 1.28 and 1.43 one, two and three steps ahead; the usual has 1.67.
    const double error = std::sqrt(squares / count);
    QVERIFY2(error < 1.55, qPrintable(QString::number(error)));
    QVERIFY(error < 0.5 * std::sqrt(lastSquares / count));
    const double coverage = double(inside) / count;
    QVERIFY2(coverage > 0.72 && coverage < 0.88, qPrintable(QString::number(coverage)));
}

void tst_FeatureForecaster::theFutureChangesNothing()
{
    QFETCH(const QString, kind);
    const auto history = walk();
    const auto made = fitted(kind, history);
    QVERIFY(made != nullptr);
    const int last = kSteps - 50;
    const auto before = forecastAt(*made, *history, last);
    auto changed = std::make_shared<ChannelHistory>(*history);
    for (std::size_t i = static_cast<std::size_t>(last + 1) * 2; i < changed->values.size(); ++i)
        changed->values[i] = -1000.0F;
    const auto after = forecastAt(*made, *changed, last);
    VERIFY_RESULT(before);
    VERIFY_RESULT(after);
    QVERIFY(sameBits(before->values, after->values));
}

void tst_FeatureForecaster::goesThroughAFile()
{
    QFETCH(const QString, kind);
    const auto history = walk(0.05);
    const auto made = fitted(kind, history);
    QVERIFY(made != nullptr);
    const auto state = fromSafetensors(toSafetensors(made->state()));
    VERIFY_RESULT(state);
    const auto loaded = FeatureForecaster::load(*state, tableCatalog());
    VERIFY_RESULT(loaded);
    const auto expected = made->forecastWindows(*history, laterSteps(17), {});
    const auto actual = (*loaded)->forecastWindows(*history, laterSteps(17), {});
    VERIFY_RESULT(expected);
    VERIFY_RESULT(actual);
    QVERIFY(sameBits(*expected, *actual));
    QVERIFY(toSafetensors((*loaded)->state()) == toSafetensors(made->state()));
}

void tst_FeatureForecaster::sameSeedSameBytes()
{
    QFETCH(const QString, kind);
    const auto history = walk();
    const auto first = fitted(kind, history);
    const auto second = fitted(kind, history);
    const auto other = fitted(kind, history, {}, 2);
    QVERIFY(first != nullptr && second != nullptr && other != nullptr);
    QVERIFY(toSafetensors(first->state()) == toSafetensors(second->state()));
    QVERIFY(toSafetensors(first->state()) != toSafetensors(other->state()));
}

void tst_FeatureForecaster::missingInputsGiveNumbers()
{
    QFETCH(const QString, kind);
    const auto history = walk(0.2);
    const auto made = fitted(kind, history);
    QVERIFY(made != nullptr);
    auto silent = std::make_shared<ChannelHistory>(*history);
    std::fill(silent->values.begin(), silent->values.end(), kMissing);
    const auto forecast = forecastAt(*made, *silent, kSteps - 1);
    VERIFY_RESULT(forecast);
    for (const float value : forecast->values)
        QVERIFY(value > 50.0F && value < 150.0F);
}

void tst_FeatureForecaster::canBeCancelled()
{
    QFETCH(const QString, kind);
    const auto history = walk();
    const auto made = model(kind, *history);
    VERIFY_RESULT(made->begin({history, kTrain}, 1, 1));
    QCOMPARE(made->fitEpoch(stoppingAfter(3)).error().code, Errc::Cancelled);
    // Afterwards it can be fitted all the same.
    VERIFY_RESULT(made->fitEpoch({}));
    QCOMPARE(made->forecastWindows(*history, laterSteps(50), stoppingAfter(0)).error().code,
        Errc::Cancelled);
}

void tst_FeatureForecaster::countsStayCounts()
{
    Random random(11);
    const auto rate = [](int step) {
        return 3.0 + 2.5 * std::sin(double(step % 24) / 24.0 * 6.2832);
    };
    const auto history = historyOf(
        kSteps, 2, [&](int step, int) { return float(random.poisson(rate(step))); }, kMsPerHour);
    const auto made = fitted(
        QStringLiteral("boosted"), history, {{QStringLiteral("target"), QStringLiteral("counts")}});
    QVERIFY(made != nullptr);
    const auto steps = laterSteps(3);
    const auto values = made->forecastWindows(*history, steps, {});
    VERIFY_RESULT(values);
    double error = 0.0;
    for (std::size_t w = 0; w < steps.size(); ++w) {
        const float *q = values->data() + w * 3 * 2 * 3;
        QVERIFY(q[0] >= 0.0F);
        error += std::abs(double(q[1]) - rate(steps[w] + 1)) / double(steps.size());
    }
    QVERIFY2(error < 1.0, qPrintable(QString::number(error)));
    const auto signedValues = historyOf(
        kSteps, 1, [&](int, int) { return float(random.normal()); }, kMsPerHour);
    const auto refused = model(QStringLiteral("boosted"), *signedValues,
        {{QStringLiteral("target"), QStringLiteral("counts")}});
    QCOMPARE(refused->begin({signedValues, kTrain}, 1, 1).error().code, Errc::Numeric);
}

void tst_FeatureForecaster::damagedStateIsRefused()
{
    const auto made = fitted(QStringLiteral("boosted"), walk());
    QVERIFY(made != nullptr);
    const ModelState good = made->state();
    VERIFY_RESULT(FeatureForecaster::load(good, tableCatalog()));
    for (std::size_t t = 0; t < good.tensors.size(); ++t) {
        ModelState lacking = good;
        lacking.tensors.erase(lacking.tensors.begin() + std::ptrdiff_t(t));
        const auto refused = FeatureForecaster::load(lacking, tableCatalog());
        QVERIFY2(!refused, qPrintable(good.tensors[t].name));
        QCOMPARE(refused.error().code, Errc::Schema);
    }
    ModelState more = good;
    more.tensors.push_back({QStringLiteral("extra"), {1}, {0.0F}});
    QCOMPARE(FeatureForecaster::load(more, tableCatalog()).error().code, Errc::Schema);
    ModelState farther = good;
    farther.spec.shape.horizon = 12;
    QVERIFY(!FeatureForecaster::load(farther, tableCatalog()));
}

void tst_FeatureForecaster::orderOfCallsMatters()
{
    const auto history = walk();
    const auto made = model(QStringLiteral("forest"), *history);
    QCOMPARE(made->fitEpoch({}).error().code, Errc::Usage);
    QCOMPARE(made->forecastWindows(*history, {100}, {}).error().code, Errc::Usage);
}

QTEST_GUILESS_MAIN(tst_FeatureForecaster)
#include "tst_feature_forecaster.moc"
