// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"

#include <QElapsedTimer>

namespace belvedere {

/// Measures time spent working. TaskContext::cancelled() waits while the work is paused, so time
/// spent inside it is what has to be left out. For one thread.
class WorkClock
{
public:
    explicit WorkClock(const TaskContext &context)
        : m_context(context)
    {
        m_timer.start();
    }

    /// Asks the context; a pause there does not count.
    bool cancelled()
    {
        const qint64 before = m_timer.nsecsElapsed();
        const bool cancelled = m_context.cancelled();
        m_pausedNs += m_timer.nsecsElapsed() - before;
        return cancelled;
    }

    /// Since construction, without pauses.
    [[nodiscard]] double seconds() const
    {
        return static_cast<double>(m_timer.nsecsElapsed() - m_pausedNs) * 1e-9;
    }

private:
    const TaskContext &m_context;
    QElapsedTimer m_timer;
    qint64 m_pausedNs = 0;
};

} // namespace belvedere
