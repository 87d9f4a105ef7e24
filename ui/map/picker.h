// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_layer.h"
#include "map/viewport.h"

#include <QPainterPath>

#include <optional>

namespace belvedere::ui {

struct PickedFeature
{
    QString layer;
    std::int32_t feature = -1;

    friend bool operator==(const PickedFeature &a, const PickedFeature &b)
    {
        return a.feature == b.feature && a.layer == b.layer;
    }
};

/// The feature under `position`, at most `tolerance` pixels from its edge: of the topmost
/// pickable layer that has one the nearest. Labels are never picked.
[[nodiscard]] std::optional<PickedFeature> pick(const std::vector<MapLayer> &layers,
    const Viewport &viewport, QPointF position, double tolerance);

/// The feature as it lies on the screen, a symbol as a circle; empty for labels, and for a
/// feature or layer that does not exist.
[[nodiscard]] QPainterPath outlineOf(
    const MapLayer &layer, std::int32_t feature, const Viewport &viewport);

} // namespace belvedere::ui
