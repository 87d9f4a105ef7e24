// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_layer.h"
#include "map/map_legend.h"
#include "map/map_tip.h"
#include "safety/privacy.h"
#include "safety/safety_data.h"

namespace belvedere::ui {

/// What decides which places incidents are shown at.
struct PlacesQuery
{
    SafetyChoice choice;
    UtcMs to = 0; ///< end of the period
    double cellM = 250.0; ///< edge of the smallest squares; see clusterCellM()

    [[nodiscard]] QString key() const;
};

/// Squares grow with the scale of the map, so that symbols do not cover each other, and are never
/// so small that they would say more than k allows.
[[nodiscard]] double clusterCellM(double metersPerPixel, int k);

/// Incidents of a period at places that each stand for at least k of them.
struct IncidentPlaces
{
    PlacesQuery query;
    PublicPlaces places;
    std::vector<std::vector<std::pair<QString, int>>> types; ///< [places], the most frequent first
    LocalProjection projection;
    std::shared_ptr<const PointGeometry> points; ///< [places]
    std::shared_ptr<const LayerAttributes> attributes;

    [[nodiscard]] MapTip tip(int place) const;
    [[nodiscard]] LegendContent legend() const;
};

[[nodiscard]] Result<std::shared_ptr<const IncidentPlaces>> makePlaces(const IncidentTable &table,
    const belvedere::TimeRange &period, const PlacesQuery &query, const LocalProjection &projection,
    const TaskContext &context);

} // namespace belvedere::ui
