// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/traffic_figures.h"

#include "traffic/assignment/route_analysis.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <queue>

namespace belvedere {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

std::vector<double> &of(LinkValues &values, LinkQuantity quantity)
{
    return values[static_cast<std::size_t>(quantity)];
}

const std::vector<double> &of(const LinkValues &values, LinkQuantity quantity)
{
    return values[static_cast<std::size_t>(quantity)];
}

LinkValues emptyValues(std::size_t links)
{
    LinkValues values;
    for (std::vector<double> &quantity : values)
        quantity.assign(links, 0.0);
    return values;
}

/// A link without length or time has no speed of its own: the limit stands for it.
double speedOf(double lengthM, double timeMin, double limitKmh)
{
    if (lengthM > 0.0 && timeMin > 0.0)
        return lengthM * 0.06 / timeMin;
    return limitKmh > 0.0 ? limitKmh : kNaN;
}

/// Who lives where, or, where that is not known, departing trips.
std::vector<double> peopleOf(const BaseCase &base, std::size_t period)
{
    if (!base.data().residents.empty())
        return base.data().residents;
    std::vector<double> people(base.network().zones().size(), 0.0);
    for (const OdMatrix &matrix : base.data().periods[period].demand)
        for (const OdPair &pair : matrix.pairs())
            people[static_cast<std::size_t>(pair.origin)] += pair.trips;
    return people;
}

std::vector<double> jobsOf(const BaseCase &base, std::size_t period)
{
    if (!base.data().jobs.empty())
        return base.data().jobs;
    std::vector<double> jobs(base.network().zones().size(), 0.0);
    for (const OdMatrix &matrix : base.data().periods[period].demand)
        for (const OdPair &pair : matrix.pairs())
            jobs[static_cast<std::size_t>(pair.destination)] += pair.trips;
    return jobs;
}

/// Quickest times to all nodes from the nearest of some (Dijkstra 1959); infinite = none.
std::vector<double> quickestFrom(const AssignmentNetwork &network,
    const std::vector<double> &timeMin, const std::vector<EmergencyStation> &stations)
{
    std::vector<std::size_t> firstOut(network.nodeCount() + 1, 0);
    const std::vector<AssignmentLink> &links = network.links();
    for (const AssignmentLink &link : links)
        ++firstOut[static_cast<std::size_t>(link.from) + 1];
    std::partial_sum(firstOut.begin(), firstOut.end(), firstOut.begin());
    std::vector<std::size_t> outLinks(links.size());
    std::vector<std::size_t> next(firstOut.begin(), firstOut.end() - 1);
    for (std::size_t link = 0; link < links.size(); ++link)
        outLinks[next[static_cast<std::size_t>(links[link].from)]++] = link;

    std::vector<double> label(network.nodeCount(), std::numeric_limits<double>::infinity());
    using Entry = std::pair<double, std::size_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    std::vector<bool> start(network.nodeCount(), false);
    for (const EmergencyStation &station : stations) {
        const auto node = static_cast<std::size_t>(station.node);
        start[node] = true;
        label[node] = 0.0;
        queue.push({0.0, node});
    }
    const std::vector<std::uint8_t> &noThrough = network.data().noThrough;
    while (!queue.empty()) {
        const auto [time, node] = queue.top();
        queue.pop();
        if (time > label[node] || (!noThrough.empty() && noThrough[node] != 0 && !start[node]))
            continue;
        for (std::size_t k = firstOut[node]; k < firstOut[node + 1]; ++k) {
            const AssignmentLink &link = links[outLinks[k]];
            const auto to = static_cast<std::size_t>(link.to);
            const double arrival = time + timeMin[outLinks[k]];
            if (link.open && arrival < label[to]) {
                label[to] = arrival;
                queue.push({arrival, to});
            }
        }
    }
    return label;
}

} // namespace

LinkValues trafficValues(const AssignmentNetwork &network, const std::vector<RoadFacts> &roads,
    const AssignmentResult &result)
{
    LinkValues values = emptyValues(roads.size());
    for (std::size_t link = 0; link < roads.size(); ++link) {
        const AssignmentLink &ends = network.links()[link];
        double vehicles = 0.0;
        for (const std::vector<double> &flow : result.classFlow)
            vehicles += flow[link];
        of(values, LinkQuantity::Flow)[link] = vehicles;
        of(values, LinkQuantity::Time)[link] = ends.open ? result.time[link] : kNaN;
        of(values, LinkQuantity::Speed)[link] = ends.open
            ? speedOf(roads[link].lengthM, result.time[link], roads[link].limitKmh)
            : kNaN;
        of(values, LinkQuantity::Saturation)[link] =
            ends.open ? result.flow[link] / ends.delay.capacity : kNaN;
        of(values, LinkQuantity::Delay)[link] =
            ends.open ? vehicles * (result.time[link] - ends.delay.freeTime) / 60.0 : 0.0;
    }
    return values;
}

void addUpTraffic(const std::vector<PeriodRun> &periods, const std::vector<double> &hours,
    double shareOfDay, LinkValues &day)
{
    const std::size_t links = periods.front().values.front().size();
    day = emptyValues(links);
    for (std::size_t link = 0; link < links; ++link) {
        double weights = 0.0;
        double times = 0.0;
        double speeds = 0.0;
        double highest = kNaN;
        for (std::size_t p = 0; p < periods.size(); ++p) {
            const LinkValues &values = periods[p].values;
            const double vehicles = of(values, LinkQuantity::Flow)[link] * hours[p];
            of(day, LinkQuantity::Flow)[link] += vehicles / shareOfDay;
            of(day, LinkQuantity::Delay)[link] += of(values, LinkQuantity::Delay)[link] * hours[p];
            if (std::isnan(of(values, LinkQuantity::Time)[link]))
                continue;
            // An empty road has a time too.
            const double weight = vehicles + 1e-9 * hours[p];
            weights += weight;
            times += weight * of(values, LinkQuantity::Time)[link];
            speeds += weight * of(values, LinkQuantity::Speed)[link];
            highest = std::fmax(highest, of(values, LinkQuantity::Saturation)[link]);
        }
        of(day, LinkQuantity::Time)[link] = weights > 0.0 ? times / weights : kNaN;
        of(day, LinkQuantity::Speed)[link] = weights > 0.0 ? speeds / weights : kNaN;
        of(day, LinkQuantity::Saturation)[link] = highest;
    }
}

TrafficSums trafficSums(const AppliedCase &applied, const std::vector<PeriodRun> &periods)
{
    TrafficSums sums;
    for (std::size_t p = 0; p < periods.size(); ++p) {
        const double hours = applied.base->data().periods[p].hours;
        const AssignmentResult &result = *periods[p].assignment;
        const LinkValues &values = periods[p].values;
        sums.unitMinutes += hours * (result.totalTravelTime + result.turnCost);
        sums.trips += hours * result.assignedTrips;
        sums.converged = sums.converged && result.converged;
        for (const UnservedTrips &trips : result.unserved)
            sums.unserved += hours * trips.pair.trips;
        for (std::size_t link = 0; link < applied.roads.size(); ++link) {
            const double vehicles = hours * of(values, LinkQuantity::Flow)[link];
            sums.delayH += hours * of(values, LinkQuantity::Delay)[link];
            if (vehicles <= 0.0)
                continue;
            sums.vehicleMinutes += vehicles * result.time[link];
            if (applied.roads[link].connector)
                continue;
            sums.distanceKm += vehicles * applied.roads[link].lengthM / 1000.0;
            sums.roadMinutes += vehicles * result.time[link];
        }
    }
    return sums;
}

std::size_t busiestPeriod(const BaseCase &base)
{
    const std::vector<DemandPeriod> &periods = base.data().periods;
    const auto trips = [](const DemandPeriod &period) {
        double sum = 0.0;
        for (const OdMatrix &matrix : period.demand)
            sum += matrix.total();
        return sum;
    };
    return static_cast<std::size_t>(
        std::max_element(periods.begin(), periods.end(),
            [&](const DemandPeriod &a, const DemandPeriod &b) { return trips(a) < trips(b); })
        - periods.begin());
}

Result<double> accessibility(const BaseCase &base, const AssignmentNetwork &network,
    const std::vector<double> &timeMin, double reachMin, const TaskContext &context)
{
    const std::size_t period = busiestPeriod(base);
    const std::vector<double> people = peopleOf(base, period);
    const std::vector<double> jobs = jobsOf(base, period);
    const double all = std::accumulate(people.begin(), people.end(), 0.0)
        * std::accumulate(jobs.begin(), jobs.end(), 0.0);
    if (all <= 0.0)
        return 0.0;
    BV_TRY(const Skims skims, skim(network, timeMin, 0, context));
    double reached = 0.0;
    for (std::size_t origin = 0; origin < people.size(); ++origin)
        for (std::size_t destination = 0; destination < jobs.size(); ++destination)
            if (origin == destination
                || skims.timeMin[skims.position(origin, destination)] <= reachMin)
                reached += people[origin] * jobs[destination];
    return reached / all;
}

ResponseTimes responseTimes(const BaseCase &base, const AssignmentNetwork &network,
    const std::vector<double> &timeMin, double goalMin)
{
    const std::vector<double> people = peopleOf(base, busiestPeriod(base));
    const std::vector<double> quickest = quickestFrom(network, timeMin, base.data().stations);
    double all = 0.0;
    double reached = 0.0;
    ResponseTimes times;
    for (std::size_t zone = 0; zone < people.size(); ++zone) {
        const double minutes = quickest[static_cast<std::size_t>(network.zones()[zone].node)];
        all += people[zone];
        if (!std::isfinite(minutes))
            continue;
        reached += people[zone];
        times.meanMin += people[zone] * minutes;
        times.inTime += minutes <= goalMin ? people[zone] : 0.0;
    }
    if (all <= 0.0 || reached <= 0.0)
        return {0.0, 0.0, 1.0};
    return {times.meanMin / reached, times.inTime / all, 1.0 - reached / all};
}

} // namespace belvedere
