// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training/trainer.h"

namespace belvedere {

/// Whether a specification makes sense in itself and fits what it was given.
/// @return Errc::Usage naming the field; Errc::Numeric for data without sites.
[[nodiscard]] Result<> checkTraining(const TrainSpec &spec, const TrainInputs &inputs);

} // namespace belvedere
