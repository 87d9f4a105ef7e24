// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>

#include <vector>

namespace belvedere::ui {

/// At most four points a column of the screen: first, lowest, highest and last, in their order,
/// so that no peak gets lost. `points` are in the order of x. Complexity O(n).
[[nodiscard]] QList<QPointF> decimated(
    const std::vector<QPointF> &points, double xMin, double xMax, int columns);

} // namespace belvedere::ui
