// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/assignment/bush.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace belvedere {

namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();

/// Newton's steps at one merge; the curves are steep, so the second one repairs an overshoot.
constexpr int kSteps = 2;
/// What is left of a difference in cost after which the next merge is worth more.
constexpr double kGoodEnough = 0.02;
/// Differences in cost below this share of the cost are rounding.
constexpr double kRounding = 1e-15;

} // namespace

double BushEquilibrator::equilibrate(
    CostTable &costs, std::size_t vehicleClass, Bush &bush, double tolerance)
{
    if (bush.merges.empty())
        return 0.0;
    const double *cost = costs.cost(vehicleClass);
    const double excess = label(cost, bush);
    if (excess > tolerance)
        for (auto merge = bush.merges.rbegin(); merge != bush.merges.rend(); ++merge)
            shift(costs, cost, bush, *merge);
    return excess;
}

double BushEquilibrator::label(const double *cost, const Bush &bush)
{
    if (m_labels.size() < bush.node.size())
        m_labels.resize(bush.node.size());
    Label *labels = m_labels.data();
    const Bush::Arc *in = bush.in.data();
    const std::int32_t *firstIn = bush.firstIn.data();
    const auto nodes = static_cast<std::int32_t>(bush.node.size());
    labels[0] = {0.0, 0.0, -1, -1};
    double excess = 0.0;
    for (std::int32_t i = 1; i < nodes; ++i) {
        const std::int32_t k = firstIn[i];
        if (firstIn[i + 1] - k > 1) {
            excess += labelMerge(cost, bush, i);
            continue;
        }
        const Label &before = labels[in[k].tail];
        const double more = cost[in[k].arc];
        labels[i] = {before.least + more, before.most + more, k, k};
    }
    return excess;
}

double BushEquilibrator::labelMerge(const double *cost, const Bush &bush, std::int32_t node)
{
    Label label{kInfinite, -kInfinite, -1, -1};
    const std::int32_t first = bush.firstIn[static_cast<std::size_t>(node)];
    const std::int32_t last = bush.firstIn[static_cast<std::size_t>(node) + 1];
    const Bush::Arc *in = bush.in.data();
    double paid = 0.0;
    double flow = 0.0;
    for (std::int32_t k = first; k < last; ++k) {
        const Label &before = m_labels[static_cast<std::size_t>(in[k].tail)];
        const double least = before.least + cost[in[k].arc];
        if (least < label.least) {
            label.least = least;
            label.leastArc = k;
        }
        if (in[k].flow > 0.0) {
            const double most = before.most + cost[in[k].arc];
            if (most > label.most) {
                label.most = most;
                label.mostArc = k;
            }
            paid += in[k].flow * least;
            flow += in[k].flow;
        }
    }
    if (label.mostArc < 0) { // nothing passes here any more
        label.mostArc = label.leastArc;
        label.most = label.least;
    }
    m_labels[static_cast<std::size_t>(node)] = label;
    return std::max(paid - flow * label.least, 0.0);
}

void BushEquilibrator::findRoutes(const Bush &bush, std::int32_t merge)
{
    const Label *labels = m_labels.data();
    const Bush::Arc *in = bush.in.data();
    m_dear.assign(1, labels[merge].mostArc);
    m_cheap.assign(1, labels[merge].leastArc);
    std::int32_t dear = in[m_dear.back()].tail;
    std::int32_t cheap = in[m_cheap.back()].tail;
    // The node that lies later cannot be where they part.
    while (dear != cheap) {
        if (dear > cheap) {
            m_dear.push_back(labels[dear].mostArc);
            dear = in[m_dear.back()].tail;
        } else {
            m_cheap.push_back(labels[cheap].leastArc);
            cheap = in[m_cheap.back()].tail;
        }
    }
}

void BushEquilibrator::shift(CostTable &costs, const double *cost, Bush &bush, std::int32_t merge)
{
    const Label &label = m_labels[static_cast<std::size_t>(merge)];
    if (label.leastArc == label.mostArc || label.most - label.least <= kRounding * label.most)
        return;
    findRoutes(bush, merge);
    Bush::Arc *in = bush.in.data();
    double first = 0.0;
    for (int step = 0; step < kSteps; ++step) {
        double difference = 0.0;
        double slope = 0.0;
        double movable = kInfinite;
        for (const std::int32_t k : m_dear) {
            difference += cost[in[k].arc];
            slope += costs.slope(in[k].arc);
            movable = std::min(movable, in[k].flow);
        }
        double movableBack = kInfinite;
        for (const std::int32_t k : m_cheap) {
            difference -= cost[in[k].arc];
            slope += costs.slope(in[k].arc);
            movableBack = std::min(movableBack, in[k].flow);
        }
        if (step == 0)
            first = std::abs(difference);
        else if (std::abs(difference) <= kGoodEnough * first)
            return;
        if (difference < 0.0)
            movable = -movableBack;
        const double wanted =
            slope > 0.0 ? difference / slope : std::copysign(kInfinite, difference);
        const double move = std::abs(wanted) < std::abs(movable) ? wanted : movable;
        if (move == 0.0)
            return;
        for (const std::int32_t k : m_dear) {
            in[k].flow = std::max(in[k].flow - move, 0.0);
            costs.addFlow(in[k].arc, -move);
        }
        for (const std::int32_t k : m_cheap) {
            in[k].flow = std::max(in[k].flow + move, 0.0);
            costs.addFlow(in[k].arc, move);
        }
    }
}

} // namespace belvedere
