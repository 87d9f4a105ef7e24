// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/assignment/frank_wolfe.h"

#include "traffic/assignment/bush.h"
#include "traffic/assignment/bush_state.h"
#include "traffic/assignment/cost_table.h"
#include "traffic/assignment/parallel_for.h"
#include "traffic/assignment/shortest_tree.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

/// [classes][arcs], passenger-car units.
using ArcFlow = std::vector<std::vector<double>>;

/// Origins whose all-or-nothing flows are summed at once; a number of its own, so that the sums do
/// not depend on the threads.
constexpr int kParts = 32;
constexpr double kMaxConjugate = 0.99999;
constexpr int kLineSteps = 60;
constexpr double kLineExact = 1e-14;

std::size_t at(std::int32_t position)
{
    return static_cast<std::size_t>(position);
}

class FrankWolfe
{
public:
    FrankWolfe(const AssignmentNetwork &network, const std::vector<OdMatrix> &demand,
        const AssignmentOptions &options, const TaskContext &context)
        : m_network(network)
        , m_options(options)
        , m_context(context)
        , m_graph(makeSearchGraph(network))
        , m_commodities(makeCommodities(network, m_graph, demand))
        , m_costs(network, m_graph, options.objective)
        , m_arcs(m_graph.tail.size())
        , m_usualCost(usualCost(m_costs.cost(0), m_arcs))
        , m_routes(m_commodities.size())
    {
        m_clock.start();
    }

    Result<AssignmentResult> run()
    {
        BV_TRY(m_flow, allOrNothing());
        AssignmentResult result;
        for (int iteration = 0;; ++iteration) {
            setFlows(m_flow, m_flow, 0.0);
            BV_TRY(m_target, allOrNothing());
            const double paid = costOf(m_flow);
            result.relativeGap = paid > 0.0 ? std::max(1.0 - costOf(m_target) / paid, 0.0) : 0.0;
            result.iterations = iteration;
            const double seconds = static_cast<double>(m_clock.nsecsElapsed()) * 1e-9;
            result.history.push_back({iteration, seconds, result.relativeGap});
            m_context.progress(iteration, 0, QString());
            result.converged = result.relativeGap <= m_options.relativeGap;
            const bool late = m_options.maxSeconds > 0.0 && seconds >= m_options.maxSeconds;
            if (result.converged || late || iteration >= m_options.maxIterations)
                break;
            step();
        }
        collect(result);
        return result;
    }

private:
    ArcFlow noFlow() const
    {
        return ArcFlow(m_network.classes().size(), std::vector<double>(m_arcs, 0.0));
    }

    Result<ArcFlow> allOrNothing()
    {
        std::vector<ArcFlow> parts(kParts);
        std::vector<std::vector<UnservedTrips>> unserved(kParts);
        const auto load = [&](int part, int) {
            const auto p = static_cast<std::size_t>(part);
            parts[p] = noFlow();
            ShortestTree tree(m_graph, m_usualCost);
            const std::size_t count = m_commodities.size();
            for (std::size_t k = count * p / kParts; k < count * (p + 1) / kParts; ++k)
                loadTree(k, tree, parts[p], unserved[p]);
        };
        if (!parallelFor(kParts, m_context.threads, m_context.cancelled, load))
            return cancelledFailure();
        m_unserved.clear();
        ArcFlow sum = noFlow();
        for (std::size_t p = 0; p < kParts; ++p) {
            for (std::size_t k = 0; k < sum.size(); ++k)
                for (std::size_t arc = 0; arc < m_arcs; ++arc)
                    sum[k][arc] += parts[p][k][arc];
            m_unserved.insert(m_unserved.end(), unserved[p].begin(), unserved[p].end());
        }
        return sum;
    }

    void loadTree(std::size_t commodityIndex, ShortestTree &tree, ArcFlow &flow,
        std::vector<UnservedTrips> &unserved)
    {
        const Commodity &commodity = m_commodities[commodityIndex];
        RouteTree &routes = m_routes[commodityIndex];
        const std::size_t k = at(commodity.vehicleClass);
        tree.find(m_costs.cost(k), commodity.origin, routes);
        for (const Commodity::Destination &to : commodity.destinations) {
            if (!std::isfinite(tree.cost(to.node))) {
                unserved.push_back({commodity.vehicleClass,
                    {commodity.zone, to.zone, to.demand / m_network.classes()[k].carEquivalents}});
                continue;
            }
            for (std::int32_t node = to.node; node != commodity.origin;) {
                const std::int32_t arc = routes.last[at(node)];
                flow[k][at(arc)] += to.demand;
                node = m_graph.tail[at(arc)];
            }
        }
    }

    /// Costs at from + λ (to - from).
    void setFlows(const ArcFlow &from, const ArcFlow &to, double lambda)
    {
        for (std::size_t arc = 0; arc < m_arcs; ++arc) {
            double sum = 0.0;
            for (std::size_t k = 0; k < from.size(); ++k)
                sum += from[k][arc] + lambda * (to[k][arc] - from[k][arc]);
            m_costs.setFlow(static_cast<std::int32_t>(arc), std::max(sum, 0.0));
        }
    }

    double costOf(const ArcFlow &flow) const
    {
        double sum = 0.0;
        for (std::size_t k = 0; k < flow.size(); ++k)
            for (std::size_t arc = 0; arc < m_arcs; ++arc)
                if (flow[k][arc] > 0.0)
                    sum += flow[k][arc] * m_costs.cost(k)[arc];
        return sum;
    }

    /// Differences of total flow by arc: a - b.
    std::vector<double> difference(const ArcFlow &a, const ArcFlow &b) const
    {
        std::vector<double> result(m_arcs, 0.0);
        for (std::size_t k = 0; k < a.size(); ++k)
            for (std::size_t arc = 0; arc < m_arcs; ++arc)
                result[arc] += a[k][arc] - b[k][arc];
        return result;
    }

    /// uᵀ H v with the slopes at the present flows.
    double curved(const std::vector<double> &u, const std::vector<double> &v) const
    {
        double sum = 0.0;
        for (std::size_t arc = 0; arc < m_arcs; ++arc)
            sum += u[arc] * v[arc] * m_costs.slope(static_cast<std::int32_t>(arc));
        return sum;
    }

    /// The targets' weights: all-or-nothing, last, the one before.
    struct Weights
    {
        double now = 1.0;
        double last = 0.0;
        double earlier = 0.0;
    };

    Weights weights() const
    {
        if (m_steps < 2 || m_lambda > kMaxConjugate)
            return {};
        const std::vector<double> y = difference(m_target, m_flow);
        const std::vector<double> s1 = difference(m_last, m_flow);
        if (m_steps == 2) {
            const double over = curved(s1, y);
            const double under = over - curved(s1, s1);
            const double alpha = under != 0.0 ? std::clamp(over / under, 0.0, kMaxConjugate) : 0.0;
            return {1.0 - alpha, alpha, 0.0};
        }
        const std::vector<double> s2 = difference(m_earlier, m_flow);
        std::vector<double> u(m_arcs);
        std::vector<double> apart(m_arcs);
        for (std::size_t arc = 0; arc < m_arcs; ++arc) {
            u[arc] = m_lambda * s1[arc] + (1.0 - m_lambda) * s2[arc];
            apart[arc] = s2[arc] - s1[arc];
        }
        const double underMu = curved(u, apart);
        const double underNu = curved(s1, s1);
        if (underMu == 0.0 || underNu == 0.0)
            return {};
        const double mu = std::max(0.0, -curved(u, y) / underMu);
        const double nu =
            std::max(0.0, -curved(s1, y) / underNu + mu * m_lambda / (1.0 - m_lambda));
        const double now = 1.0 / (1.0 + mu + nu);
        return {now, nu * now, mu * now};
    }

    void step()
    {
        const Weights w = weights();
        ArcFlow target = m_target;
        if (w.now < 1.0)
            for (std::size_t k = 0; k < target.size(); ++k)
                for (std::size_t arc = 0; arc < m_arcs; ++arc)
                    target[k][arc] = w.now * m_target[k][arc] + w.last * m_last[k][arc]
                        + (w.earlier > 0.0 ? w.earlier * m_earlier[k][arc] : 0.0);
        m_lambda = lineSearch(target);
        if (m_lambda <= 0.0 && w.now < 1.0) { // no descent: the plain direction has one
            target = m_target;
            m_lambda = lineSearch(target);
            m_steps = 0;
        }
        for (std::size_t k = 0; k < m_flow.size(); ++k)
            for (std::size_t arc = 0; arc < m_arcs; ++arc)
                m_flow[k][arc] += m_lambda * (target[k][arc] - m_flow[k][arc]);
        m_earlier = std::move(m_last);
        m_last = std::move(target);
        ++m_steps;
    }

    /// Change of the objective along the direction, at λ.
    double descent(const ArcFlow &target, double lambda)
    {
        setFlows(m_flow, target, lambda);
        double sum = 0.0;
        for (std::size_t k = 0; k < target.size(); ++k)
            for (std::size_t arc = 0; arc < m_arcs; ++arc)
                if (const double move = target[k][arc] - m_flow[k][arc]; move != 0.0)
                    sum += move * m_costs.cost(k)[arc];
        return sum;
    }

    /// The root of descent() in 0 … 1, by the Illinois variant of regula falsi.
    double lineSearch(const ArcFlow &target)
    {
        double low = 0.0;
        double atLow = descent(target, 0.0);
        double high = 1.0;
        double atHigh = descent(target, 1.0);
        const double exact = kLineExact * std::abs(atLow);
        if (atLow >= 0.0)
            return 0.0;
        if (atHigh <= 0.0)
            return 1.0;
        double middle = 0.0;
        int side = 0;
        for (int i = 0; i < kLineSteps && high - low > kLineExact; ++i) {
            middle = (low * atHigh - high * atLow) / (atHigh - atLow);
            const double atMiddle = descent(target, middle);
            if (std::abs(atMiddle) <= exact)
                break;
            if (atMiddle < 0.0) {
                low = middle;
                atLow = atMiddle;
                atHigh = side == -1 ? atHigh / 2.0 : atHigh;
                side = -1;
            } else {
                high = middle;
                atHigh = atMiddle;
                atLow = side == 1 ? atLow / 2.0 : atLow;
                side = 1;
            }
        }
        return middle;
    }

    void collect(AssignmentResult &result)
    {
        const std::size_t links = m_network.links().size();
        result.flow.assign(links, 0.0);
        result.classFlow.assign(m_flow.size(), std::vector<double>(links, 0.0));
        for (std::size_t k = 0; k < m_flow.size(); ++k) {
            for (std::size_t arc = 0; arc < m_arcs; ++arc) {
                result.turnCost += m_flow[k][arc] * m_graph.penaltyMin[arc];
                if (const std::int32_t link = m_graph.link[arc]; link >= 0) {
                    result.flow[at(link)] += m_flow[k][arc];
                    result.classFlow[k][at(link)] =
                        m_flow[k][arc] / m_network.classes()[k].carEquivalents;
                }
            }
        }
        for (const Commodity &commodity : m_commodities)
            result.assignedTrips +=
                commodity.demand / m_network.classes()[at(commodity.vehicleClass)].carEquivalents;
        for (const UnservedTrips &lost : m_unserved)
            result.assignedTrips -= lost.pair.trips;
        result.unserved = std::move(m_unserved);
    }

    const AssignmentNetwork &m_network;
    const AssignmentOptions &m_options;
    const TaskContext &m_context;
    QElapsedTimer m_clock;
    SearchGraph m_graph;
    std::vector<Commodity> m_commodities;
    CostTable m_costs;
    std::size_t m_arcs;
    double m_usualCost;
    std::vector<RouteTree> m_routes; // [commodities] of the last all-or-nothing
    ArcFlow m_flow;
    ArcFlow m_target; // all-or-nothing at the costs of m_flow
    ArcFlow m_last; // targets of the last two steps
    ArcFlow m_earlier;
    double m_lambda = 0.0;
    int m_steps = 0; // since the last plain start
    std::vector<UnservedTrips> m_unserved;
};

} // namespace

Result<AssignmentResult> assignByFrankWolfe(const AssignmentNetwork &network,
    const std::vector<OdMatrix> &demand, const AssignmentOptions &options,
    const TaskContext &context)
{
    return FrankWolfe(network, demand, options, context).run();
}

} // namespace belvedere
