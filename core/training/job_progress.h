// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training/work_clock.h"

#include <algorithm>

namespace belvedere {

/// Tells the caller of a long job how much of it is done, from the progress of its parts. The
/// unit of work is a forecast of one window; a fit goes forward and back.
class JobProgress
{
public:
    static constexpr qint64 kFitCost = 3;
    static constexpr qint64 kForecastCost = 1;

    /// All must outlive it.
    JobProgress(const TaskContext &context, WorkClock &clock, int threads)
        : m_context(context)
        , m_clock(clock)
        , m_threads(threads)
    {
    }

    void setTotal(qint64 work) { m_total = work; }
    /// Whatever the parts before took, so much remains.
    void setRemaining(qint64 work) { m_done = m_total - work; }
    /// Asked between batches before the caller may make the work wait.
    void setBeforeAsking(std::function<void()> before) { m_beforeAsking = std::move(before); }

    /// A context for the next `work` units; its cancelled() also asks `alsoStop`.
    /// @param text  QT_TRANSLATE_NOOP("Task", …)
    [[nodiscard]] TaskContext part(
        qint64 work, const char *text, std::function<bool()> alsoStop = {})
    {
        TaskContext context;
        context.threads = m_threads;
        const qint64 begin = m_done;
        m_done += work;
        context.progress = [this, begin, work, text](qint64 done, qint64 total, const QString &) {
            const double share =
                total > 0 ? static_cast<double>(done) / static_cast<double>(total) : 0.0;
            const auto inPart = static_cast<qint64>(share * static_cast<double>(work));
            m_context.progress(
                begin + std::clamp<qint64>(inPart, 0, work), m_total, QString::fromLatin1(text));
        };
        context.cancelled = [this, alsoStop = std::move(alsoStop)] {
            m_beforeAsking();
            return m_clock.cancelled() || (alsoStop && alsoStop());
        };
        context.progress(0, 1, {});
        return context;
    }

private:
    const TaskContext &m_context;
    WorkClock &m_clock;
    int m_threads;
    qint64 m_done = 0;
    qint64 m_total = 0;
    std::function<void()> m_beforeAsking = [] {};
};

} // namespace belvedere
