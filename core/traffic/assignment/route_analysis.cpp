// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/assignment/route_analysis.h"

#include "traffic/assignment/bush_shares.h"
#include "traffic/assignment/bush_state.h"
#include "traffic/assignment/cost_table.h"
#include "traffic/assignment/parallel_for.h"
#include "traffic/assignment/shortest_tree.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace belvedere {

namespace {

std::size_t at(std::int32_t position)
{
    return static_cast<std::size_t>(position);
}

Result<> checkRoutes(const AssignmentNetwork &network, const AssignmentResult &result)
{
    if (result.state == nullptr)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "This assignment has no routes. Use the bush algorithm to ask for routes."));
    if (result.flow.size() != network.links().size())
        return failure(
            Errc::Shape, QT_TRANSLATE_NOOP("Error", "The result belongs to another network."));
    return {};
}

Result<> checkLink(const AssignmentNetwork &network, std::int32_t link)
{
    if (link < 0 || at(link) >= network.links().size())
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "There is no link number %1 in a network of %2 links."),
            {QString::number(link + 1), QString::number(network.links().size())});
    return {};
}

/// One origin's part of the traffic through an arc.
class Bundle
{
public:
    Bundle(const Commodity &commodity, const Bush &bush, std::int32_t arc)
        : m_commodity(commodity)
        , m_bush(bush)
        , m_arc(arc)
        , m_shares(commodity, bush)
        , m_through(bush.node.size(), 0.0)
    {
    }

    /// @return false if nothing of this origin passes.
    bool passes()
    {
        bool any = false;
        for (std::size_t i = 1; i < m_bush.node.size(); ++i) {
            for (std::int32_t k = m_bush.firstIn[i]; k < m_bush.firstIn[i + 1]; ++k)
                m_through[i] += m_shares.share(at(k)) * before(k);
            any = any || m_through[i] > 0.0;
        }
        return any;
    }

    void addTo(SelectedLink &selected, const SearchGraph &graph, double carEquivalents) const
    {
        // Flow that still has to pass the arc on its way to the origin, and flow that has done so.
        std::vector<double> waiting(m_bush.node.size(), 0.0);
        std::vector<double> passed(m_bush.node.size(), 0.0);
        for (std::size_t d = 0; d < m_commodity.destinations.size(); ++d) {
            const Commodity::Destination &to = m_commodity.destinations[d];
            const std::size_t place = m_shares.position(d);
            const double units = to.demand * m_through[place];
            if (units <= 0.0)
                continue;
            waiting[place] += units;
            selected.pairs.push_back({m_commodity.zone, to.zone, units / carEquivalents});
        }
        for (std::size_t i = m_bush.node.size() - 1; i > 0; --i)
            spread(i, waiting, passed, graph, selected.flow);
    }

private:
    /// Share of the flow on an arc that has passed the selected one, itself included.
    [[nodiscard]] double before(std::int32_t k) const
    {
        return m_bush.in[at(k)].arc == m_arc ? 1.0 : m_through[at(m_bush.in[at(k)].tail)];
    }

    void spread(std::size_t node, std::vector<double> &waiting, std::vector<double> &passed,
        const SearchGraph &graph, std::vector<double> &flow) const
    {
        if (waiting[node] <= 0.0 && passed[node] <= 0.0)
            return;
        for (std::int32_t k = m_bush.firstIn[node]; k < m_bush.firstIn[node + 1]; ++k) {
            const Bush::Arc &arc = m_bush.in[at(k)];
            const double late = passed[node] * m_shares.share(at(k));
            const double early = waiting[node] > 0.0
                ? waiting[node] * m_shares.share(at(k)) * before(k) / m_through[node]
                : 0.0;
            passed[at(arc.tail)] += arc.arc == m_arc ? late + early : late;
            waiting[at(arc.tail)] += arc.arc == m_arc ? 0.0 : early;
            if (const std::int32_t link = graph.link[at(arc.arc)]; link >= 0)
                flow[at(link)] += late + early;
        }
    }

    const Commodity &m_commodity;
    const Bush &m_bush;
    std::int32_t m_arc;
    BushShares m_shares;
    std::vector<double> m_through; // [bush nodes] share of the flow that has passed the arc
};

/// Walks back from a destination over all used arcs.
class RouteWalk
{
public:
    RouteWalk(const AssignmentNetwork &network, const AssignmentResult &result,
        const Commodity &commodity, const Bush &bush, double minShare)
        : m_network(network)
        , m_result(result)
        , m_vehicleClass(at(commodity.vehicleClass))
        , m_bush(bush)
        , m_shares(commodity, bush)
        , m_minShare(minShare)
    {
    }

    void start(std::size_t destination) { from(m_shares.position(destination), 1.0); }

    std::vector<Route> routes;

private:
    void from(std::size_t node, double share)
    {
        if (node == 0) {
            add(share);
            return;
        }
        for (std::int32_t k = m_bush.firstIn[node]; k < m_bush.firstIn[node + 1]; ++k) {
            const double here = share * m_shares.share(at(k));
            if (here < m_minShare || here <= 0.0)
                continue;
            m_arcs.push_back(m_bush.in[at(k)].arc);
            from(at(m_bush.in[at(k)].tail), here);
            m_arcs.pop_back();
        }
    }

    void add(double share)
    {
        const SearchGraph &graph = m_result.state->graph;
        Route route;
        route.share = share;
        for (auto arc = m_arcs.rbegin(); arc != m_arcs.rend(); ++arc) {
            const std::int32_t link = graph.link[at(*arc)];
            route.costMin += graph.penaltyMin[at(*arc)];
            if (link < 0)
                continue;
            route.links.push_back(link);
            route.timeMin += m_result.time[at(link)];
            route.costMin +=
                m_result.time[at(link)] + m_network.fixedCost(m_vehicleClass, at(link));
            route.length += m_network.links()[at(link)].length;
        }
        routes.push_back(std::move(route));
    }

    const AssignmentNetwork &m_network;
    const AssignmentResult &m_result;
    std::size_t m_vehicleClass;
    const Bush &m_bush;
    BushShares m_shares;
    double m_minShare;
    std::vector<std::int32_t> m_arcs; // from the destination back
};

/// Sums along the tree of one origin, for one row of each skim.
void skimRow(const AssignmentNetwork &network, const SearchGraph &graph,
    const std::vector<std::int32_t> &before, const ShortestTree &tree,
    const std::vector<double> &time, std::size_t vehicleClass, std::size_t origin, Skims &skims)
{
    const VehicleClass &vehicles = network.classes()[vehicleClass];
    for (std::size_t zone = 0; zone < skims.zones; ++zone) {
        const std::size_t cell = skims.position(origin, zone);
        if (zone == origin) {
            skims.timeMin[cell] = skims.costMin[cell] = 0.0;
            skims.length[cell] = skims.toll[cell] = 0.0;
            continue;
        }
        std::int32_t node = graph.destination[zone];
        if (!std::isfinite(tree.cost(node)))
            continue;
        skims.costMin[cell] = tree.cost(node);
        skims.timeMin[cell] = skims.length[cell] = skims.toll[cell] = 0.0;
        while (node != graph.origin[origin]) {
            const std::size_t arc = at(before[at(node)]);
            skims.timeMin[cell] += graph.penaltyMin[arc];
            if (const std::int32_t link = graph.link[arc]; link >= 0) {
                skims.timeMin[cell] += time[at(link)];
                skims.length[cell] += network.links()[at(link)].length;
                skims.toll[cell] += vehicles.tolls.empty() ? network.links()[at(link)].toll
                                                           : vehicles.tolls[at(link)];
            }
            node = graph.tail[arc];
        }
    }
}

std::vector<double> arcCosts(const AssignmentNetwork &network, const SearchGraph &graph,
    const std::vector<double> &time, std::size_t vehicleClass)
{
    std::vector<double> cost = graph.penaltyMin;
    for (std::size_t arc = 0; arc < cost.size(); ++arc)
        if (const std::int32_t link = graph.link[arc]; link >= 0)
            cost[arc] = network.usable(vehicleClass, at(link))
                ? time[at(link)] + network.fixedCost(vehicleClass, at(link))
                : std::numeric_limits<double>::infinity();
    return cost;
}

} // namespace

Result<SelectedLink> selectLink(
    const AssignmentNetwork &network, const AssignmentResult &result, std::int32_t link)
{
    BV_TRY_VOID(checkRoutes(network, result));
    BV_TRY_VOID(checkLink(network, link));
    SelectedLink selected;
    selected.flow.assign(network.links().size(), 0.0);
    const BushState &state = *result.state;
    const auto arc = std::find(state.graph.link.begin(), state.graph.link.end(), link);
    if (arc == state.graph.link.end()) // closed: nobody passes
        return selected;
    for (std::size_t k = 0; k < state.commodities.size(); ++k) {
        const Commodity &commodity = state.commodities[k];
        Bundle bundle(
            commodity, state.bushes[k], static_cast<std::int32_t>(arc - state.graph.link.begin()));
        if (bundle.passes())
            bundle.addTo(selected, state.graph,
                network.classes()[at(commodity.vehicleClass)].carEquivalents);
    }
    return selected;
}

Result<std::vector<Route>> routesOf(const AssignmentNetwork &network,
    const AssignmentResult &result, std::int32_t vehicleClass, std::int32_t origin,
    std::int32_t destination, double minShare)
{
    BV_TRY_VOID(checkRoutes(network, result));
    const BushState &state = *result.state;
    for (std::size_t k = 0; k < state.commodities.size(); ++k) {
        const Commodity &commodity = state.commodities[k];
        if (commodity.vehicleClass != vehicleClass || commodity.zone != origin)
            continue;
        for (std::size_t d = 0; d < commodity.destinations.size(); ++d) {
            if (commodity.destinations[d].zone != destination)
                continue;
            RouteWalk walk(network, result, commodity, state.bushes[k], minShare);
            walk.start(d);
            std::stable_sort(walk.routes.begin(), walk.routes.end(),
                [](const Route &a, const Route &b) { return a.share > b.share; });
            return std::move(walk.routes);
        }
    }
    return std::vector<Route>();
}

Result<Skims> skim(const AssignmentNetwork &network, const std::vector<double> &time,
    std::int32_t vehicleClass, const TaskContext &context)
{
    if (time.size() != network.links().size() || vehicleClass < 0
        || at(vehicleClass) >= network.classes().size())
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP(
                "Error", "%1 times are given for %2 links, or the vehicle class is not one of %3."),
            {QString::number(time.size()), QString::number(network.links().size()),
                QString::number(network.classes().size())});
    Skims skims;
    skims.zones = network.zones().size();
    for (std::vector<double> *values : {&skims.timeMin, &skims.costMin, &skims.length, &skims.toll})
        values->assign(skims.zones * skims.zones, std::numeric_limits<double>::infinity());
    const SearchGraph graph = makeSearchGraph(network);
    const std::vector<double> cost = arcCosts(network, graph, time, at(vehicleClass));
    std::vector<ShortestTree> trees(
        at(std::max(context.threads, 1)), ShortestTree(graph, usualCost(cost.data(), cost.size())));
    const auto row = [&](int origin, int worker) {
        const std::size_t w = at(worker);
        RouteTree routes;
        trees[w].find(cost.data(), graph.origin[at(origin)], routes);
        skimRow(network, graph, routes.last, trees[w], time, at(vehicleClass), at(origin), skims);
    };
    if (!parallelFor(static_cast<int>(skims.zones), context.threads, context.cancelled, row))
        return cancelledFailure();
    return skims;
}

} // namespace belvedere
