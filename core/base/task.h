// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QFuture>
#include <QPromise>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <exception>
#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

namespace belvedere {

/// What a long computation may say and ask. Two plain functions, so that algorithms run
/// unchanged in tests, on the command line and behind a window.
struct TaskContext
{
    /// Work done of work in all, any unit; total 0 = unknown. Call freely: it is cheap.
    std::function<void(qint64 done, qint64 total, const QString &text)> progress
        = [](qint64, qint64, const QString &) {};
    /// True once the caller wants the work to stop; look at least every 50 ms. While the caller
    /// has paused the work, this call waits.
    std::function<bool()> cancelled = [] { return false; };
    /// Threads that a numerical library may use inside this task.
    int threads = 1;
};

/// Work that a pool has taken on. The future holds exactly one Result, or none when cancelled
/// before it began; it never holds an exception.
template<class T> using Task = QFuture<Result<T>>;

namespace detail {

inline constexpr int kProgressScale = 1000;

template<class P> TaskContext contextOf(QPromise<P> &promise, int threads)
{
    promise.setProgressRange(0, kProgressScale);
    TaskContext context;
    context.threads = threads;
    context.progress = [&promise](qint64 done, qint64 total, const QString &text) {
        const auto value = total > 0 ? int(double(done) / double(total) * kProgressScale) : 0;
        promise.setProgressValueAndText(value, text);
    };
    context.cancelled = [&promise] {
        promise.suspendIfRequested();
        return promise.isCanceled();
    };
    return context;
}

/// Calls `work` and turns whatever it throws into an Error.
template<class R, class F> R guarded(F &&work)
{
    try {
        return work();
    } catch (const std::bad_alloc &) {
        return failure(Errc::Internal, QT_TRANSLATE_NOOP("Error", "Not enough memory."));
    } catch (const std::exception &e) {
        return failure(Errc::Internal,
            QT_TRANSLATE_NOOP("Error", "Internal error: %1. Please report it."),
            {QString::fromUtf8(e.what())});
    }
}

} // namespace detail

/// Runs `work(TaskContext &) -> Result<T>` on `pool`. `work` must own what it uses: values,
/// implicitly shared Qt types, or shared_ptr<const T>; never a QObject or `this`.
template<class F> auto runTask(QThreadPool &pool, F work, int threads = 1)
{
    using R = std::invoke_result_t<F &, TaskContext &>;
    return QtConcurrent::run(&pool, [work = std::move(work), threads](QPromise<R> &promise) mutable {
        TaskContext context = detail::contextOf(promise, threads);
        promise.addResult(detail::guarded<R>([&] { return work(context); }));
    });
}

/// Runs `work(TaskContext &, emit) -> void` where `emit(Event)` adds one result to the future.
/// A late reader finds all earlier events in the future, so nothing needs a second store.
template<class Event, class F> QFuture<Event> runStream(QThreadPool &pool, F work, int threads = 1)
{
    return QtConcurrent::run(
        &pool, [work = std::move(work), threads](QPromise<Event> &promise) mutable {
            TaskContext context = detail::contextOf(promise, threads);
            work(context, [&promise](Event event) { promise.addResult(std::move(event)); });
        });
}

} // namespace belvedere
