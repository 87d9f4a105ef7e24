// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/assignment/assignment.h"

#include "traffic/assignment/bush_solver.h"
#include "traffic/assignment/frank_wolfe.h"
#include "traffic/assignment/shortest_tree.h"

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

Result<> checkDemand(const AssignmentNetwork &network, const std::vector<OdMatrix> &demand)
{
    if (demand.size() != network.classes().size())
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP(
                "Error", "There are %1 matrices for %2 vehicle classes. Give one for each class."),
            {QString::number(demand.size()), QString::number(network.classes().size())});
    for (std::size_t k = 0; k < demand.size(); ++k) {
        if (demand[k].zoneCount() != network.zones().size())
            return failure(Errc::Shape,
                QT_TRANSLATE_NOOP("Error",
                    "The matrix has %1 zones, but the network has %2. Check that both belong "
                    "together."),
                {QString::number(demand[k].zoneCount()), QString::number(network.zones().size())},
                network.classes()[k].name);
    }
    return {};
}

/// Sums over links at given flows.
void addFigures(const AssignmentNetwork &network, AssignmentObjective objective,
    const std::vector<double> &flow, const std::vector<std::vector<double>> &classFlow,
    FlowFigures &figures)
{
    double beckmann = 0.0;
    for (std::size_t link = 0; link < network.links().size(); ++link) {
        const VolumeDelay &delay = network.links()[link].delay;
        if (flow[link] <= 0.0)
            continue;
        double fixed = 0.0;
        for (std::size_t k = 0; k < classFlow.size(); ++k)
            if (classFlow[k][link] > 0.0)
                fixed += network.classes()[k].carEquivalents * classFlow[k][link]
                    * network.fixedCost(k, link);
        const double time = flow[link] * delay.time(flow[link]);
        figures.totalTravelTime += time;
        figures.totalCost += time + fixed;
        beckmann += delay.integral(flow[link]) + fixed;
    }
    figures.objective =
        objective == AssignmentObjective::SystemOptimum ? figures.totalCost : beckmann;
}

std::vector<double> totalFlow(
    const AssignmentNetwork &network, const std::vector<std::vector<double>> &classFlow)
{
    std::vector<double> flow(network.links().size(), 0.0);
    for (std::size_t k = 0; k < classFlow.size(); ++k)
        for (std::size_t link = 0; link < flow.size(); ++link)
            flow[link] += network.classes()[k].carEquivalents * classFlow[k][link];
    return flow;
}

} // namespace

Result<AssignmentResult> assign(const AssignmentNetwork &network,
    const std::vector<OdMatrix> &demand, const AssignmentOptions &options,
    const TaskContext &context, std::shared_ptr<const BushState> start)
{
    BV_TRY_VOID(checkDemand(network, demand));
    QElapsedTimer clock;
    clock.start();
    AssignmentResult result;
    if (options.algorithm == AssignmentAlgorithm::Bush) {
        BushSolver solver(network, demand, options, context);
        BV_TRY_VOID(solver.run(start.get()));
        solver.moveInto(result);
    } else {
        BV_TRY(result, assignByFrankWolfe(network, demand, options, context));
    }
    FlowFigures figures;
    addFigures(network, options.objective, result.flow, result.classFlow, figures);
    result.objective = figures.objective + result.turnCost;
    result.totalTravelTime = figures.totalTravelTime;
    result.totalCost = figures.totalCost + result.turnCost;
    result.averageExcessCost = result.assignedTrips > 0.0
        ? result.relativeGap * result.totalCost / result.assignedTrips
        : 0.0;
    result.time.reserve(network.links().size());
    for (std::size_t link = 0; link < network.links().size(); ++link)
        result.time.push_back(network.links()[link].delay.time(result.flow[link]));
    result.seconds = static_cast<double>(clock.nsecsElapsed()) * 1e-9;
    return result;
}

std::vector<StrandedZone> strandedZones(const AssignmentResult &result)
{
    std::vector<StrandedZone> zones;
    const auto entry = [&zones](std::int32_t zone) -> StrandedZone & {
        const auto found = std::find_if(zones.begin(), zones.end(),
            [zone](const StrandedZone &stranded) { return stranded.zone == zone; });
        return found != zones.end() ? *found : zones.emplace_back(StrandedZone{zone, 0.0, 0.0});
    };
    for (const UnservedTrips &trips : result.unserved) {
        entry(trips.pair.origin).tripsFrom += trips.pair.trips;
        entry(trips.pair.destination).tripsTo += trips.pair.trips;
    }
    std::sort(zones.begin(), zones.end(), [](const StrandedZone &a, const StrandedZone &b) {
        const double lostA = a.tripsFrom + a.tripsTo;
        const double lostB = b.tripsFrom + b.tripsTo;
        return lostA != lostB ? lostA > lostB : a.zone < b.zone;
    });
    return zones;
}

std::vector<double> marginalTolls(const AssignmentNetwork &network, const std::vector<double> &flow)
{
    std::vector<double> tolls(network.links().size(), 0.0);
    for (std::size_t link = 0; link < tolls.size(); ++link)
        tolls[link] = network.links()[link].delay.toll(flow[link]);
    return tolls;
}

FlowFigures figuresOf(const AssignmentNetwork &network, const std::vector<OdMatrix> &demand,
    const std::vector<std::vector<double>> &classFlow, AssignmentObjective objective)
{
    FlowFigures figures;
    const std::vector<double> flow = totalFlow(network, classFlow);
    addFigures(network, objective, flow, classFlow, figures);
    const SearchGraph graph = makeSearchGraph(network);
    CostTable costs(network, graph, objective);
    for (std::int32_t arc = 0; arc < graph.arcCount(); ++arc)
        if (const std::int32_t link = graph.link[static_cast<std::size_t>(arc)]; link >= 0)
            costs.setFlow(arc, flow[static_cast<std::size_t>(link)]);
    double paid = 0.0;
    for (std::size_t arc = 0; arc < graph.tail.size(); ++arc)
        for (std::size_t k = 0; k < classFlow.size(); ++k)
            if (const std::int32_t link = graph.link[arc]; link >= 0)
                if (const double vehicles = classFlow[k][static_cast<std::size_t>(link)];
                    vehicles > 0.0)
                    paid += vehicles * network.classes()[k].carEquivalents * costs.cost(k)[arc];
    ShortestTree tree(graph, usualCost(costs.cost(0), graph.tail.size()));
    for (const Commodity &commodity : makeCommodities(network, graph, demand)) {
        RouteTree routes;
        tree.find(
            costs.cost(static_cast<std::size_t>(commodity.vehicleClass)), commodity.origin, routes);
        for (const Commodity::Destination &destination : commodity.destinations)
            if (const double cost = tree.cost(destination.node); std::isfinite(cost))
                figures.shortestCost += destination.demand * cost;
    }
    figures.relativeGap = paid > 0.0 ? 1.0 - figures.shortestCost / paid : 0.0;
    return figures;
}

} // namespace belvedere
