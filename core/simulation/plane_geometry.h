// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/lon_lat.h"

#include <cmath>
#include <optional>
#include <vector>

namespace belvedere::simulation {

using Polyline = std::vector<PointM>;

inline PointM operator+(PointM a, PointM b)
{
    return {a.x + b.x, a.y + b.y};
}
inline PointM operator-(PointM a, PointM b)
{
    return {a.x - b.x, a.y - b.y};
}
inline PointM operator*(double f, PointM a)
{
    return {f * a.x, f * a.y};
}

inline double dot(PointM a, PointM b)
{
    return a.x * b.x + a.y * b.y;
}
inline double cross(PointM a, PointM b)
{
    return a.x * b.y - a.y * b.x;
}
inline double norm(PointM a)
{
    return std::hypot(a.x, a.y);
}
inline double distance(PointM a, PointM b)
{
    return norm(a - b);
}
inline PointM unit(double angle)
{
    return {std::cos(angle), std::sin(angle)};
}
inline PointM normalised(PointM a)
{
    const double length = norm(a);
    return length > 0.0 ? (1.0 / length) * a : PointM{1.0, 0.0};
}
/// Turned a quarter to the left.
inline PointM leftOf(PointM a)
{
    return {-a.y, a.x};
}

[[nodiscard]] double lengthOf(const Polyline &line);

/// Where a → b meets c → d: the fractions along both, if they cross.
struct Crossing
{
    double first = 0.0;
    double second = 0.0;
};
[[nodiscard]] std::optional<Crossing> crossing(PointM a, PointM b, PointM c, PointM d);

/// Of the point of a → b that is nearest to `p`: the fraction along, 0 … 1.
[[nodiscard]] double nearestFraction(PointM p, PointM a, PointM b);

/// The line moved sideways, to the left for positive `offsetM`.
[[nodiscard]] Polyline shifted(const Polyline &line, double offsetM);

/// The same line with fewer points, nowhere further than `toleranceM` away (Douglas, Peucker).
[[nodiscard]] Polyline simplified(const Polyline &line, double toleranceM);

/// The part between two distances from the start; 0 ≤ fromM < toM ≤ length.
[[nodiscard]] Polyline part(const Polyline &line, double fromM, double toM);

/// The point at a distance from the start.
[[nodiscard]] PointM pointAt(const Polyline &line, double atM);

} // namespace belvedere::simulation
