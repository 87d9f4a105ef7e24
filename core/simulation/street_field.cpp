// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/street_field.h"

#include <algorithm>

namespace belvedere::simulation {

namespace {

struct FourFold
{
    double c = 0.0;
    double s = 0.0;

    void add(double angle, double weight)
    {
        c += weight * std::cos(4.0 * angle);
        s += weight * std::sin(4.0 * angle);
    }
};

double bell(double distance, double width)
{
    const double z = distance / width;
    return std::exp(-z * z);
}

} // namespace

StreetField::StreetField(const Terrain &terrain, Random random)
    : m_terrain(terrain)
    , m_seed(random.next())
{
    const double r = terrain.radiusM();
    const double base = terrain.riverAngle();
    const auto grid = [&](double distance, double direction, double radius) {
        m_grids.push_back({distance * r * unit(base + direction + random.uniform(-0.15, 0.15)),
            random.uniform(0.0, 1.5), radius * r});
    };
    grid(0.30, 0.25, 0.14); // the planned quarter of the last century, and later ones
    grid(0.38, -1.35, 0.17);
    grid(0.42, 2.75, 0.15);
    grid(0.62, 1.45, 0.16);
    grid(0.66, -2.35, 0.16);
    grid(0.68, -0.45, 0.15);
}

double StreetField::planned(PointM p) const
{
    double most = 0.0;
    for (const Grid &g : m_grids)
        most = std::max(most, bell(distance(p, g.centre), g.radiusM));
    return most;
}

double StreetField::angleAt(PointM p) const
{
    const double r = m_terrain.radiusM();
    FourFold sum;
    sum.add(std::atan2(p.y, p.x), 0.30 + 1.2 * bell(norm(p), 0.09 * r));
    for (const Grid &g : m_grids)
        sum.add(g.angle, 2.2 * bell(distance(p, g.centre), g.radiusM));

    const std::size_t near =
        std::clamp(m_terrain.nearestRiverPoint(p), std::size_t{1}, m_terrain.river().size() - 2);
    const PointM course = m_terrain.river()[near + 1] - m_terrain.river()[near - 1];
    sum.add(std::atan2(course.y, course.x), 2.0 * bell(m_terrain.sideOfRiver(p), 0.055 * r));
    const PointM fromLake = p - m_terrain.lake().centre;
    sum.add(std::atan2(fromLake.y, fromLake.x),
        1.5 * bell(std::max(0.0, m_terrain.lake().distanceTo(p)), 0.05 * r));

    const double unplanned = 1.0 - planned(p);
    return std::atan2(sum.s, sum.c) / 4.0 + 0.42 * unplanned * noise(p);
}

PointM StreetField::directionAt(PointM p, PointM heading) const
{
    const PointM a = unit(angleAt(p));
    const PointM b = leftOf(a);
    const double alongA = dot(a, heading);
    const double alongB = dot(b, heading);
    if (std::abs(alongA) >= std::abs(alongB))
        return alongA >= 0.0 ? a : -1.0 * a;
    return alongB >= 0.0 ? b : -1.0 * b;
}

double StreetField::noise(PointM p) const
{
    const double cell = 0.16 * m_terrain.radiusM();
    const double x = p.x / cell;
    const double y = p.y / cell;
    const double x0 = std::floor(x);
    const double y0 = std::floor(y);
    const auto corner = [&](double cx, double cy) {
        const auto key = static_cast<std::uint64_t>(
            static_cast<std::int64_t>(cx) * 73856093 ^ static_cast<std::int64_t>(cy) * 19349663);
        return Random(m_seed ^ key).uniform(-1.0, 1.0);
    };
    const auto smooth = [](double t) { return t * t * (3.0 - 2.0 * t); };
    const double fx = smooth(x - x0);
    const double fy = smooth(y - y0);
    const double low = corner(x0, y0) * (1.0 - fx) + corner(x0 + 1, y0) * fx;
    const double high = corner(x0, y0 + 1) * (1.0 - fx) + corner(x0 + 1, y0 + 1) * fx;
    return low * (1.0 - fy) + high * fy;
}

} // namespace belvedere::simulation
