// SPDX-License-Identifier: GPL-3.0-or-later
// ui/basemap draws what stands still in a city, in the colours of the theme: land, water,
// buildings, railways, roads and names. It knows no measurements and no workspace.
#pragma once

#include "city/backdrop.h"
#include "city/projection.h"
#include "city/road_network.h"
#include "map/map_layer.h"

#include <memory>
#include <vector>

namespace belvedere::ui {

/// Layers that a person switches on and off together start with the same word.
namespace basemap {
inline const QString kRoads = QStringLiteral("roads"); ///< feature = link
inline const QString kBuildings = QStringLiteral("land-building");
inline const QString kWays = QStringLiteral("ways");
inline const QString kRails = QStringLiteral("rails");
inline const QString kPlaces = QStringLiteral("names-places");
inline const QString kStreets = QStringLiteral("names-streets");
inline const QString kWaters = QStringLiteral("names-waters");
} // namespace basemap

/// The ground of a city as layers, from the bottom to the top.
struct BaseMap
{
    std::vector<MapLayer> ground; ///< below what is measured
    std::vector<MapLayer> names; ///< above it
    std::shared_ptr<const LineGeometry> links; ///< [links]; null without a network
    BoundingBox box; ///< of the roads, of the base map where there are none
};

/// Sorts and simplifies: off the GUI thread.
[[nodiscard]] BaseMap makeBaseMap(
    const RoadNetwork &network, const Backdrop &backdrop, const LocalProjection &projection);

} // namespace belvedere::ui
