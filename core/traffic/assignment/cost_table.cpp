// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/assignment/cost_table.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace belvedere {

namespace {

constexpr double kMaxWholePower = 16.0;
/// Below it a curve with a power less than 1, infinitely steep at 0, goes on as a straight line.
constexpr double kLeastRatio = 1e-6;

double raised(double base, std::int32_t power)
{
    double result = 1.0;
    for (; power > 0; power >>= 1, base *= base)
        if (power & 1)
            result *= base;
    return result;
}

} // namespace

CostTable::CostTable(
    const AssignmentNetwork &network, const SearchGraph &graph, AssignmentObjective objective)
    : m_curves(graph.tail.size())
    , m_fixed(network.classes().size(), graph.penaltyMin)
    , m_cost(network.classes().size(), std::vector<double>(graph.tail.size()))
    , m_marginal(objective == AssignmentObjective::SystemOptimum)
{
    for (std::size_t arc = 0; arc < graph.tail.size(); ++arc) {
        if (graph.link[arc] >= 0) {
            const std::size_t link = index(graph.link[arc]);
            m_curves[arc] = curveOf(network.links()[link].delay, objective);
            for (std::size_t k = 0; k < m_fixed.size(); ++k)
                m_fixed[k][arc] = network.usable(k, link) ? network.fixedCost(k, link)
                                                          : std::numeric_limits<double>::infinity();
        }
        update(arc);
    }
}

CostTable::Curve CostTable::curveOf(const VolumeDelay &delay, AssignmentObjective objective)
{
    Curve curve;
    curve.base = delay.freeTime;
    if (delay.constant())
        return curve;
    const bool marginal = objective == AssignmentObjective::SystemOptimum;
    curve.perCapacity = 1.0 / delay.capacity;
    curve.exactPower = delay.power;
    if (delay.function == DelayFunction::Conical) {
        curve.kind = Kind::Conical;
        return curve;
    }
    curve.gain = delay.freeTime * delay.coefficient * (marginal ? delay.power + 1.0 : 1.0);
    curve.kind = Kind::Power;
    if (delay.power == 4.0) {
        curve.kind = Kind::Quartic;
    } else if (delay.power == std::floor(delay.power) && delay.power <= kMaxWholePower) {
        curve.kind = Kind::WholePower;
        curve.wholePower = static_cast<std::int32_t>(delay.power);
    }
    return curve;
}

double CostTable::slowTime(Curve &curve) const
{
    const double ratio = curve.flow * curve.perCapacity;
    if (curve.kind == Kind::Conical) {
        const double alpha = curve.exactPower;
        const double beta = (2.0 * alpha - 1.0) / (2.0 * alpha - 2.0);
        const double left = 1.0 - ratio;
        const double root = std::sqrt(alpha * alpha * left * left + beta * beta);
        const double value = 2.0 + root - alpha * left - beta;
        const double first = alpha - alpha * alpha * left / root; // d value / d ratio
        const double second = alpha * alpha * beta * beta / (root * root * root);
        curve.slope =
            curve.base * curve.perCapacity * (m_marginal ? 2.0 * first + ratio * second : first);
        return curve.base * (m_marginal ? value + ratio * first : value);
    }
    double lower = 0.0; // ratio^(p - 1)
    if (curve.kind == Kind::WholePower)
        lower = raised(ratio, curve.wholePower - 1);
    else if (ratio > 0.0 || curve.exactPower < 1.0)
        lower = std::pow(std::max(ratio, kLeastRatio), curve.exactPower - 1.0);
    curve.slope = curve.gain * curve.exactPower * curve.perCapacity * lower;
    return curve.base + curve.gain * lower * ratio;
}

} // namespace belvedere
