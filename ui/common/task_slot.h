// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/on_finished.h"

#include <cstdint>
#include <memory>

namespace belvedere::ui {

/// Holds at most one live task. Starting another one cancels it, and its result, should it still
/// come, is dropped: for questions that the person has since asked anew. GUI thread only.
template <class T> class TaskSlot
{
public:
    /// `receiver` is usually the owner of the slot.
    explicit TaskSlot(QObject *receiver)
        : m_receiver(receiver)
    {
    }
    ~TaskSlot() { cancel(); }
    Q_DISABLE_COPY_MOVE(TaskSlot)

    /// Calls done(Result<T>) unless another start or cancel comes first.
    template <class F> void start(Task<T> task, F done)
    {
        cancel();
        m_task = task;
        m_running = true;
        onFinished(task, m_receiver,
            [this, alive = std::weak_ptr<Alive>(m_alive), generation = m_generation,
                done = std::move(done)](Result<T> result) mutable {
                if (alive.expired() || generation != m_generation)
                    return;
                m_running = false;
                m_task = {};
                done(std::move(result));
            });
    }

    /// Asks the task to stop and forgets it; done is not called.
    void cancel()
    {
        ++m_generation;
        m_task.cancel();
        m_task = {};
        m_running = false;
    }

    [[nodiscard]] bool running() const { return m_running; }
    /// The live task, for progress; a default one if there is none.
    [[nodiscard]] const Task<T> &task() const { return m_task; }

private:
    struct Alive
    {
    };

    QObject *m_receiver;
    std::shared_ptr<Alive> m_alive = std::make_shared<Alive>();
    Task<T> m_task;
    std::uint64_t m_generation = 0;
    bool m_running = false;
};

} // namespace belvedere::ui
