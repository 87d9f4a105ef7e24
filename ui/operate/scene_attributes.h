// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operate/map_scene.h"

namespace belvedere::ui {

/// Emergency calls and other moments without duration stay on the map this long.
inline constexpr UtcMs kMomentShownMs = 30 * kMsPerMinute;

/// True if the incident is to be seen at `instant`; the future holds only what is known now.
[[nodiscard]] bool isShown(const Incident &incident, ShownInstant instant);

struct SceneAttributes
{
    std::shared_ptr<const LayerAttributes> estimates;
    std::shared_ptr<const LayerAttributes> siteLines;
    std::shared_ptr<const LayerAttributes> sitePoints;
    std::shared_ptr<const LayerAttributes> companions;
    std::shared_ptr<const LayerAttributes> incidents;
};

/// Colours and sizes of sites that are drawn as points.
[[nodiscard]] ValueScale pointScaleOf(const QuantityView &view);

/// What a time step changes on the map; a few microseconds a site.
/// @param states  of the main quantity, [N].
[[nodiscard]] SceneAttributes attributesAt(
    const MapScene &scene, const std::vector<SiteState> &states, ShownInstant instant);

} // namespace belvedere::ui
