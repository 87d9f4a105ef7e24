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
    [[nodiscard]] QRectF bounds() const { return polygon().boundingRect(); }
};

/// Which labels are placed, and in which coordinates.
struct LabelArea
{
    Viewport viewport; ///< only for Viewport::toScreen()
    BoundingBox box; ///< features beside it are passed over
    std::function<bool(QPointF middle)> holds; ///< the label belongs here; null = all
};

/// Which places of the screen are taken.
class LabelSpace
{
public:
    /// Takes the place unless a part of it is taken.
    bool take(const PlacedLabel &label);
    /// Some label of this text stands nearer than `distance`.
    [[nodiscard]] bool isNamedNear(const QString &text, QPointF place, double distance) const;
    void addName(const QString &text, QPointF place);

private:
    [[nodiscard]] bool isFree(const QRectF &box) const;
    void add(const QRectF &box);

    std::unordered_map<std::int64_t, std::vector<QRectF>> m_cells;
    std::unordered_multimap<std::size_t, QPointF> m_names;
};

/// Where labels go: by priority, none over another one, a street's name at most once every few
/// hundred pixels and only where the street is straight and long enough for it.
[[nodiscard]] std::vector<PlacedLabel> placeLabels(const LabelGeometry &geometry,
    const LayerAttributes &attributes, const LabelArea &area, const RenderOptions &options,
    LabelSpace &space, const Cancelled &cancelled);

[[nodiscard]] QFont fontOf(const FeatureStyle &style, const RenderOptions &options);

/// The text centred on the origin, with its halo (the style's casing).
void paintHaloText(QPainter &painter, const QString &text, const FeatureStyle &style,
    const RenderOptions &options);

/// From the plane's origin to the view's upper left corner, in logical pixels.
[[nodiscard]] QPointF planeCorner(const Viewport &viewport);

/// Paints what options.plan says.
/// @return false if cancelled.
bool paintLabels(QPainter &painter, const MapLayer &layer, const LabelGeometry &geometry,
    const Viewport &viewport, const RenderOptions &options, const Cancelled &cancelled);

} // namespace belvedere::ui
