// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/arterials.h"

#include <algorithm>
#include <numbers>

namespace belvedere::simulation {

namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kStepM = 40.0;
constexpr double kShoreStreetM = 38.0; // from the water's edge to the street beside it
constexpr double kKeepOffWaterM = 95.0; // radials stay behind the street on the shore

Blob ringBlob(double radiusM, double roughness, Random &random)
{
    Blob ring{0.9 * roughness * radiusM * unit(random.uniform(0.0, 2.0 * kPi)), radiusM, {}, {}};
    for (std::size_t i = 0; i < 3; ++i) {
        ring.amplitude[i] = roughness * random.uniform(0.4, 1.0) / static_cast<double>(i + 1);
        ring.phase[i] = random.uniform(0.0, 2.0 * kPi);
    }
    return ring;
}

Polyline closedOutline(const Blob &blob, double outwardsM = 0.0)
{
    const int points = std::max(24, static_cast<int>(2.0 * kPi * blob.radiusM / kStepM));
    Polyline line = blob.outline(points, outwardsM);
    line.push_back(line.front());
    return line;
}

/// The way uphill from the water.
PointM awayFromWater(const Terrain &terrain, PointM p)
{
    constexpr double h = 20.0;
    return normalised(
        {terrain.shoreDistance({p.x + h, p.y}) - terrain.shoreDistance({p.x - h, p.y}),
            terrain.shoreDistance({p.x, p.y + h}) - terrain.shoreDistance({p.x, p.y - h})});
}

Street radial(
    const Terrain &terrain, double angle, double fromM, RoadClass roadClass, Random random)
{
    Street street{StreetKind::Radial, roadClass, {}, true};
    const double r = terrain.radiusM();
    const double bend = random.uniform(-0.10, 0.10);
    const double wave = random.uniform(-0.035, 0.035);
    const double phase = random.uniform(0.0, 2.0 * kPi);
    double pushed = 0.0;
    for (double at = fromM; at < 1.16 * r; at += kStepM) {
        const double far = (at - fromM) / r;
        const double a = angle + bend * far * far + wave * std::sin(7.0 * far + phase) + pushed;
        PointM p = at * unit(a);
        const double shore = terrain.shoreDistance(p);
        if (shore < 0.0)
            break;
        // Swing around water early, so that the street bends instead of breaking.
        if (shore < 4.0 * kKeepOffWaterM) {
            const double turn = dot(awayFromWater(terrain, p), leftOf(unit(a))) >= 0.0 ? 1.0 : -1.0;
            const double urge = 1.0 - shore / (4.0 * kKeepOffWaterM);
            pushed += turn * urge * 14.0 / at;
        }
        street.line.push_back(p);
    }
    street.leavesCity = !street.line.empty() && norm(street.line.back()) > 1.1 * r;
    return street;
}

void addRadials(
    const Terrain &terrain, const Blob &ring, Random random, std::vector<Street> &streets)
{
    // Relative to the river; those on the far bank keep a wider angle, because it bends there.
    constexpr double kAngles[] = {0.42, 0.98, 1.55, 2.12, 2.72, -0.62, -1.12, -1.62, -2.08, -2.55};
    for (std::size_t i = 0; i < std::size(kAngles); ++i) {
        const double angle = terrain.riverAngle() + kAngles[i] + random.uniform(-0.07, 0.07);
        const bool toOldTown = kAngles[i] > 0.0 && i % 2 == 0;
        Street street = radial(terrain, angle, (toOldTown ? 0.45 : 0.80) * ring.radiusM,
            i % 3 == 1 ? RoadClass::Trunk : RoadClass::Primary, random.split(i));
        // The others begin on the ring: of what lies inside only the last step stays.
        const auto outside = std::find_if(street.line.begin(), street.line.end(),
            [&](PointM p) { return toOldTown || !ring.contains(p); });
        if (outside - street.line.begin() > 1)
            street.line.erase(street.line.begin(), outside - 1);
        if (street.line.size() > 10)
            streets.push_back(std::move(street));
    }
}

/// Of the points those around the middle, up to where the line would come to the water.
void keepOnLand(const Terrain &terrain, Polyline &line)
{
    const auto wet = [&](PointM p) { return terrain.shoreDistance(p) < kKeepOffWaterM; };
    const auto middle = line.begin() + static_cast<std::ptrdiff_t>(line.size() / 2);
    const auto end = std::find_if(middle, line.end(), wet);
    const auto begin = std::find_if(std::make_reverse_iterator(middle), line.rend(), wet).base();
    line = Polyline(begin, end);
}

/// Two bridges between the inner ring's halves, and the high street along the near bank.
void addAxes(const Terrain &terrain, double ringM, Random random, std::vector<Street> &streets)
{
    const PointM along = unit(terrain.riverAngle());
    const PointM across = leftOf(along);
    const auto axis = [&](PointM from, PointM to, RoadClass roadClass, double bendM) {
        Street street{StreetKind::Axis, roadClass, {}, false};
        const double length = distance(from, to);
        const PointM side = leftOf(normalised(to - from));
        for (double at = 0.0; at <= length; at += kStepM)
            street.line.push_back(
                from + (at / length) * (to - from) + bendM * std::sin(kPi * at / length) * side);
        streets.push_back(std::move(street));
    };
    for (const double u : {-0.38, 0.40}) {
        const PointM foot = (u + random.uniform(-0.06, 0.06)) * ringM * along;
        axis(foot + 0.97 * ringM * across, foot - 1.0 * ringM * across, RoadClass::Secondary,
            random.uniform(-40.0, 40.0));
    }
    const PointM middle = 0.28 * ringM * across;
    axis(middle - 1.03 * ringM * along, middle + 1.03 * ringM * along, RoadClass::Secondary,
        random.uniform(30.0, 70.0));
    keepOnLand(terrain, streets.back().line);
}

void addShores(const Terrain &terrain, std::vector<Street> &streets)
{
    const double r = terrain.radiusM();
    const Polyline &river = terrain.river();
    for (const double side : {1.0, -1.0}) {
        Street street{StreetKind::Shore, RoadClass::Tertiary, {}, false};
        for (std::size_t i = 1; i + 1 < river.size(); ++i) {
            if (norm(river[i]) > 0.70 * r)
                continue;
            const PointM normal = leftOf(normalised(river[i + 1] - river[i - 1]));
            const PointM p =
                river[i] + side * (terrain.riverHalfWidthM(i) + kShoreStreetM) * normal;
            // Where the river bends sharply the inner bank's points run backwards.
            if (street.line.empty() || dot(p - street.line.back(), river[i + 1] - river[i]) > 0.0)
                street.line.push_back(p);
        }
        streets.push_back(std::move(street));
    }
    streets.push_back({StreetKind::Shore, RoadClass::Tertiary,
        closedOutline(terrain.lake(), kShoreStreetM), false});
    for (const Blob &park : terrain.parks())
        streets.push_back(
            {StreetKind::Shore, RoadClass::Residential, closedOutline(park, 14.0), false});
}

/// Moved aside where it would touch the lake.
Polyline aroundLake(const Terrain &terrain, Polyline line)
{
    for (PointM &p : line) {
        const double lacking = kKeepOffWaterM - terrain.lake().distanceTo(p);
        if (lacking > 0.0)
            p = p + lacking * normalised(p - terrain.lake().centre);
    }
    return line;
}

} // namespace

std::vector<Street> arterials(const Terrain &terrain, Random random)
{
    const double r = terrain.radiusM();
    std::vector<Street> streets;
    Random rings = random.split(1);
    const Blob inner = ringBlob(0.185 * r, 0.07, rings);
    streets.push_back({StreetKind::Ring, RoadClass::Primary, closedOutline(inner), false});
    streets.push_back({StreetKind::Ring, RoadClass::Secondary,
        aroundLake(terrain, closedOutline(ringBlob(0.45 * r, 0.07, rings))), false});
    addAxes(terrain, inner.radiusM, random.split(2), streets);
    addRadials(terrain, inner, random.split(3), streets);
    addShores(terrain, streets);
    return streets;
}

Polyline motorwayRing(const Terrain &terrain, Random random)
{
    return closedOutline(ringBlob(0.72 * terrain.radiusM(), 0.09, random));
}

} // namespace belvedere::simulation
