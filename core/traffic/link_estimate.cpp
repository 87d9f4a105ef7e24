// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/link_estimate.h"

#include "city/projection.h"
#include "city/spatial_index.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace belvedere {

namespace {

constexpr double kReachM = 2500.0; // beyond it a sensor says little about a street
constexpr double kDecayM = 700.0; // distance at which a sensor's weight has fallen to 1 / e
constexpr double kClassFactor = 0.35; // weight per step between road classes
constexpr double kOppositeFactor = 0.3; // weight of a sensor in the opposite direction
constexpr std::size_t kMaxSources = 4;

struct Stretch
{
    PointM middle;
    PointM heading; // unit vector
};

Stretch stretchOf(const Link &link, const LocalProjection &projection)
{
    const PointM a = projection.toPlane(link.shape.front());
    const PointM b = projection.toPlane(link.shape.back());
    const PointM mid = projection.toPlane(link.shape[link.shape.size() / 2]);
    const double length = std::max(1e-6, std::hypot(b.x - a.x, b.y - a.y));
    const PointM middle = link.shape.size() == 2 ? PointM{(a.x + b.x) / 2, (a.y + b.y) / 2} : mid;
    return {middle, {(b.x - a.x) / length, (b.y - a.y) / length}};
}

} // namespace

LinkEstimator::LinkEstimator(const RoadNetwork &network, const std::vector<Site> &sites)
{
    const std::vector<Link> &links = network.links();
    m_siteOn.resize(links.size());
    m_first.assign(1, 0);
    if (links.empty())
        return;
    const LocalProjection projection(network.nodes().front());
    std::vector<Stretch> stretches;
    stretches.reserve(links.size());
    for (const Link &link : links)
        stretches.push_back(stretchOf(link, projection));

    std::vector<BoundingBox> boxes(sites.size());
    for (std::size_t s = 0; s < sites.size(); ++s) {
        const LinkId on = sites[s].link;
        if (!on.valid() || on.index() >= links.size())
            continue;
        m_siteOn[on.index()] = SiteId(static_cast<std::int32_t>(s));
        boxes[s].add(stretches[on.index()].middle);
    }
    const SpatialIndex index(boxes);

    for (std::size_t l = 0; l < links.size(); ++l) {
        BoundingBox around;
        around.add(stretches[l].middle);
        std::vector<Source> sources;
        for (const std::int32_t s : index.touching(around.grown(kReachM))) {
            const std::size_t other = sites[static_cast<std::size_t>(s)].link.index();
            const PointM d{stretches[other].middle.x - stretches[l].middle.x,
                stretches[other].middle.y - stretches[l].middle.y};
            const int classSteps = std::abs(
                static_cast<int>(links[other].roadClass) - static_cast<int>(links[l].roadClass));
            const double along = stretches[other].heading.x * stretches[l].heading.x
                + stretches[other].heading.y * stretches[l].heading.y;
            const double weight = std::exp(-std::hypot(d.x, d.y) / kDecayM)
                * std::pow(kClassFactor, classSteps) * (along < -0.5 ? kOppositeFactor : 1.0);
            sources.push_back({SiteId(s), static_cast<float>(weight)});
        }
        const std::size_t kept = std::min(kMaxSources, sources.size());
        std::partial_sort(sources.begin(), sources.begin() + static_cast<std::ptrdiff_t>(kept),
            sources.end(), [](const Source &a, const Source &b) {
                return a.weight != b.weight ? a.weight > b.weight : a.site < b.site;
            });
        m_sources.insert(
            m_sources.end(), sources.begin(), sources.begin() + static_cast<std::ptrdiff_t>(kept));
        m_first.push_back(m_sources.size());
    }
}

std::vector<float> LinkEstimator::estimate(const std::vector<float> &siteRatios) const
{
    std::vector<float> ratios(m_siteOn.size(), std::numeric_limits<float>::quiet_NaN());
    for (std::size_t l = 0; l < m_siteOn.size(); ++l) {
        if (m_siteOn[l].valid() && !std::isnan(siteRatios[m_siteOn[l].index()])) {
            ratios[l] = siteRatios[m_siteOn[l].index()];
            continue;
        }
        float sum = 0.0F;
        float weights = 0.0F;
        for (std::size_t i = m_first[l]; i < m_first[l + 1]; ++i) {
            const float ratio = siteRatios[m_sources[i].site.index()];
            if (!std::isnan(ratio)) {
                sum += m_sources[i].weight * ratio;
                weights += m_sources[i].weight;
            }
        }
        if (weights > 0.0F)
            ratios[l] = sum / weights;
    }
    return ratios;
}

} // namespace belvedere
