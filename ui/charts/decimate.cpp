// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/decimate.h"

#include <algorithm>
#include <array>

namespace belvedere::ui {

namespace {

void addColumn(
    QList<QPointF> &out, const std::vector<QPointF> &points, std::size_t begin, std::size_t end)
{
    std::size_t low = begin;
    std::size_t high = begin;
    for (std::size_t i = begin; i < end; ++i) {
        if (points[i].y() < points[low].y())
            low = i;
        if (points[i].y() > points[high].y())
            high = i;
    }
    std::array<std::size_t, 4> kept = {begin, std::min(low, high), std::max(low, high), end - 1};
    for (std::size_t i = 0; i < kept.size(); ++i) {
        if (i == 0 || kept[i] != kept[i - 1])
            out.append(points[kept[i]]);
    }
}

} // namespace

QList<QPointF> decimated(const std::vector<QPointF> &points, double xMin, double xMax, int columns)
{
    QList<QPointF> out;
    if (columns < 1 || !(xMin < xMax) || points.size() <= 2 * static_cast<std::size_t>(columns)) {
        out.reserve(static_cast<qsizetype>(points.size()));
        std::copy(points.begin(), points.end(), std::back_inserter(out));
        return out;
    }
    const double perX = double(columns) / (xMax - xMin);
    const auto columnOf = [&](const QPointF &p) {
        return static_cast<int>(std::clamp((p.x() - xMin) * perX, -1.0, double(columns)));
    };
    std::size_t begin = 0;
    for (std::size_t i = 1; i <= points.size(); ++i) {
        if (i == points.size() || columnOf(points[i]) != columnOf(points[begin])) {
            addColumn(out, points, begin, i);
            begin = i;
        }
    }
    return out;
}

} // namespace belvedere::ui
