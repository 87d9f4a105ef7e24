// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/backdrop_plan.h"

#include "simulation/street_names.h"

#include <algorithm>
#include <numbers>

namespace belvedere::simulation {

namespace {

constexpr double kPi = std::numbers::pi;

Polyline riverBanks(const Terrain &terrain)
{
    const Polyline &river = terrain.river();
    Polyline left;
    Polyline right;
    for (std::size_t i = 1; i + 1 < river.size(); ++i) {
        const PointM normal = leftOf(normalised(river[i + 1] - river[i - 1]));
        left.push_back(river[i] + terrain.riverHalfWidthM(i) * normal);
        right.push_back(river[i] - terrain.riverHalfWidthM(i) * normal);
    }
    left.insert(left.end(), right.rbegin(), right.rend());
    return left;
}

/// A line around the crossings of ordinary streets: what lies inside is built up.
Polyline builtUp(const RoadNetwork &network, const LocalProjection &projection)
{
    constexpr int kRays = 120;
    constexpr double kMarginM = 170.0;
    std::vector<double> reach(kRays, 0.0);
    for (const Link &link : network.links()) {
        if (link.roadClass < RoadClass::Secondary)
            continue;
        const PointM p = projection.toPlane(network.nodes()[link.from.index()]);
        const double turn = std::atan2(p.y, p.x) / (2.0 * kPi);
        const int ray = static_cast<int>((turn + 1.0) * kRays) % kRays;
        for (int k = -2; k <= 2; ++k) {
            double &r = reach[static_cast<std::size_t>((ray + k + kRays) % kRays)];
            r = std::max(r, norm(p));
        }
    }
    Polyline line;
    for (int i = 0; i < kRays; ++i) {
        double sum = 0.0;
        for (int k = -2; k <= 2; ++k)
            sum += reach[static_cast<std::size_t>((i + k + kRays) % kRays)];
        line.push_back((sum / 5.0 + kMarginM) * unit(2.0 * kPi * (i + 0.5) / kRays));
    }
    return line;
}

std::vector<Place> districts(const Terrain &terrain, const LocalProjection &projection)
{
    const double r = terrain.radiusM();
    std::vector<Place> places;
    int index = 0;
    const auto add = [&](PointM p, int rank) {
        places.push_back({districtName(index), projection.toSphere(p), rank,
            rank == 1 ? PlaceKind::Suburb : PlaceKind::Quarter});
        ++index;
    };
    places.push_back({QStringLiteral("Belvedere demo city"), projection.toSphere({0.0, 0.0}), 0,
        PlaceKind::City});
    // The names that say where they are.
    const PointM along = unit(terrain.riverAngle());
    add(0.05 * r * leftOf(along), 1); // Old Town
    add(-0.22 * r * along - 0.05 * r * leftOf(along), 2); // Riverside
    add(0.13 * r * along + 0.12 * r * leftOf(along), 2); // Station Quarter
    add(-0.12 * r * along + 0.22 * r * leftOf(along), 2); // University
    add(0.36 * r * along - 0.12 * r * leftOf(along), 1); // Harbour
    add(-0.30 * r * along + 0.16 * r * leftOf(along), 1); // Castle Hill
    const PointM lake = terrain.lake().centre;
    add(lake + 0.12 * r * normalised(lake), 1); // Lakeside
    for (int ring = 0; ring < 2; ++ring) {
        const int count = ring == 0 ? 7 : 10;
        for (int i = 0; i < count && index < districtNameCount(); ++i) {
            const double angle =
                terrain.riverAngle() + 2.0 * kPi * (i + 0.5 + 0.25 * ring) / count - 1.9;
            const PointM p = (ring == 0 ? 0.37 : 0.60) * r * unit(angle);
            const bool apart = std::all_of(places.begin(), places.end(), [&](const Place &other) {
                return distance(projection.toPlane(other.position), p) > 0.16 * r;
            });
            if (apart && terrain.shoreDistance(p) > 150.0)
                add(p, ring == 0 ? 1 : 2);
        }
    }
    return places;
}

} // namespace

Backdrop backdropPlan(
    const Terrain &terrain, const RoadNetwork &network, const LocalProjection &projection)
{
    Backdrop backdrop;
    const auto add = [&](AreaKind kind, const Polyline &line) {
        std::vector<FixedLonLat> outline;
        for (const PointM p : line)
            outline.push_back(FixedLonLat::nearest(projection.toSphere(p)));
        if (signedArea2(outline) < 0.0)
            std::reverse(outline.begin(), outline.end());
        backdrop.areas.add(kind, outline);
    };
    add(AreaKind::BuiltUp, builtUp(network, projection));
    for (const Blob &wood : terrain.woods())
        add(AreaKind::Green, wood.outline(90));
    for (const Blob &park : terrain.parks())
        add(AreaKind::Green, park.outline(60));
    add(AreaKind::Water, riverBanks(terrain));
    add(AreaKind::Water, terrain.lake().outline(80));
    backdrop.places = districts(terrain, projection);
    return backdrop;
}

} // namespace belvedere::simulation
