// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_renderer.h"

#include <QRectF>

#include <unordered_map>

class QPainter;

namespace belvedere::ui {

/// A text on the screen: its box is centred on `centre` and turned by `degrees` (clockwise,
/// -90 … 90, so that it is never upside down).
struct PlacedLabel
{
    std::int32_t feature = -1;
    QPointF centre;
    double degrees = 0.0;
    QSizeF size;

    [[nodiscard]] QPolygonF polygon() const;
};

/// Which places of the screen are taken.
class LabelSpace
{
public:
    /// Takes the place unless a part of it is taken.
    bool take(const PlacedLabel &label);

private:
    [[nodiscard]] bool isFree(const QRectF &box) const;
    void add(const QRectF &box);

    std::unordered_map<std::int64_t, std::vector<QRectF>> m_cells;
};

/// Where labels go: by priority, none over another one, a street's name at most once every few
/// hundred pixels and only where the street is straight and long enough for it.
[[nodiscard]] std::vector<PlacedLabel> placeLabels(const LabelGeometry &geometry,
    const LayerAttributes &attributes, const Viewport &viewport, const RenderOptions &options,
    LabelSpace &space, const Cancelled &cancelled);

[[nodiscard]] QFont fontOf(const FeatureStyle &style, const RenderOptions &options);

/// The text centred on the origin, with its halo (the style's casing).
void paintHaloText(QPainter &painter, const QString &text, const FeatureStyle &style,
    const RenderOptions &options);

/// @return false if cancelled.
bool paintLabels(QPainter &painter, const MapLayer &layer, const LabelGeometry &geometry,
    const Viewport &viewport, const RenderOptions &options, LabelSpace &space,
    const Cancelled &cancelled);

} // namespace belvedere::ui
