// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/neural/site_scales.h"

#include <algorithm>

namespace belvedere::neural {

namespace {

constexpr double kLeastSpread = 0.1; // of a site, as a share of the spread of all

/// Sums over what was observed.
struct Moments
{
    double count = 0.0;
    double sum = 0.0;
    double squares = 0.0;

    void add(const Moments &other)
    {
        count += other.count;
        sum += other.sum;
        squares += other.squares;
    }
    [[nodiscard]] double mean() const { return sum / count; }
    /// Standard deviation; 0 where the values are all but equal.
    [[nodiscard]] double spread() const
    {
        const double variance = squares / count - mean() * mean();
        return variance > 1e-9 * mean() * mean() ? std::sqrt(variance) : 0.0;
    }
};

} // namespace

std::vector<Scale> siteScales(const ChannelHistory &history, StepRange steps)
{
    std::vector<Moments> ofSite(history.siteCodes.size());
    for (int step = steps.begin; step < steps.end; ++step) {
        const float *row = history.row(step);
        for (std::size_t s = 0; s < ofSite.size(); ++s) {
            if (!std::isnan(row[s]))
                ofSite[s].add({1.0, double(row[s]), double(row[s]) * double(row[s])});
        }
    }
    Moments ofAll;
    for (const Moments &m : ofSite)
        ofAll.add(m);
    const double common = ofAll.spread() > 0.0 ? ofAll.spread() : 1.0;
    std::vector<Scale> scales;
    for (const Moments &m : ofSite) {
        const Moments &used = m.count > 0.0 ? m : ofAll;
        scales.push_back({static_cast<float>(used.mean()),
            static_cast<float>(std::max(used.spread(), kLeastSpread * common))});
    }
    return scales;
}

} // namespace belvedere::neural
