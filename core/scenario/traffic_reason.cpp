// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/comparison.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace belvedere {

namespace {

using PairTrips = std::map<std::pair<std::int32_t, std::int32_t>, double>;

/// Traffic of a link; nothing where the link is not there yet or closed.
Result<SelectedLink> selected(const CoupledRun &run, std::size_t link, std::size_t period)
{
    const AssignmentNetwork &network = *run.applied->periods[period].network;
    if (link >= network.links().size() || !network.links()[link].open)
        return SelectedLink{{}, std::vector<double>(network.links().size(), 0.0)};
    return selectLink(network, *run.periods[period].assignment, static_cast<std::int32_t>(link));
}

/// Classes together.
PairTrips tripsByPair(const std::vector<OdPair> &pairs)
{
    PairTrips trips;
    for (const OdPair &pair : pairs)
        trips[{pair.origin, pair.destination}] += pair.trips;
    return trips;
}

double demandOf(
    const CoupledRun &run, std::size_t period, std::int32_t origin, std::int32_t destination)
{
    double trips = 0.0;
    for (const OdMatrix &matrix : *run.applied->periods[period].demand)
        trips += matrix.at(static_cast<std::size_t>(origin), static_cast<std::size_t>(destination));
    return trips;
}

std::vector<PairShift> shiftsOf(const CoupledRun &after, const PairTrips &old, const PairTrips &now)
{
    const std::vector<AssignmentZone> &zones = after.applied->base->network().zones();
    std::map<std::pair<std::int32_t, std::int32_t>, PairShift> shifts;
    const auto entry = [&](const std::pair<std::int32_t, std::int32_t> &pair) -> PairShift & {
        PairShift &shift = shifts[pair];
        shift.origin = pair.first;
        shift.destination = pair.second;
        shift.originZone = zones[static_cast<std::size_t>(pair.first)].id;
        shift.destinationZone = zones[static_cast<std::size_t>(pair.second)].id;
        return shift;
    };
    for (const auto &[pair, trips] : old)
        entry(pair).before = trips;
    for (const auto &[pair, trips] : now)
        entry(pair).after = trips;
    std::vector<PairShift> result;
    for (auto &[pair, shift] : shifts) {
        shift.change = shift.after - shift.before;
        result.push_back(shift);
    }
    std::stable_sort(result.begin(), result.end(), [](const PairShift &a, const PairShift &b) {
        return std::abs(a.change) > std::abs(b.change);
    });
    return result;
}

/// Of the first class; nothing where a pair has no trips.
Result<std::vector<Route>> routes(const CoupledRun &run, std::size_t period, const PairShift &pair)
{
    if (run.applied->periods[period].demand->front().at(
            static_cast<std::size_t>(pair.origin), static_cast<std::size_t>(pair.destination))
        <= 0.0)
        return std::vector<Route>();
    constexpr double kLeastShare = 1e-3;
    return routesOf(*run.applied->periods[period].network, *run.periods[period].assignment, 0,
        pair.origin, pair.destination, kLeastShare);
}

} // namespace

Result<TrafficReason> explainTraffic(const CoupledRun &before, const CoupledRun &after,
    std::size_t link, int period, std::size_t mostPairs, std::size_t mostRoutes)
{
    if (link >= after.applied->roads.size() || period < 0
        || static_cast<std::size_t>(period) >= after.periods.size())
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "There is no link number %1 in period %2."),
            {QString::number(link + 1), QString::number(period + 1)});
    const auto p = static_cast<std::size_t>(period);
    BV_TRY(SelectedLink old, selected(before, link, p));
    BV_TRY(SelectedLink now, selected(after, link, p));
    TrafficReason reason;
    reason.pairs = shiftsOf(after, tripsByPair(old.pairs), tripsByPair(now.pairs));
    for (const PairShift &shift : reason.pairs) {
        reason.before += shift.before;
        reason.after += shift.after;
        const double demandBefore = demandOf(before, p, shift.origin, shift.destination);
        const double demandAfter = demandOf(after, p, shift.origin, shift.destination);
        // As if the trips that are new or gone had used the link as those before did.
        const double byDemand =
            demandBefore > 0.0 ? shift.before * (demandAfter / demandBefore - 1.0) : shift.after;
        reason.fromDemand += byDemand;
        reason.fromReroutedTrips += shift.change - byDemand;
    }
    std::erase_if(reason.pairs, [](const PairShift &shift) { return shift.change == 0.0; });
    reason.pairs.resize(std::min(reason.pairs.size(), mostPairs));
    for (std::size_t k = 0; k < std::min(mostRoutes, reason.pairs.size()); ++k) {
        RouteShift shift;
        shift.pair = reason.pairs[k];
        BV_TRY(shift.before, routes(before, p, shift.pair));
        BV_TRY(shift.after, routes(after, p, shift.pair));
        reason.routes.push_back(std::move(shift));
    }
    reason.bundleBefore = std::move(old.flow);
    reason.bundleBefore.resize(after.applied->roads.size(), 0.0);
    reason.bundleAfter = std::move(now.flow);
    return reason;
}

} // namespace belvedere
