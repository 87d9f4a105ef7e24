// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/registry.h"

namespace belvedere {

/// Everything a training needs from a city: histories of data set and partners, the model to
/// start from, the incumbent. Channels that were left open are filled into `spec`, and a model
/// named as its start is replaced by its run.
/// @return Errc::NotFound naming what there is.
[[nodiscard]] Result<TrainInputs> loadTrainInputs(std::shared_ptr<Store> store, TrainSpec &spec);

/// The same for going on where a checkpoint was taken; `spec` becomes that of the checkpoint.
[[nodiscard]] Result<TrainInputs> loadTrainInputs(
    std::shared_ptr<Store> store, TrainingCheckpoint checkpoint, TrainSpec &spec);

} // namespace belvedere
