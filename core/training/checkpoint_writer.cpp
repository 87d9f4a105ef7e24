// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/checkpoint_writer.h"

#include <QDateTime>
#include <QLoggingCategory>

#include <algorithm>

namespace belvedere {

namespace {

Q_LOGGING_CATEGORY(logCheckpoint, "belvedere.training")

constexpr double kLeastSeconds = 10.0;
constexpr double kMostShare = 0.05; // of the training, spent on writing

} // namespace

bool CheckpointWriter::offer(TrainingCheckpoint checkpoint)
{
    const double due = m_lastKept + std::max(kLeastSeconds, m_writeSeconds / kMostShare);
    if (m_clock.seconds() >= due || m_hooks.pausing())
        return keep(checkpoint);
    m_held = std::move(checkpoint);
    return false;
}

bool CheckpointWriter::keepBeforePause()
{
    if (!m_held || !m_hooks.pausing())
        return false;
    TrainingCheckpoint checkpoint = std::move(*m_held);
    return keep(checkpoint);
}

bool CheckpointWriter::keep(TrainingCheckpoint &checkpoint)
{
    m_held.reset();
    const double before = m_clock.seconds();
    checkpoint.info.written = QDateTime::currentMSecsSinceEpoch();
    checkpoint.info.record.epochs.back().checkpoint = true;
    const Result<> kept = m_hooks.onCheckpoint(checkpoint);
    m_lastKept = m_clock.seconds();
    m_writeSeconds = m_lastKept - before;
    if (!kept)
        qCWarning(logCheckpoint, "no checkpoint: %s", qUtf8Printable(kept.error().message()));
    return kept.has_value();
}

} // namespace belvedere
