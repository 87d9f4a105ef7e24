// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/backdrop.h"
#include "map/map_layer.h"
#include "plan/road_index.h"

#include <memory>
#include <vector>

namespace belvedere::ui {

/// Names of the layers of the planner's map.
namespace planlayer {
inline const QString kLinks = QStringLiteral("plan-links"); ///< feature = link of the base
inline const QString kAdded = QStringLiteral("plan-added"); ///< feature = link behind those
inline const QString kBundle = QStringLiteral("plan-bundle"); ///< feature = link of the base
inline const QString kEdited = QStringLiteral("plan-edited"); ///< feature = edited place
inline const QString kZones = QStringLiteral("plan-zones"); ///< feature = zone
} // namespace planlayer

/// What stands still on the planner's map; made off the GUI thread.
struct PlanScene
{
    std::shared_ptr<const BaseCase> base;
    std::shared_ptr<const RoadIndex> roads;
    LocalProjection projection;
    std::vector<MapLayer> ground; ///< below the traffic
    std::vector<MapLayer> names; ///< above it
    std::shared_ptr<const LineGeometry> links; ///< null without places
    std::shared_ptr<const PointGeometry> zones; ///< null without places
    BoundingBox focus;
    QString attribution;

    [[nodiscard]] PointM middleOf(std::size_t link) const;
};

/// @param city, backdrop  drawn below where the base case lies in that city; may be null.
[[nodiscard]] std::shared_ptr<const PlanScene> buildPlanScene(
    const std::shared_ptr<const BaseCase> &base, const RoadNetwork *city, const Backdrop *backdrop);

} // namespace belvedere::ui
