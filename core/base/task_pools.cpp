// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/task_pools.h"

#include <QThread>

#include <algorithm>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

namespace belvedere {

namespace {

/// This thread yields to the window's. Linux's thread priorities have no steps between "normal" and
/// "only when idle"; the nice value, which is one of a thread there, has.
void stepBack()
{
#ifdef Q_OS_LINUX
    constexpr int kNice = 10;
    setpriority(PRIO_PROCESS, 0, kNice);
#else
    QThread::currentThread()->setPriority(QThread::LowPriority);
#endif
}

} // namespace

TaskPools::TaskPools()
{
    training.setMaxThreadCount(1);
    training.setExpiryTimeout(-1);
    // Its one thread lives as long as the pool, and torch's threads inherit from it.
    training.start(stepBack);
    inference.setMaxThreadCount(1);
    inference.setExpiryTimeout(-1);
    io.setMaxThreadCount(2);
    search.setMaxThreadCount(1);
    render.setMaxThreadCount(1);
}

int trainingThreads()
{
    return std::max(1, QThread::idealThreadCount() - 1);
}

} // namespace belvedere
