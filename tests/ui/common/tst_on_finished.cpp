// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/on_finished.h"

#include "common/task_slot.h"

#include <QSemaphore>
#include <QTest>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

using namespace belvedere;
using namespace belvedere::ui;

class tst_OnFinished : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheValue();
    void givesTheError();
    void givesCancelledForWorkThatNeverBegan();
    void worksForFinishedFutures();
    void runsOnTheReceiversThread();
    void noCallAfterTheReceiverDied();
    void leavesNoWatcherBehind();
    void streamsInOrder();
    void streamsThePastToLateReaders();
    void reportsProgress();
    void slotDropsStaleResults();
    void slotCancelsWhenDestroyed();
    void slotForgetsOnCancel();
    void slotCanBeStartedFromItsOwnResult();

private:
    QThreadPool m_pool;
};

namespace {

/// Waits until it is cancelled.
Result<int> untilCancelled(TaskContext &context)
{
    while (!context.cancelled())
        QThread::msleep(1);
    return cancelledFailure();
}

} // namespace

void tst_OnFinished::givesTheValue()
{
    std::optional<Result<int>> got;
    onFinished(runTask(m_pool, [](TaskContext &) -> Result<int> { return 7; }), this,
        [&](Result<int> r) { got = std::move(r); });
    QTRY_VERIFY(got.has_value());
    QVERIFY(got->has_value());
    QCOMPARE(**got, 7);
}

void tst_OnFinished::givesTheError()
{
    std::optional<Result<int>> got;
    onFinished(runTask(m_pool, [](TaskContext &) -> Result<int> { throw std::bad_alloc(); }), this,
        [&](Result<int> r) { got = std::move(r); });
    QTRY_VERIFY(got.has_value());
    QVERIFY(!got->has_value());
    QVERIFY(got->error().code == Errc::Internal);
}

void tst_OnFinished::givesCancelledForWorkThatNeverBegan()
{
    QThreadPool one;
    one.setMaxThreadCount(1);
    QSemaphore gate;
    runTask(one, [&gate](TaskContext &) -> Result<> {
        gate.acquire();
        return {};
    });
    auto queued = runTask(one, [](TaskContext &) -> Result<int> { return 1; });
    std::optional<Result<int>> got;
    onFinished(queued, this, [&](Result<int> r) { got = std::move(r); });
    queued.cancel();
    gate.release();
    QTRY_VERIFY(got.has_value());
    QVERIFY(!got->has_value());
    QVERIFY(got->error().code == Errc::Cancelled);
    one.waitForDone();
}

void tst_OnFinished::worksForFinishedFutures()
{
    auto task = runTask(m_pool, [](TaskContext &) -> Result<int> { return 3; });
    task.waitForFinished();
    bool called = false;
    onFinished(task, this, [&](const Result<int> &r) { called = r && *r == 3; });
    QVERIFY(!called); // never from inside the call
    QTRY_VERIFY(called);
}

void tst_OnFinished::runsOnTheReceiversThread()
{
    QThread *worker = nullptr;
    QThread *here = nullptr;
    onFinished(runTask(m_pool,
                   [&](TaskContext &) -> Result<> {
                       worker = QThread::currentThread();
                       return {};
                   }),
        this, [&](Result<>) { here = QThread::currentThread(); });
    QTRY_VERIFY(here != nullptr);
    QCOMPARE(here, QThread::currentThread());
    QVERIFY(worker != here);
}

void tst_OnFinished::noCallAfterTheReceiverDied()
{
    QSemaphore gate;
    auto receiver = std::make_unique<QObject>();
    bool called = false;
    auto task = runTask(m_pool, [&gate](TaskContext &) -> Result<int> {
        gate.acquire();
        return 1;
    });
    onFinished(task, receiver.get(), [&](Result<int>) { called = true; });
    receiver.reset();
    gate.release();
    task.waitForFinished();
    QTest::qWait(20);
    QVERIFY(!called);
}

void tst_OnFinished::leavesNoWatcherBehind()
{
    QObject receiver;
    int calls = 0;
    for (int i = 0; i < 20; ++i)
        onFinished(runTask(m_pool, [](TaskContext &) -> Result<int> { return 1; }), &receiver,
            [&](Result<int>) { ++calls; });
    QTRY_COMPARE(calls, 20);
    QTRY_VERIFY(receiver.children().isEmpty());
}

void tst_OnFinished::streamsInOrder()
{
    auto stream = runStream<int>(m_pool, [](TaskContext &, auto emitEvent) {
        for (int i = 0; i < 100; ++i)
            emitEvent(i);
    });
    std::vector<int> got;
    bool done = false;
    onResult(stream, this, [&](int value) { got.push_back(value); });
    onFinished(stream, this, [&] { done = true; });
    QTRY_VERIFY(done);
    QCOMPARE(got.size(), std::size_t(100));
    for (int i = 0; i < 100; ++i)
        QCOMPARE(got[std::size_t(i)], i);
}

void tst_OnFinished::streamsThePastToLateReaders()
{
    auto stream = runStream<int>(m_pool, [](TaskContext &, auto emitEvent) {
        emitEvent(1);
        emitEvent(2);
    });
    stream.waitForFinished();
    std::vector<int> got;
    onResult(stream, this, [&](int value) { got.push_back(value); });
    QTRY_COMPARE(got, (std::vector<int>{1, 2}));
}

void tst_OnFinished::reportsProgress()
{
    QSemaphore gate;
    double last = -1.0;
    QString text;
    auto task = runTask(m_pool, [&gate](TaskContext &context) -> Result<> {
        context.progress(1, 4, QStringLiteral("reading"));
        gate.acquire();
        return {};
    });
    onProgress(task, this, [&](double fraction, const QString &what) {
        last = fraction;
        text = what;
    });
    QTRY_COMPARE(text, QStringLiteral("reading"));
    QCOMPARE(last, 0.25);
    gate.release();
}

void tst_OnFinished::slotDropsStaleResults()
{
    TaskSlot<int> slot(this);
    std::vector<int> got;
    // All finish in an order of their own; only the last one counts.
    for (int i = 0; i < 50; ++i) {
        slot.start(runTask(m_pool, [i](TaskContext &) -> Result<int> { return i; }),
            [&](Result<int> r) { got.push_back(r ? *r : -1); });
    }
    QVERIFY(slot.running());
    QTRY_VERIFY(!slot.running());
    QTest::qWait(20);
    QCOMPARE(got, std::vector<int>{49});
}

void tst_OnFinished::slotCancelsWhenDestroyed()
{
    bool called = false;
    Task<int> task = runTask(m_pool, untilCancelled);
    {
        TaskSlot<int> slot(this);
        slot.start(task, [&](Result<int>) { called = true; });
    }
    QTRY_VERIFY(task.isFinished());
    QTest::qWait(20);
    QVERIFY(!called);
}

void tst_OnFinished::slotForgetsOnCancel()
{
    TaskSlot<int> slot(this);
    slot.cancel(); // with nothing to cancel
    bool called = false;
    Task<int> task = runTask(m_pool, untilCancelled);
    slot.start(task, [&](Result<int>) { called = true; });
    slot.cancel();
    QVERIFY(!slot.running());
    QTRY_VERIFY(task.isFinished());
    QTest::qWait(20);
    QVERIFY(!called);
}

void tst_OnFinished::slotCanBeStartedFromItsOwnResult()
{
    TaskSlot<int> slot(this);
    int last = 0;
    slot.start(runTask(m_pool, [](TaskContext &) -> Result<int> { return 1; }), [&](Result<int>) {
        slot.start(runTask(m_pool, [](TaskContext &) -> Result<int> { return 2; }),
            [&](Result<int> r) { last = r ? *r : -1; });
    });
    QTRY_COMPARE(last, 2);
    QVERIFY(!slot.running());
}

QTEST_GUILESS_MAIN(tst_OnFinished)
#include "tst_on_finished.moc"
