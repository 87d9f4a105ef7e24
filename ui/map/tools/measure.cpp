// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/tools/measure.h"

#include <cmath>
#include <numbers>

namespace belvedere::ui {

namespace {

double planeAreaM2(std::span<const PointM> ring)
{
    double twice = 0.0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const PointM a = ring[i];
        const PointM b = ring[(i + 1) % ring.size()];
        // About the first point, so that large coordinates cost no digits.
        twice += (a.x - ring[0].x) * (b.y - ring[0].y) - (b.x - ring[0].x) * (a.y - ring[0].y);
    }
    return std::abs(twice) / 2.0;
}

} // namespace

double pathLengthM(std::span<const PointM> line, const std::optional<LocalProjection> &projection)
{
    double length = 0.0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        length += projection
            ? distanceM(projection->toSphere(line[i - 1]), projection->toSphere(line[i]))
            : std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
    }
    return length;
}

double ringAreaM2(std::span<const PointM> ring, const std::optional<LocalProjection> &projection)
{
    if (ring.size() < 3)
        return 0.0;
    if (!projection)
        return planeAreaM2(ring);
    constexpr double kRadians = std::numbers::pi / 180.0;
    double sum = 0.0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const LonLat a = projection->toSphere(ring[i]);
        const LonLat b = projection->toSphere(ring[(i + 1) % ring.size()]);
        sum += (b.lon - a.lon) * kRadians
            * (2.0 + std::sin(a.lat * kRadians) + std::sin(b.lat * kRadians));
    }
    return std::abs(sum) * kEarthRadiusM * kEarthRadiusM / 2.0;
}

} // namespace belvedere::ui
