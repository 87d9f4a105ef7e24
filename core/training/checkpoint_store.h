// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training/training_checkpoint.h"

#include <map>

class QLockFile;

namespace belvedere {

/// Keeps the latest checkpoint of each training as `models/checkpoints/<id>.checkpoint` in the
/// city folder, whole or not at all. A training that writes holds its checkpoint until remove()
/// or the end of the store, so that two processes do not go on from the same one. One a training;
/// for one thread at a time.
class CheckpointStore
{
public:
    explicit CheckpointStore(const QString &cityDirectory);
    ~CheckpointStore();
    CheckpointStore(const CheckpointStore &) = delete;
    CheckpointStore &operator=(const CheckpointStore &) = delete;

    /// Replaces the former one of the same training.
    /// @return Errc::Busy if another process or store works on it; Errc::Io.
    [[nodiscard]] Result<> write(const TrainingCheckpoint &checkpoint);
    /// Of trainings that nobody works on, newest first; damaged ones are left out.
    [[nodiscard]] Result<std::vector<CheckpointInfo>> unfinished() const;
    /// @return Errc::NotFound listing what exists; Errc::Schema if it is damaged.
    [[nodiscard]] Result<TrainingCheckpoint> read(const QString &id) const;
    /// Once the run is kept or thrown away; one that is not there is no error.
    /// @return Errc::Busy if another process or store works on it; Errc::Io.
    [[nodiscard]] Result<> remove(const QString &id);

private:
    [[nodiscard]] QString fileOf(const QString &id) const;
    [[nodiscard]] Result<> hold(const QString &id);

    QString m_folder;
    std::map<QString, std::unique_ptr<QLockFile>> m_held;
};

} // namespace belvedere
