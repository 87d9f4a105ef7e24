// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/packed_lines.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace belvedere::ui {

namespace {

constexpr std::uint32_t kCurveBits = 16;
constexpr std::size_t kGroupSize = 64;
constexpr double kFinestUnitM = 0.001;
constexpr double kMostSteps = 1073741824.0; // half of what an int holds

/// Position on a Hilbert curve over 2^16 by 2^16 cells (Lam and Shapiro 1994).
std::uint32_t hilbert(std::uint32_t x, std::uint32_t y)
{
    std::uint32_t d = 0;
    for (std::uint32_t s = 1U << (kCurveBits - 1); s > 0; s >>= 1) {
        const std::uint32_t rx = (x & s) > 0 ? 1 : 0;
        const std::uint32_t ry = (y & s) > 0 ? 1 : 0;
        d += s * s * ((3 * rx) ^ ry);
        if (ry == 0) {
            if (rx == 1) {
                x = ~x;
                y = ~y;
            }
            std::swap(x, y);
        }
    }
    return d;
}

} // namespace

std::vector<std::uint32_t> placeOrder(const std::vector<BoundingBox> &boxes)
{
    BoundingBox all;
    for (const BoundingBox &box : boxes)
        all.add(box);
    const double extent = std::max({all.width(), all.height(), 1e-6});
    const double cells = double((1U << kCurveBits) - 1) / extent;
    std::vector<std::uint64_t> keys(boxes.size());
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        std::uint32_t place = std::numeric_limits<std::uint32_t>::max();
        if (!boxes[i].empty()) {
            const PointM middle = boxes[i].centre();
            place = hilbert(std::uint32_t((middle.x - all.minX) * cells),
                std::uint32_t((middle.y - all.minY) * cells));
        }
        keys[i] = (std::uint64_t(place) << 32) | i;
    }
    std::sort(keys.begin(), keys.end());
    std::vector<std::uint32_t> order(boxes.size());
    std::transform(keys.begin(), keys.end(), order.begin(),
        [](std::uint64_t key) { return std::uint32_t(key); });
    return order;
}

PackedLines::PackedLines(const PolylineSet &lines, std::span<const std::uint32_t> order,
    const std::vector<BoundingBox> &boxes)
{
    BoundingBox all;
    for (const BoundingBox &box : boxes)
        all.add(box);
    if (!all.empty())
        origin = all.centre();
    unit = std::max(kFinestUnitM, std::max(all.width(), all.height()) / kMostSteps);
    coordinates.reserve(2 * lines.points.size());
    feature.reserve(order.size());
    first.reserve(order.size() + 1);
    for (const std::uint32_t i : order) {
        const auto line = lines.line(i);
        if (line.size() < 2)
            continue;
        const bool finite = std::all_of(line.begin(), line.end(),
            [](PointM p) { return std::isfinite(p.x) && std::isfinite(p.y); });
        if (!finite)
            continue;
        for (const PointM p : line) {
            coordinates.push_back(std::int32_t(std::lround((p.x - origin.x) / unit)));
            coordinates.push_back(std::int32_t(std::lround((p.y - origin.y) / unit)));
        }
        if (feature.size() % kGroupSize == 0)
            groups.push_back({{}, std::uint32_t(feature.size()), 0});
        first.push_back(std::uint32_t(coordinates.size() / 2));
        feature.push_back(i);
        groups.back().box.add(boxes[i]);
        groups.back().end = std::uint32_t(feature.size());
    }
}

} // namespace belvedere::ui
