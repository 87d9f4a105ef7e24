// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/learning_forecaster.h"
#include "training/cross_validation.h"

#include <QTest>

using namespace belvedere;

using Scheme = CrossValidationSpec::Scheme;

class tst_CrossValidation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rollingOrigin();
    void blocked();
    void tooShort_data();
    void tooShort();
    void tooFewFolds();
    void spread();
    void figuresOfEveryFold();
    void theHiddenBlockIsNotLearned();
    void laterDataChangesNoEarlierFold();
    void noPartners();
    void cancels();
};

static CrossValidationSpec specOf(Scheme scheme, int folds)
{
    CrossValidationSpec spec;
    spec.scheme = scheme;
    spec.folds = folds;
    spec.train.model = QStringLiteral("learning");
    spec.train.epochs = 6;
    spec.train.split = {0.6, 0.2, 0.2};
    return spec;
}

// 1 023 steps are 1 000 windows; in 5 blocks of 200, of which the first only teaches. A quarter
// of what lies before validates: 0.2 / (0.6 + 0.2).
void tst_CrossValidation::rollingOrigin()
{
    const auto folds = makeFolds(1023, ForecastShape(), specOf(Scheme::RollingOrigin, 4));
    QVERIFY(folds);
    QCOMPARE(folds->size(), std::size_t{4});
    for (int i = 0; i < 4; ++i) {
        const Split &split = (*folds)[static_cast<std::size_t>(i)].split;
        const int before = 200 * (i + 1);
        QCOMPARE(split.train.first, 0);
        QCOMPARE(split.train.count, before * 3 / 4);
        QCOMPARE(split.validation.first, before * 3 / 4);
        QCOMPARE(split.validation.count, before / 4);
        QCOMPARE(split.test.first, before);
        QCOMPARE(split.test.count, 200);
        QVERIFY((*folds)[static_cast<std::size_t>(i)].hidden.empty());
    }
}

// In 4 blocks of 250. Block 2 (windows 250 … 499) forecasts steps 262 … 522; with a gap of 24 on
// both sides 238 … 546 are hidden. The next block validates, after the last one the first.
void tst_CrossValidation::blocked()
{
    const auto folds = makeFolds(1023, ForecastShape(), specOf(Scheme::Blocked, 4));
    QVERIFY(folds);
    const Fold &second = (*folds)[1];
    QCOMPARE(second.split.test.first, 250);
    QCOMPARE(second.split.test.count, 250);
    QCOMPARE(second.split.validation.first, 500);
    QCOMPARE(second.split.train.count, 1000);
    QCOMPARE(second.hidden[0].begin, 238);
    QCOMPARE(second.hidden[0].end, 547);
    const Fold &last = (*folds)[3];
    QCOMPARE(last.split.validation.first, 0);
    QCOMPARE(last.hidden[0].end, 1023);
    QCOMPARE(last.hidden[1].begin, 0);
}

void tst_CrossValidation::tooShort_data()
{
    QTest::addColumn<bool>("rolling");
    QTest::newRow("rolling origin") << true;
    QTest::newRow("blocked") << false;
}

// The number of steps that the message names is the least that works.
void tst_CrossValidation::tooShort()
{
    QFETCH(const bool, rolling);
    const auto spec = specOf(rolling ? Scheme::RollingOrigin : Scheme::Blocked, 5);
    const auto folds = makeFolds(25, ForecastShape(), spec);
    QVERIFY(!folds);
    QCOMPARE(folds.error().code, Errc::Shape);
    const int needed = folds.error().args.last().toInt();
    QVERIFY(needed > 25);
    QVERIFY(makeFolds(needed, ForecastShape(), spec));
    QVERIFY(!makeFolds(needed - 1, ForecastShape(), spec));
}

void tst_CrossValidation::tooFewFolds()
{
    for (const auto &[scheme, folds] :
        {std::pair(Scheme::RollingOrigin, 1), std::pair(Scheme::Blocked, 2)}) {
        const auto made = makeFolds(1023, ForecastShape(), specOf(scheme, folds));
        QVERIFY(!made);
        QCOMPARE(made.error().code, Errc::Usage);
        QVERIFY(makeFolds(1023, ForecastShape(), specOf(scheme, folds + 1)));
    }
}

// 1, 2 and 6: mean 3, deviation sqrt((4 + 1 + 9) / 2).
void tst_CrossValidation::spread()
{
    std::vector<ForecastMetrics> metrics(3);
    const double values[] = {1.0, 2.0, 6.0};
    for (std::size_t i = 0; i < 3; ++i) {
        metrics[i].all.mae = values[i];
        metrics[i].all.crps = std::nan("");
        metrics[i].all.observed = 10;
        metrics[i].horizons.resize(1);
        metrics[i].horizons[0].rmse = 2.0 * values[i];
    }
    const MetricSpread spread = spreadOf(metrics);
    QCOMPARE(spread.mean.all.mae, 3.0);
    QVERIFY(std::abs(spread.deviation.all.mae - std::sqrt(7.0)) < 1e-12);
    QVERIFY(std::abs(spread.deviation.horizons[0].rmse - 2.0 * std::sqrt(7.0)) < 1e-12);
    QVERIFY(std::isnan(spread.mean.all.crps));
    QCOMPARE(spread.mean.all.observed, qint64{30});
}

void tst_CrossValidation::figuresOfEveryFold()
{
    const auto history = test::noiseHistory(QStringLiteral("town"), 1023);
    std::vector<int> begun;
    int epochs = 0;
    int outcomes = 0;
    CrossValidationHooks hooks;
    hooks.onFold = [&begun](const Fold &fold) { begun.push_back(fold.number); };
    hooks.onEpoch = [&epochs](const Fold &, const EpochReport &) { ++epochs; };
    hooks.onOutcome = [&outcomes](const FoldOutcome &) { ++outcomes; };
    std::vector<double> shares;
    TaskContext context;
    context.progress = [&shares](qint64 done, qint64 total, const QString &) {
        shares.push_back(double(done) / double(total));
    };
    const auto result = crossValidate(
        specOf(Scheme::RollingOrigin, 3), {history}, test::LearningFactory(), context, hooks);
    QVERIFY2(result, result ? "" : qPrintable(result.error().message()));
    QCOMPARE(begun, (std::vector<int>{1, 2, 3}));
    QCOMPARE(epochs, 18);
    QCOMPARE(outcomes, 3);
    QVERIFY(std::is_sorted(shares.begin(), shares.end()));
    QCOMPARE(shares.back(), 1.0);
    double mean = 0.0;
    for (const FoldOutcome &fold : result->folds)
        mean += fold.record.test.all.mae / 3.0;
    QVERIFY(std::abs(result->test.mean.all.mae - mean) < 1e-12);
    QCOMPARE(result->folds[0].testFrom, history->axis.at(250 + 12));
    QCOMPARE(result->folds[2].testTo, history->axis.at(1022));
    QCOMPARE(result->toJson()[QLatin1String("folds")].toArray().size(), 3);
}

// A jump of 100 within the block: a model that had seen it would have moved its offset.
void tst_CrossValidation::theHiddenBlockIsNotLearned()
{
    const auto plain = test::noiseHistory(QStringLiteral("town"), 1023);
    const auto spec = specOf(Scheme::Blocked, 4);
    const auto folds = makeFolds(1023, ForecastShape(), spec);
    QVERIFY(folds);
    auto jumping = std::make_shared<ChannelHistory>(*plain);
    const Fold &second = (*folds)[1];
    for (int step = second.hidden[0].begin; step < second.hidden[0].end; ++step) {
        for (std::size_t site = 0; site < 2; ++site)
            jumping->values[static_cast<std::size_t>(step) * 2 + site] += 100.0F;
    }
    const auto a = crossValidate(spec, {plain}, test::LearningFactory());
    const auto b = crossValidate(spec, {jumping}, test::LearningFactory());
    QVERIFY(a && b);
    for (std::size_t epoch = 0; epoch < 6; ++epoch)
        QVERIFY(a->folds[1].record.epochs[epoch].trainLoss
            == b->folds[1].record.epochs[epoch].trainLoss);
    QVERIFY(a->folds[3].record.epochs[5].trainLoss != b->folds[3].record.epochs[5].trainLoss);
}

void tst_CrossValidation::laterDataChangesNoEarlierFold()
{
    const auto plain = test::noiseHistory(QStringLiteral("town"), 1023);
    auto spoilt = std::make_shared<ChannelHistory>(*plain);
    const auto spec = specOf(Scheme::RollingOrigin, 3);
    for (std::size_t i = 2 * 530; i < spoilt->values.size(); ++i)
        spoilt->values[i] += 3.0F;
    const auto a = crossValidate(spec, {plain}, test::LearningFactory());
    const auto b = crossValidate(spec, {spoilt}, test::LearningFactory());
    QVERIFY(a && b);
    QCOMPARE(b->folds[0].record.test.toJson(), a->folds[0].record.test.toJson());
    QVERIFY(b->folds[2].record.test.all.mae != a->folds[2].record.test.all.mae);
}

void tst_CrossValidation::noPartners()
{
    auto spec = specOf(Scheme::RollingOrigin, 3);
    spec.train.partners = {{QStringLiteral("village"), {}}};
    const auto history = test::noiseHistory(QStringLiteral("town"), 1023);
    QCOMPARE(crossValidate(spec, {history}, test::LearningFactory()).error().code, Errc::Usage);
}

void tst_CrossValidation::cancels()
{
    const auto history = test::noiseHistory(QStringLiteral("town"), 1023);
    int folds = 0;
    CrossValidationHooks hooks;
    hooks.onFold = [&folds](const Fold &) { ++folds; };
    TaskContext context;
    context.cancelled = [&folds] { return folds == 2; };
    const auto result = crossValidate(
        specOf(Scheme::RollingOrigin, 3), {history}, test::LearningFactory(), context, hooks);
    QVERIFY(!result);
    QCOMPARE(result.error().code, Errc::Cancelled);
    QCOMPARE(folds, 2);
}

QTEST_GUILESS_MAIN(tst_CrossValidation)
#include "tst_cross_validation.moc"
