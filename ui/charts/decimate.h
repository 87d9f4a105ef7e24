// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/series_point.h"

#include <QList>
#include <QPointF>

#include <span>
#include <vector>

namespace belvedere::ui {

/// At most two points a column of the screen, the lowest and the highest in their order, and the
/// two ends, so that no peak gets lost. `points` are in the order of x. Complexity O(n).
[[nodiscard]] QList<QPointF> decimated(
    const std::vector<QPointF> &points, double xMin, double xMax, int columns);

/// The same for the part of a series in [from, to] and its neighbours outside. Where values are
/// missing over the border of a column comes one point with NaN: a break of the line.
[[nodiscard]] QList<QPointF> thinned(
    std::span<const SeriesPoint> points, double from, double to, int columns);

} // namespace belvedere::ui
