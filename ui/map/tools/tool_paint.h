// SPDX-License-Identifier: GPL-3.0-or-later
// Lines, areas and small text cards that tools draw over the map.
#pragma once

#include "map/map_tool.h"

#include <span>

namespace belvedere::ui {

/// A line of the accent colour, legible on any ground.
void paintToolLine(const MapToolCanvas &canvas, std::span<const PointM> line, bool dashed = false);
/// The area in the accent colour, with its edge.
void paintToolArea(const MapToolCanvas &canvas, std::span<const PointM> ring);
/// A handle at a point that was set.
void paintToolPoint(const MapToolCanvas &canvas, PointM point);
/// A text on a card whose middle is at `centre`; `strong` for the result itself.
void paintToolText(
    const MapToolCanvas &canvas, QPointF centre, const QString &text, bool strong = false);

} // namespace belvedere::ui
