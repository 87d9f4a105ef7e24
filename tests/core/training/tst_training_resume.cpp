// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/learning_forecaster.h"
#include "training/checkpoint_store.h"
#include "training/data_hash.h"
#include "training/trainer.h"

#include <QTemporaryDir>
#include <QTest>

using namespace belvedere;

/// Checkpoints, warm starts, joint learning and the length of the schedule.
class tst_TrainingResume : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedAnywhereSameNumbers_data();
    void killedAnywhereSameNumbers();
    void killedJointTraining_data();
    void killedJointTraining();
    void killedAfterTheLastEpoch();
    void earlyStoppingIsRemembered();
    void checkpointsAreTold();
    void failedCheckpointDoesNotStopTraining();
    void noCheckpointOfOneEpoch();
    void refusesToGoOn_data();
    void refusesToGoOn();
    void warmStart();
    void warmStartWithoutModel();
    void jointLearning();
    void jointScoreIsRelative();
    void fineTuning();
    void worseFineTuningIsLeft();
    void fineTuningEnds();
    void partnersMustFit_data();
    void partnersMustFit();
    void scheduleFitsTheBudget();
    void plannedEpochsAreTaken();
    void searchesSeeNoTest();
    void incumbent();
    void incumbentOfOtherSites();
    void ownSplit();
};

static TrainSpec learningSpec(int epochs = 8)
{
    TrainSpec spec;
    spec.model = QStringLiteral("learning");
    spec.epochs = epochs;
    spec.patience = 100;
    spec.seed = 5;
    return spec;
}

static std::shared_ptr<ChannelHistory> town(int steps = 900)
{
    return test::noiseHistory(QStringLiteral("town"), steps);
}

/// All that a run is but times and how it came about.
static QJsonObject essence(const RunRecord &record)
{
    QJsonObject json = record.toJson();
    for (const char *field : {"started", "seconds", "resumes", "startedFrom"})
        json.remove(QLatin1String(field));
    QJsonArray epochs = json[QLatin1String("epochs")].toArray();
    for (qsizetype i = 0; i < epochs.size(); ++i) {
        QJsonObject epoch = epochs[i].toObject();
        epoch.remove(QStringLiteral("seconds"));
        epoch.remove(QStringLiteral("checkpoint"));
        epochs[i] = epoch;
    }
    json[QStringLiteral("epochs")] = epochs;
    return json;
}

/// Trains until the process "dies" at a question of epoch `epoch`, having paused right before.
/// @return what was kept.
static std::optional<TrainingCheckpoint> killedAt(
    int epoch, const TrainSpec &spec, const TrainInputs &inputs)
{
    std::optional<TrainingCheckpoint> kept;
    int heard = inputs.resume ? inputs.resume->info.epoch() : 0;
    TrainerHooks hooks;
    hooks.onEpoch = [&heard](const EpochReport &report) { heard = report.epoch; };
    hooks.pausing = [&] { return heard >= epoch; };
    hooks.onCheckpoint = [&kept](const TrainingCheckpoint &checkpoint) -> Result<> {
        // Through bytes, as a file would have it.
        Result<TrainingCheckpoint> read = TrainingCheckpoint::fromBytes(checkpoint.toBytes());
        if (!read)
            return failure(read.error());
        kept = std::move(*read);
        return {};
    };
    TaskContext context;
    context.cancelled = [&] { return heard >= epoch; };
    const auto outcome = trainForecaster(spec, inputs, test::LearningFactory(), context, hooks);
    if (outcome)
        return {};
    return kept;
}

void tst_TrainingResume::killedAnywhereSameNumbers_data()
{
    QTest::addColumn<QList<int>>("deaths"); // after which epochs
    QTest::newRow("first") << QList<int>{1};
    QTest::newRow("middle") << QList<int>{4};
    QTest::newRow("last but one") << QList<int>{7};
    QTest::newRow("twice") << QList<int>{2, 5};
    QTest::newRow("every time") << QList<int>{1, 2, 3, 4, 5, 6, 7};
}

void tst_TrainingResume::killedAnywhereSameNumbers()
{
    QFETCH(const QList<int>, deaths);
    const TrainSpec spec = learningSpec();
    const auto history = town();
    const auto whole = trainForecaster(spec, {history}, test::LearningFactory());
    QVERIFY(whole);
    TrainInputs inputs{history};
    TrainSpec goingOn = spec;
    for (const int death : deaths) {
        std::optional<TrainingCheckpoint> kept = killedAt(death, goingOn, inputs);
        QVERIFY(kept);
        QCOMPARE(kept->info.epoch(), death);
        goingOn = kept->info.record.spec;
        inputs.resume = std::move(kept);
    }
    const QString id = inputs.resume->info.id;
    const auto resumed = trainForecaster(goingOn, inputs, test::LearningFactory());
    QVERIFY2(resumed, resumed ? "" : qPrintable(resumed.error().message()));
    QVERIFY(resumed->model.tensors == whole->model.tensors);
    QCOMPARE(essence(resumed->record), essence(whole->record));
    QCOMPARE(resumed->analysis->toJson(), whole->analysis->toJson());
    QCOMPARE(resumed->record.resumes, static_cast<int>(deaths.size()));
    QCOMPARE(resumed->checkpointId, id);
    QVERIFY(whole->record.test.all.mae < 0.95); // it did learn: the last value misses by 1.13
}

void tst_TrainingResume::killedJointTraining_data()
{
    QTest::addColumn<QList<int>>("deaths"); // of 8 epochs together, 3 of one part, 3 of the other
    QTest::newRow("together") << QList<int>{3};
    QTest::newRow("last together") << QList<int>{8};
    QTest::newRow("first alone") << QList<int>{9};
    QTest::newRow("last of the first alone") << QList<int>{11};
    QTest::newRow("second alone") << QList<int>{13};
    QTest::newRow("again and again") << QList<int>{2, 8, 10, 11, 12, 13};
}

void tst_TrainingResume::killedJointTraining()
{
    QFETCH(const QList<int>, deaths);
    TrainSpec spec = learningSpec();
    spec.fineTuneEpochs = 3;
    spec.partners = {{QStringLiteral("village"), {}}};
    TrainInputs inputs{town()};
    inputs.partners = {test::noiseHistory(QStringLiteral("village"), 700, 20.0, 5.0)};
    const auto whole = trainForecaster(spec, inputs, test::LearningFactory());
    QVERIFY(whole);
    QCOMPARE(whole->record.epochs.size(), std::size_t{14});
    TrainInputs goingOn = inputs;
    for (const int death : deaths) {
        goingOn.resume = killedAt(death, spec, goingOn);
        QVERIFY(goingOn.resume);
        QCOMPARE(goingOn.resume->info.epoch(), death);
        spec = goingOn.resume->info.record.spec;
    }
    const auto resumed = trainForecaster(spec, goingOn, test::LearningFactory());
    QVERIFY2(resumed, resumed ? "" : qPrintable(resumed.error().message()));
    QVERIFY(resumed->model.tensors == whole->model.tensors);
    QCOMPARE(essence(resumed->record), essence(whole->record));
    QCOMPARE(essence(resumed->partners[0].record), essence(whole->partners[0].record));
    QVERIFY(resumed->partners[0].model.tensors == whole->partners[0].model.tensors);
}

// Killed while it was being scored: there is nothing left to learn.
void tst_TrainingResume::killedAfterTheLastEpoch()
{
    TrainSpec spec = learningSpec(3);
    TrainInputs inputs{town()};
    inputs.goesOn = true;
    const auto whole = trainForecaster(spec, inputs, test::LearningFactory());
    QVERIFY(whole && whole->stoppedAt);
    inputs.resume = whole->stoppedAt;
    int epochs = 0;
    TrainerHooks hooks;
    hooks.onEpoch = [&epochs](const EpochReport &) { ++epochs; };
    const auto resumed =
        trainForecaster(whole->record.spec, inputs, test::LearningFactory(), {}, hooks);
    QVERIFY(resumed);
    QCOMPARE(epochs, 0);
    QCOMPARE(essence(resumed->record), essence(whole->record));
}

// Scripted errors 5, 2, 3, 4, 1 with a patience of 2 end after four epochs, interrupted or not.
void tst_TrainingResume::earlyStoppingIsRemembered()
{
    class Factory : public test::ScriptedFactory
    {
    public:
        class Model : public test::ScriptedForecaster
        {
        public:
            using ScriptedForecaster::ScriptedForecaster;
            Result<> restore(const ModelState &) override
            {
                // Its script is all there is to it: it goes where it was by playing it again.
                for (int epoch = 0; epoch < 3; ++epoch)
                    BV_TRY_VOID(fitEpoch({}).map([](const EpochReport &) {}));
                return {};
            }
        };
        Result<std::unique_ptr<TrainableForecaster>> create(const ModelSpec &spec) const override
        {
            if (spec.kind == QLatin1String("copy"))
                return ScriptedFactory::create(spec);
            return std::make_unique<Model>(spec, 0.0F);
        }
    };
    TrainSpec spec;
    spec.model = QStringLiteral("scripted");
    spec.options[QStringLiteral("biases")] = QJsonArray{5, 2, 3, 4, 1, 0};
    spec.patience = 2;
    const auto history = test::historyOf(300, 1, [](int, int) { return 50.0; });
    int heard = 0;
    TrainerHooks hooks;
    hooks.onEpoch = [&heard](const EpochReport &) { ++heard; };
    hooks.finishEarly = [&heard] { return heard == 3; };
    TrainInputs inputs{history};
    inputs.goesOn = true;
    inputs.scoring = Scoring::Nothing;
    const auto begun = trainForecaster(spec, inputs, Factory(), {}, hooks);
    QVERIFY(begun && begun->stoppedAt);
    inputs.resume = begun->stoppedAt;
    inputs.scoring = Scoring::Full;
    const auto resumed = trainForecaster(begun->record.spec, inputs, Factory());
    QVERIFY2(resumed, resumed ? "" : qPrintable(resumed.error().message()));
    QCOMPARE(resumed->record.stopReason, QStringLiteral("early-stopping"));
    QCOMPARE(resumed->record.epochs.size(), std::size_t{4});
    QCOMPARE(resumed->record.bestEpoch, 2);
    QCOMPARE(resumed->record.test.all.mae, 2.0); // the best model came from before
}

void tst_TrainingResume::checkpointsAreTold()
{
    QTemporaryDir city;
    CheckpointStore store(city.path());
    std::vector<bool> told;
    TrainerHooks hooks;
    hooks.onEpoch = [&told](const EpochReport &report) { told.push_back(report.checkpoint); };
    hooks.pausing = [&told] { return told.size() == 1; }; // at the end of the second epoch
    hooks.onCheckpoint = [&store](const TrainingCheckpoint &checkpoint) {
        return store.write(checkpoint);
    };
    const auto outcome =
        trainForecaster(learningSpec(3), {town()}, test::LearningFactory(), {}, hooks);
    QVERIFY(outcome);
    QCOMPARE(told, (std::vector<bool>{false, true, false}));
    // The first one was kept too, when the pause was noticed within the second epoch.
    QVERIFY(outcome->record.epochs[0].checkpoint);
    QVERIFY(outcome->record.epochs[1].checkpoint);
    QVERIFY(!outcome->record.epochs[2].checkpoint);
    QVERIFY(!outcome->checkpointId.isEmpty());
    const auto kept = store.take(outcome->checkpointId);
    QVERIFY(kept);
    QCOMPARE(kept->info.epoch(), 2);
    QVERIFY(kept->info.written > 0);
    QVERIFY(store.remove(outcome->checkpointId));
    QVERIFY(store.unfinished().empty());
}

void tst_TrainingResume::failedCheckpointDoesNotStopTraining()
{
    TrainerHooks hooks;
    hooks.pausing = [] { return true; };
    hooks.onCheckpoint = [](const TrainingCheckpoint &) -> Result<> {
        return failure(Errc::Io, "The disk is full.");
    };
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("The disk is full")));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("The disk is full")));
    const auto outcome =
        trainForecaster(learningSpec(2), {town()}, test::LearningFactory(), {}, hooks);
    QVERIFY(outcome);
    QVERIFY(!outcome->record.epochs[0].checkpoint);
    QVERIFY(outcome->checkpointId.isEmpty());
}

void tst_TrainingResume::noCheckpointOfOneEpoch()
{
    TrainerHooks hooks;
    hooks.pausing = [] { return true; };
    int written = 0;
    hooks.onCheckpoint = [&written](const TrainingCheckpoint &) -> Result<> {
        ++written;
        return {};
    };
    TrainSpec spec;
    spec.model = QStringLiteral("copy");
    QVERIFY(trainForecaster(spec, {town()}, test::LearningFactory(), {}, hooks));
    QCOMPARE(written, 0);
}

void tst_TrainingResume::refusesToGoOn_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("word");
    QTest::newRow("data") << QStringLiteral("data") << QStringLiteral("data");
    QTest::newRow("partner") << QStringLiteral("partner") << QStringLiteral("data");
    QTest::newRow("code") << QStringLiteral("code") << QStringLiteral("9.9.9");
    QTest::newRow("settings") << QStringLiteral("settings") << QStringLiteral("settings");
}

void tst_TrainingResume::refusesToGoOn()
{
    QFETCH(const QString, what);
    QFETCH(const QString, word);
    TrainSpec spec = learningSpec();
    spec.partners = {{QStringLiteral("village"), {}}};
    TrainInputs inputs{town()};
    const auto village = test::noiseHistory(QStringLiteral("village"), 700);
    inputs.partners = {village};
    inputs.resume = killedAt(2, spec, inputs);
    QVERIFY(inputs.resume);
    spec = inputs.resume->info.record.spec;
    if (what == QLatin1String("data"))
        inputs.history = town(901);
    else if (what == QLatin1String("partner"))
        inputs.partners = {test::noiseHistory(QStringLiteral("village"), 701)};
    else if (what == QLatin1String("code"))
        inputs.resume->info.record.codeVersion = QStringLiteral("9.9.9");
    else
        spec.seed = 99;
    const auto outcome = trainForecaster(spec, inputs, test::LearningFactory());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, Errc::Usage);
    QVERIFY2(outcome.error().message().contains(word), qPrintable(outcome.error().message()));
    QVERIFY(outcome.error().message().contains(inputs.resume->info.id));
}

// One short epoch from trained weights is better than from nothing, and the run says so.
void tst_TrainingResume::warmStart()
{
    const auto trained = trainForecaster(learningSpec(30), {town()}, test::LearningFactory());
    QVERIFY(trained);
    TrainSpec spec = learningSpec(1);
    spec.options[QStringLiteral("learningRate")] = 1e-4;
    const auto cold = trainForecaster(spec, {town()}, test::LearningFactory());
    spec.startFrom = QStringLiteral("r0001-learning");
    TrainInputs inputs{town()};
    inputs.startFrom = trained->model;
    const auto warm = trainForecaster(spec, inputs, test::LearningFactory());
    QVERIFY(cold && warm);
    QVERIFY(warm->record.test.all.mae < 0.85 * cold->record.test.all.mae);
    QVERIFY(warm->record.test.all.mae < 1.02 * trained->record.test.all.mae);
    QCOMPARE(warm->record.startedFrom, QStringLiteral("r0001-learning"));
    QVERIFY(cold->record.startedFrom.isEmpty());
}

void tst_TrainingResume::warmStartWithoutModel()
{
    TrainSpec spec = learningSpec(1);
    spec.startFrom = QStringLiteral("r0001-learning");
    QCOMPARE(trainForecaster(spec, {town()}, test::LearningFactory()).error().code, Errc::Usage);
    // A kind that cannot take over says so.
    spec.model = QStringLiteral("copy");
    TrainInputs inputs{town()};
    inputs.startFrom = ModelState();
    QCOMPARE(trainForecaster(spec, inputs, test::LearningFactory()).error().code, Errc::Usage);
}

void tst_TrainingResume::jointLearning()
{
    TrainSpec spec = learningSpec(20);
    spec.partners = {{QStringLiteral("village"), {}}};
    TrainInputs inputs{town()};
    const auto village = test::noiseHistory(QStringLiteral("village"), 700, 20.0, 5.0);
    inputs.partners = {village};
    const auto outcome = trainForecaster(spec, inputs, test::LearningFactory());
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message()));
    QCOMPARE(outcome->partners.size(), std::size_t{1});
    const RunRecord &own = outcome->record;
    const RunRecord &other = outcome->partners[0].record;
    QCOMPARE(own.spec.partners[0].channel, QStringLiteral("speed")); // what was left open
    QCOMPARE(other.spec.dataset, QStringLiteral("village"));
    QVERIFY(other.spec.partners
        == (std::vector<TrainPartner>{{QStringLiteral("town"), QStringLiteral("speed")}}));
    QCOMPARE(other.dataHash, dataHash(*village));
    QCOMPARE(outcome->partners[0].model.spec.dataset, QStringLiteral("village"));
    QVERIFY(outcome->partners[0].analysis);
    // Both learned: the last value misses by 1.13 and by five times as much.
    QVERIFY(own.test.all.mae < 0.95);
    QVERIFY2(other.test.all.mae < 5 * 0.95, qPrintable(QString::number(other.test.all.mae)));
    QCOMPARE(other.baselines.size(), std::size_t{1});
}

/// Scripted models that learn from two data sets at once.
class JointScriptedFactory : public test::ScriptedFactory
{
public:
    class Model : public test::ScriptedForecaster
    {
    public:
        using ScriptedForecaster::ScriptedForecaster;
        bool learnsJointly() const override { return true; }
        Result<> begin(const TrainingData &data, std::uint64_t seed, int epochs) override
        {
            if (!data.partners.empty())
                m_partner = data.partners[0].spec;
            return ScriptedForecaster::begin(data, seed, epochs);
        }
        Result<> warmStart(const ModelState &) override { return {}; } // by its script
        ModelState partnerState(std::size_t) const override { return {m_partner, state().tensors}; }

    private:
        ModelSpec m_partner;
    };
    Result<std::unique_ptr<TrainableForecaster>> create(const ModelSpec &spec) const override
    {
        if (spec.kind == QLatin1String("copy"))
            return ScriptedFactory::create(spec);
        return std::make_unique<Model>(spec, 0.0F);
    }
};

// Scripted bias b on a ramp: the last value misses by 1 … 12, 6.5 on average, on both; with a
// bias of 6 the error is 3 (5 + 4 + 3 + 2 + 1 + 0 + 1 + … + 6 = 36 over 12). Beside it a partner
// ten times as steep, where 6 is hardly anything: (4 + 14 + … + 114) / 12 = 59 of 65.
void tst_TrainingResume::jointScoreIsRelative()
{
    TrainSpec spec;
    spec.model = QStringLiteral("scripted");
    spec.options[QStringLiteral("biases")] = QJsonArray{0, 6};
    spec.epochs = 2;
    spec.fineTuneEpochs = 0;
    spec.partners = {{QStringLiteral("hill"), {}}};
    TrainInputs inputs{test::historyOf(300, 1, [](int step, int) { return step; })};
    const auto hill = test::historyOf(300, 1, [](int step, int) { return 10 * step; });
    hill->dataset = QStringLiteral("hill");
    inputs.partners = {hill};
    const auto outcome = trainForecaster(spec, inputs, JointScriptedFactory());
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message()));
    const std::vector<EpochReport> &epochs = outcome->record.epochs;
    QVERIFY(std::abs(epochs[0].score - 1.0) < 1e-6);
    QVERIFY(std::abs(epochs[1].score - (3.0 / 6.5 + 59.0 / 65.0) / 2.0) < 1e-6);
    QVERIFY(std::abs(epochs[1].validationMae - 3.0) < 1e-6);
    QCOMPARE(outcome->record.bestEpoch, 2);
}

// First all together, then the town alone, then the village alone, each by a schedule of its own.
void tst_TrainingResume::fineTuning()
{
    TrainSpec spec = learningSpec(4);
    spec.fineTuneEpochs = 3;
    spec.options[QStringLiteral("learningRate")] = 0.0005; // there is something left to learn
    spec.partners = {{QStringLiteral("village"), {}}};
    TrainInputs inputs{town()};
    inputs.partners = {test::noiseHistory(QStringLiteral("village"), 700, 20.0, 5.0)};
    int heard = 0;
    double share = 0.0;
    TrainerHooks hooks;
    hooks.onEpoch = [&heard](const EpochReport &report) { QCOMPARE(report.epoch, ++heard); };
    TaskContext context;
    context.progress = [&share](qint64 done, qint64 total, const QString &) {
        QVERIFY(double(done) / double(total) >= share);
        share = double(done) / double(total);
    };
    const auto outcome = trainForecaster(spec, inputs, test::LearningFactory(), context, hooks);
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message()));
    QCOMPARE(share, 1.0);
    QCOMPARE(heard, spec.epochsInAll());
    const std::vector<EpochReport> &epochs = outcome->record.epochs;
    const std::vector<int> tuned{-1, -1, -1, -1, 0, 0, 0, 1, 1, 1};
    QCOMPARE(epochs.size(), tuned.size());
    for (std::size_t i = 0; i < tuned.size(); ++i) {
        QCOMPARE(epochs[i].tunedPart, tuned[i]);
        QVERIFY(std::isfinite(epochs[i].trainLoss) && std::isfinite(epochs[i].validationLoss));
    }
    for (const std::size_t first : {0, 4, 7}) // the last eighth of the first epoch
        QVERIFY(epochs[first].learningRate > 0.0005 * (1.0 - 1.0 / (first == 0 ? 4.0 : 3.0)));
    // What does not learn stays what was best.
    const auto best = [&epochs](std::size_t part, std::size_t before) {
        double least = epochs[0].partMaes[part];
        for (std::size_t i = 0; i < before; ++i)
            least = std::min(least, epochs[i].partMaes[part]);
        return least;
    };
    for (const std::size_t i : {4, 5, 6})
        QCOMPARE(epochs[i].partMaes[1], best(1, 4));
    for (const std::size_t i : {7, 8, 9})
        QCOMPARE(epochs[i].partMaes[0], best(0, 7));
    // It is worth it, and what was kept is what was best.
    QVERIFY(best(0, 10) < best(0, 4) && best(1, 10) < best(1, 4));
    QVERIFY(std::abs(outcome->record.validation.mae - best(0, 10)) < 1e-9);
    QVERIFY(std::abs(outcome->partners[0].record.validation.mae - best(1, 10)) < 1e-9);
    QVERIFY(outcome->partners[0].record.bestEpoch > 7);
    // The same again, to the bit.
    const auto again = trainForecaster(spec, inputs, test::LearningFactory());
    QVERIFY(again);
    QCOMPARE(essence(again->record), essence(outcome->record));
    QVERIFY(again->model.tensors == outcome->model.tensors);
    QVERIFY(again->partners[0].model.tensors == outcome->partners[0].model.tensors);
}

// Together the errors are 6.5 and 3; alone the script begins with 6.5 again.
void tst_TrainingResume::worseFineTuningIsLeft()
{
    TrainSpec spec;
    spec.model = QStringLiteral("scripted");
    spec.options[QStringLiteral("biases")] = QJsonArray{0, 6};
    spec.epochs = 2;
    spec.fineTuneEpochs = 1;
    spec.partners = {{QStringLiteral("hill"), {}}};
    TrainInputs inputs{test::historyOf(300, 1, [](int step, int) { return step; })};
    const auto hill = test::historyOf(300, 1, [](int step, int) { return step; });
    hill->dataset = QStringLiteral("hill");
    inputs.partners = {hill};
    const auto outcome = trainForecaster(spec, inputs, JointScriptedFactory());
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message()));
    QCOMPARE(outcome->record.epochs.size(), std::size_t{4});
    for (const RunRecord &record : {outcome->record, outcome->partners[0].record}) {
        QCOMPARE(record.bestEpoch, 2);
        QVERIFY(std::abs(record.test.all.mae - 3.0) < 1e-6);
    }
}

// A person may end it, a search has none, and without partners there is nothing to tune.
void tst_TrainingResume::fineTuningEnds()
{
    TrainSpec spec = learningSpec(4);
    spec.fineTuneEpochs = 3;
    const auto alone = trainForecaster(spec, {town()}, test::LearningFactory());
    QVERIFY(alone);
    QCOMPARE(alone->record.epochs.size(), std::size_t{4});
    spec.partners = {{QStringLiteral("village"), {}}};
    TrainInputs inputs{town()};
    inputs.partners = {test::noiseHistory(QStringLiteral("village"), 700, 20.0, 5.0)};
    int heard = 0;
    TrainerHooks hooks;
    hooks.onEpoch = [&heard](const EpochReport &) { ++heard; };
    hooks.finishEarly = [&heard] { return heard == 5; };
    const auto stopped = trainForecaster(spec, inputs, test::LearningFactory(), {}, hooks);
    QVERIFY(stopped);
    QCOMPARE(stopped->record.epochs.size(), std::size_t{5});
    QCOMPARE(stopped->record.stopReason, QStringLiteral("stopped"));
    inputs.goesOn = true;
    const auto search = trainForecaster(spec, inputs, test::LearningFactory());
    QVERIFY(search && search->stoppedAt);
    QCOMPARE(search->record.epochs.size(), std::size_t{4});
}

void tst_TrainingResume::partnersMustFit_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<int>("given");
    QTest::addColumn<QString>("dataset");
    QTest::addColumn<Errc>("code");
    QTest::newRow("too few given") << QStringLiteral("learning") << 0 << QString() << Errc::Usage;
    QTest::newRow("another one") << QStringLiteral("learning") << 1 << QStringLiteral("city")
                                 << Errc::Usage;
    QTest::newRow("a kind that cannot")
        << QStringLiteral("scripted") << 1 << QStringLiteral("village") << Errc::Usage;
}

void tst_TrainingResume::partnersMustFit()
{
    QFETCH(const QString, model);
    QFETCH(const int, given);
    QFETCH(const QString, dataset);
    TrainSpec spec = learningSpec();
    spec.model = model;
    spec.partners = {{QStringLiteral("village"), {}}};
    TrainInputs inputs{town()};
    if (given > 0)
        inputs.partners = {test::noiseHistory(dataset, 700)};
    const auto outcome = trainForecaster(spec, inputs, test::LearningFactory());
    QVERIFY(!outcome);
    QTEST(outcome.error().code, "code");
}

// The rate of the last epoch shows where the schedule ends: it falls to 0 over the planned ones.
void tst_TrainingResume::scheduleFitsTheBudget()
{
    TrainSpec spec = learningSpec(1000);
    spec.budgetSeconds = 1.0;
    spec.options[QStringLiteral("batches")] = 10;
    spec.options[QStringLiteral("millisecondsPerBatch")] = 4;
    spec.patience = 1000;
    const auto outcome = trainForecaster(spec, {town()}, test::LearningFactory());
    QVERIFY(outcome);
    const RunRecord &record = outcome->record;
    QCOMPARE(record.stopReason, QStringLiteral("budget"));
    QVERIFY2(record.plannedEpochs >= 5 && record.plannedEpochs <= 25,
        qPrintable(QString::number(record.plannedEpochs)));
    // Machines stall: most of the plan is good enough here.
    QVERIFY2(static_cast<int>(record.epochs.size()) >= record.plannedEpochs / 2,
        qPrintable(QString::number(record.epochs.size())));
    const double wanted = 0.05
        * (1.0 - (static_cast<double>(record.epochs.size()) - 1.0 + 0.9) / record.plannedEpochs);
    QVERIFY(std::abs(record.epochs.back().learningRate - wanted) < 1e-9);
    // Repeated without a clock it gives the same numbers.
    TrainSpec same = record.repetition();
    same.budgetSeconds = 0.0;
    same.options.remove(QStringLiteral("millisecondsPerBatch"));
    const auto again = trainForecaster(same, {town()}, test::LearningFactory());
    QVERIFY(again);
    QVERIFY(again->record.epochs[0].validationMae == record.epochs[0].validationMae);
    QCOMPARE(again->record.plannedEpochs, record.plannedEpochs);
}

void tst_TrainingResume::plannedEpochsAreTaken()
{
    TrainSpec spec = learningSpec(30);
    spec.plannedEpochs = 4;
    const auto outcome = trainForecaster(spec, {town()}, test::LearningFactory());
    QVERIFY(outcome);
    QCOMPARE(outcome->record.epochs.size(), std::size_t{4});
    QVERIFY(std::abs(outcome->record.epochs.back().learningRate - 0.05 * (1.0 - 3.875 / 4)) < 1e-9);
    spec.plannedEpochs = -1;
    QCOMPARE(trainForecaster(spec, {town()}, test::LearningFactory()).error().code, Errc::Usage);
}

void tst_TrainingResume::searchesSeeNoTest()
{
    for (const Scoring scoring : {Scoring::Nothing, Scoring::Validation, Scoring::Test}) {
        TrainInputs inputs{town()};
        inputs.scoring = scoring;
        const auto outcome = trainForecaster(learningSpec(2), inputs, test::LearningFactory());
        QVERIFY(outcome);
        QCOMPARE(outcome->record.validation.observed > 0, scoring >= Scoring::Validation);
        QCOMPARE(outcome->record.test.all.observed > 0, scoring >= Scoring::Test);
        QVERIFY(!outcome->analysis);
        QVERIFY(outcome->record.baselines.empty());
    }
}

void tst_TrainingResume::incumbent()
{
    const auto history = town(4000); // the test part is 2.8 days
    TrainSpec weak = learningSpec(1);
    weak.options[QStringLiteral("learningRate")] = 1e-6;
    const auto former = trainForecaster(weak, {history}, test::LearningFactory());
    QVERIFY(former);
    QVERIFY(!former->record.significance);
    TrainInputs inputs{history};
    inputs.incumbent = Incumbent{QStringLiteral("town-speed/1"), former->model};
    const auto outcome = trainForecaster(learningSpec(20), inputs, test::LearningFactory());
    QVERIFY(outcome && outcome->record.significance);
    const Significance &significance = *outcome->record.significance;
    QCOMPARE(significance.rival, QStringLiteral("town-speed/1"));
    QVERIFY(std::abs(significance.rivalMae - former->record.test.all.mae) < 1e-6);
    QVERIFY(std::abs(significance.mae - outcome->record.test.all.mae) < 1e-6);
    QVERIFY(significance.upper < 0.0 && significance.pValue < 0.05);
}

// No comparison is no reason to lose a trained model.
void tst_TrainingResume::incumbentOfOtherSites()
{
    const auto former = trainForecaster(learningSpec(1), {town()}, test::LearningFactory());
    QVERIFY(former);
    TrainInputs inputs{town()};
    inputs.incumbent = Incumbent{QStringLiteral("town-speed/1"), former->model};
    inputs.incumbent->model.spec.siteCodes = {QStringLiteral("elsewhere")};
    const auto outcome = trainForecaster(learningSpec(1), inputs, test::LearningFactory());
    QVERIFY(outcome);
    QVERIFY(!outcome->record.significance);
}

void tst_TrainingResume::ownSplit()
{
    TrainInputs inputs{town()};
    inputs.split = Split{{100, 200}, {300, 50}, {350, 60}};
    const auto outcome = trainForecaster(learningSpec(2), inputs, test::LearningFactory());
    QVERIFY(outcome);
    QCOMPARE(outcome->record.test.all.observed, qint64{60 * 12 * 2});
    QCOMPARE(outcome->analysis->windows, 60);
    inputs.split->test.count = 10'000;
    QCOMPARE(trainForecaster(learningSpec(2), inputs, test::LearningFactory()).error().code,
        Errc::Shape);
}

QTEST_GUILESS_MAIN(tst_TrainingResume)
#include "tst_training_resume.moc"
