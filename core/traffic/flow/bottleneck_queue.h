// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "traffic/flow/fundamental_diagram.h"

#include <vector>

namespace belvedere {

/// A road whose capacity falls at one place for some time.
struct Incident
{
    double inflowVehH = 0.0; ///< even, from long before to long after
    double capacityVehH = 0.0; ///< past the incident, below the inflow for there to be a queue
    double durationMin = 0.0;
};

/// What becomes of it on a long homogeneous road (kinematic waves; a point queue has the same
/// delay and number of vehicles, but no length).
struct IncidentQueue
{
    double mostQueuedVeh = 0.0; ///< at the end of the incident, (inflow - capacity) · duration
    double lengthAtEndKm = 0.0; ///< of the queue when the road is opened
    double growthKmh = 0.0; ///< shock at the tail, negative upstream
    double tailMetMin = 0.0; ///< after the opening: the recovery wave meets the tail
    double tailMetKm = 0.0; ///< upstream: the farthest that anybody is held up
    double clearedMin = 0.0; ///< after the opening: the last delay at the place of the incident
    double totalDelayVehH = 0.0;
};

/// After the incident the road discharges with its full capacity.
/// @return Errc::Usage for an inflow at or above the road's capacity (the queue never ends);
/// Errc::Numeric for negative values. A capacity above the inflow gives no queue, all zeros.
[[nodiscard]] Result<IncidentQueue> incidentQueue(
    const FundamentalDiagram &road, const Incident &incident);

/// A capacity that changes with time.
struct CapacityStep
{
    double fromMin = 0.0;
    double capacityVehH = 0.0;
};

/// Cumulative counts at both ends of one link, step by step.
struct LinkCounts
{
    double stepMin = 0.0;
    std::vector<double> arrived; ///< [steps + 1] that want to enter
    std::vector<double> entered; ///< [steps + 1]
    std::vector<double> left; ///< [steps + 1]

    /// Against free flow, those waiting before the link included.
    [[nodiscard]] double totalDelayVehH(double freeMin) const;
    [[nodiscard]] double mostQueuedVeh(double freeMin) const;
};

/// Link transmission model (Yperman 2007): sending min(N_up(t + Δt - L/v_f) - N_down(t), Q Δt),
/// receiving min(N_down(t + Δt - L/w) + k_j L - N_up(t), Q Δt); the exit lets through what its
/// capacity allows.
/// @param capacities  of the exit, ascending in time, the first from 0.
/// @return Errc::Usage for a step longer than the shortest travel or wave time, steps that do not
/// ascend; Errc::Numeric for negative values.
[[nodiscard]] Result<LinkCounts> linkTransmission(const FundamentalDiagram &road, double lengthKm,
    double inflowVehH, double inflowEndMin, const std::vector<CapacityStep> &capacities,
    double durationMin, double stepMin);

/// The same without a length: no spillback, no wave.
[[nodiscard]] Result<LinkCounts> pointQueue(double inflowVehH, double inflowEndMin,
    const std::vector<CapacityStep> &capacities, double durationMin, double stepMin);

} // namespace belvedere
