// SPDX-License-Identifier: GPL-3.0-or-later
// Alarms on the map: a mark in the middle of each that has a place, and the ground it is about.
#pragma once

#include "city/projection.h"
#include "map/map_layer.h"
#include "map/map_legend.h"
#include "map/map_tip.h"

#include <optional>

namespace belvedere::ui {

class WarningModel;

/// None without alarms that have a place. The features of all are the same alarms.
[[nodiscard]] std::vector<MapLayer> alarmLayers(
    const WarningModel &model, const LocalProjection &projection, const QString &layerId);
[[nodiscard]] std::optional<LegendContent> alarmLegend(const WarningModel &model);
[[nodiscard]] MapTip alarmTip(const WarningModel &model, std::int32_t feature);
/// Empty if there is none.
[[nodiscard]] QString alarmIdOf(const WarningModel &model, std::int32_t feature);

} // namespace belvedere::ui
