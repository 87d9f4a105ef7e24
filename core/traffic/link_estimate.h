// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/road_network.h"
#include "city/site.h"

#include <vector>

namespace belvedere {

/// Speed on links without a sensor, guessed from the sensors around: a mean of their speed
/// ratios, weighted by distance, likeness of road class and direction. An estimate for the eye,
/// always shown as one; forecasts and figures use measured sites only.
class LinkEstimator
{
public:
    LinkEstimator() = default;
    /// Sites without a link or a position take no part.
    LinkEstimator(const RoadNetwork &network, const std::vector<Site> &sites);

    /// @param siteRatios  [sites], V / V0, NaN = missing.
    /// @return [links]; NaN where no sensor is near. A measured link has its sensor's value.
    [[nodiscard]] std::vector<float> estimate(const std::vector<float> &siteRatios) const;
    /// The site on the link, or none.
    [[nodiscard]] SiteId siteOn(LinkId link) const { return m_siteOn[link.index()]; }
    [[nodiscard]] std::size_t linkCount() const { return m_siteOn.size(); }

private:
    struct Source
    {
        SiteId site;
        float weight;
    };
    std::vector<SiteId> m_siteOn; // [links]
    std::vector<std::size_t> m_first; // [links + 1] into m_sources
    std::vector<Source> m_sources;
};

} // namespace belvedere
