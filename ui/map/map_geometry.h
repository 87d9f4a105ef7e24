// SPDX-License-Identifier: GPL-3.0-or-later
// Geometry in plane metres, immutable once made and shared between threads. Making it sorts and
// simplifies: do that off the GUI thread. What changes with time is in LayerAttributes.
#pragma once

#include "city/projection.h"
#include "city/spatial_index.h"
#include "map/packed_lines.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <span>
#include <variant>
#include <vector>

namespace belvedere::ui {

class TileImages;

/// The polylines and coarser copies of them, finest first.
struct DetailLevels
{
    std::vector<PolylineSet> levels;

    /// Without the coarser ones if cancelled.
    explicit DetailLevels(
        PolylineSet finest, const std::function<bool()> &cancelled = [] { return false; });
    /// The coarsest that differs from the finest by less than half a pixel.
    [[nodiscard]] const PolylineSet &forScale(double metersPerPixel) const;
    [[nodiscard]] const PolylineSet &finest() const { return levels.front(); }
};

/// Where the features are.
struct FeatureBoxes
{
    std::vector<BoundingBox> boxes; ///< [features]
    BoundingBox all;
    SpatialIndex index;

    explicit FeatureBoxes(std::vector<BoundingBox> featureBoxes);
    /// Features that touch `box`, ascending.
    [[nodiscard]] std::vector<std::int32_t> touching(const BoundingBox &box) const;
};

/// One line a feature; a line of fewer than two points is never drawn.
struct LineGeometry
{
    DetailLevels lines;
    FeatureBoxes where;
    std::vector<PackedLines> packed; ///< by level of `lines`

    /// Null if cancelled.
    [[nodiscard]] static std::shared_ptr<const LineGeometry> make(
        PolylineSet lines, const std::function<bool()> &cancelled = [] { return false; });
    [[nodiscard]] const PackedLines &packedFor(double metersPerPixel) const
    {
        return packed[std::size_t(&lines.forScale(metersPerPixel) - lines.levels.data())];
    }
    [[nodiscard]] std::size_t count() const { return lines.finest().count(); }
};

/// One point a feature.
struct PointGeometry
{
    std::vector<PointM> points;
    FeatureBoxes where;

    [[nodiscard]] static std::shared_ptr<const PointGeometry> make(std::vector<PointM> points);
    [[nodiscard]] std::size_t count() const { return points.size(); }
};

/// One ring or several a feature, filled by the odd-even rule so that a ring in a ring is a hole.
struct AreaGeometry
{
    DetailLevels rings; ///< closed implicitly
    std::vector<std::uint32_t> firstRing; ///< [features + 1]
    FeatureBoxes where;

    /// `ringsOf[i]` is the number of rings of feature i, in the order of `rings`.
    /// Null if cancelled.
    [[nodiscard]] static std::shared_ptr<const AreaGeometry> make(
        PolylineSet rings, const std::vector<std::uint32_t> &ringsOf,
        const std::function<bool()> &cancelled = [] { return false; });
    [[nodiscard]] std::size_t count() const { return firstRing.size() - 1; }
};

/// A text at a point, or along a line when `path` has at least two points.
struct Label
{
    QString text;
    std::vector<PointM> path;
    int priority = 0; ///< smaller is placed first
};

/// One label a feature.
struct LabelGeometry
{
    std::vector<Label> labels;
    std::vector<std::int32_t> byPriority; ///< features in the order in which they are placed
    FeatureBoxes where;

    [[nodiscard]] static std::shared_ptr<const LabelGeometry> make(std::vector<Label> labels);
    [[nodiscard]] std::size_t count() const { return labels.size(); }
};

/// A grid of cells whose values are in LayerAttributes::surface.
struct SurfaceGeometry
{
    BoundingBox box; ///< outer edges of the cells
    int columns = 0;
    int rows = 0; ///< the first one is the northernmost
    FeatureBoxes where{{}}; ///< nothing to pick

    [[nodiscard]] static std::shared_ptr<const SurfaceGeometry> make(
        const BoundingBox &box, int columns, int rows);
    [[nodiscard]] std::size_t count() const { return std::size_t(columns) * std::size_t(rows); }
};

/// Pictures that others made, in web mercator; see TileImages.
struct TileGeometry
{
    std::shared_ptr<TileImages> images;
    LocalProjection projection; ///< of the plane
    FeatureBoxes where{{}}; ///< nothing to pick

    /// `extent` is what there is to see, for MapView::fitAll(); it may be empty.
    [[nodiscard]] static std::shared_ptr<const TileGeometry> make(
        std::shared_ptr<TileImages> images, const LocalProjection &projection,
        const BoundingBox &extent);
    [[nodiscard]] std::size_t count() const { return images ? 1 : 0; }
};

using MapGeometry =
    std::variant<std::shared_ptr<const LineGeometry>, std::shared_ptr<const PointGeometry>,
        std::shared_ptr<const AreaGeometry>, std::shared_ptr<const LabelGeometry>,
        std::shared_ptr<const SurfaceGeometry>, std::shared_ptr<const TileGeometry>>;

[[nodiscard]] std::size_t featureCount(const MapGeometry &geometry);
/// Empty for a geometry that is null.
[[nodiscard]] BoundingBox boundsOf(const MapGeometry &geometry);

} // namespace belvedere::ui
