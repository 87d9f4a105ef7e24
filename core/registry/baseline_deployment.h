// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/registry.h"

namespace belvedere {

/// Fits the better of the two baselines (seasonal mean, last value) to a channel and makes it
/// live, unless something is live already: the forecast of a new city's first minute, until a
/// person trains a better model.
/// @return the live version; the error of the training if the data are too short for it.
[[nodiscard]] Result<ModelVersion> deployBaseline(std::shared_ptr<Store> store,
    const ForecasterFactory &factory, const QString &dataset, const QString &channel,
    const TaskContext &context = {});

} // namespace belvedere
