// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "city/readers/osm_data.h"
#include "city/readers/osm_reader.h"

namespace belvedere {

/// The roads of resolved data as a network: ways are split where they meet or end, and where the
/// file lacks one of their nodes. Fills the parts of `report` that are about roads.
[[nodiscard]] Result<RoadNetwork> networkOf(
    const OsmData &data, OsmReport &report, const TaskContext &context = {});

} // namespace belvedere
