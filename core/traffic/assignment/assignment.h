// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/task.h"
#include "traffic/assignment/assignment_network.h"
#include "traffic/assignment/od_matrix.h"

#include <memory>
#include <vector>

namespace belvedere {

enum class AssignmentObjective {
    UserEquilibrium, ///< nobody is faster on another route (Wardrop's first principle)
    SystemOptimum ///< the least total cost (Wardrop's second)
};

enum class AssignmentAlgorithm {
    Bush, ///< Algorithm B, Dial 2006: exact, fast, restarts from an earlier result
    FrankWolfe, ///< bi-conjugate, Mitradjieva and Lindberg 2013: an independent check to 1e-4
};

struct AssignmentOptions
{
    AssignmentObjective objective = AssignmentObjective::UserEquilibrium;
    AssignmentAlgorithm algorithm = AssignmentAlgorithm::Bush;
    /// Goal for 1 - SPTT / TSTT: the share of all cost that changing to the best routes would save.
    double relativeGap = 1e-6;
    int maxIterations = 10000;
    double maxSeconds = 0.0; ///< 0 = as long as it takes; what is reached by then is the result
};

struct AssignmentStep
{
    int iteration = 0;
    double seconds = 0.0;
    double relativeGap = 0.0;
};

/// Trips that no route can carry.
struct UnservedTrips
{
    std::int32_t vehicleClass = 0;
    OdPair pair;
};

/// All trips that a zone loses, for a message; see strandedZones().
struct StrandedZone
{
    std::int32_t zone = -1;
    double tripsFrom = 0.0;
    double tripsTo = 0.0;
};

/// Routes of an equilibrium, kept to start the next one from; what is inside is the solver's.
class BushState;

struct AssignmentResult
{
    std::vector<double> flow; ///< [links] passenger-car units
    std::vector<std::vector<double>> classFlow; ///< [classes][links] vehicles
    std::vector<double> time; ///< [links] minutes at these flows
    double relativeGap = 0.0;
    double averageExcessCost = 0.0; ///< minutes a trip loses against the best route
    /// Beckmann's sum with tolls and lengths for a user equilibrium, total cost for an optimum.
    double objective = 0.0;
    double totalTravelTime = 0.0; ///< Σ flow · time, minutes of passenger-car units
    double turnCost = 0.0; ///< Σ flow · penalty of turns
    double totalCost = 0.0; ///< travel time with tolls, lengths and turns
    double assignedTrips = 0.0; ///< vehicles, between zones
    int iterations = 0;
    double seconds = 0.0;
    bool converged = false; ///< the goal was reached
    std::vector<AssignmentStep> history;
    std::vector<UnservedTrips> unserved;
    std::shared_ptr<const BushState> state; ///< null after Frank-Wolfe
};

/// @param demand  one matrix for each class of the network, in vehicles.
/// @param start   routes of an earlier result with the same zones and classes, whose links have
/// kept their positions (closed ones stay, new ones come behind); null = from scratch.
/// Flows are the same bit by bit whatever `context.threads`.
/// @return Errc::Shape naming the matrix of a wrong size; Errc::Numeric where trips exceed
/// capacities beyond all numbers; Errc::Cancelled.
[[nodiscard]] Result<AssignmentResult> assign(const AssignmentNetwork &network,
    const std::vector<OdMatrix> &demand, const AssignmentOptions &options,
    const TaskContext &context = {}, std::shared_ptr<const BushState> start = nullptr);

/// Zones that no trip can leave or reach, or only some, most lost trips first.
[[nodiscard]] std::vector<StrandedZone> strandedZones(const AssignmentResult &result);

/// Minutes that each link must charge for drivers to find the system optimum by themselves: x t'
/// at these flows.
[[nodiscard]] std::vector<double> marginalTolls(
    const AssignmentNetwork &network, const std::vector<double> &flow);

/// Figures of given flows, by fresh shortest routes: an independent check of any solver, for
/// networks without turn penalties.
struct FlowFigures
{
    double objective = 0.0;
    double totalTravelTime = 0.0;
    double totalCost = 0.0;
    double shortestCost = 0.0; ///< if each trip took the best route at these times
    double relativeGap = 0.0;
};
/// @param classFlow  [classes][links] vehicles.
[[nodiscard]] FlowFigures figuresOf(const AssignmentNetwork &network,
    const std::vector<OdMatrix> &demand, const std::vector<std::vector<double>> &classFlow,
    AssignmentObjective objective = AssignmentObjective::UserEquilibrium);

} // namespace belvedere
