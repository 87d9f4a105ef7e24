// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "traffic/assignment/bush_state.h"
#include "traffic/assignment/cost_table.h"
#include "traffic/assignment/shortest_tree.h"

#include <QElapsedTimer>

#include <memory>
#include <vector>

namespace belvedere {

/// Algorithm B (Dial 2006) on compact bushes. Each iteration repairs the trees of cheapest routes
/// at fixed costs, which gives the gap, takes them into the bushes (both for many origins at once),
/// then sweeps over the bushes one after another, each at the costs that the last one left. The
/// order of all sums is fixed, so the number of threads does not change a bit of the result.
class BushSolver
{
public:
    BushSolver(const AssignmentNetwork &network, const std::vector<OdMatrix> &demand,
        const AssignmentOptions &options, const TaskContext &context);

    /// @return Errc::Cancelled, Errc::Numeric.
    [[nodiscard]] Result<> run(const BushState *start);

    /// Flows, gap, history, unserved trips and the routes to start from; the solver is spent.
    void moveInto(AssignmentResult &result);

private:
    void begin();
    void resume(const BushState &start);
    [[nodiscard]] std::vector<std::vector<std::int32_t>> arcsSince(const BushState &start) const;
    bool adopt(const Bush &before, const std::vector<std::int32_t> &arcs, std::size_t commodity);
    [[nodiscard]] Result<> loadNew();
    void loadOne(std::size_t commodity, std::size_t worker);
    void addFlows(const Bush &bush, double sign);
    void dropUnserved(std::size_t commodity, const ShortestTree &tree);
    [[nodiscard]] Result<> findTrees();
    void noteGap(int iteration, double paid);
    [[nodiscard]] Result<> rebuildAll();
    [[nodiscard]] Result<> sweepAll(double excess);
    void sumFlows();
    [[nodiscard]] double paidCost() const;
    [[nodiscard]] bool outOfTime() const;

    const AssignmentNetwork &m_network;
    const AssignmentOptions &m_options;
    const TaskContext &m_context;
    QElapsedTimer m_clock;
    std::unique_ptr<BushState> m_state;
    CostTable m_costs;
    std::vector<std::vector<UnservedTrips>> m_unserved; // [commodities]
    std::vector<std::vector<double>> m_classFlow; // [classes][arcs] passenger-car units
    std::vector<double> m_shortestCost; // [commodities] if all took the cheapest route
    std::vector<std::uint8_t> m_settled; // [commodities] has too little to gain for now
    std::vector<std::size_t> m_new; // commodities whose demand is not in their bush yet
    std::vector<ShortestTree> m_trees; // [threads]
    std::vector<BushBuilder> m_builders; // [threads]
    BushEquilibrator m_equilibrator;
    std::vector<AssignmentStep> m_history;
    double m_gap = 0.0;
    bool m_converged = false;
};

} // namespace belvedere
