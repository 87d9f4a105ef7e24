// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ensemble/blend_forecaster.h"

#include "base/random.h"
#include "core/models/histories.h"
#include "models/catalog/model_catalog.h"

#include <QTest>

#include <cmath>

using namespace belvedere;

namespace {

constexpr WindowRange kTrain{0, 300};
constexpr WindowRange kValidation{320, 60};

/// A daily wave, a walk about it, and another channel.
std::shared_ptr<ChannelHistory> wave(int fromStep = 0, float added = 0.0F)
{
    Random random(5);
    float walk = 0.0F;
    auto history = historyOf(
        24 * 24, 3,
        [&](int step, int site) {
            walk = 0.9F * walk + float(random.normal());
            return float(10.0 * site + 5.0 * std::sin(step / 4.0)) + walk
                + (step >= fromStep ? added : 0.0F);
        },
        kMsPerHour);
    auto other = std::make_shared<ChannelHistory>(*history);
    other->channel = {QStringLiteral("wind"), QStringLiteral("m/s")};
    history->companions = {other};
    return history;
}

ModelSpec blendSpec(const ChannelHistory &history, const char *kinds)
{
    ModelSpec spec = specOf(QStringLiteral("blend"), history);
    spec.shape.horizon = 4;
    spec.options = {{QStringLiteral("kinds"), QLatin1String(kinds)}, {QStringLiteral("rows"), 200},
        {QStringLiteral("samplesPerEpoch"), 200}};
    return spec;
}

TrainingData dataOf(std::shared_ptr<const ChannelHistory> history)
{
    TrainingData data{std::move(history), kTrain};
    data.validation = kValidation;
    return data;
}

std::unique_ptr<BlendForecaster> trained(
    const std::shared_ptr<const ChannelHistory> &history, const char *kinds, int epochs)
{
    auto options = completeOptions(QStringLiteral("blend"), BlendForecaster::optionTable(),
        blendSpec(*history, kinds).options);
    ModelSpec spec = blendSpec(*history, kinds);
    spec.options = *options;
    auto model = BlendForecaster::create(spec, modelCatalog());
    if (!model || !(*model)->begin(dataOf(history), 7, 2))
        return nullptr;
    for (int epoch = 0; epoch < epochs; ++epoch) {
        if (!(*model)->fitEpoch({}))
            return nullptr;
    }
    return std::move(*model);
}

} // namespace

class tst_BlendForecaster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forecastsTheWeightedMean();
    void goesOnFromACheckpoint();
    void looksAtNoMoreThanItsParts();
    void allAlikeWithoutAValidationPart();
    void refusesDamage_data();
    void refusesDamage();
    void stopsWhenCancelled();
    void beginsWithWhatAnotherLearned();
};

void tst_BlendForecaster::forecastsTheWeightedMean()
{
    const auto history = wave();
    const auto blend = trained(history, "ridge+boosted", 1);
    QVERIFY(blend);
    QCOMPARE(blend->epochLimit(), 1);
    QCOMPARE(blend->spec().companions, std::vector<QString>{QStringLiteral("wind")});
    const std::vector<int> last = {500, 530};
    const auto together = blend->forecastWindows(*history, last);
    VERIFY_RESULT(together);
    std::vector<std::vector<float>> alone;
    for (const char *kind : {"ridge", "boosted"}) {
        ModelState member{blendSpec(*history, "ridge+boosted"), {}};
        member.spec.kind = QLatin1String(kind);
        member.spec.companions = blend->spec().companions;
        member.spec.options = {};
        if (alone.size() == 1)
            member.spec.options.insert(QStringLiteral("rows"), 200);
        const QString prefix = QStringLiteral("member%1/").arg(alone.size());
        for (NamedTensor tensor : blend->state().tensors) {
            if (!tensor.name.startsWith(prefix))
                continue;
            tensor.name.remove(0, prefix.size());
            member.tensors.push_back(std::move(tensor));
        }
        const auto loaded = modelCatalog().load(member);
        VERIFY_RESULT(loaded);
        const auto values = (*loaded)->forecastWindows(*history, last);
        VERIFY_RESULT(values);
        alone.push_back(*values);
    }
    const std::vector<float> &weights = blend->weights();
    for (std::size_t i = 0; i < together->size(); ++i) {
        const std::size_t step = i / (3 * 3) % 4; // [windows, horizon, 3 sites, 3 quantiles]
        const float mean = weights[2 * step] * alone[0][i] + weights[2 * step + 1] * alone[1][i];
        QVERIFY(std::abs((*together)[i] - mean) < 1e-3F);
    }
}

void tst_BlendForecaster::goesOnFromACheckpoint()
{
    const auto history = wave();
    const auto whole = trained(history, "ridge+city", 2);
    const auto half = trained(history, "ridge+city", 1);
    const auto resumed = trained(history, "ridge+city", 0);
    QVERIFY(whole && half && resumed);
    QVERIFY(whole->epochLimit() > 1);
    VERIFY_RESULT(resumed->restore(half->checkpoint()));
    VERIFY_RESULT(resumed->fitEpoch({}));
    QCOMPARE(toSafetensors(resumed->state()), toSafetensors(whole->state()));
}

void tst_BlendForecaster::looksAtNoMoreThanItsParts()
{
    // What happens after the validation part changes nothing.
    const int end = kValidation.first + kValidation.count + 12 + 4 - 1;
    const auto before = trained(wave(), "ridge+boosted", 1);
    const auto after = trained(wave(end, 100.0F), "ridge+boosted", 1);
    QVERIFY(before && after);
    QCOMPARE(toSafetensors(after->state()), toSafetensors(before->state()));
    // In it, the weights alone.
    const auto other = trained(wave(end - 40, 100.0F), "ridge+boosted", 1);
    QVERIFY(other);
    const ModelState known = before->state();
    for (const NamedTensor &tensor : other->state().tensors) {
        const auto same = known.tensor(tensor.name, tensor.shape);
        VERIFY_RESULT(same);
        QCOMPARE(**same == tensor, tensor.name != QLatin1String("weights"));
    }
}

void tst_BlendForecaster::allAlikeWithoutAValidationPart()
{
    const auto history = wave();
    auto model = modelCatalog().create(blendSpec(*history, "ridge+boosted"));
    VERIFY_RESULT(model);
    VERIFY_RESULT((*model)->begin({history, kTrain}, 1, 1));
    VERIFY_RESULT((*model)->fitEpoch({}));
    QCOMPARE(
        static_cast<const BlendForecaster &>(**model).weights(), std::vector<float>(4 * 2, 0.5F));
}

void tst_BlendForecaster::refusesDamage_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<float>("value");
    QTest::newRow("weights that are not 1 in all") << "weights" << 0.9F;
    QTest::newRow("a companion that is none") << "companions1" << 7.0F;
    QTest::newRow("a tensor of no member") << "member7/x" << 0.0F;
}

void tst_BlendForecaster::refusesDamage()
{
    QFETCH(const QString, name);
    QFETCH(const float, value);
    static const ModelState whole = trained(wave(), "ridge+boosted", 1)->state();
    ModelState state = whole;
    bool found = false;
    for (NamedTensor &tensor : state.tensors) {
        if (tensor.name == name) {
            tensor.values[0] = value;
            found = true;
        }
    }
    if (!found)
        state.tensors.push_back({name, {1}, {value}});
    const auto loaded = modelCatalog().load(state);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, Errc::Schema);
}

void tst_BlendForecaster::stopsWhenCancelled()
{
    const auto model = trained(wave(), "ridge+boosted", 0);
    TaskContext context;
    context.cancelled = [] { return true; };
    const auto report = model->fitEpoch(context);
    QVERIFY(!report);
    QCOMPARE(report.error().code, Errc::Cancelled);
}

void tst_BlendForecaster::beginsWithWhatAnotherLearned()
{
    const auto history = wave();
    const auto before = trained(history, "ridge+city", 1);
    const auto model = trained(history, "boosted+city", 0);
    VERIFY_RESULT(model->warmStart(before->state()));
    VERIFY_RESULT(model->fitEpoch({}));
    ModelState ridge = before->state();
    ridge.spec.kind = QStringLiteral("ridge");
    const auto refused = model->warmStart(ridge);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Errc::Usage);
}

QTEST_GUILESS_MAIN(tst_BlendForecaster)
#include "tst_blend_forecaster.moc"
