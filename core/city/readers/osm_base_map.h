// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "city/backdrop.h"
#include "city/readers/osm_data.h"
#include "city/readers/osm_reader.h"

namespace belvedere {

/// What resolved data shows behind its roads. Areas stand in the order of their kinds, large ones
/// before small ones. Fills the parts of `report` that are about areas.
/// @return Errc::Cancelled only.
[[nodiscard]] Result<Backdrop> baseMapOf(
    OsmData &data, OsmReport &report, const TaskContext &context = {});

} // namespace belvedere
