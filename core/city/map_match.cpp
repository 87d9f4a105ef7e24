// SPDX-License-Identifier: GPL-3.0-or-later
#include "city/map_match.h"

#include "city/lon_lat_box.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace belvedere {

namespace {

constexpr double kSameRoadM = 1.0; // links that share a line differ by rounding only
constexpr double kAlongCosine = 0.5; // 60 degrees: a stretch does not follow every bend

PointM minus(PointM a, PointM b)
{
    return {a.x - b.x, a.y - b.y};
}

double dot(PointM a, PointM b)
{
    return a.x * b.x + a.y * b.y;
}

double cross(PointM a, PointM b)
{
    return a.x * b.y - a.y * b.x;
}

double norm(PointM a)
{
    return std::hypot(a.x, a.y);
}

LonLat centreOf(const RoadNetwork &network)
{
    LonLatBox box;
    for (const LonLat node : network.nodes())
        box.add(node);
    return box.empty() ? LonLat{} : box.centre();
}

/// The point of the segment that is nearest to `p`.
PointM footOn(PointM a, PointM b, PointM p)
{
    const PointM ab = minus(b, a);
    const double length2 = dot(ab, ab);
    const double t = length2 > 0.0 ? std::clamp(dot(minus(p, a), ab) / length2, 0.0, 1.0) : 0.0;
    return {a.x + t * ab.x, a.y + t * ab.y};
}

} // namespace

MapMatcher::MapMatcher(std::shared_ptr<const RoadNetwork> network)
    : m_network(std::move(network))
    , m_projection(centreOf(*m_network))
{
    std::vector<BoundingBox> boxes;
    for (std::size_t i = 0; i < m_network->links().size(); ++i) {
        const std::vector<LonLat> &shape = m_network->links()[i].shape;
        for (std::size_t k = 1; k < shape.size(); ++k) {
            const Segment segment{LinkId(static_cast<std::int32_t>(i)),
                m_projection.toPlane(shape[k - 1]), m_projection.toPlane(shape[k])};
            BoundingBox box;
            box.add(segment.a);
            box.add(segment.b);
            boxes.push_back(box);
            m_segments.push_back(segment);
        }
    }
    m_index = SpatialIndex(boxes);
}

std::vector<MapMatcher::Near> MapMatcher::linksNear(
    PointM point, double toleranceM, std::optional<PointM> heading) const
{
    BoundingBox box;
    box.add(point);
    std::map<LinkId, Near> best;
    for (const std::int32_t item : m_index.touching(box.grown(toleranceM))) {
        const Segment &segment = m_segments[static_cast<std::size_t>(item)];
        const PointM foot = footOn(segment.a, segment.b, point);
        const double distance = norm(minus(point, foot));
        if (distance > toleranceM)
            continue;
        const PointM direction = minus(segment.b, segment.a);
        Near near{
            segment.link, distance, foot, 1.0, cross(direction, minus(point, segment.a)) <= 0.0};
        if (heading) {
            const double lengths = norm(direction) * norm(*heading);
            near.cosine = lengths > 0.0 ? dot(direction, *heading) / lengths : 0.0;
            if (near.cosine < kAlongCosine)
                continue;
        }
        const auto [it, isNew] = best.try_emplace(segment.link, near);
        if (!isNew && distance < it->second.distanceM)
            it->second = near;
    }
    std::vector<Near> found;
    for (const auto &[link, near] : best)
        found.push_back(near);
    return found;
}

std::optional<LinkMatch> MapMatcher::nearest(LonLat position, double toleranceM) const
{
    const std::vector<Near> found = linksNear(m_projection.toPlane(position), toleranceM, {});
    const auto rank = [this](const Near &near) {
        return std::tuple(std::floor(near.distanceM / kSameRoadM), !near.onRight,
            m_network->link(near.link).roadClass, near.distanceM, near.link);
    };
    const auto best = std::min_element(found.begin(), found.end(),
        [&rank](const Near &a, const Near &b) { return rank(a) < rank(b); });
    if (best == found.end())
        return std::nullopt;
    return LinkMatch{best->link, best->distanceM, m_projection.toSphere(best->foot)};
}

std::optional<LinkMatch> MapMatcher::along(const std::vector<LonLat> &path, double toleranceM) const
{
    struct Vote
    {
        double metres = 0.0; ///< of the path beside the link
        double distanceSum = 0.0;
        Near middle;
    };
    constexpr double kStepM = 20.0;
    std::map<LinkId, Vote> votes;
    for (std::size_t i = 1; i < path.size(); ++i) {
        const PointM a = m_projection.toPlane(path[i - 1]);
        const PointM heading = minus(m_projection.toPlane(path[i]), a);
        const double length = norm(heading);
        const int pieces = std::max(1, static_cast<int>(std::lround(length / kStepM)));
        for (int k = 0; length > 0.0 && k < pieces; ++k) {
            const double t = (k + 0.5) / pieces;
            const PointM point{a.x + t * heading.x, a.y + t * heading.y};
            for (const Near &near : linksNear(point, toleranceM, heading)) {
                Vote &vote = votes[near.link];
                if (vote.metres == 0.0 || near.distanceM < vote.middle.distanceM)
                    vote.middle = near;
                vote.metres += length / pieces;
                vote.distanceSum += near.distanceM * length / pieces;
            }
        }
    }
    // A metre beside the road costs as much as it lies off: full value on it, none at the edge.
    const auto worth = [toleranceM](const Vote &vote) {
        return vote.metres - vote.distanceSum / toleranceM;
    };
    const auto best = std::max_element(votes.begin(), votes.end(),
        [&worth](const auto &a, const auto &b) { return worth(a.second) < worth(b.second); });
    if (best == votes.end())
        return std::nullopt;
    const Near &middle = best->second.middle;
    return LinkMatch{best->first, middle.distanceM, m_projection.toSphere(middle.foot)};
}

std::optional<LinkMatch> MapMatcher::match(const Site &site, double toleranceM) const
{
    if (site.path.size() >= 2) {
        if (const auto found = along(site.path, toleranceM))
            return found;
    }
    return site.position ? nearest(*site.position, toleranceM) : std::nullopt;
}

} // namespace belvedere
