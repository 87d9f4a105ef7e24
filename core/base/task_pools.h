// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThreadPool>

namespace belvedere {

/// The program's own thread pools; the global pool is left to Qt. Made once in main() and passed
/// by reference; the destructor waits for what still runs.
struct TaskPools
{
    TaskPools();

    /// One thread, never expiring: torch's generator and thread count belong to a thread, so one
    /// training at a time makes runs repeatable.
    QThreadPool training;
    QThreadPool inference; ///< one thread
    QThreadPool io; ///< two threads: files and databases
    QThreadPool search; ///< one thread: what a person types, answered at once
    QThreadPool render; ///< one thread: pictures of the map
};

/// Threads that a training may use: all but one, which stays with the window.
[[nodiscard]] int trainingThreads();

} // namespace belvedere
