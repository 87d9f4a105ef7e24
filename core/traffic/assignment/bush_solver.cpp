// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/assignment/bush_solver.h"

#include "traffic/assignment/parallel_for.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace belvedere {

namespace {

/// Zones loaded at the same costs at first; fewer would spread better and share less work.
constexpr std::size_t kFirstBatches = 64;
constexpr std::size_t kMaxFirstBatch = 16;
/// Sweeps go on until the bushes are this much better than the routes that they do not know yet.
constexpr double kInnerShare = 0.02;
/// No better than this share of the goal is worth a sweep.
constexpr double kGoalShare = 0.2;
constexpr int kMaxSweeps = 30;
/// A commodity is left alone for an iteration if it is this much better than the goal.
constexpr double kSettledShare = 0.05;
/// A commodity rests while it could save less than this share of what an average one could.
constexpr double kRestShare = 0.05;
constexpr int kMaxRest = 4;
/// Iterations after which traffic at infinite cost will not find another way.
constexpr int kMostHopeless = 20;
/// Below it a gap is rounding.
constexpr double kLeastGap = 1e-15;
constexpr qint64 kProgressScale = 1000;

std::size_t at(std::int32_t position)
{
    return static_cast<std::size_t>(position);
}

} // namespace

BushSolver::BushSolver(const AssignmentNetwork &network, const std::vector<OdMatrix> &demand,
    const AssignmentOptions &options, const TaskContext &context)
    : m_network(network)
    , m_options(options)
    , m_context(context)
    , m_state(std::make_unique<BushState>(BushState{makeSearchGraph(network), {}, {}}))
    , m_costs(network, m_state->graph, options.objective)
{
    m_clock.start();
    m_state->commodities = makeCommodities(network, m_state->graph, demand);
    const std::size_t count = m_state->commodities.size();
    m_state->bushes.resize(count);
    m_unserved.resize(count);
    m_shortestCost.assign(count, 0.0);
    m_settled.assign(count, 0);
    m_classFlow.assign(
        network.classes().size(), std::vector<double>(m_state->graph.tail.size(), 0.0));
    const double usual = usualCost(m_costs.cost(0), m_state->graph.tail.size());
    for (int worker = 0; worker < std::max(context.threads, 1); ++worker) {
        m_trees.emplace_back(m_state->graph, usual);
        m_builders.emplace_back(m_state->graph);
    }
}

Result<> BushSolver::run(const BushState *start)
{
    if (start != nullptr)
        resume(*start);
    else
        begin();
    BV_TRY_VOID(loadNew());
    for (int iteration = 0;; ++iteration) {
        sumFlows();
        BV_TRY_VOID(findTrees());
        const double paid = paidCost();
        if (!std::isfinite(paid) && iteration >= kMostHopeless)
            return failure(Errc::Numeric,
                QT_TRANSLATE_NOOP("Error",
                    "The traffic exceeds capacities so far that times are not finite. Check the "
                    "units of capacities and trips."));
        noteGap(iteration, paid);
        m_converged = m_gap <= m_options.relativeGap;
        if (m_converged || iteration >= m_options.maxIterations || outOfTime())
            return {};
        BV_TRY_VOID(rebuildAll()); // moves no flow
        BV_TRY_VOID(sweepAll(paid));
    }
}

void BushSolver::noteGap(int iteration, double paid)
{
    double shortest = 0.0;
    for (const double cost : m_shortestCost)
        shortest += cost;
    m_gap = paid > 0.0 ? std::max(1.0 - shortest / paid, 0.0) : 0.0;
    m_history.push_back({iteration, static_cast<double>(m_clock.nsecsElapsed()) * 1e-9, m_gap});
    // The gap falls by about the same factor in each iteration.
    const double goal = std::max(m_options.relativeGap, kLeastGap);
    const double first = std::max(m_history.front().relativeGap, goal);
    const double reached = m_gap > goal && first > goal
        ? std::clamp(std::log(first / m_gap) / std::log(first / goal), 0.0, 1.0)
        : 1.0;
    m_context.progress(std::lround(reached * kProgressScale), kProgressScale, QString());
}

bool BushSolver::outOfTime() const
{
    return m_options.maxSeconds > 0.0
        && static_cast<double>(m_clock.nsecsElapsed()) * 1e-9 >= m_options.maxSeconds;
}

void BushSolver::begin()
{
    m_new.resize(m_state->commodities.size());
    std::iota(m_new.begin(), m_new.end(), std::size_t(0));
}

/// Zones take their cheapest routes batch by batch, each at the costs that the earlier ones cause:
/// much nearer to the equilibrium than all of them at the same costs.
Result<> BushSolver::loadNew()
{
    const std::size_t batch =
        std::clamp<std::size_t>(m_new.size() / kFirstBatches, 1, kMaxFirstBatch);
    for (std::size_t first = 0; first < m_new.size(); first += batch) {
        const std::size_t size = std::min(batch, m_new.size() - first);
        for (std::size_t i = first; i < first + size; ++i)
            addFlows(m_state->bushes[m_new[i]], -1.0);
        const auto load = [&](int item, int worker) {
            loadOne(
                m_new[first + static_cast<std::size_t>(item)], static_cast<std::size_t>(worker));
        };
        if (!parallelFor(static_cast<int>(size), m_context.threads, m_context.cancelled, load))
            return cancelledFailure();
        for (std::size_t i = first; i < first + size; ++i)
            addFlows(m_state->bushes[m_new[i]], 1.0);
    }
    m_new.clear();
    return {};
}

void BushSolver::loadOne(std::size_t commodity, std::size_t worker)
{
    const Commodity &trips = m_state->commodities[commodity];
    Bush &bush = m_state->bushes[commodity];
    const double *cost = m_costs.cost(at(trips.vehicleClass));
    m_trees[worker].find(cost, trips.origin, bush.tree);
    dropUnserved(commodity, m_trees[worker]);
    m_builders[worker].rebuild(trips, cost, bush, true);
}

void BushSolver::addFlows(const Bush &bush, double sign)
{
    for (const Bush::Arc &arc : bush.in)
        m_costs.addFlow(arc.arc, sign * arc.flow);
}

void BushSolver::dropUnserved(std::size_t commodity, const ShortestTree &tree)
{
    Commodity &trips = m_state->commodities[commodity];
    const double units = m_network.classes()[at(trips.vehicleClass)].carEquivalents;
    std::erase_if(trips.destinations, [&](const Commodity::Destination &destination) {
        if (std::isfinite(tree.cost(destination.node)))
            return false;
        m_unserved[commodity].push_back(
            {trips.vehicleClass, {trips.zone, destination.zone, destination.demand / units}});
        return true;
    });
    if (m_unserved[commodity].empty())
        return;
    trips.demand = 0.0;
    for (const Commodity::Destination &destination : trips.destinations)
        trips.demand += destination.demand;
}

void BushSolver::resume(const BushState &start)
{
    const std::vector<std::vector<std::int32_t>> arcs = arcsSince(start);
    std::map<std::pair<std::int32_t, std::int32_t>, std::size_t> old;
    for (std::size_t k = 0; k < start.commodities.size(); ++k)
        old.emplace(std::pair(start.commodities[k].vehicleClass, start.commodities[k].zone), k);
    for (std::size_t k = 0; k < m_state->commodities.size(); ++k) {
        const Commodity &commodity = m_state->commodities[k];
        const auto found = old.find({commodity.vehicleClass, commodity.zone});
        bool whole = found != old.end();
        if (whole && arcs[at(commodity.vehicleClass)].empty())
            m_state->bushes[k] = start.bushes[found->second];
        else if (whole)
            whole = adopt(start.bushes[found->second], arcs[at(commodity.vehicleClass)], k);
        if (!whole || commodity.destinations != start.commodities[found->second].destinations)
            m_new.push_back(k);
    }
    sumFlows();
}

/// For each class where the arcs of an earlier graph are now, -1 = it may no longer use it; empty
/// for a class to which nothing happened.
std::vector<std::vector<std::int32_t>> BushSolver::arcsSince(const BushState &start) const
{
    const std::vector<std::int32_t> arcs = matchArcs(start.graph, m_state->graph);
    std::vector<std::vector<std::int32_t>> result;
    for (std::size_t k = 0; k < m_network.classes().size(); ++k) {
        std::vector<std::int32_t> usable = arcs;
        bool same = arcs.size() == m_state->graph.tail.size();
        for (std::size_t arc = 0; arc < usable.size(); ++arc) {
            if (usable[arc] >= 0 && !std::isfinite(m_costs.cost(k)[usable[arc]]))
                usable[arc] = -1;
            same = same && at(usable[arc]) == arc;
        }
        result.push_back(same ? std::vector<std::int32_t>() : std::move(usable));
    }
    return result;
}

/// Takes over what still is there of an earlier bush, in its order. @return whether all of it is.
bool BushSolver::adopt(
    const Bush &before, const std::vector<std::int32_t> &arcs, std::size_t commodity)
{
    const SearchGraph &graph = m_state->graph;
    Bush &bush = m_state->bushes[commodity];
    bush.tree.last.assign(graph.blocked.size(), -1);
    if (before.tree.order.size() == graph.blocked.size())
        bush.tree.order = before.tree.order;
    for (const std::int32_t arc : before.tree.last)
        if (arc >= 0 && arcs[at(arc)] >= 0)
            bush.tree.last[at(graph.head[at(arcs[at(arc)])])] = arcs[at(arc)];
    bush.node.assign(1, m_state->commodities[commodity].origin);
    bush.firstIn.assign(2, 0);
    std::vector<std::int32_t> position(before.node.size(), -1);
    position[0] = 0;
    bool lost = false;
    for (std::size_t i = 1; i < before.node.size(); ++i) {
        for (std::int32_t k = before.firstIn[i]; k < before.firstIn[i + 1]; ++k) {
            const Bush::Arc &arc = before.in[at(k)];
            if (arcs[at(arc.arc)] >= 0 && position[at(arc.tail)] >= 0)
                bush.in.push_back({arcs[at(arc.arc)], position[at(arc.tail)], arc.flow});
            else
                lost = true;
        }
        const auto end = static_cast<std::int32_t>(bush.in.size());
        if (end == bush.firstIn.back())
            continue;
        position[i] = static_cast<std::int32_t>(bush.node.size());
        bush.node.push_back(graph.head[at(bush.in.back().arc)]);
        if (end - bush.firstIn.back() > 1)
            bush.merges.push_back(position[i]);
        bush.firstIn.push_back(end);
    }
    return !lost;
}

Result<> BushSolver::findTrees()
{
    const auto find = [&](int item, int worker) {
        const auto k = static_cast<std::size_t>(item);
        const Commodity &commodity = m_state->commodities[k];
        ShortestTree &tree = m_trees[static_cast<std::size_t>(worker)];
        tree.find(
            m_costs.cost(at(commodity.vehicleClass)), commodity.origin, m_state->bushes[k].tree);
        double sum = 0.0;
        for (const Commodity::Destination &destination : commodity.destinations)
            sum += destination.demand * tree.cost(destination.node);
        m_shortestCost[k] = sum;
        double paid = 0.0;
        for (const Bush::Arc &arc : m_state->bushes[k].in)
            paid += arc.flow * m_costs.cost(at(commodity.vehicleClass))[arc.arc];
        m_settled[k] = paid - sum <= kSettledShare * m_options.relativeGap * paid ? 1 : 0;
    };
    const auto count = static_cast<int>(m_state->commodities.size());
    if (!parallelFor(count, m_context.threads, m_context.cancelled, find))
        return cancelledFailure();
    return {};
}

Result<> BushSolver::rebuildAll()
{
    const auto rebuild = [&](int item, int worker) {
        const auto k = static_cast<std::size_t>(item);
        if (m_settled[k] != 0)
            return;
        const Commodity &commodity = m_state->commodities[k];
        m_builders[static_cast<std::size_t>(worker)].rebuild(
            commodity, m_costs.cost(at(commodity.vehicleClass)), m_state->bushes[k], false);
    };
    const auto count = static_cast<int>(m_state->commodities.size());
    if (!parallelFor(count, m_context.threads, m_context.cancelled, rebuild))
        return cancelledFailure();
    return {};
}

Result<> BushSolver::sweepAll(double paid)
{
    const std::size_t count = m_state->commodities.size();
    const double goal = m_options.relativeGap * paid;
    const double enough = std::max(kInnerShare * m_gap * paid, kGoalShare * goal);
    const double tolerance = 0.1 * kGoalShare * goal / static_cast<double>(count);
    std::vector<double> excess(count, 0.0);
    std::vector<int> rest(count, 0);
    double last = 0.0;
    for (int sweep = 0; sweep < kMaxSweeps; ++sweep) {
        double sum = 0.0;
        for (std::size_t k = 0; k < count; ++k) {
            if (m_settled[k] != 0)
                continue;
            if (rest[k] > 0) {
                --rest[k];
                sum += excess[k];
                continue;
            }
            if (m_context.cancelled())
                return cancelledFailure();
            excess[k] = m_equilibrator.equilibrate(
                m_costs, at(m_state->commodities[k].vehicleClass), m_state->bushes[k], tolerance);
            sum += excess[k];
            if (excess[k] < kRestShare * last / static_cast<double>(count))
                rest[k] = kMaxRest;
        }
        last = sum;
        if (sum <= enough || outOfTime())
            break;
    }
    return {};
}

void BushSolver::sumFlows()
{
    for (std::vector<double> &flow : m_classFlow)
        std::fill(flow.begin(), flow.end(), 0.0);
    for (std::size_t k = 0; k < m_state->commodities.size(); ++k) {
        double *flow = m_classFlow[at(m_state->commodities[k].vehicleClass)].data();
        for (const Bush::Arc &arc : m_state->bushes[k].in)
            flow[arc.arc] += arc.flow;
    }
    for (std::int32_t arc = 0; arc < m_state->graph.arcCount(); ++arc) {
        double sum = 0.0;
        for (const std::vector<double> &flow : m_classFlow)
            sum += flow[at(arc)];
        m_costs.setFlow(arc, sum);
    }
}

double BushSolver::paidCost() const
{
    double paid = 0.0;
    for (std::size_t k = 0; k < m_classFlow.size(); ++k) {
        const double *cost = m_costs.cost(k);
        for (std::size_t arc = 0; arc < m_classFlow[k].size(); ++arc)
            if (m_classFlow[k][arc] > 0.0)
                paid += m_classFlow[k][arc] * cost[arc];
    }
    return paid;
}

void BushSolver::moveInto(AssignmentResult &result)
{
    const std::size_t links = m_network.links().size();
    result.flow.assign(links, 0.0);
    result.classFlow.assign(m_classFlow.size(), std::vector<double>(links, 0.0));
    for (std::size_t arc = 0; arc < m_state->graph.tail.size(); ++arc) {
        for (const std::vector<double> &flow : m_classFlow)
            result.turnCost += flow[arc] * m_state->graph.penaltyMin[arc];
        const std::int32_t link = m_state->graph.link[arc];
        if (link < 0)
            continue;
        for (std::size_t k = 0; k < m_classFlow.size(); ++k) {
            result.flow[at(link)] += m_classFlow[k][arc];
            result.classFlow[k][at(link)] =
                m_classFlow[k][arc] / m_network.classes()[k].carEquivalents;
        }
    }
    for (const Commodity &commodity : m_state->commodities)
        result.assignedTrips +=
            commodity.demand / m_network.classes()[at(commodity.vehicleClass)].carEquivalents;
    for (std::vector<UnservedTrips> &trips : m_unserved)
        result.unserved.insert(result.unserved.end(), trips.begin(), trips.end());
    result.relativeGap = m_gap;
    result.iterations = m_history.empty() ? 0 : m_history.back().iteration;
    result.history = std::move(m_history);
    result.converged = m_converged;
    result.state = std::move(m_state);
}

} // namespace belvedere
