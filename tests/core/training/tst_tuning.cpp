// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/learning_forecaster.h"
#include "training/tuning.h"

#include <QElapsedTimer>
#include <QTest>

#include <map>
#include <set>

using namespace belvedere;

using Method = TuningSpec::Method;
using State = TuningTrial::State;

class tst_Tuning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rungs_data();
    void rungs();
    void drawsWithinRanges();
    void drawsLogarithmically();
    void firstTrialIsTheDefault();
    void halvingTrainsTheBestLongest();
    void goingOnIsTrainingInOneGo();
    void randomTrainsAllOfThem();
    void repeats();
    void testPartIsSeenOnce();
    void keepsTrials();
    void failedTrialsAreLeftOut();
    void allFail();
    void budget();
    void finishEarly();
    void cancels();
    void refuses_data();
    void refuses();
};

static TuningSpec specOf(Method method, int trials, int epochs = 9)
{
    TuningSpec spec;
    spec.method = method;
    spec.trials = trials;
    spec.seed = 4;
    spec.train.model = QStringLiteral("learning");
    spec.train.epochs = epochs;
    spec.train.patience = 100;
    for (const ForecasterFactory::Kind &kind : test::LearningFactory().kinds()) {
        if (kind.kind == QLatin1String("learning"))
            spec.dimensions = {searchDimension(kind.options[0]), searchDimension(kind.options[1])};
    }
    return spec;
}

static std::shared_ptr<ChannelHistory> town()
{
    return test::noiseHistory(QStringLiteral("town"), 600);
}

void tst_Tuning::rungs_data()
{
    QTest::addColumn<int>("trials");
    QTest::addColumn<int>("epochs");
    QTest::addColumn<int>("least");
    QTest::addColumn<QList<int>>("rungs");
    QTest::newRow("27 of 27") << 27 << 27 << 1 << QList<int>{1, 3, 9, 27};
    QTest::newRow("27 of 30") << 27 << 30 << 1 << QList<int>{1, 3, 10, 30};
    QTest::newRow("not below 3") << 27 << 27 << 3 << QList<int>{3, 9, 27};
    QTest::newRow("few trials") << 5 << 27 << 1 << QList<int>{9, 27};
    QTest::newRow("one trial") << 1 << 27 << 1 << QList<int>{27};
    QTest::newRow("few epochs") << 100 << 2 << 1 << QList<int>{2};
}

void tst_Tuning::rungs()
{
    QFETCH(const int, trials);
    QFETCH(const int, epochs);
    QFETCH(const int, least);
    QFETCH(const QList<int>, rungs);
    TuningSpec spec = specOf(Method::Halving, trials, epochs);
    spec.leastEpochs = least;
    const std::vector<int> found = tuningRungs(spec);
    QCOMPARE(QList<int>(found.begin(), found.end()), rungs);
    spec.method = Method::Random;
    QCOMPARE(tuningRungs(spec), (std::vector<int>{epochs}));
}

void tst_Tuning::drawsWithinRanges()
{
    TuningSpec spec = specOf(Method::Random, 500);
    SearchDimension whole{QStringLiteral("batches"), 2.0, 5.0};
    whole.whole = true;
    SearchDimension choice{QStringLiteral("optimiser")};
    choice.choices = {QStringLiteral("sgd"), QStringLiteral("adam")};
    spec.dimensions = {whole, choice};
    std::map<int, int> counts;
    std::set<QString> names;
    for (const QJsonObject &options : drawTrials(spec)) {
        const double value = options[QLatin1String("batches")].toDouble();
        QCOMPARE(value, std::round(value));
        ++counts[static_cast<int>(value)];
        names.insert(options[QLatin1String("optimiser")].toString());
    }
    QCOMPARE(counts.size(), std::size_t{4});
    QCOMPARE(counts.begin()->first, 2);
    QCOMPARE(counts.rbegin()->first, 5);
    QCOMPARE(names.size(), std::size_t{2});
}

// As many between 1e-4 and 1e-3 as between 1e-3 and 1e-2.
void tst_Tuning::drawsLogarithmically()
{
    TuningSpec spec = specOf(Method::Random, 3000);
    SearchDimension rate{QStringLiteral("learningRate"), 1e-4, 1e-1};
    rate.logarithmic = true;
    spec.dimensions = {rate};
    std::array<int, 3> decades{};
    for (const QJsonObject &options : drawTrials(spec)) {
        const double value = options[QLatin1String("learningRate")].toDouble();
        QVERIFY(value >= 1e-4 && value <= 1e-1);
        ++decades[std::min<std::size_t>(2, static_cast<std::size_t>(std::log10(value) + 4.0))];
    }
    for (const int count : decades)
        QVERIFY2(std::abs(count - 1000) < 100, qPrintable(QString::number(count)));
}

void tst_Tuning::firstTrialIsTheDefault()
{
    TuningSpec spec = specOf(Method::Random, 3);
    QCOMPARE(drawTrials(spec)[0],
        (QJsonObject{{QStringLiteral("learningRate"), 0.05}, {QStringLiteral("momentum"), 0.5}}));
    spec.train.options[QStringLiteral("momentum")] = 0.9; // what a person had chosen
    QCOMPARE(drawTrials(spec)[0][QLatin1String("momentum")].toDouble(), 0.9);
    QVERIFY(drawTrials(spec)[1] != drawTrials(spec)[2]);
}

void tst_Tuning::halvingTrainsTheBestLongest()
{
    std::map<int, int> epochs;
    std::vector<State> states;
    TuningHooks hooks;
    hooks.onEpoch = [&epochs](
                        const TuningTrial &trial, const EpochReport &) { ++epochs[trial.number]; };
    std::vector<double> shares;
    TaskContext context;
    context.progress = [&shares](qint64 done, qint64 total, const QString &) {
        shares.push_back(double(done) / double(total));
    };
    const auto result = tuneForecaster(
        specOf(Method::Halving, 9), {town()}, test::LearningFactory(), context, hooks);
    QVERIFY2(result, result ? "" : qPrintable(result.error().message()));
    std::map<std::size_t, int> byLength;
    for (const TuningTrial &trial : result->trials) {
        ++byLength[trial.epochs.size()];
        QCOMPARE(static_cast<int>(trial.epochs.size()), epochs[trial.number]);
        QVERIFY(trial.state == (trial.epochs.size() == 9 ? State::Finished : State::Dropped));
    }
    QCOMPARE(byLength, (std::map<std::size_t, int>{{1, 6}, {3, 2}, {9, 1}})); // 9, 3, 1 trials
    QVERIFY(std::is_sorted(shares.begin(), shares.end()));
    QCOMPARE(shares.back(), 1.0);
    // Whoever was dropped was worse when it was compared.
    const TuningTrial &best = result->trials[static_cast<std::size_t>(result->best - 1)];
    QCOMPARE(best.epochs.size(), std::size_t{9});
    for (const TuningTrial &trial : result->trials) {
        double bestThen = std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i < trial.epochs.size(); ++i)
            bestThen = std::min(bestThen, best.epochs[i].score);
        QVERIFY(trial.score >= bestThen || trial.rung > 1);
        QVERIFY(trial.score >= best.score);
    }
    QVERIFY(result->winner.record.test.all.observed > 0);
    QVERIFY(result->winner.analysis);
    QVERIFY(result->winner.record.baselines.size() == 1);
}

// Stopped and gone on twice, the winner is what its options give in one go.
void tst_Tuning::goingOnIsTrainingInOneGo()
{
    const TuningSpec spec = specOf(Method::Halving, 9);
    const auto result = tuneForecaster(spec, {town()}, test::LearningFactory());
    QVERIFY(result);
    TrainSpec same = spec.train;
    same.options = result->trials[static_cast<std::size_t>(result->best - 1)].options;
    const auto direct = trainForecaster(same, {town()}, test::LearningFactory());
    QVERIFY(direct);
    QVERIFY(direct->model.tensors == result->winner.model.tensors);
    QCOMPARE(direct->record.test.toJson(), result->winner.record.test.toJson());
    QCOMPARE(result->winner.record.resumes, 0);
}

void tst_Tuning::randomTrainsAllOfThem()
{
    const auto result =
        tuneForecaster(specOf(Method::Random, 5, 4), {town()}, test::LearningFactory());
    QVERIFY(result);
    double least = std::numeric_limits<double>::infinity();
    for (const TuningTrial &trial : result->trials) {
        QCOMPARE(trial.epochs.size(), std::size_t{4});
        QVERIFY(trial.state == State::Finished);
        least = std::min(least, trial.score);
    }
    QCOMPARE(result->trials[static_cast<std::size_t>(result->best - 1)].score, least);
    QVERIFY(result->trials[0].score >= least); // never worse than without a search
}

void tst_Tuning::repeats()
{
    const auto json = [](const Result<Tuning> &result) {
        QJsonObject all = result->toJson();
        all.remove(QStringLiteral("seconds"));
        QJsonArray trials = all[QLatin1String("trials")].toArray();
        for (qsizetype i = 0; i < trials.size(); ++i) {
            QJsonObject trial = trials[i].toObject();
            trial.remove(QStringLiteral("seconds"));
            trials[i] = trial;
        }
        all[QStringLiteral("trials")] = trials;
        return all;
    };
    const TuningSpec spec = specOf(Method::Halving, 6);
    const auto a = tuneForecaster(spec, {town()}, test::LearningFactory());
    const auto b = tuneForecaster(spec, {town()}, test::LearningFactory());
    QVERIFY(a && b);
    QCOMPARE(json(a), json(b));
}

// With another test part the search comes to the same end, trial by trial.
void tst_Tuning::testPartIsSeenOnce()
{
    const auto plain = town();
    auto spoilt = std::make_shared<ChannelHistory>(*plain);
    for (std::size_t i = 2 * 500; i < spoilt->values.size(); ++i)
        spoilt->values[i] += 50.0F;
    const TuningSpec spec = specOf(Method::Halving, 9);
    const auto a = tuneForecaster(spec, {plain}, test::LearningFactory());
    const auto b = tuneForecaster(spec, {spoilt}, test::LearningFactory());
    QVERIFY(a && b);
    QCOMPARE(a->best, b->best);
    for (std::size_t i = 0; i < a->trials.size(); ++i)
        QVERIFY(a->trials[i].score == b->trials[i].score);
    QVERIFY(a->winner.record.test.all.mae != b->winner.record.test.all.mae);
}

void tst_Tuning::keepsTrials()
{
    TuningSpec spec = specOf(Method::Halving, 9);
    spec.keepTrials = true;
    std::set<int> kept;
    std::set<QString> groups;
    TuningHooks hooks;
    hooks.onOutcome = [&](const TuningTrial &trial, const TrainOutcome &outcome) {
        kept.insert(trial.number);
        groups.insert(outcome.record.group);
        QVERIFY(outcome.record.validation.observed > 0);
        QCOMPARE(outcome.record.test.all.observed, qint64{0});
        QVERIFY(!outcome.model.tensors.empty());
        QCOMPARE(outcome.record.epochs.size(), trial.epochs.size());
    };
    const auto result = tuneForecaster(spec, {town()}, test::LearningFactory(), {}, hooks);
    QVERIFY(result);
    QCOMPARE(kept.size(), std::size_t{8});
    groups.insert(result->winner.record.group);
    QCOMPARE(groups.size(), std::size_t{1});
    QVERIFY(!groups.begin()->isEmpty());
    QVERIFY(kept.count(result->best) == 0);
}

/// A learning rate above 2 diverges in a few hundred steps.
static TuningSpec wildSpec(double least)
{
    TuningSpec spec = specOf(Method::Halving, 6);
    SearchDimension rate{QStringLiteral("learningRate"), least, 1e6};
    rate.logarithmic = true;
    spec.dimensions = {rate};
    return spec;
}

void tst_Tuning::failedTrialsAreLeftOut()
{
    const auto result = tuneForecaster(wildSpec(1e-4), {town()}, test::LearningFactory());
    QVERIFY2(result, result ? "" : qPrintable(result.error().message()));
    int failed = 0;
    for (const TuningTrial &trial : result->trials) {
        failed += trial.state == State::Failed ? 1 : 0;
        QCOMPARE(trial.error.has_value(), trial.state == State::Failed);
    }
    QVERIFY2(failed > 0 && failed < 6, qPrintable(QString::number(failed)));
    QVERIFY(result->trials[static_cast<std::size_t>(result->best - 1)].state == State::Finished);
}

void tst_Tuning::allFail()
{
    const auto result = tuneForecaster(wildSpec(1e5), {town()}, test::LearningFactory());
    QVERIFY(!result);
    QCOMPARE(result.error().code, Errc::Numeric);
}

void tst_Tuning::budget()
{
    TuningSpec spec = specOf(Method::Random, 1000, 2);
    spec.train.options[QStringLiteral("millisecondsPerBatch")] = 2;
    spec.budgetSeconds = 0.5; // a trial takes about 30 ms
    QElapsedTimer clock;
    clock.start();
    const auto result = tuneForecaster(spec, {town()}, test::LearningFactory());
    QVERIFY(result);
    int begun = 0;
    for (const TuningTrial &trial : result->trials)
        begun += trial.state == State::Waiting ? 0 : 1;
    QVERIFY2(begun >= 1 && begun < 100, qPrintable(QString::number(begun)));
    QVERIFY2(clock.elapsed() < 10'000, qPrintable(QString::number(clock.elapsed())));
    // Whatever was cut short, the winner was not.
    QCOMPARE(result->winner.record.epochs.size(), std::size_t{2});
}

void tst_Tuning::finishEarly()
{
    int finished = 0;
    TuningHooks hooks;
    hooks.onEpoch = [&finished](const TuningTrial &, const EpochReport &) { ++finished; };
    hooks.finishEarly = [&finished] { return finished >= 3; };
    const auto result =
        tuneForecaster(specOf(Method::Halving, 9), {town()}, test::LearningFactory(), {}, hooks);
    QVERIFY(result);
    QCOMPARE(result->winner.record.epochs.size(), std::size_t{9});
    QVERIFY(result->best >= 1 && result->best <= 3);
    QVERIFY(result->trials[5].state == State::Waiting);
}

void tst_Tuning::cancels()
{
    int heard = 0;
    TuningHooks hooks;
    hooks.onEpoch = [&heard](const TuningTrial &, const EpochReport &) { ++heard; };
    TaskContext context;
    context.cancelled = [&heard] { return heard >= 4; };
    const auto result = tuneForecaster(
        specOf(Method::Halving, 9), {town()}, test::LearningFactory(), context, hooks);
    QVERIFY(!result);
    QCOMPARE(result.error().code, Errc::Cancelled);
    QCOMPARE(heard, 4);
}

void tst_Tuning::refuses_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what :
        {"nothing to vary", "no trials", "unknown option", "empty range", "logarithm of zero"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void tst_Tuning::refuses()
{
    QFETCH(const QString, what);
    TuningSpec spec = specOf(Method::Halving, 9);
    if (what == QLatin1String("nothing to vary"))
        spec.dimensions.clear();
    else if (what == QLatin1String("no trials"))
        spec.trials = 0;
    else if (what == QLatin1String("unknown option"))
        spec.dimensions[0].option = QStringLiteral("colour");
    else if (what == QLatin1String("empty range"))
        spec.dimensions[0].most = spec.dimensions[0].least;
    else
        spec.dimensions[0].least = 0.0;
    const auto result = tuneForecaster(spec, {town()}, test::LearningFactory());
    QVERIFY(!result);
    QCOMPARE(result.error().code, Errc::Usage);
}

QTEST_GUILESS_MAIN(tst_Tuning)
#include "tst_tuning.moc"
