// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/training/training_queue.h"

#include "analyse/training/cost_estimate.h"
#include "analyse/training/quantity_profile.h"
#include "analyse/training/unfinished_controller.h"
#include "noisy_town.h"
#include "support/verify_ok.h"

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

struct QueueTown : test::Town
{
    QUndoStack undo;
    ui::TrainingController training{context()};
    ui::TrainingQueue queue{context(), training, undo};
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
    void profile();
    void profileOfUnknownQuantity();
    void costFromTheRunMostLike();
    void costWithoutRuns();
};

void tst_TrainingQueue::firstBeginsAtOnce()
{
    QueueTown town;
    QSignalSpy finished(&town.training, &ui::TrainingController::finished);
    town.queue.add(named(QStringLiteral("7")));
    QVERIFY(town.training.busy());
    QVERIFY(town.queue.items().empty());
    QTRY_COMPARE(finished.size(), 1);
}

void tst_TrainingQueue::othersFollowInOrder()
{
    QueueTown town;
    QStringList order;
    connect(&town.training, &ui::TrainingController::finished, this,
        [&order](const RunRecord &run) { order.append(QString::number(run.spec.seed)); });
    for (const char *seed : {"1", "2", "3"})
        town.queue.add(named(QLatin1String(seed)));
    QCOMPARE(seedsOf(town.queue), (QStringList{QStringLiteral("2"), QStringLiteral("3")}));
    QTRY_COMPARE(order.size(), 3);
    QCOMPARE(order.join(QString()), QStringLiteral("123"));
    QCOMPARE(town.runCount(), 3U);
}

void tst_TrainingQueue::failureDoesNotStopTheOthers()
{
    QueueTown town;
    QSignalSpy failed(&town.training, &ui::TrainingController::failed);
    QSignalSpy finished(&town.training, &ui::TrainingController::finished);
    TrainSpec broken = named(QStringLiteral("1"));
    broken.dataset = QStringLiteral("nowhere");
    town.queue.add(broken);
    town.queue.add(named(QStringLiteral("2")));
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(failed.size(), 1);
}

void tst_TrainingQueue::orderCanBeChangedAndTakenBack()
{
    QueueTown town;
    town.queue.setBlocked(true);
    for (const char *seed : {"1", "2", "3"})
        town.queue.add(named(QLatin1String(seed)));
    town.queue.move(town.queue.items()[2].id, 0);
    QCOMPARE(seedsOf(town.queue).join(QString()), QStringLiteral("312"));
    town.queue.move(town.queue.items()[0].id, 99); // clipped
    QCOMPARE(seedsOf(town.queue).join(QString()), QStringLiteral("123"));
    town.undo.undo();
    QCOMPARE(seedsOf(town.queue).join(QString()), QStringLiteral("312"));
    town.undo.undo();
    QCOMPARE(seedsOf(town.queue).join(QString()), QStringLiteral("123"));
    town.undo.redo();
    QCOMPARE(seedsOf(town.queue).join(QString()), QStringLiteral("312"));
}

void tst_TrainingQueue::removalCanBeTakenBack()
{
    QueueTown town;
    town.queue.setBlocked(true);
    for (const char *seed : {"1", "2", "3"})
        town.queue.add(named(QLatin1String(seed)));
    town.queue.remove(town.queue.items()[1].id);
    QCOMPARE(seedsOf(town.queue).join(QString()), QStringLiteral("13"));
    town.undo.undo();
    QCOMPARE(seedsOf(town.queue).join(QString()), QStringLiteral("123"));
    town.queue.remove(QStringLiteral("nothing"));
    QCOMPARE(town.queue.items().size(), 3U);
}

void tst_TrainingQueue::heldBeginsNothing()
{
    QueueTown town;
    QSignalSpy finished(&town.training, &ui::TrainingController::finished);
    town.queue.add(named(QStringLiteral("1")));
    town.queue.add(named(QStringLiteral("2")));
    town.queue.setHeld(true);
    QTRY_COMPARE(finished.size(), 1);
    QTest::qWait(50);
    QCOMPARE(town.queue.items().size(), 1U);
    QVERIFY(!town.training.busy());
    town.queue.setHeld(false);
    QTRY_COMPARE(finished.size(), 2);
}

void tst_TrainingQueue::blockedBeginsNothing()
{
    QueueTown town;
    town.queue.setBlocked(true);
    town.queue.add(named(QStringLiteral("1")));
    QVERIFY(!town.training.busy());
    QCOMPARE(town.queue.items().size(), 1U);
    town.queue.setBlocked(false);
    QVERIFY(town.training.busy());
    QTRY_VERIFY(!town.training.busy());
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
    test::NoisyTown town;
    {
        ui::TrainingController training(town.noisy());
        training.start(test::NoisyTown::learn(200, kSlowBatchMs));
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
    test::NoisyTown town;
    ui::TrainingController training(town.noisy());
    training.start(test::NoisyTown::learn(200, kSlowBatchMs));
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
    test::NoisyTown town;
    ui::TrainingController training(town.noisy());
    training.start(test::NoisyTown::learn(200, kSlowBatchMs));
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
