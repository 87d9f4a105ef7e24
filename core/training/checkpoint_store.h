// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training/training_checkpoint.h"

#include <map>

class QLockFile;

namespace belvedere {

/// Keeps the latest checkpoint of each training as `models/checkpoints/<id>.checkpoint` in the
/// city folder, whole or not at all. Who writes or takes a checkpoint holds it until remove() or
/// the end of the store, so that no two processes work on the same one; a process that died
/// holds nothing. For one thread at a time.
class CheckpointStore
{
public:
    explicit CheckpointStore(const QString &cityDirectory);
    ~CheckpointStore();
    CheckpointStore(const CheckpointStore &) = delete;
    CheckpointStore &operator=(const CheckpointStore &) = delete;

    /// Replaces the former one of the same training.
    /// @return Errc::Busy if another process or store holds it; Errc::Io.
    [[nodiscard]] Result<> write(const TrainingCheckpoint &checkpoint);
    /// Of trainings that nobody works on, newest first; damaged ones are left out.
    [[nodiscard]] std::vector<CheckpointInfo> unfinished() const;
    /// To go on from it. @return Errc::NotFound listing what exists; Errc::Schema if it is
    /// damaged; Errc::Busy as write().
    [[nodiscard]] Result<TrainingCheckpoint> take(const QString &id);
    /// Once the run is kept or thrown away; one that is not there is no error.
    /// @return Errc::Busy as write(); Errc::Io.
    [[nodiscard]] Result<> remove(const QString &id);

private:
    [[nodiscard]] QString fileOf(const QString &id) const;
    [[nodiscard]] QStringList ids() const;
    [[nodiscard]] bool heldElsewhere(const QString &id) const;
    [[nodiscard]] Result<> hold(const QString &id);

    QString m_folder;
    std::map<QString, std::unique_ptr<QLockFile>> m_held;
};

} // namespace belvedere
