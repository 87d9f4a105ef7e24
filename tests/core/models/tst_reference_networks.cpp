// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/neural/neural_forecaster.h"

#include "base/random.h"
#include "core/models/histories.h"
#include "models/neural/graph_network.h"
#include "models/neural/gru_network.h"
#include "models/neural/identity_network.h"

#include <torch/torch.h>

#include <QTest>

#include <algorithm>

using namespace belvedere;
using namespace belvedere::neural;

namespace {

constexpr std::int64_t kSites = 3;
constexpr std::int64_t kWindows = 2;
constexpr int kDaySteps = 48;

ForecastShape smallShape()
{
    ForecastShape shape;
    shape.history = 5;
    shape.horizon = 3;
    shape.quantiles = {0.1, 0.5, 0.9};
    return shape;
}

NetworkShape networkShape()
{
    NetworkShape shape(smallShape());
    shape.sites = kSites;
    shape.identities = kSites + 1;
    shape.outputBias = torch::tensor({0.0, 0.0, 0.1, -1.0, -1.0}, torch::kFloat32);
    shape.ties = torch::tensor(
        {{0.0F, 1.0F, 0.0F}, {0.5F, 0.0F, 0.5F}, {0.2F, 0.8F, 0.0F}}, torch::kFloat32);
    return shape;
}

std::shared_ptr<Network> made(const QString &kind, const NetworkShape &shape, bool identity = true)
{
    if (kind == QLatin1String("gru"))
        return std::make_shared<GruNetwork>(shape, GruNetwork::Options{6, 3, 0.1});
    if (kind == QLatin1String("graph"))
        return std::make_shared<GraphNetwork>(
            shape, GraphNetwork::Options{4, 2, identity ? 2 : 0, 0.1});
    return std::make_shared<IdentityNetwork>(shape, IdentityNetwork::Options{4, 2, 0.1});
}

/// All sites of a few windows.
Batch randomBatch()
{
    const FeatureLayout layout(smallShape());
    const std::int64_t rows = kWindows * kSites;
    Batch batch;
    batch.features = torch::randn({rows, layout.width()});
    batch.features.slice(1, layout.observed(), layout.observed() + layout.history)
        .copy_(torch::randint(0, 2, {rows, layout.history}));
    batch.identities = 1 + torch::arange(rows).remainder(kSites);
    batch.timesOfDay =
        torch::randint(0, kTimesOfDay, {kWindows}, torch::kInt64).repeat_interleave(kSites);
    batch.weekdays =
        torch::randint(0, kWeekdays, {kWindows}, torch::kInt64).repeat_interleave(kSites);
    return batch;
}

/// A daily wave with a level of its own at each site, noise and gaps.
std::shared_ptr<ChannelHistory> noisyHistory(int days)
{
    Random random(3);
    auto history = historyOf(
        days * kDaySteps, kSites,
        [&](int step, int site) {
            const double wave = 20 * std::sin(2 * 3.14159265 * step / kDaySteps + 2 * site);
            const bool missing = random.uniform() < 0.05;
            return missing ? kMissing : float(60 + 10 * site + wave + random.normal());
        },
        30 * kMsPerMinute);
    history->ties = {{SiteId(0), SiteId(1), 1.0F}, {SiteId(1), SiteId(2), 0.5F}};
    return history;
}

std::unique_ptr<NeuralForecaster> trained(const QString &kindName,
    const std::shared_ptr<const ChannelHistory> &history, int epochs, int windows)
{
    ModelSpec spec = specOf(kindName, *history);
    const auto kinds = NeuralForecaster::kinds();
    const auto kind =
        std::find_if(kinds.begin(), kinds.end(), [&](const auto &k) { return k.kind == kindName; });
    QJsonObject options{{QStringLiteral("batch"), 96}, {QStringLiteral("samplesPerEpoch"), 1920},
        {QStringLiteral("embedding"), 4}, {QStringLiteral("learningRate"), 0.01}};
    if (kindName == QLatin1String("graph"))
        options[QStringLiteral("channels")] = 8;
    if (kindName == QLatin1String("gru"))
        options[QStringLiteral("hidden")] = 24;
    spec.options = *completeOptions(kindName, kind->options, options);
    auto model = NeuralForecaster::create(spec);
    if (!model || !(*model)->begin({history, {0, windows}}, 1, epochs))
        return nullptr;
    for (int epoch = 0; epoch < epochs; ++epoch) {
        if (!(*model)->fitEpoch({}))
            return nullptr;
    }
    return std::move(*model);
}

} // namespace

class tst_ReferenceNetworks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }
    void gradients_data() { kinds(); }
    void gradients();
    void firstForecastIsTheHeads_data() { kinds(); }
    void firstForecastIsTheHeads();
    void missingValuesDoNotCount_data() { kinds(); }
    void missingValuesDoNotCount();
    void permutedSites_data();
    void permutedSites();
    void tiesAreFollowed();
    void windowsDoNotMix_data() { kinds(); }
    void windowsDoNotMix();
    void learnsAPattern_data() { kinds(); }
    void learnsAPattern();
    void sameSeedSameBits_data() { kinds(); }
    void sameSeedSameBits();
    void anyMaskGivesNumbers_data() { kinds(); }
    void anyMaskGivesNumbers();
    void stateMakesTheSameModel_data() { kinds(); }
    void stateMakesTheSameModel();
    void checkpointGoesOnTheSame_data() { kinds(); }
    void checkpointGoesOnTheSame();

private:
    static void kinds();
};

void tst_ReferenceNetworks::kinds()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("identity-mlp") << "identity-mlp";
    QTest::newRow("gru") << "gru";
    QTest::newRow("graph") << "graph";
}

void tst_ReferenceNetworks::gradients()
{
    QFETCH(const QString, kind);
    torch::manual_seed(5);
    const auto network = made(kind, networkShape());
    network->to(torch::kFloat64);
    network->eval();
    Batch batch = randomBatch();
    batch.features = batch.features.to(torch::kFloat64);
    const auto mixture = torch::randn({batch.rows(), 3, 5}, torch::kFloat64);
    const auto value = [&] { return (network->forward(batch) * mixture).sum(); };
    value().backward();
    const torch::NoGradGuard guard;
    constexpr double kStep = 1e-5;
    for (auto &item : network->named_parameters()) {
        QVERIFY2(item.value().grad().defined(), item.key().c_str());
        const auto gradient = item.value().grad().reshape({-1});
        auto flat = item.value().view({-1});
        for (int i = 0; i < 6; ++i) {
            const auto at = torch::randint(flat.numel(), {1}).item<std::int64_t>();
            const double before = flat[at].item<double>();
            flat[at] = before + kStep;
            const double above = value().item<double>();
            flat[at] = before - kStep;
            const double below = value().item<double>();
            flat[at] = before;
            const double expected = (above - below) / (2 * kStep);
            const double found = gradient[at].item<double>();
            QVERIFY2(std::abs(found - expected) < 1e-6 + 1e-4 * std::abs(expected),
                qPrintable(QStringLiteral("%1: %2 should be %3")
                               .arg(QString::fromStdString(item.key()))
                               .arg(found)
                               .arg(expected)));
        }
    }
}

void tst_ReferenceNetworks::firstForecastIsTheHeads()
{
    QFETCH(const QString, kind);
    torch::manual_seed(6);
    const NetworkShape shape = networkShape();
    const auto network = made(kind, shape);
    network->eval();
    const auto raw = network->forward(randomBatch());
    QCOMPARE(raw.sizes().vec(), std::vector<std::int64_t>({kWindows * kSites, 3, 5}));
    const double distance = (raw - shape.outputBias).abs().max().item<double>();
    QVERIFY2(distance > 0.0 && distance < 1.0, qPrintable(QString::number(distance)));
}

void tst_ReferenceNetworks::missingValuesDoNotCount()
{
    QFETCH(const QString, kind);
    torch::manual_seed(7);
    const auto network = made(kind, networkShape());
    network->eval();
    Batch batch = randomBatch();
    const auto before = network->forward(batch);
    const FeatureLayout layout(smallShape());
    const auto missing =
        1.0 - batch.features.slice(1, layout.observed(), layout.observed() + layout.history);
    batch.features.slice(1, layout.deviations(), layout.deviations() + layout.history)
        .add_(100.0 * missing);
    QVERIFY(torch::equal(before, network->forward(batch)));
}

void tst_ReferenceNetworks::permutedSites_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("identity-mlp") << "identity-mlp";
    QTest::newRow("gru") << "gru";
    QTest::newRow("graph without learned ties") << "graph";
}

void tst_ReferenceNetworks::permutedSites()
{
    QFETCH(const QString, kind);
    const auto order = torch::tensor({2, 0, 1}, torch::kInt64);
    NetworkShape shape = networkShape();
    torch::manual_seed(8);
    const auto network = made(kind, shape, false);
    shape.ties = shape.ties.index_select(0, order).index_select(1, order);
    torch::manual_seed(8);
    const auto other = made(kind, shape, false);
    network->eval();
    other->eval();
    const auto rows =
        (order.unsqueeze(0) + kSites * torch::arange(kWindows).unsqueeze(1)).flatten();
    const Batch batch = randomBatch();
    Batch permuted = batch;
    permuted.features = batch.features.index_select(0, rows);
    permuted.identities = batch.identities.index_select(0, rows);
    const auto expected = network->forward(batch).index_select(0, rows);
    QVERIFY(torch::allclose(other->forward(permuted), expected, 1e-5, 1e-6));
}

void tst_ReferenceNetworks::tiesAreFollowed()
{
    // Sites 0 and 1 are tied, site 2 stands alone: only the tied one notices a change.
    NetworkShape shape = networkShape();
    shape.ties = torch::zeros({kSites, kSites});
    shape.ties[0][1] = 1.0;
    torch::manual_seed(9);
    const auto network = made(QStringLiteral("graph"), shape, false);
    network->eval();
    Batch batch = randomBatch();
    const FeatureLayout layout(smallShape());
    batch.features.slice(1, layout.observed(), layout.observed() + layout.history).fill_(1.0);
    const auto before = network->forward(batch);
    batch.features[1].slice(0, 0, layout.history).add_(1.0); // site 1 of the first window
    const auto change = (network->forward(batch) - before).abs().sum({1, 2});
    QVERIFY(change[0].item<double>() > 0.0);
    QVERIFY(change[1].item<double>() > 0.0);
    QCOMPARE(change[2].item<double>(), 0.0);
}

void tst_ReferenceNetworks::windowsDoNotMix()
{
    QFETCH(const QString, kind);
    torch::manual_seed(10);
    const auto network = made(kind, networkShape());
    network->eval();
    Batch batch = randomBatch();
    const auto before = network->forward(batch);
    batch.features.slice(0, 0, kSites).normal_();
    const auto after = network->forward(batch);
    QVERIFY(torch::allclose(before.slice(0, kSites), after.slice(0, kSites), 1e-5, 1e-6));
    QVERIFY(!torch::allclose(before.slice(0, 0, kSites), after.slice(0, 0, kSites)));
}

void tst_ReferenceNetworks::learnsAPattern()
{
    QFETCH(const QString, kind);
    const auto history = noisyHistory(24);
    const auto model = trained(kind, history, 6, 20 * kDaySteps);
    QVERIFY(model);
    double sum = 0.0;
    int count = 0;
    for (int last = 21 * kDaySteps; last < 23 * kDaySteps; ++last) {
        const auto forecast = forecastAt(*model, *history, last);
        VERIFY_RESULT(forecast);
        for (int ahead = 0; ahead < 12; ++ahead) {
            for (int site = 0; site < int(kSites); ++site) {
                const float truth = history->row(last + 1 + ahead)[site];
                if (std::isnan(truth))
                    continue;
                sum += std::abs(double(truth - forecast->at(ahead, SiteId(site), 1)));
                ++count;
            }
        }
    }
    // The wave has a mean deviation of 13; its noise alone one of 0.8.
    QVERIFY2(sum / count < 4.0, qPrintable(QString::number(sum / count)));
}

void tst_ReferenceNetworks::sameSeedSameBits()
{
    QFETCH(const QString, kind);
    const auto history = noisyHistory(10);
    const auto one = trained(kind, history, 1, 300);
    const auto two = trained(kind, history, 1, 300);
    QVERIFY(one && two);
    QVERIFY(one->state().tensors == two->state().tensors);
}

void tst_ReferenceNetworks::anyMaskGivesNumbers()
{
    QFETCH(const QString, kind);
    const auto history = noisyHistory(10);
    const auto model = trained(kind, history, 1, 300);
    QVERIFY(model);
    Random random(11);
    const auto expectNumbers = [&](const ChannelHistory &input) {
        const auto values = model->forecastWindows(input, {340, 341, 400});
        return values && std::all_of(values->begin(), values->end(), [](float v) {
            return std::isfinite(v);
        });
    };
    for (const double share : {0.1, 0.5, 0.9, 1.0}) {
        ChannelHistory masked = *history;
        for (float &value : masked.values)
            value = random.uniform() < share ? kMissing : value;
        QVERIFY2(expectNumbers(masked), qPrintable(QString::number(share)));
    }
    ChannelHistory silent = *history; // one site is dead
    for (std::size_t i = 1; i < silent.values.size(); i += kSites)
        silent.values[i] = kMissing;
    QVERIFY(expectNumbers(silent));
}

void tst_ReferenceNetworks::stateMakesTheSameModel()
{
    QFETCH(const QString, kind);
    const auto history = noisyHistory(10);
    const auto model = trained(kind, history, 1, 300);
    QVERIFY(model);
    const auto state = fromSafetensors(toSafetensors(model->state()));
    VERIFY_RESULT(state);
    const auto loaded = NeuralForecaster::load(*state);
    VERIFY_RESULT(loaded);
    const auto expected = model->forecastWindows(*history, {340, 400});
    const auto actual = (*loaded)->forecastWindows(*history, {340, 400});
    VERIFY_RESULT(expected);
    VERIFY_RESULT(actual);
    QVERIFY(sameBits(*expected, *actual));
}

void tst_ReferenceNetworks::checkpointGoesOnTheSame()
{
    QFETCH(const QString, kind);
    const auto history = noisyHistory(10);
    const auto whole = trained(kind, history, 2, 300);
    QVERIFY(whole);
    auto first = NeuralForecaster::create(whole->spec());
    auto second = NeuralForecaster::create(whole->spec());
    VERIFY_RESULT(first);
    VERIFY_RESULT(second);
    VERIFY_RESULT((*first)->begin({history, {0, 300}}, 1, 2));
    VERIFY_RESULT((*first)->fitEpoch({}));
    VERIFY_RESULT((*second)->begin({history, {0, 300}}, 1, 2));
    VERIFY_RESULT((*second)->restore((*first)->checkpoint()));
    VERIFY_RESULT((*second)->fitEpoch({}));
    QVERIFY((*second)->state().tensors == whole->state().tensors);
}

QTEST_GUILESS_MAIN(tst_ReferenceNetworks)
#include "tst_reference_networks.moc"
