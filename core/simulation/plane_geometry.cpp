// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/plane_geometry.h"

#include <algorithm>

namespace belvedere::simulation {

double lengthOf(const Polyline &line)
{
    double length = 0.0;
    for (std::size_t i = 1; i < line.size(); ++i)
        length += distance(line[i - 1], line[i]);
    return length;
}

std::optional<Crossing> crossing(PointM a, PointM b, PointM c, PointM d)
{
    const PointM r = b - a;
    const PointM s = d - c;
    const double denominator = cross(r, s);
    if (std::abs(denominator) < 1e-9)
        return std::nullopt;
    const double t = cross(c - a, s) / denominator;
    const double u = cross(c - a, r) / denominator;
    if (t < 0.0 || t > 1.0 || u < 0.0 || u > 1.0)
        return std::nullopt;
    return Crossing{t, u};
}

double nearestFraction(PointM p, PointM a, PointM b)
{
    const PointM along = b - a;
    const double squared = dot(along, along);
    return squared > 0.0 ? std::clamp(dot(p - a, along) / squared, 0.0, 1.0) : 0.0;
}

Polyline shifted(const Polyline &line, double offsetM)
{
    Polyline result;
    result.reserve(line.size());
    for (std::size_t i = 0; i < line.size(); ++i) {
        const PointM before = line[i > 0 ? i - 1 : i];
        const PointM after = line[i + 1 < line.size() ? i + 1 : i];
        result.push_back(line[i] + offsetM * leftOf(normalised(after - before)));
    }
    return result;
}

Polyline simplified(const Polyline &line, double toleranceM)
{
    if (line.size() < 3)
        return line;
    std::size_t farthest = 0;
    double deviation = toleranceM;
    for (std::size_t i = 1; i + 1 < line.size(); ++i) {
        const double f = nearestFraction(line[i], line.front(), line.back());
        const double d = distance(line[i], line.front() + f * (line.back() - line.front()));
        if (d > deviation) {
            deviation = d;
            farthest = i;
        }
    }
    if (farthest == 0)
        return {line.front(), line.back()};
    const auto middle = line.begin() + static_cast<std::ptrdiff_t>(farthest);
    Polyline result = simplified(Polyline(line.begin(), middle + 1), toleranceM);
    const Polyline rest = simplified(Polyline(middle, line.end()), toleranceM);
    result.insert(result.end(), rest.begin() + 1, rest.end());
    return result;
}

Polyline part(const Polyline &line, double fromM, double toM)
{
    Polyline result{pointAt(line, fromM)};
    double at = 0.0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        at += distance(line[i - 1], line[i]);
        if (at > fromM && at < toM)
            result.push_back(line[i]);
    }
    result.push_back(pointAt(line, toM));
    return result;
}

PointM pointAt(const Polyline &line, double atM)
{
    double at = 0.0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double step = distance(line[i - 1], line[i]);
        if (at + step >= atM && step > 0.0)
            return line[i - 1] + ((atM - at) / step) * (line[i] - line[i - 1]);
        at += step;
    }
    return line.back();
}

} // namespace belvedere::simulation
