// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/incident_counts.h"
#include "data/store/store.h"

namespace belvedere {

/// Counts incidents into the data set that the specification names, a new one or one that was
/// counted alike before.
/// @return the errors of countIncidents(), checkSameCounting() and the store.
[[nodiscard]] Result<IncidentCounts> storeCounts(Store &store, const IncidentTable &table,
    const CountSpec &spec, const TaskContext &context = {});

} // namespace belvedere
