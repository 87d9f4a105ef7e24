// SPDX-License-Identifier: GPL-3.0-or-later
// What the city model can do beyond any other network: related series, new sites, several data
// sets at once, going on from a checkpoint or from another model.
#include "base/random.h"
#include "core/models/histories.h"
#include "models/neural/neural_forecaster.h"
#include "models/neural/training_sampler.h"
#include "models/seasonal_profile.h"

#include <QTest>

#include <algorithm>

using namespace belvedere;

namespace {

constexpr int kDaySteps = 24;
constexpr int kDays = 35;
constexpr int kSites = 6;
constexpr int kTrainDays = 28;

/// Site s repeats with a delay of s steps what a common hidden signal did, on its own daily wave.
std::shared_ptr<ChannelHistory> travellingHistory(std::uint64_t seed, float level = 50.0F)
{
    Random random(seed);
    std::vector<float> signal;
    double drift = 0.0;
    for (int i = 0; i < kDays * kDaySteps + kSites; ++i) {
        drift = 0.8 * drift + random.normal(0, 4);
        signal.push_back(float(drift));
    }
    return historyOf(
        kDays * kDaySteps, kSites,
        [&](int step, int site) {
            const double wave = 10 * std::sin(2 * 3.14159265 * step / kDaySteps + site);
            return random.uniform() < 0.03
                ? kMissing
                : float(double(level) + 5 * site + wave
                    + double(signal[std::size_t(step + kSites - site)]) + random.normal(0, 0.5));
        },
        kMsPerHour);
}

ModelSpec citySpec(const ChannelHistory &history, QJsonObject options = {})
{
    ModelSpec spec = specOf(QStringLiteral("city"), history);
    spec.shape.history = 8;
    spec.shape.horizon = 4;
    const QJsonObject small = {{QStringLiteral("hidden"), 32}, {QStringLiteral("layers"), 2},
        {QStringLiteral("embedding"), 4}, {QStringLiteral("batch"), 128},
        {QStringLiteral("samplesPerEpoch"), 3200}, {QStringLiteral("neighbours"), 3}};
    for (auto it = small.begin(); it != small.end(); ++it) {
        if (!options.contains(it.key()))
            options.insert(it.key(), it.value());
    }
    const auto kinds = NeuralForecaster::kinds();
    const auto kind = std::find_if(
        kinds.begin(), kinds.end(), [&](const auto &k) { return k.kind == spec.kind; });
    spec.options = *completeOptions(spec.kind, kind->options, options);
    return spec;
}

WindowRange trainWindows(int days = kTrainDays)
{
    return {0, days * kDaySteps - 11};
}

std::unique_ptr<NeuralForecaster> begun(const std::shared_ptr<ChannelHistory> &history,
    const QJsonObject &options = {}, int planned = 4, TrainingData data = {})
{
    auto model = NeuralForecaster::create(citySpec(*history, options));
    data.history = history;
    if (data.train.count == 0)
        data.train = trainWindows();
    if (!model || !(*model)->begin(data, 1, planned))
        return nullptr;
    return std::move(*model);
}

bool fit(NeuralForecaster &model, int epochs)
{
    for (int epoch = 0; epoch < epochs; ++epoch) {
        if (!model.fitEpoch({}))
            return false;
    }
    return true;
}

/// Mean absolute error of the median over the last week, at the sites from `firstSite` on.
double testError(const Forecaster &model, const ChannelHistory &history, int firstSite = 0)
{
    double sum = 0.0;
    int count = 0;
    for (int last = kTrainDays * kDaySteps; last + 4 < kDays * kDaySteps; last += 3) {
        const auto values = model.forecastWindows(history, {last});
        if (!values)
            return 1e9;
        for (int ahead = 0; ahead < 4; ++ahead) {
            for (int site = firstSite; site < history.siteCount(); ++site) {
                const float truth = history.row(last + 1 + ahead)[site];
                if (std::isnan(truth))
                    continue;
                sum += std::abs(double(
                    truth - (*values)[std::size_t(3 * (ahead * history.siteCount() + site) + 1)]));
                ++count;
            }
        }
    }
    return sum / count;
}

std::shared_ptr<ChannelHistory> withSites(const ChannelHistory &all, int first, int count)
{
    auto part = historyOf(
        all.axis.count, count, [&](int step, int site) { return all.row(step)[first + site]; },
        all.axis.stepMs);
    for (int site = 0; site < count; ++site)
        part->siteCodes[std::size_t(site)] = all.siteCodes[std::size_t(first + site)];
    return part;
}

} // namespace

class tst_CityModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void neighboursHelp();
    void companionsHelp();
    void companionsMayBeAbsent();
    void blindToTheFutureOfOthers();
    void goesOnBitForBit();
    void warmStartKeepsWhatWasLearned();
    void warmStartRefusesOtherSizes();
    void servesSitesItNeverSaw();
    void learnsJointly();
    void jointlyWithWhatLooksAtNothing();
    void jointErrorsCountAlike();
    void levelsMayDrift();
    void heads_data();
    void heads();
    void optimisers_data();
    void optimisers();
    void holidaysAreKnown();
    void refusesImpossibleContext();

private:
    std::shared_ptr<ChannelHistory> m_history;
    std::unique_ptr<NeuralForecaster> m_model;
};

void tst_CityModel::initTestCase()
{
    m_history = travellingHistory(4);
    m_model = begun(m_history, {}, 6);
    QVERIFY(m_model && fit(*m_model, 6));
}

void tst_CityModel::neighboursHelp()
{
    const auto alone = begun(m_history, {{QStringLiteral("neighbours"), 0}}, 6);
    QVERIFY(alone && fit(*alone, 6));
    // All sites but the first can be read off their predecessor.
    const double with = testError(*m_model, *m_history, 1);
    const double without = testError(*alone, *m_history, 1);
    QVERIFY2(with < 0.9 * without, qPrintable(QStringLiteral("%1 %2").arg(with).arg(without)));
}

void tst_CityModel::companionsHelp()
{
    // A companion that shows today what the target will do in four hours.
    auto target = travellingHistory(8);
    auto companion = std::make_shared<ChannelHistory>(*target);
    companion->channel = {QStringLiteral("wind-speed"), QStringLiteral("m/s")};
    for (int step = 0; step < target->axis.count; ++step) {
        for (int site = 0; site < kSites; ++site)
            companion->values[std::size_t(step * kSites + site)] =
                step + 4 < target->axis.count ? target->row(step + 4)[site] : kMissing;
    }
    const auto alone = begun(target, {{QStringLiteral("neighbours"), 0}}, 6);
    QVERIFY(alone && fit(*alone, 6));
    const double without = testError(*alone, *target);
    target->companions.push_back(companion);
    const auto informed = begun(target, {{QStringLiteral("neighbours"), 0}}, 6);
    QVERIFY(informed && fit(*informed, 6));
    QCOMPARE(informed->spec().companions.size(), std::size_t(1));
    const double with = testError(*informed, *target);
    QVERIFY2(with < 0.8 * without, qPrintable(QStringLiteral("%1 %2").arg(with).arg(without)));
}

void tst_CityModel::companionsMayBeAbsent()
{
    auto history = std::make_shared<ChannelHistory>(*m_history);
    auto companion = std::make_shared<ChannelHistory>(*m_history);
    companion->channel.key = QStringLiteral("noise");
    history->companions.push_back(companion);
    const auto model = begun(history);
    QVERIFY(model && fit(*model, 1));
    const auto state = fromSafetensors(toSafetensors(model->state()));
    VERIFY_RESULT(state);
    const auto loaded = NeuralForecaster::load(*state);
    VERIFY_RESULT(loaded);
    const auto values = (*loaded)->forecastWindows(*m_history, {100}); // has none
    VERIFY_RESULT(values);
    QVERIFY(std::all_of(values->begin(), values->end(), [](float v) { return std::isfinite(v); }));
    const auto expected = model->forecastWindows(*history, {100});
    VERIFY_RESULT(expected);
    QVERIFY(sameBits(*expected, *(*loaded)->forecastWindows(*history, {100})));
    QVERIFY(!sameBits(*expected, *values));
}

void tst_CityModel::blindToTheFutureOfOthers()
{
    auto history = std::make_shared<ChannelHistory>(*m_history);
    auto companion = std::make_shared<ChannelHistory>(*m_history);
    companion->channel.key = QStringLiteral("noise");
    history->companions.push_back(companion);
    const auto model = begun(history);
    QVERIFY(model && fit(*model, 1));
    Random random(5);
    for (const int last : {7, 200, 600}) {
        auto changed = std::make_shared<ChannelHistory>(*history);
        auto other = std::make_shared<ChannelHistory>(*companion);
        for (std::size_t i = std::size_t(last + 1) * kSites; i < changed->values.size(); ++i) {
            changed->values[i] = float(random.normal(0, 1000));
            other->values[i] = random.uniform() < 0.5 ? kMissing : 1e6F;
        }
        changed->companions = {other};
        const auto before = model->forecastWindows(*history, {last});
        const auto after = model->forecastWindows(*changed, {last});
        VERIFY_RESULT(before);
        VERIFY_RESULT(after);
        QVERIFY(sameBits(*before, *after));
    }
}

void tst_CityModel::goesOnBitForBit()
{
    const auto whole = begun(m_history);
    QVERIFY(whole && fit(*whole, 4));
    const auto first = begun(m_history);
    QVERIFY(first && fit(*first, 2));
    const auto kept = fromSafetensors(toSafetensors(first->checkpoint()));
    VERIFY_RESULT(kept);
    const auto second = begun(m_history);
    QVERIFY(second);
    VERIFY_RESULT(second->restore(*kept));
    QVERIFY(fit(*second, 2));
    QVERIFY(second->state().tensors == whole->state().tensors);
    QVERIFY(second->checkpoint().tensors == whole->checkpoint().tensors);
}

void tst_CityModel::warmStartKeepsWhatWasLearned()
{
    // A week more of data: weights and identities are taken over, scales are new.
    TrainingData longer;
    longer.train = trainWindows(kTrainDays + 3);
    const auto model = begun(m_history, {}, 1, longer);
    QVERIFY(model);
    const double cold = testError(*model, *m_history);
    VERIFY_RESULT(model->warmStart(m_model->state()));
    const double warm = testError(*model, *m_history);
    const double trained = testError(*m_model, *m_history);
    QVERIFY2(warm < 1.05 * trained, qPrintable(QStringLiteral("%1 %2").arg(warm).arg(trained)));
    QVERIFY(warm < cold);
    QVERIFY(fit(*model, 1));
}

void tst_CityModel::warmStartRefusesOtherSizes()
{
    const auto larger = begun(m_history, {{QStringLiteral("hidden"), 48}});
    QVERIFY(larger);
    const auto refused = larger->warmStart(m_model->state());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Errc::Schema);
    QVERIFY(refused.error().message().contains(QLatin1String("network.input.weight")));
}

void tst_CityModel::servesSitesItNeverSaw()
{
    // Trained on four sites; the other two have one week of data and no training.
    const auto known = withSites(*m_history, 0, 4);
    const auto trained = begun(known, {}, 6);
    QVERIFY(trained && fit(*trained, 6));
    const auto fresh = withSites(*m_history, 4, 2);
    auto model = NeuralForecaster::create(citySpec(*fresh));
    VERIFY_RESULT(model);
    const int week = (kTrainDays - 7) * kDaySteps;
    VERIFY_RESULT((*model)->begin({fresh, {week, 7 * kDaySteps - 11}}, 1, 1));
    VERIFY_RESULT((*model)->warmStart(trained->state()));
    const auto profile = SeasonalProfile::fromSteps(*fresh, {week, week + 7 * kDaySteps});
    double seasonal = 0.0;
    int count = 0;
    for (int step = kTrainDays * kDaySteps; step < kDays * kDaySteps; ++step) {
        const float *usual = profile.row(profile.slotAt(fresh->minuteOfWeekAt(step)));
        for (int site = 0; site < 2; ++site) {
            if (!std::isnan(fresh->row(step)[site])) {
                seasonal += std::abs(double(fresh->row(step)[site] - usual[site]));
                ++count;
            }
        }
    }
    const double error = testError(**model, *fresh);
    QVERIFY2(error < seasonal / count,
        qPrintable(QStringLiteral("%1 %2").arg(error).arg(seasonal / count)));
}

void tst_CityModel::learnsJointly()
{
    auto other = travellingHistory(9, 500.0F);
    other->dataset = QStringLiteral("other");
    other->channel = {QStringLiteral("pm2.5"), QStringLiteral("µg/m³")};
    TrainingData data;
    TrainingPartner partner{citySpec(*other), other, trainWindows()};
    data.partners.push_back(partner);
    const auto model = begun(m_history, {{QStringLiteral("samplesPerEpoch"), 6400}}, 6, data);
    QVERIFY(model && model->learnsJointly() && fit(*model, 6));
    const auto second = NeuralForecaster::load(model->partnerState(0));
    VERIFY_RESULT(second);
    QCOMPARE((*second)->spec().dataset, QStringLiteral("other"));
    const auto alone = begun(other, {}, 6);
    QVERIFY(alone && fit(*alone, 6));
    QVERIFY(testError(**second, *other) < 1.15 * testError(*alone, *other));
    QVERIFY(testError(*model, *m_history) < 1.15 * testError(*m_model, *m_history));
    // One trunk: the weights are the same, the identities are not.
    const auto tensor = [](const ModelState &state, const char *name) {
        return *std::find_if(state.tensors.begin(), state.tensors.end(),
            [&](const NamedTensor &t) { return t.name == QLatin1String(name); });
    };
    const ModelState a = model->state();
    const ModelState b = model->partnerState(0);
    QVERIFY(tensor(a, "network.output.weight") == tensor(b, "network.output.weight"));
    QVERIFY(!(tensor(a, "network.identity.weight") == tensor(b, "network.identity.weight")));
}

// One data set has a second channel to look at, the other has none: the network is the same, and
// so are the forecasts of whoever takes it over.
void tst_CityModel::jointlyWithWhatLooksAtNothing()
{
    const QJsonObject options{{QStringLiteral("neighbours"), 0}};
    const auto history = std::make_shared<ChannelHistory>(*m_history);
    auto companion = std::make_shared<ChannelHistory>(*m_history);
    companion->channel.key = QStringLiteral("noise");
    history->companions.push_back(companion);
    auto other = travellingHistory(9, 500.0F);
    other->dataset = QStringLiteral("other");
    for (const auto &[main, partner] : {std::pair(history, other), std::pair(other, history)}) {
        TrainingData data;
        data.partners.push_back({citySpec(*partner, options), partner, trainWindows()});
        const auto model = begun(main, options, 2, data);
        QVERIFY(model && fit(*model, 2));
        VERIFY_RESULT(NeuralForecaster::load(model->state()));
        const ModelState state = model->partnerState(0);
        const auto loaded = NeuralForecaster::load(state);
        VERIFY_RESULT(loaded);
        const auto expected = (*loaded)->forecastWindows(*partner, {100});
        VERIFY_RESULT(expected);
        const auto tuned = begun(partner, options, 2);
        QVERIFY(tuned);
        VERIFY_RESULT(tuned->warmStart(state));
        const auto values = tuned->forecastWindows(*partner, {100});
        VERIFY_RESULT(values);
        QVERIFY(sameBits(*expected, *values));
        QVERIFY(fit(*tuned, 1));
        const auto goesOn = begun(partner, options, 2);
        QVERIFY(goesOn);
        VERIFY_RESULT(goesOn->restore(tuned->checkpoint()));
        QVERIFY(fit(*goesOn, 1) && fit(*tuned, 1));
        QVERIFY(goesOn->state().tensors == tuned->state().tensors);
    }
}

// One data set moves a hundred times as little as the other within its spread: a step errs no less
// there for what is learned.
void tst_CityModel::jointErrorsCountAlike()
{
    Random random(6);
    const auto noisy = [&](double noise) {
        return historyOf(
            kDays * kDaySteps, 4,
            [&](int step, int site) {
                const double phase = 2 * 3.14159265 * step / (14 * kDaySteps);
                return float(100 + 20 * std::sin(phase + site) + random.normal(0, noise));
            },
            kMsPerHour);
    };
    const std::vector<std::shared_ptr<ChannelHistory>> histories = {noisy(10.0), noisy(0.1)};
    histories[1]->channel.key = QStringLiteral("flow");
    std::vector<neural::ModelPart> parts;
    for (const auto &history : histories)
        parts.push_back(neural::ModelPart::fromTraining(
            citySpec(*history), *history, {0, kTrainDays * kDaySteps}, 0, false));
    std::vector<neural::TrainingPart> training;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const ChannelHistory &history = *histories[i];
        training.push_back({histories[i], trainWindows(), &parts[i],
            parts[i].trainingPanels(history, {0, kTrainDays * kDaySteps}), 1,
            parts[i].meanSpread()});
    }
    neural::LearningOptions options;
    options.batch = 1024;
    const ForecastShape shape = citySpec(*histories[0]).shape;
    const auto batch = neural::TrainingSampler(shape, training, options, false).draw(Random(3));
    double errors[2] = {0.0, 0.0};
    double counts[2] = {0.0, 0.0};
    for (std::int64_t row = 0; row < batch.truth.size(0); ++row) {
        const int part = batch.batch.domains[row].item<std::int64_t>() == parts[1].domain();
        const auto moved = (batch.truth[row].slice(0, 1) - batch.truth[row][0]).abs().mean();
        errors[part] += batch.weights[row].item<double>() * moved.item<double>();
        ++counts[part];
    }
    const double ratio = errors[0] / counts[0] / (errors[1] / counts[1]);
    QVERIFY2(ratio > 0.8 && ratio < 1.25, qPrintable(QString::number(ratio)));
}

// After ten days of learning a detector shows half as much again.
void tst_CityModel::levelsMayDrift()
{
    constexpr int kFewDays = 10;
    const auto history = std::make_shared<ChannelHistory>(*m_history);
    for (int step = kFewDays * kDaySteps; step < history->axis.count; ++step)
        history->values[std::size_t(step * kSites)] *= 1.5F;
    TrainingData few;
    few.train = trainWindows(kFewDays);
    const auto error = [&](double drifted) {
        const auto model = begun(history, {{QStringLiteral("drifted"), drifted}}, 6, few);
        return model && fit(*model, 6) ? testError(*model, *history) : 1e9;
    };
    const double with = error(0.2);
    const double without = error(0.0);
    QVERIFY2(with < 0.95 * without, qPrintable(QStringLiteral("%1 %2").arg(with).arg(without)));
    // Four weeks know levels.
    const auto model = begun(m_history, {{QStringLiteral("drifted"), 0.0}}, 6);
    QVERIFY(model && fit(*model, 6));
    QVERIFY(model->state().tensors == m_model->state().tensors);
}

void tst_CityModel::heads_data()
{
    QTest::addColumn<QString>("loss");
    QTest::addColumn<bool>("whole");
    QTest::newRow("counts") << QStringLiteral("poisson") << true;
    QTest::newRow("classes") << QStringLiteral("cross-entropy") << false;
    QTest::newRow("squared") << QStringLiteral("mse") << false;
}

void tst_CityModel::heads()
{
    QFETCH(const QString, loss);
    QFETCH(const bool, whole);
    Random random(12);
    const auto rate = [](int step, int site) {
        return 2.0 + site + 1.5 * std::sin(2 * 3.14159265 * step / kDaySteps);
    };
    const auto counts = historyOf(
        kDays * kDaySteps, 3,
        [&](int step, int site) { return float(random.poisson(rate(step, site))); }, kMsPerHour);
    const auto model = begun(counts, {{QStringLiteral("loss"), loss}}, 5);
    QVERIFY(model && fit(*model, 5));
    const auto values = model->forecastWindows(*counts, {700, 720, 750});
    VERIFY_RESULT(values);
    for (std::size_t i = 0; i < values->size(); i += 3) {
        QVERIFY(std::is_sorted(values->data() + i, values->data() + i + 3));
        QVERIFY((*values)[i] >= 0.0F && std::isfinite((*values)[i + 2]));
        if (whole) // up to the rounding of the scale
            QVERIFY(std::abs((*values)[i + 1] - std::round((*values)[i + 1])) < 1e-3F);
    }
    // The best any forecast can do is the rate's own scatter; without learning the error of the
    // median would be that of a constant.
    const double error = testError(*model, *counts);
    QVERIFY2(error < 1.75, qPrintable(QString::number(error)));
}

void tst_CityModel::optimisers_data()
{
    QTest::addColumn<QString>("optimiser");
    QTest::addColumn<double>("rate");
    QTest::addColumn<int>("epochs"); // gradient descent steps once an epoch
    QTest::newRow("gradient-descent") << QStringLiteral("gradient-descent") << 0.2 << 30;
    QTest::newRow("sgd") << QStringLiteral("sgd") << 0.1 << 4;
    QTest::newRow("adam") << QStringLiteral("adam") << 0.003 << 4;
    QTest::newRow("adamw") << QStringLiteral("adamw") << 0.003 << 4;
}

void tst_CityModel::optimisers()
{
    QFETCH(const QString, optimiser);
    QFETCH(const double, rate);
    QFETCH(const int, epochs);
    const auto model = begun(m_history,
        {{QStringLiteral("optimiser"), optimiser}, {QStringLiteral("learningRate"), rate},
            {QStringLiteral("averaging"), 0.0},
            {QStringLiteral("schedule"), QStringLiteral("constant")},
            {QStringLiteral("weightDecay"), 0.0}},
        epochs + 2);
    QVERIFY(model);
    const auto first = model->fitEpoch({});
    VERIFY_RESULT(first);
    QVERIFY(fit(*model, epochs));
    const auto last = model->fitEpoch({});
    VERIFY_RESULT(last);
    QVERIFY2(last->trainLoss < first->trainLoss,
        qPrintable(QStringLiteral("%1 %2").arg(first->trainLoss).arg(last->trainLoss)));
}

void tst_CityModel::holidaysAreKnown()
{
    auto festive = std::make_shared<ChannelHistory>(*m_history);
    const int last = kTrainDays * kDaySteps + 30;
    festive->holidays = {int(festive->axis.at(last + 1) / kMsPerDay)};
    const auto plain = m_model->forecastWindows(*m_history, {last, last + 48});
    const auto special = m_model->forecastWindows(*festive, {last, last + 48});
    VERIFY_RESULT(plain);
    VERIFY_RESULT(special);
    const std::size_t half = plain->size() / 2;
    QVERIFY(!std::equal(plain->begin(), plain->begin() + std::ptrdiff_t(half), special->begin()));
    QVERIFY(std::equal(plain->begin() + std::ptrdiff_t(half), plain->end(),
        special->begin() + std::ptrdiff_t(half)));
}

void tst_CityModel::refusesImpossibleContext()
{
    ModelState state = m_model->state();
    const auto context = std::find_if(state.tensors.begin(), state.tensors.end(),
        [](const NamedTensor &t) { return t.name == QLatin1String("context"); });
    QVERIFY(context != state.tensors.end());
    context->values[1] = 1000.0F; // a site that is not there
    const auto loaded = NeuralForecaster::load(state);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, Errc::Schema);
}

QTEST_GUILESS_MAIN(tst_CityModel)
#include "tst_city_model.moc"
