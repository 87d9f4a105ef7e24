// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/tile_grid.h"

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr int kLargestSide = 256;
constexpr int kSmallestSide = 192;

} // namespace

TileGrid::TileGrid(const Viewport &view)
    : metersPerPixel(view.metersPerPixel)
    , devicePixelRatio(view.devicePixelRatio)
{
}

int TileGrid::side() const
{
    for (int candidate = kLargestSide; candidate >= kSmallestSide; --candidate) {
        const double pixels = candidate * devicePixelRatio;
        if (std::abs(pixels - std::round(pixels)) < 1e-6 * pixels)
            return candidate;
    }
    return kLargestSide;
}

int TileGrid::devicePixels() const
{
    return int(std::lround(side() * devicePixelRatio));
}

Viewport TileGrid::viewportOf(TileId id) const
{
    Viewport result;
    result.metersPerPixel = metersPerPixel;
    result.devicePixelRatio = devicePixelRatio;
    result.size = QSize(side(), side());
    const double meters = devicePixels() / scale();
    result.centre = {(id.x + 0.5) * meters, -(id.y + 0.5) * meters};
    return result;
}

std::vector<TileId> TileGrid::covering(const Viewport &view) const
{
    const QPointF corner = cornerOf(view);
    const double factor = scale() * view.metersPerPixel;
    const double pixels = devicePixels();
    const auto cell = [pixels](double at) { return std::int32_t(std::floor(at / pixels)); };
    const TileId first{cell(corner.x()), cell(corner.y())};
    const TileId last{cell(corner.x() + view.size.width() * factor),
        cell(corner.y() + view.size.height() * factor)};
    std::vector<TileId> ids;
    for (std::int32_t y = first.y; y <= last.y; ++y) {
        for (std::int32_t x = first.x; x <= last.x; ++x)
            ids.push_back({x, y});
    }
    const double midX = view.centre.x * scale() / pixels - 0.5;
    const double midY = -view.centre.y * scale() / pixels - 0.5;
    const auto distance = [&](TileId id) { return std::hypot(id.x - midX, id.y - midY); };
    std::stable_sort(
        ids.begin(), ids.end(), [&](TileId a, TileId b) { return distance(a) < distance(b); });
    return ids;
}

Viewport TileGrid::snapped(const Viewport &view) const
{
    const QPointF corner = cornerOf(view);
    Viewport result = view;
    result.centre.x += (std::round(corner.x()) - corner.x()) / scale();
    result.centre.y -= (std::round(corner.y()) - corner.y()) / scale();
    return result;
}

QPointF TileGrid::cornerOf(const Viewport &view) const
{
    const double pixels = scale() * view.metersPerPixel; // device pixels here per logical one there
    return {view.centre.x * scale() - 0.5 * view.size.width() * pixels,
        -view.centre.y * scale() - 0.5 * view.size.height() * pixels};
}

} // namespace belvedere::ui
