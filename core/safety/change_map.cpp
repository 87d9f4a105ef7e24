// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/change_map.h"

#include "safety/getis_ord.h"

#include <boost/math/distributions/binomial.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace belvedere {

namespace {

using Binomial = boost::math::binomial_distribution<double>;

constexpr double kTail = 0.025;
constexpr double kInfinity = std::numeric_limits<double>::infinity();

Result<> checkRanges(const ChangeSpec &spec)
{
    constexpr UtcMs kFarFuture = UtcMs(253402300800) * kMsPerSecond; // the year 10 000
    const auto bad = [](TimeRange range) {
        return range.to <= range.from || range.from < -kFarFuture || range.to > kFarFuture;
    };
    const bool overlap = spec.before.from < spec.now.to && spec.now.from < spec.before.to;
    if (!bad(spec.before) && !bad(spec.now) && !overlap)
        return {};
    return failure(Errc::Usage,
        QT_TRANSLATE_NOOP("Error",
            "A change needs two spans that do not overlap, each with a begin before its end."));
}

double oddsOf(double share)
{
    return share >= 1.0 ? kInfinity : share / (1.0 - share);
}

/// @param exposure  how often "now" holds the length (or the city's count) of "before"
CellChange compared(int before, int now, double exposure)
{
    CellChange change;
    change.before = before;
    change.now = now;
    change.expected = before * exposure;
    const int all = before + now;
    if (all == 0) {
        change.ratio = std::numeric_limits<double>::quiet_NaN();
        change.upper = kInfinity;
        return change;
    }
    change.ratio = before == 0 ? kInfinity : now / change.expected;
    const auto count = static_cast<double>(now);
    const auto trials = static_cast<double>(all);
    change.lower = oddsOf(Binomial::find_lower_bound_on_p(trials, count, kTail)) / exposure;
    change.upper = oddsOf(Binomial::find_upper_bound_on_p(trials, count, kTail)) / exposure;
    const Binomial unchanged(trials, exposure / (1.0 + exposure));
    const double atMost = boost::math::cdf(unchanged, count);
    const double atLeast =
        now == 0 ? 1.0 : boost::math::cdf(boost::math::complement(unchanged, count - 1.0));
    change.p = std::min(1.0, 2.0 * std::min(atMost, atLeast));
    return change;
}

} // namespace

Result<std::vector<CellChange>> changeMap(const CellIncidents &incidents, const ChangeSpec &spec)
{
    BV_TRY_VOID(checkRanges(spec));
    const std::vector<double> before = countMap(incidents, spec.before, spec.type);
    const std::vector<double> now = countMap(incidents, spec.now, spec.type);
    const auto sum = [](const std::vector<double> &counts) {
        return std::accumulate(counts.begin(), counts.end(), 0.0);
    };
    double exposure = static_cast<double>(spec.now.to - spec.now.from)
        / static_cast<double>(spec.before.to - spec.before.from);
    if (spec.againstCity) {
        if (sum(before) == 0.0 || sum(now) == 0.0)
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP("Error",
                    "One of the two spans has no incidents, so there is no change of the city to "
                    "compare with. Choose longer spans."));
        exposure = sum(now) / sum(before);
    }
    std::vector<CellChange> changes;
    std::vector<double> p;
    for (std::size_t i = 0; i < now.size(); ++i) {
        changes.push_back(
            compared(static_cast<int>(before[i]), static_cast<int>(now[i]), exposure));
        p.push_back(changes.back().p);
    }
    const std::vector<bool> flags = falseDiscoveryFlags(p, spec.falseDiscoveryRate);
    for (std::size_t i = 0; i < changes.size(); ++i)
        changes[i].notable = flags[i];
    return changes;
}

} // namespace belvedere
