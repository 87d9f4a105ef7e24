// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/training_controller.h"

#include "town.h"
#include "training/run_archive.h"

#include <QSignalSpy>
#include <QTest>

using namespace belvedere;
using namespace belvedere::ui;
using State = ui::TrainingController::State;

namespace {
constexpr int kWithinMs = 1000; // what a person may have to wait for the end
constexpr int kSlowBatches = 10;
constexpr int kSlowBatchMs = 10;
} // namespace

class tst_TrainingController : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void keepsTheRun();
    void baselineIsTrainedToo();
    void pauseReallyPauses();
    void cancelStoresNothing_data();
    void cancelStoresNothing();
    void cancelledByTheStatusLine();
    void finishNowKeepsTheBest();
    void failureIsTold();
    void failedStoringIsTold();
    void goneWhileRunning();
    void anotherCityWhileRunning();
    void secondStartIsIgnored();
    void remainingTime();

private:
    static void startSlowly(ui::TrainingController &controller, const QJsonArray &biases = {3, 2})
    {
        controller.start(test::Town::spec(biases, 1000, kSlowBatches, kSlowBatchMs));
    }
};

void tst_TrainingController::keepsTheRun()
{
    test::Town town;
    ui::TrainingController controller(town.context());
    QSignalSpy epochs(&controller, &ui::TrainingController::epochDone);
    QSignalSpy finished(&controller, &ui::TrainingController::finished);
    QSignalSpy begun(&controller, &ui::TrainingController::taskStarted);
    QSignalSpy ended(&controller, &ui::TrainingController::taskFinished);

    controller.start(test::Town::spec({5, 2, 3}, 3));
    QVERIFY(controller.busy());
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(controller.state(), State::Idle);
    QCOMPARE(epochs.size(), 3);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(controller.epochs()[std::size_t(i)].epoch, i + 1);
    QVERIFY(controller.plan().has_value());
    QCOMPARE(controller.plan()->siteCount, 2);
    QCOMPARE(controller.plan()->unit, QStringLiteral("km/h"));
    QCOMPARE(begun.size(), 1);
    QCOMPARE(ended.size(), 1);
    QCOMPARE(ended[0][0], begun[0][0]);

    const auto record = finished[0][0].value<RunRecord>();
    QCOMPARE(record.bestEpoch, 2);
    QCOMPARE(town.runCount(), 1U);
    QVERIFY(RunArchive(town.store).model(record.id).has_value());
}

void tst_TrainingController::baselineIsTrainedToo()
{
    test::Town town;
    ui::TrainingController controller(town.context());
    QSignalSpy finished(&controller, &ui::TrainingController::finished);
    TrainSpec spec = test::Town::spec({}, 30);
    spec.model = QStringLiteral("copy");
    spec.options = {};
    controller.start(spec);
    QTRY_COMPARE(finished.size(), 1);
    // The series is constant: repeating the last value makes no error.
    QVERIFY(finished[0][0].value<RunRecord>().test.all.mae < 1e-6);
}

void tst_TrainingController::pauseReallyPauses()
{
    test::Town town;
    ui::TrainingController controller(town.context());
    startSlowly(controller);
    QTRY_VERIFY(controller.epochs().size() >= 2);
    controller.pause();
    QCOMPARE(controller.state(), State::Pausing);
    QTRY_COMPARE(controller.state(), State::Paused);

    const auto before = controller.epochs().size();
    const double elapsed = controller.elapsedSeconds();
    QTest::qWait(4 * kSlowBatches * kSlowBatchMs); // four epochs' worth
    QCOMPARE(controller.epochs().size(), before);
    QCOMPARE(controller.elapsedSeconds(), elapsed);

    controller.resume();
    QCOMPARE(controller.state(), State::Running);
    QTRY_VERIFY(controller.epochs().size() >= before + 2);
}

void tst_TrainingController::cancelStoresNothing_data()
{
    QTest::addColumn<QString>("when");
    QTest::newRow("atOnce") << QStringLiteral("atOnce");
    QTest::newRow("running") << QStringLiteral("running");
    QTest::newRow("pausing") << QStringLiteral("pausing");
    QTest::newRow("paused") << QStringLiteral("paused");
    QTest::newRow("finishing") << QStringLiteral("finishing");
}

void tst_TrainingController::cancelStoresNothing()
{
    QFETCH(const QString, when);
    test::Town town;
    ui::TrainingController controller(town.context());
    QSignalSpy cancelled(&controller, &ui::TrainingController::cancelled);
    QSignalSpy finished(&controller, &ui::TrainingController::finished);
    QSignalSpy ended(&controller, &ui::TrainingController::taskFinished);
    startSlowly(controller);
    if (when != QLatin1String("atOnce"))
        QTRY_VERIFY(!controller.epochs().empty());
    if (when.startsWith(QLatin1String("paus")))
        controller.pause();
    if (when == QLatin1String("paused"))
        QTRY_COMPARE(controller.state(), State::Paused);
    if (when == QLatin1String("finishing"))
        controller.finishNow();

    controller.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(controller.state(), State::Idle, kWithinMs);
    QCOMPARE(cancelled.size(), 1);
    QCOMPARE(ended.size(), 1);
    QCOMPARE(finished.size(), 0);
    QVERIFY(town.pools.training.waitForDone(kWithinMs));
    QCOMPARE(town.runCount(), 0U);
}

void tst_TrainingController::cancelledByTheStatusLine()
{
    test::Town town;
    ui::TrainingController controller(town.context());
    QSignalSpy begun(&controller, &ui::TrainingController::taskStarted);
    QSignalSpy cancelled(&controller, &ui::TrainingController::cancelled);
    QSignalSpy failed(&controller, &ui::TrainingController::failed);
    startSlowly(controller);
    QTRY_VERIFY(!controller.epochs().empty());
    auto progress = begun[0][1].value<QFuture<void>>();
    progress.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(cancelled.size(), 1, kWithinMs);
    QCOMPARE(failed.size(), 0);
    QCOMPARE(controller.state(), State::Idle);
    QCOMPARE(town.runCount(), 0U);
}

void tst_TrainingController::finishNowKeepsTheBest()
{
    test::Town town;
    ui::TrainingController controller(town.context());
    QSignalSpy finished(&controller, &ui::TrainingController::finished);
    startSlowly(controller, {5, 2, 3});
    QTRY_VERIFY(controller.epochs().size() >= 3);
    controller.finishNow();
    QCOMPARE(controller.state(), State::Finishing);
    QTRY_COMPARE(finished.size(), 1);
    const auto record = finished[0][0].value<RunRecord>();
    QCOMPARE(record.bestEpoch, 2);
    QCOMPARE(record.stopReason, QStringLiteral("stopped"));
    QVERIFY(std::abs(record.test.all.mae - 2.0) < 1e-5);
    QCOMPARE(town.runCount(), 1U);
}

void tst_TrainingController::failureIsTold()
{
    test::Town town;
    ui::TrainingController controller(town.context());
    QSignalSpy failed(&controller, &ui::TrainingController::failed);
    TrainSpec spec = test::Town::spec({1}, 3);
    spec.dataset = QStringLiteral("nowhere");
    controller.start(spec);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].value<Error>().code, Errc::NotFound);
    QVERIFY(!controller.busy());

    // A failure is no end: the next training runs.
    QSignalSpy finished(&controller, &ui::TrainingController::finished);
    controller.start(test::Town::spec({1}, 2));
    QTRY_COMPARE(finished.size(), 1);
}

void tst_TrainingController::failedStoringIsTold()
{
    test::Town town;
    town.store->beforeDocuments = [](const QString &) -> Result<> {
        return failure(Errc::Io, "The disk is full.");
    };
    ui::TrainingController controller(town.context());
    QSignalSpy failed(&controller, &ui::TrainingController::failed);
    controller.start(test::Town::spec({1}, 2));
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].value<Error>().code, Errc::Io);
    QCOMPARE(town.runCount(), 0U);
    QVERIFY(!controller.busy());
}

void tst_TrainingController::goneWhileRunning()
{
    test::Town town;
    auto controller = std::make_unique<ui::TrainingController>(town.context());
    startSlowly(*controller);
    QTRY_VERIFY(!controller->epochs().empty());
    controller.reset();
    QVERIFY(town.pools.training.waitForDone(kWithinMs));
    QCoreApplication::processEvents();
    QCOMPARE(town.runCount(), 0U);
}

void tst_TrainingController::anotherCityWhileRunning()
{
    test::Town town;
    test::Town other;
    ui::TrainingController controller(town.context());
    startSlowly(controller);
    QTRY_VERIFY(!controller.epochs().empty());
    controller.setStore(other.store);
    QTRY_COMPARE_WITH_TIMEOUT(controller.state(), State::Idle, kWithinMs);
    QSignalSpy finished(&controller, &ui::TrainingController::finished);
    controller.start(test::Town::spec({1}, 2));
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(town.runCount(), 0U);
    QCOMPARE(other.runCount(), 1U);
}

void tst_TrainingController::secondStartIsIgnored()
{
    test::Town town;
    ui::TrainingController controller(town.context());
    QSignalSpy begun(&controller, &ui::TrainingController::taskStarted);
    startSlowly(controller);
    controller.start(test::Town::spec({1}, 2));
    QCOMPARE(begun.size(), 1);
    QCOMPARE(controller.spec().epochs, 1000);
}

void tst_TrainingController::remainingTime()
{
    test::Town town;
    ui::TrainingController controller(town.context());
    TrainSpec spec = test::Town::spec({2}, 1000, kSlowBatches, kSlowBatchMs);
    spec.budgetSeconds = 30.0;
    controller.start(spec);
    QVERIFY(!controller.remainingSeconds());
    QTRY_VERIFY(controller.remainingSeconds() && !controller.epochs().empty());
    // A thousand epochs of a tenth of a second would take longer than the limit.
    QVERIFY(*controller.remainingSeconds() <= 30.0);
    QVERIFY(*controller.remainingSeconds() > 20.0);
    QVERIFY(*controller.windowsPerSecond() > 0.0);
}

QTEST_GUILESS_MAIN(tst_TrainingController)
#include "tst_training_controller.moc"
