// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/terrain.h"

#include <algorithm>
#include <limits>
#include <numbers>

namespace belvedere::simulation {

namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kRiverStepM = 40.0;
constexpr double kFarFromRiverM = 1200.0;

Blob blob(PointM centre, double radiusM, double roughness, Random &random)
{
    Blob result{centre, radiusM, {}, {}};
    for (std::size_t i = 0; i < result.amplitude.size(); ++i) {
        result.amplitude[i] = random.uniform(0.4, 1.0) * roughness / static_cast<double>(i + 1);
        result.phase[i] = random.uniform(0.0, 2.0 * kPi);
    }
    return result;
}

} // namespace

double Blob::radiusAt(double angle) const
{
    double factor = 1.0;
    for (std::size_t i = 0; i < amplitude.size(); ++i)
        factor += amplitude[i] * std::cos(static_cast<double>(i + 2) * angle + phase[i]);
    return radiusM * factor;
}

double Blob::distanceTo(PointM p) const
{
    const PointM d = p - centre;
    return norm(d) - radiusAt(std::atan2(d.y, d.x));
}

Polyline Blob::outline(int points, double outwardsM) const
{
    Polyline result;
    for (int i = 0; i < points; ++i) {
        const double angle = 2.0 * kPi * i / points;
        result.push_back(centre + (radiusAt(angle) + outwardsM) * unit(angle));
    }
    return result;
}

Terrain::Terrain(double radiusM, Random random)
    : m_radiusM(radiusM)
{
    makeRiver(random.split(1));
    makeGreen(random.split(2));
}

void Terrain::makeRiver(Random random)
{
    const double r = m_radiusM;
    m_riverAngle = random.uniform(-0.35, 0.35);
    const double wide = random.uniform(0.040, 0.050) * r;
    const double wideLength = random.uniform(0.72, 0.88) * r;
    const double narrow = random.uniform(0.024, 0.030) * r;
    const double narrowLength = random.uniform(0.30, 0.38) * r;
    const double widePhase = random.uniform(0.0, 2.0 * kPi);
    // A bend embraces the old town: at u = 0 the narrow wave is at its lowest.
    const auto course = [&](double u) {
        return wide * std::sin(2.0 * kPi * u / wideLength + widePhase)
            - narrow * std::cos(2.0 * kPi * u / narrowLength);
    };
    const double offset = -0.052 * r - course(0.0);
    m_firstU = -1.6 * r;
    const PointM along = unit(m_riverAngle);
    for (double u = m_firstU; u <= 1.6 * r; u += kRiverStepM)
        m_river.push_back(u * along + (course(u) + offset) * leftOf(along));
}

void Terrain::makeGreen(Random random)
{
    const double r = m_radiusM;
    const double lakeAngle = m_riverAngle + random.uniform(1.24, 1.30); // between two radials
    m_lake = blob(0.325 * r * unit(lakeAngle), 0.064 * r, 0.22, random);
    m_edge = blob({0.0, 0.0}, 0.91 * r, 0.11, random);

    const auto free = [&](PointM p, double radius) {
        double nearest = std::min(m_lake.distanceTo(p), std::abs(sideOfRiver(p)) - 0.02 * r);
        for (const Blob &other : m_parks)
            nearest = std::min(nearest, other.distanceTo(p));
        return nearest > radius + 0.03 * r;
    };
    // The palace garden beside the old town, then the others where there is room.
    m_parks.push_back(
        blob(0.125 * r * unit(m_riverAngle + random.uniform(1.7, 2.3)), 0.038 * r, 0.20, random));
    for (int tries = 0; tries < 400 && m_parks.size() < 8; ++tries) {
        const double distance = random.uniform(0.24, 0.66) * r;
        const PointM centre = distance * unit(random.uniform(0.0, 2.0 * kPi));
        const double radius = random.uniform(0.030, 0.066) * r;
        if (free(centre, radius))
            m_parks.push_back(blob(centre, radius, 0.24, random));
    }
    for (int tries = 0; tries < 400 && m_woods.size() < 9; ++tries) {
        const double distance = random.uniform(0.86, 1.3) * r;
        const PointM centre = distance * unit(random.uniform(0.0, 2.0 * kPi));
        const double radius = random.uniform(0.09, 0.20) * r;
        const bool apart = std::all_of(m_woods.begin(), m_woods.end(),
            [&](const Blob &other) { return other.distanceTo(centre) > radius; });
        if (apart && free(centre, radius))
            m_woods.push_back(blob(centre, radius, 0.30, random));
    }
}

double Terrain::riverHalfWidthM(std::size_t i) const
{
    const double u = static_cast<double>(i) * kRiverStepM;
    const double scale = std::sqrt(m_radiusM / 7000.0);
    // Wider towards the lower course, and a little uneven.
    return scale * (48.0 + 26.0 * u / (3.2 * m_radiusM) + 7.0 * std::sin(u / (0.11 * m_radiusM)));
}

std::size_t Terrain::nearestRiverPoint(PointM p) const
{
    const double u = dot(p, unit(m_riverAngle));
    const auto last = static_cast<std::ptrdiff_t>(m_river.size()) - 1;
    const auto start = std::clamp(
        static_cast<std::ptrdiff_t>((u - m_firstU) / kRiverStepM), std::ptrdiff_t{0}, last);
    // The course is a function of u with slopes below 1, so the nearest point is not far off.
    const double across = distance(p, m_river[static_cast<std::size_t>(start)]);
    if (across > kFarFromRiverM)
        return static_cast<std::size_t>(start); // near enough, for whom it is that far away
    const auto reach = static_cast<std::ptrdiff_t>(across / kRiverStepM) + 1;
    std::size_t best = static_cast<std::size_t>(start);
    double bestDistance = std::numeric_limits<double>::infinity();
    const auto first = std::max(start - reach, std::ptrdiff_t{0});
    for (auto i = first; i <= std::min(start + reach, last); ++i) {
        const double d = distance(p, m_river[static_cast<std::size_t>(i)]);
        if (d < bestDistance) {
            bestDistance = d;
            best = static_cast<std::size_t>(i);
        }
    }
    return best;
}

double Terrain::sideOfRiver(PointM p) const
{
    const std::size_t i = std::clamp(nearestRiverPoint(p), std::size_t{1}, m_river.size() - 2);
    const PointM along = normalised(m_river[i + 1] - m_river[i - 1]);
    const double side = cross(along, p - m_river[i]);
    return std::copysign(std::max(std::abs(side), distance(p, m_river[i]) - kRiverStepM), side);
}

double Terrain::shoreDistance(PointM p) const
{
    const double river = std::abs(sideOfRiver(p)) - riverHalfWidthM(nearestRiverPoint(p));
    return std::min(river, m_lake.distanceTo(p));
}

double Terrain::greenDistance(PointM p) const
{
    double nearest = std::numeric_limits<double>::infinity();
    for (const Blob &park : m_parks)
        nearest = std::min(nearest, park.distanceTo(p));
    for (const Blob &wood : m_woods)
        nearest = std::min(nearest, wood.distanceTo(p));
    return nearest;
}

} // namespace belvedere::simulation
