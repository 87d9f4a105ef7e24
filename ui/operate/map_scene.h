// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/projection.h"
#include "map/map_layer.h"
#include "operate/city_view.h"
#include "operate/site_state.h"
#include "traffic/link_estimate.h"

#include <memory>
#include <vector>

namespace belvedere::ui {

/// Names of the layers that change with time or can be picked.
namespace layer {
inline const QString kEstimates = QStringLiteral("estimates"); ///< feature = link
inline const QString kSiteLines = QStringLiteral("site-lines"); ///< feature = site
inline const QString kSitePoints = QStringLiteral("site-points"); ///< feature = site
inline const QString kCompanions = QStringLiteral("companions"); ///< feature = companion site
inline const QString kIncidents = QStringLiteral("incidents"); ///< feature = incident
} // namespace layer

/// A site of a quantity that is told beside the main one.
struct CompanionSite
{
    std::size_t companion = 0; ///< position in QuantityBundle::companions
    SiteId site;
};

/// The map's geometry for one quantity of one city, or of its ground alone; made off the GUI
/// thread. Time steps only make attributes for it.
struct MapScene
{
    std::shared_ptr<const CityView> city;
    std::shared_ptr<const QuantityBundle> bundle;
    LocalProjection projection;
    std::vector<MapLayer> layers;
    BoundingBox focus; ///< what to look at first
    LinkEstimator estimator; ///< without links unless roads can be coloured
    std::vector<bool> onLine; ///< [N], the site is drawn as a stretch of road
    std::vector<CompanionSite> companionSites;
    std::vector<std::size_t> incidents; ///< positions in the bundle of those with a place
    int placedSites = 0; ///< sites with a position

    [[nodiscard]] const Incident &incident(std::int32_t feature) const
    {
        return bundle->incidents[incidents[static_cast<std::size_t>(feature)]];
    }
};

[[nodiscard]] std::shared_ptr<const MapScene> buildScene(
    std::shared_ptr<const CityView> city, std::shared_ptr<const QuantityBundle> bundle);

} // namespace belvedere::ui
