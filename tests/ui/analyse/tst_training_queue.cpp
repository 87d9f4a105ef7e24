// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/training/training_queue.h"

#include "analyse/training/cost_estimate.h"
#include "analyse/training/quantity_profile.h"
#include "analyse/training/study_controller.h"
#include "analyse/training/unfinished_controller.h"
#include "support/learning_forecaster.h"
#include "support/verify_ok.h"
#include "town.h"

#include <QSignalSpy>
#include <QTest>
#include <QUndoStack>

using namespace belvedere;
using namespace belvedere::ui;
using State = ui::TrainingController::State;

namespace {

constexpr int kSlowBatchMs = 5;

TrainSpec named(const QString &seedName, int epochs = 2)
{
    TrainSpec spec = test::Town::spec({1}, epochs);
    spec.seed = seedName.toULongLong();
    return spec;
}

QStringList seedsOf(const ui::TrainingQueue &queue)
{
    QStringList seeds;
    for (const ui::QueuedTraining &item : queue.items())
        seeds.append(QString::number(item.spec.seed));
    return seeds;
}

/// A town whose values change, so that something can be learned there.
struct NoisyTown : test::Town
{
    test::LearningFactory learning;

    NoisyTown()
    {
        Dataset dataset = *store->dataset(QStringLiteral("town"));
        Series series({1'700'000'100'000, 5 * kMsPerMinute, 1200}, 2,
            {{QStringLiteral("speed"), QStringLiteral("km/h")}});
        Random random(3);
        for (int step = 0; step < series.axis.count; ++step) {
            for (int site = 0; site < 2; ++site)
                series.set(step, SiteId(site), 0, static_cast<float>(random.normal(40.0, 2.0)));
        }
        (void)store->writeSeries(dataset, series);
    }
    [[nodiscard]] ui::AnalyseContext noisy() { return {store, &learning, &pools}; }
    [[nodiscard]] static TrainSpec learn(int epochs, int millisecondsPerBatch = 0)
    {
        TrainSpec spec = Town::spec({}, epochs);
        spec.model = QStringLiteral("learning");
        spec.options = {};
        if (millisecondsPerBatch > 0)
            spec.options.insert(QStringLiteral("millisecondsPerBatch"), millisecondsPerBatch);
        return spec;
    }
};

} // namespace

class tst_TrainingQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void firstBeginsAtOnce();
    void othersFollowInOrder();
    void failureDoesNotStopTheOthers();
    void orderCanBeChangedAndTakenBack();
    void removalCanBeTakenBack();
    void heldBeginsNothing();
    void blockedBeginsNothing();
    void survivesTheProgram();
    void interruptedGoesOn();
    void cancelledIsNotOffered();
    void discardDeletes();
    void searchKeepsItsWinner();
    void searchIsFinishedByHand();
    void foldsHaveASpread();
    void curveHasPoints();
    void studyWaitsForTheThread();
    void studyIsCancelled();
    void studyFailureIsTold();
    void profile();
    void profileOfUnknownQuantity();
    void costFromTheRunMostLike();
    void costWithoutRuns();
};

void tst_TrainingQueue::firstBeginsAtOnce()
{
    test::Town town;
    QUndoStack undo;
    ui::TrainingController training(town.context());
    ui::TrainingQueue queue(town.context(), training, undo);
    QSignalSpy finished(&training, &ui::TrainingController::finished);
    queue.add(named(QStringLiteral("7")));
    QVERIFY(training.busy());
    QVERIFY(queue.items().empty());
    QTRY_COMPARE(finished.size(), 1);
}

void tst_TrainingQueue::othersFollowInOrder()
{
    test::Town town;
    QUndoStack undo;
    ui::TrainingController training(town.context());
    ui::TrainingQueue queue(town.context(), training, undo);
    QStringList order;
    connect(&training, &ui::TrainingController::finished, this,
        [&order](const RunRecord &run) { order.append(QString::number(run.spec.seed)); });
    for (const char *seed : {"1", "2", "3"})
        queue.add(named(QLatin1String(seed)));
    QCOMPARE(seedsOf(queue), (QStringList{QStringLiteral("2"), QStringLiteral("3")}));
    QTRY_COMPARE(order.size(), 3);
    QCOMPARE(order.join(QString()), QStringLiteral("123"));
    QCOMPARE(town.runCount(), 3U);
}

void tst_TrainingQueue::failureDoesNotStopTheOthers()
{
    test::Town town;
    QUndoStack undo;
    ui::TrainingController training(town.context());
    ui::TrainingQueue queue(town.context(), training, undo);
    QSignalSpy failed(&training, &ui::TrainingController::failed);
    QSignalSpy finished(&training, &ui::TrainingController::finished);
    TrainSpec broken = named(QStringLiteral("1"));
    broken.dataset = QStringLiteral("nowhere");
    queue.add(broken);
    queue.add(named(QStringLiteral("2")));
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(failed.size(), 1);
}

void tst_TrainingQueue::orderCanBeChangedAndTakenBack()
{
    test::Town town;
    QUndoStack undo;
    ui::TrainingController training(town.context());
    ui::TrainingQueue queue(town.context(), training, undo);
    queue.setBlocked(true);
    for (const char *seed : {"1", "2", "3"})
        queue.add(named(QLatin1String(seed)));
    queue.move(queue.items()[2].id, 0);
    QCOMPARE(seedsOf(queue).join(QString()), QStringLiteral("312"));
    queue.move(queue.items()[0].id, 99); // clipped
    QCOMPARE(seedsOf(queue).join(QString()), QStringLiteral("123"));
    undo.undo();
    QCOMPARE(seedsOf(queue).join(QString()), QStringLiteral("312"));
    undo.undo();
    QCOMPARE(seedsOf(queue).join(QString()), QStringLiteral("123"));
    undo.redo();
    QCOMPARE(seedsOf(queue).join(QString()), QStringLiteral("312"));
}

void tst_TrainingQueue::removalCanBeTakenBack()
{
    test::Town town;
    QUndoStack undo;
    ui::TrainingController training(town.context());
    ui::TrainingQueue queue(town.context(), training, undo);
    queue.setBlocked(true);
    for (const char *seed : {"1", "2", "3"})
        queue.add(named(QLatin1String(seed)));
    queue.remove(queue.items()[1].id);
    QCOMPARE(seedsOf(queue).join(QString()), QStringLiteral("13"));
    undo.undo();
    QCOMPARE(seedsOf(queue).join(QString()), QStringLiteral("123"));
    queue.remove(QStringLiteral("nothing"));
    QCOMPARE(queue.items().size(), 3U);
}

void tst_TrainingQueue::heldBeginsNothing()
{
    test::Town town;
    QUndoStack undo;
    ui::TrainingController training(town.context());
    ui::TrainingQueue queue(town.context(), training, undo);
    QSignalSpy finished(&training, &ui::TrainingController::finished);
    queue.add(named(QStringLiteral("1")));
    queue.add(named(QStringLiteral("2")));
    queue.setHeld(true);
    QTRY_COMPARE(finished.size(), 1);
    QTest::qWait(50);
    QCOMPARE(queue.items().size(), 1U);
    QVERIFY(!training.busy());
    queue.setHeld(false);
    QTRY_COMPARE(finished.size(), 2);
}

void tst_TrainingQueue::blockedBeginsNothing()
{
    test::Town town;
    QUndoStack undo;
    ui::TrainingController training(town.context());
    ui::TrainingQueue queue(town.context(), training, undo);
    queue.setBlocked(true);
    queue.add(named(QStringLiteral("1")));
    QVERIFY(!training.busy());
    QCOMPARE(queue.items().size(), 1U);
    queue.setBlocked(false);
    QVERIFY(training.busy());
    QTRY_VERIFY(!training.busy());
}

void tst_TrainingQueue::survivesTheProgram()
{
    test::Town town;
    {
        QUndoStack undo;
        ui::TrainingController training(town.context());
        ui::TrainingQueue queue(town.context(), training, undo);
        queue.setStore(town.store);
        queue.setBlocked(true);
        QTest::qWait(20); // what was there is read
        queue.add(named(QStringLiteral("1")));
        queue.add(named(QStringLiteral("2")));
        queue.move(queue.items()[1].id, 0);
        QTRY_VERIFY(town.store->documents(QStringLiteral("training-queue"))->size() == 1);
        QTest::qWait(50);
    }
    QUndoStack undo;
    ui::TrainingController training(town.context());
    ui::TrainingQueue queue(town.context(), training, undo);
    queue.setStore(town.store);
    QTRY_COMPARE(queue.items().size(), 2U);
    QCOMPARE(seedsOf(queue).join(QString()), QStringLiteral("21"));
    // Nobody has asked for it in this program yet.
    QVERIFY(queue.held());
    QVERIFY(!training.busy());
    queue.setHeld(false);
    QTRY_COMPARE(town.runCount(), 2U);
}

void tst_TrainingQueue::interruptedGoesOn()
{
    NoisyTown town;
    {
        ui::TrainingController training(town.noisy());
        training.start(NoisyTown::learn(200, kSlowBatchMs));
        QTRY_VERIFY(training.epochs().size() >= 2);
        training.pause();
        QTRY_COMPARE(training.state(), State::Paused);
        training.leave(); // the program ends
        QTRY_VERIFY(!training.busy());
    }
    ui::UnfinishedController unfinished(town.noisy());
    unfinished.reload();
    QTRY_COMPARE(unfinished.trainings().size(), 1U);
    const CheckpointInfo info = unfinished.trainings().front();
    QVERIFY(info.epoch() >= 2);

    ui::TrainingController training(town.noisy());
    QSignalSpy finished(&training, &ui::TrainingController::finished);
    training.goOn(info);
    QTRY_VERIFY(training.plan().has_value());
    // What was done before is shown at once.
    QVERIFY(training.epochs().size() >= std::size_t(info.epoch()));
    QTRY_VERIFY(training.epochs().size() > std::size_t(info.epoch()));
    for (std::size_t i = 0; i < training.epochs().size(); ++i)
        QCOMPARE(training.epochs()[i].epoch, int(i) + 1);
    training.finishNow();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished[0][0].value<RunRecord>().resumes, 1);
    unfinished.reload();
    QTRY_COMPARE(unfinished.trainings().size(), 0U);
}

void tst_TrainingQueue::cancelledIsNotOffered()
{
    NoisyTown town;
    ui::TrainingController training(town.noisy());
    training.start(NoisyTown::learn(200, kSlowBatchMs));
    QTRY_VERIFY(training.epochs().size() >= 2);
    training.pause();
    QTRY_COMPARE(training.state(), State::Paused);
    QSignalSpy cancelled(&training, &ui::TrainingController::cancelled);
    training.cancel();
    QTRY_COMPARE(cancelled.size(), 1);
    QVERIFY(town.pools.io.waitForDone(1000));
    ui::UnfinishedController unfinished(town.noisy());
    QSignalSpy loaded(&unfinished, &ui::UnfinishedController::changed);
    unfinished.reload();
    QTRY_COMPARE(loaded.size(), 1);
    QCOMPARE(unfinished.trainings().size(), 0U);
}

void tst_TrainingQueue::discardDeletes()
{
    NoisyTown town;
    ui::TrainingController training(town.noisy());
    training.start(NoisyTown::learn(200, kSlowBatchMs));
    QTRY_VERIFY(!training.epochs().empty());
    training.pause();
    QTRY_COMPARE(training.state(), State::Paused);
    training.leave();
    QTRY_VERIFY(!training.busy());
    ui::UnfinishedController unfinished(town.noisy());
    unfinished.reload();
    QTRY_COMPARE(unfinished.trainings().size(), 1U);
    unfinished.discard(unfinished.trainings().front().id);
    QTRY_COMPARE(unfinished.trainings().size(), 0U);
}

void tst_TrainingQueue::searchKeepsItsWinner()
{
    NoisyTown town;
    ui::StudyController study(town.noisy());
    QSignalSpy finished(&study, &ui::StudyController::finished);
    TuningSpec spec;
    spec.train = NoisyTown::learn(4);
    spec.trials = 6;
    spec.dimensions = {{QStringLiteral("learningRate"), 1e-4, 0.5, true, false, {}}};
    study.start(spec);
    QVERIFY(study.busy());
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(study.trials().size(), 6U);
    QCOMPARE(study.plan().unit, QStringLiteral("km/h"));
    // No trial did better than the winner.
    const auto best = std::min_element(study.trials().begin(), study.trials().end(),
        [](const TuningTrial &a, const TuningTrial &b) { return a.score < b.score; });
    QCOMPARE(best->number, study.bestTrial());
    QVERIFY(!study.winnerRun().isEmpty());
    QCOMPARE(town.runCount(), 1U);
}

void tst_TrainingQueue::searchIsFinishedByHand()
{
    NoisyTown town;
    ui::StudyController study(town.noisy());
    QSignalSpy finished(&study, &ui::StudyController::finished);
    TuningSpec spec;
    spec.train = NoisyTown::learn(3, kSlowBatchMs);
    spec.method = TuningSpec::Method::Random;
    spec.trials = 200;
    spec.dimensions = {{QStringLiteral("learningRate"), 1e-4, 0.5, true, false, {}}};
    study.start(spec);
    QTRY_VERIFY(study.trials().size() >= 2);
    study.finishNow();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(town.runCount(), 1U);
}

void tst_TrainingQueue::foldsHaveASpread()
{
    NoisyTown town;
    ui::StudyController study(town.noisy());
    QSignalSpy finished(&study, &ui::StudyController::finished);
    CrossValidationSpec spec;
    spec.train = NoisyTown::learn(2);
    spec.folds = 3;
    study.start(spec);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(study.folds().size(), 3U);
    QVERIFY(study.spread().has_value());
    double sum = 0.0;
    for (const FoldOutcome &fold : study.folds())
        sum += fold.record.test.all.mae;
    QVERIFY(std::abs(study.spread()->mean.all.mae - sum / 3) < 1e-9);
    QCOMPARE(town.runCount(), 0U); // folds are no models to deploy
}

void tst_TrainingQueue::curveHasPoints()
{
    NoisyTown town;
    ui::StudyController study(town.noisy());
    QSignalSpy finished(&study, &ui::StudyController::finished);
    study.start(LearningCurveSpec{NoisyTown::learn(2), {}});
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(study.points().size() >= 2); // four days: 1, 2, all of the training part
    for (std::size_t i = 1; i < study.points().size(); ++i)
        QVERIFY(study.points()[i].days > study.points()[i - 1].days);
}

void tst_TrainingQueue::studyWaitsForTheThread()
{
    NoisyTown town;
    ui::StudyController study(town.noisy());
    QSignalSpy finished(&study, &ui::StudyController::finished);
    study.start(LearningCurveSpec{NoisyTown::learn(1), {}}, true);
    QCOMPARE(study.state(), ui::StudyController::State::Waiting);
    study.begin();
    QCOMPARE(study.state(), ui::StudyController::State::Running);
    QTRY_COMPARE(finished.size(), 1);
}

void tst_TrainingQueue::studyIsCancelled()
{
    NoisyTown town;
    ui::StudyController study(town.noisy());
    QSignalSpy failed(&study, &ui::StudyController::failed);
    CrossValidationSpec spec;
    spec.train = NoisyTown::learn(1000, kSlowBatchMs);
    study.start(spec);
    QTest::qWait(30);
    study.cancel();
    QTRY_VERIFY(!study.busy());
    QCOMPARE(failed.size(), 0); // it is what the person asked for
    QCOMPARE(town.runCount(), 0U);
}

void tst_TrainingQueue::studyFailureIsTold()
{
    NoisyTown town;
    ui::StudyController study(town.noisy());
    QSignalSpy failed(&study, &ui::StudyController::failed);
    TuningSpec spec;
    spec.train = NoisyTown::learn(2);
    spec.dimensions = {{QStringLiteral("no such option"), 0.0, 1.0, false, false, {}}};
    study.start(spec);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].value<belvedere::Error>().code, Errc::Usage);
    QVERIFY(!study.busy());
}

void tst_TrainingQueue::profile()
{
    // Four steps at two sites: both, one, none, both.
    Series series({0, kMsPerMinute, 4}, 2, {{QStringLiteral("speed"), QStringLiteral("km/h")}});
    series.set(0, SiteId(0), 0, 10.0F);
    series.set(0, SiteId(1), 0, 30.0F);
    series.set(1, SiteId(1), 0, 7.0F);
    series.set(3, SiteId(0), 0, 1.0F);
    series.set(3, SiteId(1), 0, 2.0F);
    const auto profile = ui::quantityProfile(series, QStringLiteral("speed"));
    VERIFY_OK(profile);
    QCOMPARE(profile->coverage, (std::vector<float>{1.0F, 0.5F, 0.0F, 1.0F}));
    QCOMPARE(profile->observedShare, 5.0 / 8.0);
    QCOMPARE(profile->mean->observed.size(), 4U);
    QCOMPARE(profile->mean->observed[0].value, 20.0);
    QCOMPARE(profile->mean->observed[1].value, 7.0);
    QVERIFY(std::isnan(profile->mean->observed[2].value));
    QCOMPARE(profile->mean->observed[3].value, 1.5);
    QCOMPARE(profile->mean->unit, QStringLiteral("km/h"));
}

void tst_TrainingQueue::profileOfUnknownQuantity()
{
    const Series series({0, kMsPerMinute, 4}, 1, {{QStringLiteral("speed"), {}}});
    const auto profile = ui::quantityProfile(series, QStringLiteral("flow"));
    QVERIFY(!profile);
    QCOMPARE(profile.error().code, Errc::NotFound);
}

void tst_TrainingQueue::costFromTheRunMostLike()
{
    test::Town town;
    const std::vector<Dataset> datasets{*town.store->dataset(QStringLiteral("town"))};
    const TrainSpec wanted = test::Town::spec({1}, 10);
    const auto run = [&](const char *id, const TrainSpec &spec, double epochSeconds) {
        RunRecord record;
        record.id = QLatin1String(id);
        record.spec = spec;
        record.parameters = 42;
        EpochReport epoch;
        epoch.seconds = epochSeconds;
        record.epochs = {epoch, epoch};
        return record;
    };
    TrainSpec other = wanted;
    other.options = {{QStringLiteral("hidden"), 5}};
    TrainSpec foreign = wanted;
    foreign.model = QStringLiteral("copy");
    const auto cost = ui::estimateCost(wanted,
        {run("foreign", foreign, 1.0), run("other", other, 2.0), run("same", wanted, 3.0)},
        datasets);
    QCOMPARE(cost.runId, QStringLiteral("same"));
    QCOMPARE(cost.sites, 2);
    QCOMPARE(*cost.epochSeconds, 3.0); // the same windows and sites
    QCOMPARE(*cost.totalSeconds, 30.0);
    QCOMPARE(*cost.parameters, 42);
    TrainSpec limited = wanted;
    limited.budgetSeconds = 5.0;
    QCOMPARE(*ui::estimateCost(limited, {run("same", wanted, 3.0)}, datasets).totalSeconds, 5.0);
}

void tst_TrainingQueue::costWithoutRuns()
{
    test::Town town;
    const std::vector<Dataset> datasets{*town.store->dataset(QStringLiteral("town"))};
    const TrainSpec spec = test::Town::spec({1}, 10);
    const auto cost = ui::estimateCost(spec, {}, datasets);
    // 200 steps hold 189 windows of 6 + 6; 70 % of them.
    QCOMPARE(cost.windows, 132);
    QVERIFY(!cost.epochSeconds);
    QVERIFY(!cost.parameters);
    QCOMPARE(ui::estimateCost(spec, {}, {}).windows, 0);
}

QTEST_MAIN(tst_TrainingQueue)
#include "tst_training_queue.moc"
