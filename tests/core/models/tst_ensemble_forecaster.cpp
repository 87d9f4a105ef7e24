// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ensemble/ensemble_forecaster.h"

#include "base/random.h"
#include "core/models/histories.h"
#include "models/catalog/model_catalog.h"

#include <QTest>

#include <cmath>

using namespace belvedere;

namespace {

constexpr int kMembers = 3;
constexpr WindowRange kTrain{0, 120};

std::shared_ptr<const ChannelHistory> wave()
{
    Random random(5);
    return historyOf(
        8 * 24, 2,
        [&](int step, int site) {
            return float(10.0 * site + 5.0 * std::sin(step / 4.0) + random.uniform());
        },
        kMsPerHour);
}

ModelSpec smallSpec(const ChannelHistory &history, int members)
{
    ModelSpec spec = specOf(QStringLiteral("neural"), history);
    spec.options = {{QStringLiteral("hidden"), 8}, {QStringLiteral("layers"), 1},
        {QStringLiteral("samplesPerEpoch"), 200}, {QStringLiteral("batch"), 64},
        {EnsembleForecaster::kMembers, members}};
    return spec;
}

std::unique_ptr<TrainableForecaster> trained(
    const ModelSpec &spec, const std::shared_ptr<const ChannelHistory> &history, int epochs)
{
    auto model = modelCatalog().create(spec);
    if (!model || !(*model)->begin({history, kTrain, {}}, 7, 2))
        return nullptr;
    for (int epoch = 0; epoch < epochs; ++epoch) {
        if (!(*model)->fitEpoch({}))
            return nullptr;
    }
    return std::move(*model);
}

} // namespace

class tst_EnsembleForecaster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forecastsTheMeanOfItsMembers();
    void goesOnFromACheckpoint();
    void beginsWithOtherNumbersOfMembers_data();
    void beginsWithOtherNumbersOfMembers();
    void refusesATensorOfNoMember();
    void stopsWhenCancelled();
    void progressIsOneWork();
};

void tst_EnsembleForecaster::forecastsTheMeanOfItsMembers()
{
    const auto history = wave();
    const auto ensemble = trained(smallSpec(*history, kMembers), history, 1);
    QVERIFY(ensemble);
    const std::vector<int> last = {130, 150};
    const auto together = ensemble->forecastWindows(*history, last);
    VERIFY_RESULT(together);
    std::vector<std::vector<float>> alone;
    for (int i = 0; i < kMembers; ++i) {
        ModelState member = ensemble->state();
        const QString prefix = QStringLiteral("member%1/").arg(i);
        member.spec.options[EnsembleForecaster::kMembers] = 1;
        std::erase_if(member.tensors,
            [&](const NamedTensor &tensor) { return !tensor.name.startsWith(prefix); });
        for (NamedTensor &tensor : member.tensors)
            tensor.name.remove(0, prefix.size());
        const auto loaded = modelCatalog().load(member);
        VERIFY_RESULT(loaded);
        const auto values = (*loaded)->forecastWindows(*history, last);
        VERIFY_RESULT(values);
        QCOMPARE(values->size(), together->size());
        alone.push_back(*values);
    }
    QVERIFY(alone[0] != alone[1]);
    for (std::size_t i = 0; i < together->size(); ++i) {
        const double mean = (double(alone[0][i]) + double(alone[1][i]) + double(alone[2][i])) / 3;
        QVERIFY(std::abs(double((*together)[i]) - mean) < 1e-4);
    }
}

void tst_EnsembleForecaster::goesOnFromACheckpoint()
{
    const auto history = wave();
    const ModelSpec spec = smallSpec(*history, 2);
    const auto whole = trained(spec, history, 2);
    const auto half = trained(spec, history, 1);
    const auto resumed = trained(spec, history, 0);
    QVERIFY(whole && half && resumed);
    VERIFY_RESULT(resumed->restore(half->checkpoint()));
    VERIFY_RESULT(resumed->fitEpoch({}));
    QCOMPARE(toSafetensors(resumed->state()), toSafetensors(whole->state()));
}

void tst_EnsembleForecaster::beginsWithOtherNumbersOfMembers_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::newRow("one to two") << 1 << 2;
    QTest::newRow("two to three") << 2 << 3;
    QTest::newRow("three to two") << 3 << 2;
}

void tst_EnsembleForecaster::beginsWithOtherNumbersOfMembers()
{
    QFETCH(const int, from);
    QFETCH(const int, to);
    const auto history = wave();
    const auto before = trained(smallSpec(*history, from), history, 1);
    const auto model = trained(smallSpec(*history, to), history, 0);
    QVERIFY(before && model);
    VERIFY_RESULT(model->warmStart(before->state()));
    VERIFY_RESULT(model->fitEpoch({}));
}

void tst_EnsembleForecaster::refusesATensorOfNoMember()
{
    const auto history = wave();
    ModelState state = trained(smallSpec(*history, 2), history, 1)->state();
    state.tensors[0].name = QStringLiteral("member7/weights");
    const auto loaded = modelCatalog().load(state);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, Errc::Schema);
    QVERIFY(loaded.error().message().contains(QLatin1String("member7/weights")));
}

void tst_EnsembleForecaster::stopsWhenCancelled()
{
    const auto history = wave();
    const auto model = trained(smallSpec(*history, 2), history, 0);
    TaskContext context;
    context.cancelled = [] { return true; };
    const auto report = model->fitEpoch(context);
    QVERIFY(!report);
    QCOMPARE(report.error().code, Errc::Cancelled);
}

void tst_EnsembleForecaster::progressIsOneWork()
{
    const auto history = wave();
    const auto model = trained(smallSpec(*history, kMembers), history, 0);
    double last = 0.0;
    bool rising = true;
    TaskContext context;
    context.progress = [&](qint64 done, qint64 total, const QString &) {
        const double share = double(done) / double(total);
        rising = rising && share >= last;
        last = share;
    };
    VERIFY_RESULT(model->fitEpoch(context));
    QVERIFY(rising);
    QCOMPARE(last, 1.0);
}

QTEST_GUILESS_MAIN(tst_EnsembleForecaster)
#include "tst_ensemble_forecaster.moc"
