// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training/trainer.h"
#include "training/work_clock.h"

namespace belvedere {

/// Decides which epochs are kept as checkpoints and hands those to TrainerHooks::onCheckpoint.
class CheckpointWriter
{
public:
    /// Both must outlive it.
    CheckpointWriter(const TrainerHooks &hooks, const WorkClock &clock)
        : m_hooks(hooks)
        , m_clock(clock)
    {
    }

    [[nodiscard]] bool wanted() const { return static_cast<bool>(m_hooks.onCheckpoint); }
    /// After an epoch: kept now if enough time has passed, else held back until a pause.
    /// @return whether it was kept.
    bool offer(TrainingCheckpoint checkpoint);
    /// Keeps what was held back if the caller pauses. @return whether it was kept.
    bool keepBeforePause();

private:
    bool keep(TrainingCheckpoint &checkpoint);

    const TrainerHooks &m_hooks;
    const WorkClock &m_clock;
    std::optional<TrainingCheckpoint> m_held;
    double m_lastKept = 0.0; // seconds of training
    double m_writeSeconds = 0.0;
};

} // namespace belvedere
