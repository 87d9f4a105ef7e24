// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/preferences.h"
#include "operate/map_scene.h"

namespace belvedere::ui {

/// Emergency calls and other moments without duration stay on the map this long.
inline constexpr UtcMs kMomentShownMs = 30 * kMsPerMinute;

/// True if the incident is to be seen; the future holds only what is known now.
[[nodiscard]] bool isShown(const Incident &incident, const TimeContext &time);

/// Null for layers that the scene does not have.
struct SceneAttributes
{
    std::shared_ptr<const LayerAttributes> estimates;
    std::shared_ptr<const LayerAttributes> siteLines;
    std::shared_ptr<const LayerAttributes> sitePoints;
    std::shared_ptr<const LayerAttributes> companions;
    std::shared_ptr<const LayerAttributes> incidents;
};

/// A point has no length to be seen by: symbols are larger than lines are wide.
[[nodiscard]] ValueScale widerForPoints(ValueScale scale);
/// Colours and sizes of sites that are drawn as points.
[[nodiscard]] ValueScale pointScaleOf(const QuantityView &view, SpeedPalette palette);

/// What a time step changes on the map; a few microseconds a site.
/// @param states  of the main quantity, [N].
[[nodiscard]] SceneAttributes attributesAt(const MapScene &scene,
    const std::vector<SiteState> &states, const TimeContext &time, SpeedPalette palette);

/// Colours the sites by `changes` ([N], NaN = missing) instead; estimates have none.
void setDifferences(
    SceneAttributes &attributes, const MapScene &scene, const std::vector<float> &changes);

} // namespace belvedere::ui
