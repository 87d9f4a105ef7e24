// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/feature_table.h"
#include "safety/hotspot_study.h"

namespace belvedere {

/// Rows are the cells of the area, as squares. Columns: cell ("x3y-2"), value (incidents, or
/// incidents/week for the risk model); of the risk also p10, p90 and chance (of at least one
/// incident, 0 … 1) in the week.
[[nodiscard]] FeatureTable hotspotTable(const StudyArea &area, const HotspotSurface &surface);

/// What a reader needs to judge the surface: cell size, definition of the area, method, and what
/// such data cannot mean.
[[nodiscard]] FileInfo hotspotFileInfo(
    const CellIncidents &incidents, const HotspotSurface &surface, const HotspotSpec &spec);

} // namespace belvedere
