// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/road_emissions.h"

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

constexpr double kFastestKmh = 200.0; // a link without a time has no speed that means anything
constexpr double kSlowestKmh = 1.0;

ClassTraffic trafficOf(const AppliedCase &applied, const PeriodRun &period, std::size_t k)
{
    const std::vector<double> &speed = period.values[static_cast<std::size_t>(LinkQuantity::Speed)];
    ClassTraffic traffic;
    traffic.flowVehH = period.assignment->classFlow[k];
    traffic.speedKmh.resize(speed.size());
    for (std::size_t link = 0; link < speed.size(); ++link) {
        if (applied.roads[link].connector)
            traffic.flowVehH[link] = 0.0;
        traffic.speedKmh[link] = std::isfinite(speed[link])
            ? std::clamp(speed[link], kSlowestKmh, kFastestKmh)
            : kFastestKmh;
    }
    if (applied.fleetOfLink.empty())
        traffic.fleetOfLink.assign(speed.size(), static_cast<std::uint16_t>(k));
    else
        traffic.fleetOfLink = applied.fleetOfLink[k];
    return traffic;
}

} // namespace

Result<std::vector<LinkEmissions>> roadEmissions(
    const AppliedCase &applied, const std::vector<PeriodRun> &periods)
{
    std::vector<FleetFactors> factors;
    for (const Fleet &fleet : applied.fleets) {
        BV_TRY(FleetFactors made, FleetFactors::make(fleet));
        factors.push_back(std::move(made));
    }
    std::vector<double> lengths;
    for (const RoadFacts &road : applied.roads)
        lengths.push_back(road.lengthM);
    std::vector<LinkEmissions> result;
    for (const PeriodRun &period : periods) {
        const std::size_t classes = period.assignment->classFlow.size();
        BV_TRY(LinkEmissions sum, linkEmissions(factors, lengths, trafficOf(applied, period, 0)));
        for (std::size_t k = 1; k < classes; ++k) {
            BV_TRY(const LinkEmissions more,
                linkEmissions(factors, lengths, trafficOf(applied, period, k)));
            sum.add(more);
        }
        result.push_back(std::move(sum));
    }
    return result;
}

} // namespace belvedere
