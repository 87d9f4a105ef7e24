// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/projection.h"
#include "city/road_network.h"
#include "city/site.h"
#include "city/spatial_index.h"

#include <memory>
#include <optional>
#include <vector>

namespace belvedere {

/// A point on a link.
struct LinkMatch
{
    LinkId link;
    double distanceM = 0.0; ///< from the position that was asked for
    LonLat position; ///< on the link
};

/// Finds the roads beside positions. Safe from many threads.
class MapMatcher
{
public:
    /// A sensor's position is often that of its box beside the road.
    static constexpr double kToleranceM = 35.0;

    explicit MapMatcher(std::shared_ptr<const RoadNetwork> network);

    /// The nearest link within the tolerance. Of the two directions of a road it is the one whose
    /// right side the position is on, as far as one can tell; ties go to the more important road.
    [[nodiscard]] std::optional<LinkMatch> nearest(
        LonLat position, double toleranceM = kToleranceM) const;

    /// The link that runs beside a stretch of road in its direction: the one that most of it is
    /// near to, though the position of its middle may be nearer to another.
    [[nodiscard]] std::optional<LinkMatch> along(
        const std::vector<LonLat> &path, double toleranceM = kToleranceM) const;

    /// By the site's path, else by its position; nothing if it has neither or stands on no road.
    [[nodiscard]] std::optional<LinkMatch> match(
        const Site &site, double toleranceM = kToleranceM) const;

private:
    struct Segment
    {
        LinkId link;
        PointM a;
        PointM b;
    };
    struct Near
    {
        LinkId link;
        double distanceM = 0.0;
        PointM foot;
        double cosine = 1.0; ///< between the segment and the heading that was asked for
        bool onRight = true;
    };
    [[nodiscard]] std::vector<Near> linksNear(
        PointM point, double toleranceM, std::optional<PointM> heading) const;

    std::shared_ptr<const RoadNetwork> m_network;
    LocalProjection m_projection;
    std::vector<Segment> m_segments;
    SpatialIndex m_index; // of m_segments
};

} // namespace belvedere
