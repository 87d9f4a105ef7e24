// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training/trainer.h"

namespace belvedere {

/// Whether a specification makes sense in itself and fits what it was given.
/// @return Errc::Usage naming the field; Errc::Numeric for data without sites.
[[nodiscard]] Result<> checkTraining(const TrainSpec &spec, const TrainInputs &inputs);

/// Whether a training may go on from a checkpoint and give the numbers it would have given.
/// @param now  of the training: specification, data hash, code version.
/// @return Errc::Usage naming the checkpoint and what is different.
[[nodiscard]] Result<> checkResume(const TrainingCheckpoint &checkpoint, const RunRecord &now,
    const std::vector<QString> &partnerHashes);

} // namespace belvedere
