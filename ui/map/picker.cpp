// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/picker.h"

#include "map/painters/area_painter.h"
#include "map/painters/line_painter.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace belvedere::ui {

namespace {

constexpr double kNowhere = std::numeric_limits<double>::infinity();

double distanceToSegment(QPointF p, QPointF a, QPointF b)
{
    const QPointF d = b - a;
    const double squared = QPointF::dotProduct(d, d);
    const double t =
        squared > 0.0 ? std::clamp(QPointF::dotProduct(p - a, d) / squared, 0.0, 1.0) : 0.0;
    const QPointF e = a + t * d - p;
    return std::hypot(e.x(), e.y());
}

/// Distances in pixels from a position to a feature's edge; 0 inside.
struct DistanceTo
{
    const MapLayer &layer;
    const Viewport &viewport;
    QPointF position;
    std::size_t feature;
    const FeatureStyle &style;

    double operator()(const std::shared_ptr<const LineGeometry> &geometry) const
    {
        const double width = style.widthAt(viewport.metersPerPixel);
        std::vector<QPointF> line;
        projectLine(geometry->lines.forScale(viewport.metersPerPixel).line(feature), viewport,
            sideOffset(layer.side, width, viewport.metersPerPixel), line);
        double nearest = kNowhere;
        for (std::size_t i = 1; i < line.size(); ++i)
            nearest = std::min(nearest, distanceToSegment(position, line[i - 1], line[i]));
        return std::max(0.0, nearest - 0.5 * width);
    }
    double operator()(const std::shared_ptr<const PointGeometry> &geometry) const
    {
        const QPointF d = viewport.toScreen(geometry->points[feature]) - position;
        return std::max(0.0, std::hypot(d.x(), d.y()) - 0.5 * style.width);
    }
    double operator()(const std::shared_ptr<const AreaGeometry> &geometry) const
    {
        return areaPath(*geometry, feature, viewport).contains(position) ? 0.0 : kNowhere;
    }
    template <class G> double operator()(const std::shared_ptr<const G> &) const
    {
        return kNowhere;
    }
};

double largestReach(const MapLayer &layer, double metersPerPixel)
{
    double reach = 0.0;
    for (const FeatureStyle &style : layer.attributes->styles) {
        const double width = style.widthAt(metersPerPixel);
        // At a sharp bend the line beside the road is up to twice as far off.
        reach = std::max(
            reach, 0.5 * width + 2.0 * std::abs(sideOffset(layer.side, width, metersPerPixel)));
    }
    return reach;
}

std::optional<PickedFeature> pickIn(
    const MapLayer &layer, const Viewport &viewport, QPointF position, double tolerance)
{
    const FeatureBoxes *where =
        std::visit([](const auto &g) -> const FeatureBoxes * { return g ? &g->where : nullptr; },
            layer.geometry);
    if (!where)
        return std::nullopt;
    BoundingBox around;
    around.add(viewport.toWorld(position));
    around = around.grown(
        (tolerance + largestReach(layer, viewport.metersPerPixel) + 1.0) * viewport.metersPerPixel);
    std::optional<PickedFeature> best;
    double nearest = tolerance;
    int rank = 0;
    for (const std::int32_t feature : where->touching(around)) {
        const auto i = std::size_t(feature);
        const FeatureStyle *style = layer.attributes->style(i);
        if (!style || viewport.metersPerPixel > style->maxMetersPerPixel)
            continue;
        const double distance =
            std::visit(DistanceTo{layer, viewport, position, i, *style}, layer.geometry);
        // What is painted later covers what is equally near.
        if (distance < nearest || (distance == nearest && (!best || style->rank >= rank))) {
            nearest = distance;
            rank = style->rank;
            best = PickedFeature{layer.id, feature};
        }
    }
    return best;
}

} // namespace

std::optional<PickedFeature> pick(const std::vector<MapLayer> &layers, const Viewport &viewport,
    QPointF position, double tolerance)
{
    std::vector<const MapLayer *> candidates;
    for (const MapLayer &layer : layers) {
        if (layer.visible && layer.pickable && layer.attributes)
            candidates.push_back(&layer);
    }
    std::stable_sort(candidates.begin(), candidates.end(),
        [](const MapLayer *a, const MapLayer *b) { return a->order < b->order; });
    for (auto it = candidates.rbegin(); it != candidates.rend(); ++it) {
        if (auto found = pickIn(**it, viewport, position, tolerance))
            return found;
    }
    return std::nullopt;
}

QPainterPath outlineOf(const MapLayer &layer, std::int32_t feature, const Viewport &viewport)
{
    QPainterPath path;
    if (feature < 0 || std::size_t(feature) >= featureCount(layer.geometry) || !layer.attributes)
        return path;
    const auto i = std::size_t(feature);
    const FeatureStyle *style = layer.attributes->style(i);
    if (!style)
        return path;
    if (const auto *lines = std::get_if<std::shared_ptr<const LineGeometry>>(&layer.geometry)) {
        const double width = style->widthAt(viewport.metersPerPixel);
        std::vector<QPointF> line;
        projectLine((*lines)->lines.forScale(viewport.metersPerPixel).line(i), viewport,
            sideOffset(layer.side, width, viewport.metersPerPixel), line);
        if (line.size() >= 2)
            path.addPolygon(QPolygonF(QList<QPointF>(line.begin(), line.end())));
    } else if (const auto *points =
                   std::get_if<std::shared_ptr<const PointGeometry>>(&layer.geometry)) {
        const double radius = 0.5 * style->width + 1.0;
        path.addEllipse(viewport.toScreen((*points)->points[i]), radius, radius);
    } else if (const auto *areas =
                   std::get_if<std::shared_ptr<const AreaGeometry>>(&layer.geometry)) {
        path = areaPath(**areas, i, viewport);
    }
    return path;
}

} // namespace belvedere::ui
