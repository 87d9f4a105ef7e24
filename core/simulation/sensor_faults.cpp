// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/sensor_faults.h"

#include <algorithm>

namespace belvedere::simulation {

namespace {

/// A random span of `hours` on the axis; [first, past the last].
std::pair<int, int> span(const TimeAxis &axis, double hours, Random &random)
{
    const int from = static_cast<int>(random.below(static_cast<std::uint64_t>(axis.count)));
    const double steps = hours * static_cast<double>(kMsPerHour) / static_cast<double>(axis.stepMs);
    return {from, std::min(axis.count, from + std::max(1, static_cast<int>(steps)))};
}

void clear(Series &series, int step, SiteId site)
{
    for (int c = 0; c < static_cast<int>(series.channels.size()); ++c)
        series.set(step, site, c, kMissing);
}

void freeze(Series &series, SiteId site, int from, int to)
{
    const int channels = static_cast<int>(series.channels.size());
    for (int t = from + 1; t < to; ++t) {
        for (int c = 0; c < channels; ++c)
            series.set(t, site, c, series.value(from, site, c), Quality::Stale);
    }
}

} // namespace

void addSensorFaults(Series &series, const FaultRates &rates, Random random)
{
    if (series.axis.count == 0 || series.siteCount == 0)
        return;
    for (int i = 0; i < rates.stuckSites; ++i) {
        const SiteId site(
            static_cast<std::int32_t>(random.below(static_cast<std::uint64_t>(series.siteCount))));
        const auto [from, to] = span(series.axis, random.uniform(4.0, 10.0), random);
        freeze(series, site, from, to);
    }
    const double days = static_cast<double>(series.axis.count * series.axis.stepMs) / kMsPerDay;
    for (int s = 0; s < series.siteCount; ++s) {
        Random own = random.split(static_cast<std::uint64_t>(s));
        const SiteId site(s);
        const int outages = own.poisson(days / rates.daysBetweenOutages);
        for (int i = 0; i < outages; ++i) {
            const auto [from, to] =
                span(series.axis, std::clamp(own.exponential(3.5), 0.5, 12.0), own);
            for (int t = from; t < to; ++t)
                clear(series, t, site);
        }
        // The gaps between single losses are geometric: cheaper than a draw for each value.
        double t = -1.0;
        while (rates.dropout > 0.0) {
            t += 1.0 + std::floor(own.exponential(-1.0 / std::log(1.0 - rates.dropout)));
            if (t >= series.axis.count)
                break;
            clear(series, static_cast<int>(t), site);
        }
    }
}

double missingShare(const Series &series)
{
    const auto missing = std::count(series.quality.begin(), series.quality.end(), Quality::Missing);
    return series.quality.empty()
        ? 0.0
        : static_cast<double>(missing) / static_cast<double>(series.quality.size());
}

} // namespace belvedere::simulation
