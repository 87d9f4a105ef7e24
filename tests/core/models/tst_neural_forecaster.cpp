// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/neural/neural_forecaster.h"

#include "base/random.h"
#include "core/models/histories.h"
#include "models/neural/pinball_loss.h"
#include "models/neural/site_scales.h"
#include "models/neural/window_features.h"

#include <torch/torch.h>

#include <QTest>

#include <algorithm>

using namespace belvedere;

namespace {

constexpr int kDaySteps = 48; // half-hours keep the tests short
constexpr UtcMs kHalfHour = 30 * kMsPerMinute;
constexpr int kDays = 28;

/// A daily wave with a site's own level and phase; nothing else.
float wave(int step, int site)
{
    return float(60 + 10 * site + 20 * std::sin(2 * 3.14159265 * step / kDaySteps + 2 * site));
}

std::shared_ptr<ChannelHistory> noisyHistory()
{
    Random random(3);
    double drift = 0.0;
    return historyOf(
        kDays * kDaySteps, 3,
        [&](int step, int site) {
            drift = site == 0 ? 0.9 * drift + random.normal(0, 3) : drift;
            const bool missing = random.uniform() < 0.05;
            return missing ? kMissing : float(wave(step, site) + drift + random.normal());
        },
        kHalfHour);
}

ModelSpec smallSpec(const ChannelHistory &history)
{
    ModelSpec spec = specOf(QStringLiteral("neural"), history);
    spec.options = {{QStringLiteral("hidden"), 32}, {QStringLiteral("layers"), 2},
        {QStringLiteral("embedding"), 4}, {QStringLiteral("batch"), 128},
        {QStringLiteral("samplesPerEpoch"), 3200}};
    const auto kinds = NeuralForecaster::kinds();
    const auto kind = std::find_if(
        kinds.begin(), kinds.end(), [&](const auto &k) { return k.kind == spec.kind; });
    auto complete = completeOptions(spec.kind, kind->options, spec.options);
    spec.options = *complete;
    return spec;
}

std::unique_ptr<NeuralForecaster> trained(const std::shared_ptr<ChannelHistory> &history,
    int epochs, int windows, std::uint64_t seed = 1, int threads = 1)
{
    auto model = NeuralForecaster::create(smallSpec(*history));
    if (!model || !(*model)->begin({history, {0, windows}}, seed, epochs))
        return nullptr;
    TaskContext context;
    context.threads = threads;
    for (int epoch = 0; epoch < epochs; ++epoch) {
        if (!(*model)->fitEpoch(context))
            return nullptr;
    }
    return std::move(*model);
}

/// Mean absolute error of the median over the windows [from, to).
double meanError(const Forecaster &model, const ChannelHistory &input, const ChannelHistory &truth,
    int from, int to)
{
    double sum = 0.0;
    int count = 0;
    for (int last = from; last < to; ++last) {
        const auto values = model.forecastWindows(input, {last});
        if (!values)
            return kMissing;
        for (std::size_t i = 0; i < values->size() / 3; ++i) {
            const auto sites = std::size_t(truth.siteCount());
            const float actual = truth.row(last + 1 + int(i / sites))[i % sites];
            if (std::isnan(actual))
                continue;
            sum += std::abs(double(actual - (*values)[3 * i + 1]));
            ++count;
        }
    }
    return sum / count;
}

} // namespace

class tst_NeuralForecaster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pinballIsHalfTheAbsoluteErrorOfTheMedian();
    void pinballLeavesMissingTruthOut();
    void pinballGradient();
    void featuresOfAWindow();
    void scalesOfSites();
    void learnsAPattern();
    void beatsWhatItStartsFrom();
    void sameSeedSameBits_data();
    void sameSeedSameBits();
    void orderedFiniteAndNonNegative();
    void blindToTheFuture_data();
    void blindToTheFuture();
    void anyMaskGivesNumbers();
    void liveWithGaps();
    void stateMakesTheSameModel();
    void loadListsDifferences();
    void refuses();
    void cancelsQuickly();
    void sparseTruthEnds();

private:
    std::shared_ptr<ChannelHistory> m_history;
    std::unique_ptr<NeuralForecaster> m_model; // trained on the first 21 days of m_history
};

void tst_NeuralForecaster::initTestCase()
{
    m_history = noisyHistory();
    m_model = trained(m_history, 6, 22 * kDaySteps);
    QVERIFY(m_model);
}

void tst_NeuralForecaster::pinballIsHalfTheAbsoluteErrorOfTheMedian()
{
    const auto forecast = torch::tensor({1.0F, 2.0F, 5.0F}).view({3, 1, 1});
    const auto truth = torch::tensor({2.0F, 2.0F, 3.0F}).view({3, 1});
    const auto loss = neural::pinballLoss(forecast, truth, torch::tensor({0.5F}));
    QCOMPARE(loss.item<float>(), 0.5F); // (1 + 0 + 2) / 3 / 2
    // For 0.9 being too low by 1 costs 0.9, too high by 2 costs 0.2.
    const auto high = neural::pinballLoss(forecast, truth, torch::tensor({0.9F}));
    QVERIFY(std::abs(high.item<float>() - 1.1F / 3) < 1e-6F);
}

void tst_NeuralForecaster::pinballLeavesMissingTruthOut()
{
    const auto forecast = torch::tensor({1.0F, 2.0F}).view({2, 1, 1}).requires_grad_();
    const auto truth = torch::tensor({3.0F, kMissing}).view({2, 1});
    const auto loss = neural::pinballLoss(forecast, truth, torch::tensor({0.5F}));
    QCOMPARE(loss.item<float>(), 1.0F);
    loss.backward();
    QCOMPARE(forecast.grad().view(-1)[0].item<float>(), -0.5F);
    QCOMPARE(forecast.grad().view(-1)[1].item<float>(), 0.0F);
    const auto none =
        neural::pinballLoss(forecast, torch::full({2, 1}, kMissing), torch::tensor({0.5F}));
    QCOMPARE(none.item<float>(), 0.0F);
}

void tst_NeuralForecaster::pinballGradient()
{
    torch::manual_seed(5);
    const auto levels = torch::tensor({0.1, 0.5, 0.9}, torch::kFloat64);
    const auto truth = torch::randn({4, 6}, torch::kFloat64);
    truth[1][2] = std::nan("");
    auto forecast = torch::randn({4, 6, 3}, torch::kFloat64).requires_grad_();
    neural::pinballLoss(forecast, truth, levels).backward();
    const auto gradient = forecast.grad().contiguous();
    // Piecewise linear: central differences are exact but for rounding, away from the kinks,
    // which random numbers miss by more than the step.
    constexpr double kStep = 1e-6;
    const torch::NoGradGuard guard;
    for (std::int64_t i = 0; i < forecast.numel(); ++i) {
        auto up = forecast.detach().clone();
        auto down = forecast.detach().clone();
        up.view(-1)[i] += kStep;
        down.view(-1)[i] -= kStep;
        const double slope = (neural::pinballLoss(up, truth, levels).item<double>()
                                 - neural::pinballLoss(down, truth, levels).item<double>())
            / (2 * kStep);
        QVERIFY(std::abs(slope - gradient.view(-1)[i].item<double>()) < 1e-8);
    }
}

void tst_NeuralForecaster::featuresOfAWindow()
{
    ForecastShape shape;
    shape.history = 4;
    shape.horizon = 2;
    const neural::FeatureLayout layout(shape);
    const std::vector<float> deviations = {4.5F, 9.5F, kMissing, kMissing};
    const std::vector<float> usual = {0.0F, 0.0F, 0.0F, 0.0F, 0.5F, 0.5F};
    std::vector<float> row(std::size_t(layout.width()));
    QVERIFY(neural::writeFeatures(layout, deviations.data(), usual.data(), row.data()));
    const std::vector<float> expected = {
        4.5F, 6.0F, 0.0F, 0.0F, // deviations, the second limited
        1.0F, 1.0F, 0.0F, 0.0F, // observed
        0.0F, 0.0F, 0.0F, 0.0F, // usual before
        0.5F, 0.5F, // usual ahead
        0.5F, // two of four steps old
        9.5F, // last deviation, not limited
        0.0F, // usual then
    };
    QCOMPARE(row, expected);
    const std::vector<float> blank(4, kMissing);
    QVERIFY(!neural::writeFeatures(layout, blank.data(), usual.data(), row.data()));
    QCOMPARE(row[std::size_t(layout.age())], 1.0F);
}

void tst_NeuralForecaster::scalesOfSites()
{
    // Site 0 alternates between 0 and 200, site 1 is constant, site 2 never observed.
    const auto history = historyOf(100, 3, [](int step, int site) {
        return site == 0 ? float(step % 2 * 200) : site == 1 ? 100.0F : kMissing;
    });
    const auto scales = neural::siteScales(*history, {0, 100});
    QCOMPARE(scales[0].centre, 100.0F);
    QCOMPARE(scales[0].spread, 100.0F);
    QCOMPARE(scales[1].centre, 100.0F);
    QVERIFY(scales[1].spread > 0.0F);
    QCOMPARE(scales[2].centre, 100.0F);
    QVERIFY(std::abs(scales[2].spread - 70.7107F) < 1e-3F);
    const auto constant = historyOf(100, 1, [](int, int) { return 7.0F; });
    QVERIFY(neural::siteScales(*constant, {0, 100})[0].spread > 0.0F);
}

void tst_NeuralForecaster::learnsAPattern()
{
    const auto history = historyOf(kDays * kDaySteps, 2, wave, kHalfHour);
    const auto model = trained(history, 8, 22 * kDaySteps);
    QVERIFY(model);
    const double error = meanError(*model, *history, *history, 24 * kDaySteps, 26 * kDaySteps);
    // The wave's standard deviation is 14; persistence over 12 steps errs by about 14 too.
    QVERIFY2(error < 0.7, qPrintable(QString::number(error)));
}

void tst_NeuralForecaster::beatsWhatItStartsFrom()
{
    const auto first = trained(m_history, 0, 22 * kDaySteps); // random weights
    QVERIFY(first);
    const int from = 24 * kDaySteps;
    const int to = 26 * kDaySteps;
    QVERIFY(meanError(*m_model, *m_history, *m_history, from, to)
        < meanError(*first, *m_history, *m_history, from, to));
}

void tst_NeuralForecaster::sameSeedSameBits_data()
{
    QTest::addColumn<int>("threads");
    QTest::newRow("oneThread") << 1;
    QTest::newRow("twoThreads") << 2;
}

void tst_NeuralForecaster::sameSeedSameBits()
{
    QFETCH(const int, threads);
    const auto once = trained(m_history, 2, 22 * kDaySteps, 1, threads);
    const auto again = trained(m_history, 2, 22 * kDaySteps, 1, threads);
    const auto other = trained(m_history, 2, 22 * kDaySteps, 2, threads);
    QVERIFY(once && again && other);
    QVERIFY(once->state().tensors == again->state().tensors);
    QVERIFY(!(once->state().tensors == other->state().tensors));
}

void tst_NeuralForecaster::orderedFiniteAndNonNegative()
{
    Random random(9);
    const auto counts = historyOf(
        10 * kDaySteps, 2, [&](int, int site) { return float(random.poisson(0.5 + site)); },
        kHalfHour);
    const auto model = trained(counts, 2, 8 * kDaySteps);
    QVERIFY(model);
    const auto values = model->forecastWindows(*counts, {100, 300, 479});
    VERIFY_RESULT(values);
    for (std::size_t i = 0; i < values->size(); i += 3) {
        QVERIFY((*values)[i] >= 0.0F && std::isfinite((*values)[i + 2]));
        QVERIFY(std::is_sorted(values->data() + i, values->data() + i + 3));
    }
}

void tst_NeuralForecaster::blindToTheFuture_data()
{
    QTest::addColumn<bool>("blank");
    QTest::newRow("blanked") << true;
    QTest::newRow("shuffled") << false;
}

void tst_NeuralForecaster::blindToTheFuture()
{
    QFETCH(const bool, blank);
    Random random(21);
    for (const int last : {20, 500, 1000, kDays * kDaySteps - 2}) {
        ChannelHistory changed = *m_history;
        const auto first = std::size_t(last + 1) * 3;
        for (std::size_t i = first; i < changed.values.size(); ++i) {
            const auto other = first + std::size_t(random.below(changed.values.size() - first));
            if (blank)
                changed.values[i] = kMissing;
            else
                std::swap(changed.values[i], changed.values[other]);
        }
        const auto before = m_model->forecastWindows(*m_history, {last});
        const auto after = m_model->forecastWindows(changed, {last});
        VERIFY_RESULT(before);
        VERIFY_RESULT(after);
        QVERIFY(sameBits(*before, *after));
    }
}

void tst_NeuralForecaster::anyMaskGivesNumbers()
{
    Random random(33);
    for (int trial = 0; trial < 30; ++trial) {
        ChannelHistory masked = *m_history;
        const double missing = trial == 0 ? 1.0 : random.uniform();
        for (float &value : masked.values) {
            if (random.uniform() < missing)
                value = kMissing;
        }
        const int last = 11 + int(random.below(kDays * kDaySteps - 11));
        const auto values = m_model->forecastWindows(masked, {last});
        VERIFY_RESULT(values);
        for (const float value : *values)
            QVERIFY(std::isfinite(value));
    }
    // Nothing to go by at all: never observed in training, nothing in the window.
    ChannelHistory half = *m_history;
    for (std::size_t i = 2; i < half.values.size(); i += 3)
        half.values[i] = kMissing;
    const auto history = std::make_shared<ChannelHistory>(half);
    const auto model = trained(history, 1, 22 * kDaySteps);
    QVERIFY(model);
    const auto values = model->forecastWindows(*history, {500});
    VERIFY_RESULT(values);
    for (std::size_t i = 0; i < values->size(); ++i)
        QCOMPARE(std::isnan((*values)[i]), i / 3 % 3 == 2);
}

void tst_NeuralForecaster::liveWithGaps()
{
    Random random(2);
    ChannelHistory thinned = *m_history;
    for (float &value : thinned.values) {
        if (random.uniform() < 0.2)
            value = kMissing;
    }
    const int from = 24 * kDaySteps;
    const int to = 26 * kDaySteps;
    const double whole = meanError(*m_model, *m_history, *m_history, from, to);
    const double gaps = meanError(*m_model, thinned, *m_history, from, to);
    QVERIFY2(gaps < 1.1 * whole, qPrintable(QStringLiteral("%1 %2").arg(whole).arg(gaps)));
}

void tst_NeuralForecaster::stateMakesTheSameModel()
{
    const auto state = fromSafetensors(toSafetensors(m_model->state()));
    VERIFY_RESULT(state);
    const auto model = NeuralForecaster::load(*state);
    VERIFY_RESULT(model);
    QVERIFY((*model)->state().tensors == m_model->state().tensors);
    const std::vector<int> windows = {11, 700, kDays * kDaySteps - 1};
    const auto expected = m_model->forecastWindows(*m_history, windows);
    const auto actual = (*model)->forecastWindows(*m_history, windows);
    VERIFY_RESULT(expected);
    VERIFY_RESULT(actual);
    QVERIFY(sameBits(*expected, *actual));
}

void tst_NeuralForecaster::loadListsDifferences()
{
    ModelState state = m_model->state();
    const auto at = [&](const char *name) {
        return std::find_if(state.tensors.begin(), state.tensors.end(),
            [&](const NamedTensor &t) { return t.name == QLatin1String(name); });
    };
    QVERIFY(at("network.input.bias") != state.tensors.end());
    at("network.input.bias")->shape = {8, 4};
    at("network.identity.weight")->name = QStringLiteral("network.place.weight");
    const auto broken = NeuralForecaster::load(state);
    QVERIFY(!broken);
    QCOMPARE(broken.error().code, Errc::Schema);
    const QString text = broken.error().message();
    QVERIFY2(text.contains(QLatin1String("network.input.bias[8, 4]"))
            && text.contains(QLatin1String("-network.identity.weight"))
            && text.contains(QLatin1String("+network.place.weight")),
        qPrintable(text));

    ModelState notANumber = m_model->state();
    notANumber.tensors.back().values[0] = kMissing;
    QCOMPARE(NeuralForecaster::load(notANumber).error().code, Errc::Schema);
}

void tst_NeuralForecaster::refuses()
{
    auto made = NeuralForecaster::create(smallSpec(*m_history));
    VERIFY_RESULT(made);
    NeuralForecaster &model = **made;
    QCOMPARE(model.fitEpoch({}).error().code, Errc::Usage);
    QCOMPARE(model.forecastWindows(*m_history, {20}).error().code, Errc::Usage);
    QCOMPARE(model.forecastWindows(*m_history, {10}).error().code, Errc::Shape);
    QCOMPARE(model.begin({m_history, {0, 100000}}, 1, 1).error().code, Errc::Shape);
    const auto blank = historyOf(
        100, 3, [](int, int) { return kMissing; }, kHalfHour);
    QCOMPARE(model.begin({blank, {0, 50}}, 1, 1).error().code, Errc::Numeric);
}

void tst_NeuralForecaster::cancelsQuickly()
{
    auto made = NeuralForecaster::create(smallSpec(*m_history));
    VERIFY_RESULT(made);
    VERIFY_RESULT((*made)->begin({m_history, {0, 500}}, 1, 5));
    int asked = 0;
    TaskContext context;
    context.cancelled = [&] { return ++asked == 3; };
    QCOMPARE((*made)->fitEpoch(context).error().code, Errc::Cancelled);
    QCOMPARE(asked, 3);
    context.cancelled = [] { return true; };
    QCOMPARE(m_model->forecastWindows(*m_history, {20}, context).error().code, Errc::Cancelled);
}

void tst_NeuralForecaster::sparseTruthEnds()
{
    // One observation, in no window's target: nothing to learn, and no endless search either.
    const auto history = historyOf(
        100, 3, [](int step, int site) { return step == 2 && site == 1 ? 5.0F : kMissing; },
        kHalfHour);
    const auto model = trained(history, 1, 50);
    QVERIFY(model);
}

QTEST_GUILESS_MAIN(tst_NeuralForecaster)
#include "tst_neural_forecaster.moc"
