// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/label_plan.h"

#include "map/painters/point_painter.h"

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

std::uint64_t keyOf(TileId id)
{
    return (std::uint64_t(std::uint32_t(id.x)) << 32) | std::uint32_t(id.y);
}

} // namespace

bool LabelPlan::extend(const std::vector<MapLayer> &layers, PicturePart part,
    const RenderOptions &options, const std::vector<TileId> &cells, const Cancelled &cancelled)
{
    std::unordered_set<std::uint64_t> added;
    BoundingBox area;
    for (const TileId id : cells) {
        if (!m_cells.contains(keyOf(id)) && added.insert(keyOf(id)).second)
            area.add(m_grid.viewportOf(id).box());
    }
    m_cells.insert(added.begin(), added.end());
    if (added.empty())
        return true;
    LabelArea where;
    where.viewport = m_grid.viewportOf({0, 0});
    where.viewport.centre = {};
    where.viewport.size = QSize(0, 0); // screen coordinates count from the plane's origin then
    where.box = area;
    const double side = m_grid.side();
    where.holds = [&added, side](QPointF middle) {
        return added.contains(keyOf({std::int32_t(std::floor(middle.x() / side)),
            std::int32_t(std::floor(middle.y() / side))}));
    };
    std::vector<const MapLayer *> shown;
    for (const MapLayer &layer : layers) {
        if (layer.visible && layer.attributes && partOf(layer.order) == part)
            shown.push_back(&layer);
    }
    std::stable_sort(shown.begin(), shown.end(),
        [](const MapLayer *a, const MapLayer *b) { return a->order < b->order; });
    for (const MapLayer *layer : shown) {
        std::vector<PlacedLabel> placed;
        if (const auto *labels =
                std::get_if<std::shared_ptr<const LabelGeometry>>(&layer->geometry)) {
            if (*labels)
                placed =
                    placeLabels(**labels, *layer->attributes, where, options, m_space, cancelled);
        } else if (const auto *points =
                       std::get_if<std::shared_ptr<const PointGeometry>>(&layer->geometry)) {
            if (*points && !layer->attributes->texts.empty())
                placed =
                    placeTexts(**points, *layer->attributes, where, options, m_space, cancelled);
        }
        std::vector<PlacedLabel> &all = m_placed[layer->id];
        all.insert(all.end(), placed.begin(), placed.end());
        if (cancelled())
            return false;
    }
    return true;
}

const std::vector<PlacedLabel> &LabelPlan::of(const QString &layerId) const
{
    static const std::vector<PlacedLabel> none;
    const auto found = m_placed.find(layerId);
    return found == m_placed.end() ? none : found->second;
}

bool LabelPlan::touches(const Viewport &viewport) const
{
    Viewport origin = viewport;
    origin.centre = {};
    origin.size = QSize(0, 0);
    const BoundingBox box = viewport.box();
    const QRectF seen(origin.toScreen({box.minX, box.maxY}), origin.toScreen({box.maxX, box.minY}));
    return std::any_of(m_placed.begin(), m_placed.end(), [&](const auto &layer) {
        return std::any_of(layer.second.begin(), layer.second.end(),
            [&](const PlacedLabel &label) { return label.bounds().intersects(seen); });
    });
}

} // namespace belvedere::ui
