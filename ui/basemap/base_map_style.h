// SPDX-License-Identifier: GPL-3.0-or-later
// How each kind of thing on the ground looks. Quiet on purpose: colour belongs to what is
// measured.
#pragma once

#include "city/backdrop.h"
#include "city/road_network.h"
#include "map/map_layer.h"

namespace belvedere::ui {

/// Lines that are drawn, and switched, together.
enum class LineGroup { Boundaries, Waterways, Ways, Rails };
inline constexpr int kLineGroupCount = 4;

[[nodiscard]] LineGroup groupOf(LineKind kind);
[[nodiscard]] QString layerIdOf(LineGroup group);
[[nodiscard]] QString layerIdOf(AreaKind kind);

[[nodiscard]] FeatureStyle styleOf(AreaKind kind);
[[nodiscard]] FeatureStyle styleOf(LineKind kind, bool tunnel);
/// All looks of roads; the width grows with the scale up to a limit.
[[nodiscard]] std::vector<FeatureStyle> roadStyles();
/// Index into roadStyles().
[[nodiscard]] std::uint8_t roadStyleOf(const Link &link);

[[nodiscard]] std::shared_ptr<const LayerAttributes> oneStyle(FeatureStyle style);

} // namespace belvedere::ui
