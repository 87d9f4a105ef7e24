// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/model_state.h"

namespace belvedere {

/// The tensor of that name; nullptr if there is none.
[[nodiscard]] const NamedTensor *findTensor(
    const std::vector<NamedTensor> &tensors, const QString &name);

/// Its values; none if there is no such tensor. After checkTensors() there is.
[[nodiscard]] const std::vector<float> &tensorValues(const ModelState &state, const QString &name);

} // namespace belvedere
