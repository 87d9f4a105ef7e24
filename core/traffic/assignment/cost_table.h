// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "traffic/assignment/assignment.h"
#include "traffic/assignment/search_graph.h"

#include <cstdint>
#include <vector>

namespace belvedere {

/// Flows, costs and slopes of all arcs, laid out for the solver's inner loops. For a system
/// optimum the cost is the marginal one, t + x t', which turns it into a user equilibrium.
class CostTable
{
public:
    CostTable(
        const AssignmentNetwork &network, const SearchGraph &graph, AssignmentObjective objective);

    /// Minutes by arc for a class; infinite where it may not go.
    [[nodiscard]] const double *cost(std::size_t vehicleClass) const
    {
        return m_cost[vehicleClass].data();
    }
    [[nodiscard]] double flow(std::int32_t arc) const { return m_curves[index(arc)].flow; }
    [[nodiscard]] double slope(std::int32_t arc) const { return m_curves[index(arc)].slope; }

    void setFlow(std::int32_t arc, double flow)
    {
        m_curves[index(arc)].flow = flow;
        update(index(arc));
    }
    void addFlow(std::int32_t arc, double more)
    {
        Curve &curve = m_curves[index(arc)];
        // A rest of rounding below 0 is no traffic.
        curve.flow = curve.flow + more > 0.0 ? curve.flow + more : 0.0;
        update(index(arc));
    }

private:
    enum class Kind : std::uint8_t { Constant, Quartic, WholePower, Power, Conical };

    /// Cost of an arc without the part of the class: base + gain (x / c)^p.
    struct Curve
    {
        double flow = 0.0;
        double slope = 0.0;
        double base = 0.0;
        double gain = 0.0;
        double perCapacity = 0.0; // 1 / c
        Kind kind = Kind::Constant;
        std::int32_t wholePower = 0;
        double exactPower = 0.0;
    };

    static std::size_t index(std::int32_t arc) { return static_cast<std::size_t>(arc); }
    static Curve curveOf(const VolumeDelay &delay, AssignmentObjective objective);
    void update(std::size_t arc)
    {
        Curve &curve = m_curves[arc];
        double time = curve.base;
        if (curve.kind == Kind::Quartic) {
            const double ratio = curve.flow * curve.perCapacity;
            const double cube = ratio * ratio * ratio;
            time += curve.gain * cube * ratio;
            curve.slope = 4.0 * curve.gain * curve.perCapacity * cube;
        } else if (curve.kind != Kind::Constant) {
            time = slowTime(curve);
        }
        for (std::size_t k = 0; k < m_cost.size(); ++k)
            m_cost[k][arc] = time + m_fixed[k][arc];
    }
    double slowTime(Curve &curve) const;

    std::vector<Curve> m_curves; // [arcs]
    std::vector<std::vector<double>> m_fixed; // [classes][arcs] minutes; infinite = banned
    std::vector<std::vector<double>> m_cost; // [classes][arcs]
    bool m_marginal;
};

} // namespace belvedere
