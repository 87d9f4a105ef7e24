// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/task.h"
#include "base/task_pools.h"
#include "support/verify_ok.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>
#include <new>
#include <stdexcept>

using namespace belvedere;

class tst_Task : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesItsResult();
    void runsOnItsPool();
    void exceptionsBecomeErrors_data();
    void exceptionsBecomeErrors();
    void cancelIsSeen();
    void cancelledBeforeItBegan();
    void suspensionWaits();
    void cancelEndsSuspension();
    void reportsProgress();
    void streamKeepsAllEvents();
    void contextWithoutRunner();
    void poolsHaveTheirSizes();

private:
    TaskPools m_pools;
};

void tst_Task::givesItsResult()
{
    auto task = runTask(m_pools.io, [](TaskContext &) -> Result<int> { return 42; });
    static_assert(std::is_same_v<decltype(task), Task<int>>);
    task.waitForFinished();
    QCOMPARE(task.resultCount(), 1);
    QCOMPARE(*task.result(), 42);
    auto failing =
        runTask(m_pools.io, [](TaskContext &) -> Result<> { return failure(Errc::Numeric, "no"); });
    failing.waitForFinished();
    QCOMPARE(failing.result().error().code, Errc::Numeric);
}

void tst_Task::runsOnItsPool()
{
    const auto current = [](TaskContext &context) -> Result<std::pair<QThread *, int>> {
        return std::pair(QThread::currentThread(), context.threads);
    };
    QThread *trained = nullptr;
    for (int i = 0; i < 3; ++i) {
        auto task = runTask(m_pools.training, current, 3);
        QTRY_VERIFY(task.isFinished()); // waitForFinished() would run it in this thread
        const auto ran = task.result();
        VERIFY_OK(ran);
        QVERIFY(ran->first != QThread::currentThread());
        QVERIFY(!trained || ran->first == trained); // always the same one
        trained = ran->first;
        QCOMPARE(ran->second, 3);
    }
}

void tst_Task::exceptionsBecomeErrors_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text");
    QTest::newRow("runtime_error") << 0 << QStringLiteral("boom");
    QTest::newRow("bad_alloc") << 1 << QStringLiteral("memory");
}

void tst_Task::exceptionsBecomeErrors()
{
    QFETCH(const int, kind);
    QFETCH(const QString, text);
    auto task = runTask(m_pools.io, [kind](TaskContext &) -> Result<int> {
        if (kind == 0)
            throw std::runtime_error("boom");
        throw std::bad_alloc();
    });
    task.waitForFinished();
    const auto result = task.result();
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, Errc::Internal);
    QVERIFY2(result.error().message().contains(text), qPrintable(result.error().message()));
}

void tst_Task::cancelIsSeen()
{
    QSemaphore started;
    std::atomic<bool> ended = false;
    auto task = runTask(m_pools.io, [&](TaskContext &context) -> Result<int> {
        started.release();
        while (!context.cancelled())
            QThread::msleep(1);
        ended = true;
        return cancelledFailure();
    });
    started.acquire();
    QElapsedTimer timer;
    timer.start();
    task.cancel();
    task.waitForFinished();
    QTRY_VERIFY(ended);
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(task.isCanceled());
}

void tst_Task::cancelledBeforeItBegan()
{
    QSemaphore blocker;
    std::atomic<bool> ran = false;
    auto first = runTask(m_pools.inference, [&](TaskContext &) -> Result<> {
        blocker.acquire();
        return {};
    });
    auto second = runTask(m_pools.inference, [&](TaskContext &) -> Result<> {
        ran = true;
        return {};
    });
    second.cancel();
    blocker.release();
    first.waitForFinished();
    m_pools.inference.waitForDone();
    QVERIFY(!ran);
    QCOMPARE(second.resultCount(), 0);
}

void tst_Task::suspensionWaits()
{
    std::atomic<int> rounds = 0;
    QSemaphore started;
    auto task = runTask(m_pools.io, [&](TaskContext &context) -> Result<> {
        started.release();
        while (!context.cancelled()) {
            ++rounds;
            QThread::msleep(1);
        }
        return cancelledFailure();
    });
    started.acquire();
    QTRY_VERIFY(rounds > 3);
    task.suspend();
    QTRY_VERIFY(task.isSuspended());
    const int stopped = rounds;
    QTest::qWait(50);
    QVERIFY(rounds <= stopped + 1);
    task.resume();
    QTRY_VERIFY(rounds > stopped + 3);
    task.cancel();
    task.waitForFinished();
    m_pools.io.waitForDone();
}

void tst_Task::cancelEndsSuspension()
{
    QSemaphore started;
    auto task = runTask(m_pools.io, [&](TaskContext &context) -> Result<> {
        started.release();
        while (!context.cancelled())
            QThread::msleep(1);
        return cancelledFailure();
    });
    started.acquire();
    task.suspend();
    QTRY_VERIFY(task.isSuspended());
    task.cancel();
    QVERIFY(m_pools.io.waitForDone(2000));
}

void tst_Task::reportsProgress()
{
    QSemaphore watched;
    QFutureWatcher<Result<>> watcher;
    QSignalSpy spy(&watcher, &QFutureWatcherBase::progressValueChanged);
    watcher.setFuture(runTask(m_pools.io, [&](TaskContext &context) -> Result<> {
        watched.acquire();
        context.progress(1, 4, QStringLiteral("a quarter"));
        context.progress(5, 0, QStringLiteral("unknown"));
        context.progress(4, 4, QStringLiteral("done"));
        return {};
    }));
    watched.release();
    QTRY_VERIFY(watcher.isFinished());
    QCOMPARE(watcher.progressMaximum(), 1000);
    QCOMPARE(watcher.progressValue(), 1000);
    QVERIFY(!spy.isEmpty());
}

void tst_Task::streamKeepsAllEvents()
{
    auto events = runStream<int>(m_pools.training, [](TaskContext &, auto emitEvent) {
        for (int i = 0; i < 5; ++i)
            emitEvent(i * i);
    });
    events.waitForFinished();
    QCOMPARE(events.results(), (QList<int>{0, 1, 4, 9, 16}));
}

void tst_Task::contextWithoutRunner()
{
    const TaskContext context;
    context.progress(1, 2, {});
    QVERIFY(!context.cancelled());
    QCOMPARE(context.threads, 1);
}

void tst_Task::poolsHaveTheirSizes()
{
    QCOMPARE(m_pools.training.maxThreadCount(), 1);
    QCOMPARE(m_pools.training.expiryTimeout(), -1);
    QCOMPARE(m_pools.inference.maxThreadCount(), 1);
    QCOMPARE(m_pools.io.maxThreadCount(), 2);
    QVERIFY(trainingThreads() >= 1);
}

QTEST_GUILESS_MAIN(tst_Task)
#include "tst_task.moc"
