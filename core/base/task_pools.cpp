// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/task_pools.h"

#include <QThread>

#include <algorithm>

namespace belvedere {

TaskPools::TaskPools()
{
    training.setMaxThreadCount(1);
    training.setExpiryTimeout(-1);
    training.setThreadPriority(QThread::LowPriority);
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
