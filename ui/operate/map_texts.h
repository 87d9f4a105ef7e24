// SPDX-License-Identifier: GPL-3.0-or-later
// What is said about the map's values: the legend and the tooltips.
#pragma once

#include "map/map_legend.h"
#include "operate/map_scene.h"

namespace belvedere::ui {

/// Empty if the scene has nothing on the map to explain.
[[nodiscard]] LegendContent legendOf(
    const MapScene &scene, const std::vector<SiteState> &states, ShownInstant instant);

/// Value, unit, time and source of a feature; empty for layers without values.
/// @param states  of the main quantity at `instant`, [N].
[[nodiscard]] QString tooltipOf(const MapScene &scene, const std::vector<SiteState> &states,
    ShownInstant instant, const QString &layer, std::int32_t feature);

/// Who the data are from, and that they are simulated where they are.
[[nodiscard]] QString captionOf(const MapScene &scene);

} // namespace belvedere::ui
