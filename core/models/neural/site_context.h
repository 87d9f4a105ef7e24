// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/neural/site_panel.h"

#include <array>

namespace belvedere::neural {

/// What is told about a pair of series besides their windows.
inline constexpr std::size_t kPairTraits = 4;
/// What is told about a site besides its window.
inline constexpr std::size_t kSiteTraits = 9;
/// What is told about the time of the year: sine and cosine of its share.
inline constexpr std::size_t kSeasonTraits = 2;

/// A series that a site's forecast looks at besides its own.
struct ContextEntry
{
    int channel = -1; ///< 0 = the target at another site, 1 + c = companion c; -1 = nothing
    int site = 0;
    /// Correlation now; what it knows of the site's future beyond the site itself (partial
    /// correlation); logarithm of the distance; whether the distance is known.
    std::array<float, kPairTraits> traits = {};
};

/// For each site the series to look at: [N, perSite].
struct SiteContext
{
    std::size_t perSite = 0;
    std::vector<ContextEntry> entries;

    [[nodiscard]] const ContextEntry *of(std::size_t site) const
    {
        return entries.data() + site * perSite;
    }
};

/// Chooses for each site the `neighbours` other sites whose past tells most about its future
/// beyond what its own past tells (partial correlation over the panel's steps), and all
/// companions at the site itself.
/// @param panels  the target, then the companions
/// @param lag  steps ahead at which a neighbour must be useful
/// Source of the measure: Granger 1969, "Investigating causal relations", in its linear form for
/// one lag.
[[nodiscard]] SiteContext chooseContext(const ChannelHistory &history,
    const std::vector<SitePanel> &panels, std::size_t neighbours, int lag);

/// [N, kSiteTraits]: position in the city, length of the stretch, how the values vary, whether the
/// site was ever observed, length of a step. Everything a site has before it was trained on.
[[nodiscard]] std::vector<float> siteTraits(
    const ChannelHistory &history, const ChannelProfile &profile, const ForecastShape &shape);

} // namespace belvedere::neural
