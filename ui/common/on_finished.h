// SPDX-License-Identifier: GPL-3.0-or-later
// ui/common owns what every page needs besides its subject: coming back from background work,
// words for errors and numbers, the clock, and a few small widgets. It knows no domain.
#pragma once

#include "base/task.h"

#include <QFutureWatcher>
#include <QObject>

#include <type_traits>
#include <utility>

namespace belvedere::ui {

namespace detail {

template <class T> struct IsResult : std::false_type
{
};
template <class T> struct IsResult<tl::expected<T, Error>> : std::true_type
{
};

/// The outcome of a finished Task; one that was cancelled before it began holds none.
template <class R> R outcomeOf(const QFuture<R> &future)
{
    if (future.resultCount() == 0)
        return cancelledFailure();
    return future.resultAt(0);
}

template <class T, class F> void callFinished(const QFuture<T> &future, F &f)
{
    if constexpr (IsResult<T>::value)
        f(outcomeOf(future));
    else
        f();
}

} // namespace detail

/// Calls `f` on the receiver's thread when the future has finished, also when it has already;
/// never once the receiver is gone. For a Task<T> it is f(Result<T>), where cancelled work gives
/// Errc::Cancelled; for a stream it is f().
template <class T, class F> void onFinished(const QFuture<T> &future, QObject *receiver, F f)
{
    auto *watcher = new QFutureWatcher<T>(receiver);
    QObject::connect(
        watcher, &QFutureWatcherBase::finished, receiver, [watcher, f = std::move(f)]() mutable {
            watcher->deleteLater();
            detail::callFinished(watcher->future(), f);
        });
    watcher->setFuture(future); // after connect: a finished future reports at once
}

/// Calls f(const T &) for each result of a stream in order, those of the past included. After
/// the future was cancelled no more results come; read them from the future if they matter.
template <class T, class F> void onResult(const QFuture<T> &future, QObject *receiver, F f)
{
    auto *watcher = new QFutureWatcher<T>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::resultsReadyAt, receiver,
        [watcher, f = std::move(f)](int begin, int end) mutable {
            for (int i = begin; i < end; ++i)
                f(watcher->resultAt(i));
        });
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(future);
}

/// Calls f(double fraction, const QString &text) as the work reports its progress, 0 … 1.
template <class T, class F> void onProgress(const QFuture<T> &future, QObject *receiver, F f)
{
    auto *watcher = new QFutureWatcher<T>(receiver);
    const auto report = [watcher, f = std::move(f)]() mutable {
        f(double(watcher->progressValue()) / belvedere::detail::kProgressScale, watcher->progressText());
    };
    QObject::connect(watcher, &QFutureWatcherBase::progressTextChanged, receiver, report);
    QObject::connect(watcher, &QFutureWatcherBase::progressValueChanged, receiver, report);
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(future);
}

} // namespace belvedere::ui
