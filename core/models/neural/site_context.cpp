// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/neural/site_context.h"

#include "city/lon_lat.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace belvedere::neural {

namespace {

constexpr std::size_t kSampledSteps = 1500; // enough to tell a correlation of 0.1 from none
constexpr std::size_t kMostCandidates = 1500; // beyond it only sites nearby are looked at
constexpr std::size_t kNearby = 64;
constexpr float kLeastCorrelation = 0.02F; // about what noise gives

/// Rows of standardised samples, missing ones at zero. [N, samples]
at::Tensor samples(
    const SitePanel &panel, std::size_t sites, const std::vector<int> &steps, int lag)
{
    at::Tensor rows =
        at::zeros({std::int64_t(sites), std::int64_t(steps.size())}, at::kFloat); // [N, M]
    for (std::size_t site = 0; site < sites; ++site) {
        float *row = rows.data_ptr<float>() + site * steps.size();
        double sum = 0.0;
        double squares = 0.0;
        double count = 0.0;
        for (std::size_t i = 0; i < steps.size(); ++i) {
            const float value = *panel.deviations(site, steps[i] + lag);
            if (std::isnan(value))
                continue;
            row[i] = value;
            sum += double(value);
            squares += double(value) * double(value);
            ++count;
        }
        const double mean = count > 0.0 ? sum / count : 0.0;
        const double spread =
            count > 0.0 ? std::sqrt(std::max(0.0, squares / count - mean * mean)) : 0.0;
        for (std::size_t i = 0; i < steps.size(); ++i) {
            if (!std::isnan(*panel.deviations(site, steps[i] + lag)))
                row[i] = spread > 0.0 ? float((double(row[i]) - mean) / spread) : 0.0F;
        }
    }
    return rows;
}

/// The sites nearest to `site`, itself left out; without positions those with the next numbers.
std::vector<std::int64_t> nearby(const ChannelHistory &history, std::size_t site)
{
    const std::size_t sites = history.siteCodes.size();
    std::vector<std::int64_t> others;
    for (std::size_t k = 1; k < sites; ++k)
        others.push_back(std::int64_t((site + k) % sites));
    const std::size_t kept = std::min(kNearby, others.size());
    if (!history.sites.empty() && history.sites[site].position) {
        const LonLat here = *history.sites[site].position;
        const auto squared = [&](std::int64_t other) {
            const auto &place = history.sites[std::size_t(other)].position;
            if (!place)
                return 1e9;
            const double x = (place->lon - here.lon) * std::cos(here.lat * 3.14159265 / 180.0);
            const double y = place->lat - here.lat;
            return x * x + y * y;
        };
        std::partial_sort(others.begin(), others.begin() + std::ptrdiff_t(kept), others.end(),
            [&](std::int64_t a, std::int64_t b) { return squared(a) < squared(b); });
    }
    others.resize(kept);
    return others;
}

void writeDistance(const ChannelHistory &history, std::size_t from, ContextEntry &entry)
{
    if (history.sites.empty())
        return;
    const auto &a = history.sites[from].position;
    const auto &b = history.sites[std::size_t(entry.site)].position;
    if (!a || !b)
        return;
    entry.traits[2] = float(std::log1p(distanceM(*a, *b) / 1000.0));
    entry.traits[3] = 1.0F;
}

/// Neighbours of one site, the most telling first.
/// @param now, ahead  [candidates] correlations of each candidate's present with the site's
/// present and its future
/// @param own  correlation of the site's future with its own present
std::vector<ContextEntry> bestNeighbours(const std::vector<std::int64_t> &candidates,
    const std::vector<float> &now, const std::vector<float> &ahead, float own, std::size_t count)
{
    std::vector<ContextEntry> found;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const float rest = (1.0F - own * own) * (1.0F - now[i] * now[i]);
        const float partial = rest > 1e-6F ? (ahead[i] - own * now[i]) / std::sqrt(rest) : 0.0F;
        if (std::abs(partial) < kLeastCorrelation)
            continue;
        ContextEntry entry;
        entry.channel = 0;
        entry.site = int(candidates[i]);
        entry.traits[0] = now[i];
        entry.traits[1] = partial;
        found.push_back(entry);
    }
    const std::size_t kept = std::min(count, found.size());
    std::partial_sort(found.begin(), found.begin() + std::ptrdiff_t(kept), found.end(),
        [](const ContextEntry &a, const ContextEntry &b) {
            const float left = std::abs(a.traits[1]);
            const float right = std::abs(b.traits[1]);
            return left != right ? left > right : a.site < b.site;
        });
    found.resize(kept);
    return found;
}

void chooseNeighbours(SiteContext &context, const ChannelHistory &history, const SitePanel &panel,
    std::size_t count, int lag)
{
    const StepRange steps = panel.steps();
    const int usable = steps.end - steps.begin - lag;
    const std::size_t sites = history.siteCodes.size();
    if (usable < 2 || sites < 2 || count == 0)
        return;
    std::vector<int> at;
    const auto sampled = std::min<std::size_t>(kSampledSteps, std::size_t(usable));
    for (std::size_t i = 0; i < sampled; ++i)
        at.push_back(steps.begin + int(i * std::size_t(usable) / sampled));
    const at::Tensor present = samples(panel, sites, at, 0); // [N, M]
    const at::Tensor future = samples(panel, sites, at, lag); // [N, M]
    const bool all = sites <= kMostCandidates;
    std::vector<std::int64_t> candidates;
    for (std::size_t site = 0; site < sites; ++site) {
        if (all) {
            candidates.resize(sites);
            std::iota(candidates.begin(), candidates.end(), 0);
            candidates.erase(candidates.begin() + std::ptrdiff_t(site));
        } else {
            candidates = nearby(history, site);
        }
        const auto index = at::tensor(candidates, at::kLong);
        const auto chosen = all ? present : present.index_select(0, index); // [C, M]
        const auto here = at::stack({present[std::int64_t(site)], future[std::int64_t(site)]}, 1);
        auto products = at::mm(chosen, here).div(double(at.size())); // [C, 2]
        const float own =
            (present[std::int64_t(site)] * future[std::int64_t(site)]).mean().item<float>();
        if (all)
            products = products.index_select(0, index);
        products = products.contiguous();
        std::vector<float> now;
        std::vector<float> ahead;
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            now.push_back(products.data_ptr<float>()[2 * i]);
            ahead.push_back(products.data_ptr<float>()[2 * i + 1]);
        }
        const auto found = bestNeighbours(candidates, now, ahead, own, count);
        std::copy(found.begin(), found.end(),
            context.entries.begin() + std::ptrdiff_t(site * context.perSite));
    }
}

} // namespace

SiteContext chooseContext(const ChannelHistory &history, const std::vector<SitePanel> &panels,
    std::size_t neighbours, int lag)
{
    const std::size_t sites = history.siteCodes.size();
    SiteContext context;
    context.perSite = neighbours + panels.size() - 1;
    context.entries.resize(sites * context.perSite);
    chooseNeighbours(context, history, panels.front(), neighbours, lag);
    for (std::size_t site = 0; site < sites; ++site) {
        for (std::size_t c = 1; c < panels.size(); ++c) {
            ContextEntry &entry = context.entries[site * context.perSite + neighbours + c - 1];
            entry.channel = int(c);
            entry.site = int(site);
        }
        for (std::size_t k = 0; k < context.perSite; ++k) {
            ContextEntry &entry = context.entries[site * context.perSite + k];
            if (entry.channel >= 0)
                writeDistance(history, site, entry);
        }
    }
    return context;
}

std::vector<float> siteTraits(
    const ChannelHistory &history, const ChannelProfile &profile, const ForecastShape &shape)
{
    const std::size_t sites = history.siteCodes.size();
    double lon = 0.0;
    double lat = 0.0;
    double placed = 0.0;
    for (const Site &site : history.sites) {
        if (site.position) {
            lon += site.position->lon;
            lat += site.position->lat;
            ++placed;
        }
    }
    std::vector<float> traits(sites * kSiteTraits);
    const std::size_t slots = profile.pattern.values().size() / std::max<std::size_t>(sites, 1);
    for (std::size_t s = 0; s < sites; ++s) {
        float *out = traits.data() + s * kSiteTraits;
        if (placed > 0.0 && history.sites[s].position) {
            constexpr double kTenKmDegrees = 0.09;
            const LonLat here = *history.sites[s].position;
            out[0] = 1.0F;
            out[1] = float(std::clamp(
                (here.lon - lon / placed) * std::cos(here.lat * 3.14159265 / 180.0) / kTenKmDegrees,
                -5.0, 5.0));
            out[2] = float(std::clamp((here.lat - lat / placed) / kTenKmDegrees, -5.0, 5.0));
        }
        if (!history.sites.empty()) {
            double length = 0.0;
            const auto &path = history.sites[s].path;
            for (std::size_t i = 1; i < path.size(); ++i)
                length += distanceM(path[i - 1], path[i]);
            out[3] = float(std::log1p(length / 1000.0));
        }
        const Scale scale = profile.scales[s];
        out[4] = std::min(3.0F, scale.spread / std::max(1e-6F, std::abs(scale.centre)));
        double squares = 0.0;
        for (std::size_t slot = 0; slot < slots; ++slot) {
            const double usual = double(scale.in(profile.pattern.values()[slot * sites + s]));
            squares += usual * usual;
        }
        out[5] = float(std::min(2.0, std::sqrt(squares / double(std::max<std::size_t>(slots, 1)))));
        out[6] = profile.unknown[s];
        out[7] = float(std::log(double(shape.stepMs) / double(kMsPerMinute)) / 5.0);
        out[8] = float(
            std::log(double(shape.stepMs) * double(shape.horizon) / double(kMsPerHour)) / 5.0);
    }
    return traits;
}

} // namespace belvedere::neural
