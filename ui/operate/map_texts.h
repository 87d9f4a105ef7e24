// SPDX-License-Identifier: GPL-3.0-or-later
// What is said about the map's values: the legend and the tips.
#pragma once

#include "common/preferences.h"
#include "map/map_legend.h"
#include "map/map_tip.h"
#include "operate/comparison.h"
#include "operate/map_scene.h"

namespace belvedere::ui {

/// Empty if the scene has nothing on the map to explain.
[[nodiscard]] LegendContent legendOf(const MapScene &scene, const std::vector<SiteState> &states,
    const TimeContext &time, SpeedPalette palette);

/// Of changes against another time.
[[nodiscard]] LegendContent differenceLegendOf(const MapScene &scene,
    const std::vector<float> &changes, const TimeContext &time, const ReferenceStates &against);

/// Value, unit, time, age and source of a feature; empty for layers without values.
/// @param states  of the main quantity at `time`, [N].
[[nodiscard]] MapTip tipOf(const MapScene &scene, const std::vector<SiteState> &states,
    const TimeContext &time, const QString &layer, std::int32_t feature);

/// "Now, Thu 1 Mar 08:05", "Mean of 1 h to …"
[[nodiscard]] QString timeLabel(const TimeContext &time);

/// Who the data and the base map are from, and that they are simulated where they are.
[[nodiscard]] QString captionOf(const MapScene &scene);

} // namespace belvedere::ui
