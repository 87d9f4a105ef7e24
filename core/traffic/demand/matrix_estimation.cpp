// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/demand/matrix_estimation.h"

#include "traffic/assignment/bush_shares.h"
#include "traffic/assignment/bush_state.h"

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

/// A cell loses at most this share of itself in one round.
constexpr double kMostLoss = 0.9;
constexpr double kGoodGeh = 5.0;

std::size_t at(std::int32_t position)
{
    return static_cast<std::size_t>(position);
}

Result<> checkCounts(const AssignmentNetwork &network, const std::vector<LinkCount> &counts)
{
    if (counts.empty())
        return failure(Errc::Usage, QT_TRANSLATE_NOOP("Error", "There are no counts to meet."));
    for (const LinkCount &count : counts) {
        if (count.link < 0 || at(count.link) >= network.links().size())
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP(
                    "Error", "A count stands on link number %1, but there are %2 links."),
                {QString::number(count.link + 1), QString::number(network.links().size())});
        if (!(count.flow >= 0.0) || !std::isfinite(count.flow) || !(count.weight >= 0.0))
            return failure(Errc::Numeric,
                QT_TRANSLATE_NOOP("Error",
                    "The count on link %1 is %2 with the weight %3. Both must be 0 or more."),
                {network.linkName(at(count.link)), QString::number(count.flow),
                    QString::number(count.weight)});
    }
    return {};
}

class Estimator
{
public:
    Estimator(const AssignmentNetwork &network, const std::vector<OdMatrix> &demand,
        const std::vector<LinkCount> &counts, const EstimationOptions &options,
        const TaskContext &context)
        : m_network(network)
        , m_demand(demand)
        , m_first(demand.front())
        , m_counts(counts)
        , m_options(options)
        , m_context(context)
    {
    }

    Result<EstimatedMatrix> run()
    {
        EstimatedMatrix estimated;
        BV_TRY(m_result, assign(m_network, m_demand, m_options.assignment, m_context));
        estimated.before = countFit(m_counts, m_result.flow);
        estimated.misfit.push_back(misfit());
        for (int round = 0; round < m_options.maxRounds; ++round) {
            m_context.progress(round, m_options.maxRounds, QString());
            const OdMatrix earlier = m_demand.front();
            const AssignmentResult earlierResult = m_result;
            BV_TRY_VOID(improve());
            const double last = estimated.misfit.back();
            const double now = misfit();
            if (now > last) { // the routes changed more than the step foresaw
                m_demand.front() = earlier;
                m_result = earlierResult;
                break;
            }
            estimated.misfit.push_back(now);
            if (last - now < m_options.leastGain * last)
                break;
        }
        estimated.after = countFit(m_counts, m_result.flow);
        estimated.trips = m_demand.front();
        estimated.result = std::move(m_result);
        return estimated;
    }

private:
    [[nodiscard]] double misfit() const
    {
        double sum = 0.0;
        for (const LinkCount &count : m_counts) {
            const double off = m_result.flow[at(count.link)] - count.flow;
            sum += count.weight * off * off;
        }
        for (const OdPair &pair : m_first.pairs()) {
            const double off =
                m_demand.front().at(at(pair.origin), at(pair.destination)) - pair.trips;
            sum += m_options.keep * off * off / pair.trips;
        }
        return 0.5 * sum;
    }

    /// One step along the gradient, then the equilibrium of the new matrix.
    Result<> improve()
    {
        const BushState &state = *m_result.state;
        std::vector<double> off(m_network.links().size(), 0.0);
        std::vector<double> weight(off.size(), 0.0);
        for (const LinkCount &count : m_counts) {
            off[at(count.link)] += count.weight * (m_result.flow[at(count.link)] - count.flow);
            weight[at(count.link)] += count.weight;
        }
        std::vector<double> perArc(state.graph.tail.size(), 0.0);
        for (std::size_t arc = 0; arc < perArc.size(); ++arc)
            if (state.graph.link[arc] >= 0)
                perArc[arc] = off[at(state.graph.link[arc])];
        const double units = m_network.classes().front().carEquivalents;
        std::vector<double> change(perArc.size(), 0.0); // of arc flow for a step of 1
        std::vector<OdPair> gradient;
        double priorSlope = 0.0; // derivatives of the part that keeps the matrix
        double priorCurve = 0.0;
        for (std::size_t k = 0; k < state.commodities.size(); ++k) {
            const Commodity &commodity = state.commodities[k];
            if (commodity.vehicleClass != 0)
                continue;
            if (m_context.cancelled())
                return cancelledFailure();
            const BushShares shares(commodity, state.bushes[k]);
            const std::vector<double> slopes = shares.averages(perArc);
            std::vector<double> move(slopes.size(), 0.0);
            for (std::size_t d = 0; d < slopes.size(); ++d) {
                const Commodity::Destination &to = commodity.destinations[d];
                const double trips = to.demand / units;
                const double first = m_first.at(at(commodity.zone), at(to.zone));
                const double pull = m_options.keep * (trips - first) / first;
                const double slope = units * slopes[d] + pull;
                gradient.push_back({commodity.zone, to.zone, slope});
                move[d] = -trips * slope * units;
                priorSlope += pull * -trips * slope;
                priorCurve += m_options.keep / first * trips * slope * trips * slope;
            }
            shares.load(move, change);
        }
        const double step = lengthOf(state, off, weight, change, gradient, priorSlope, priorCurve);
        return apply(gradient, step);
    }

    /// The step that is best if routes stay as they are (Spiess 1990, equation 15).
    [[nodiscard]] static double lengthOf(const BushState &state, const std::vector<double> &off,
        const std::vector<double> &weight, const std::vector<double> &change,
        const std::vector<OdPair> &gradient, double slope, double curve)
    {
        for (std::size_t arc = 0; arc < change.size(); ++arc) {
            if (const std::int32_t link = state.graph.link[arc]; link >= 0) {
                slope += off[at(link)] * change[arc];
                curve += weight[at(link)] * change[arc] * change[arc];
            }
        }
        double step = curve > 0.0 ? -slope / curve : 0.0;
        for (const OdPair &cell : gradient)
            if (cell.trips > 0.0)
                step = std::min(step, kMostLoss / cell.trips);
        return std::max(step, 0.0);
    }

    Result<> apply(const std::vector<OdPair> &gradient, double step)
    {
        std::vector<OdPair> pairs = m_demand.front().pairs();
        std::vector<std::vector<std::pair<std::int32_t, double>>> slopes(
            m_demand.front().zoneCount());
        for (const OdPair &cell : gradient)
            slopes[at(cell.origin)].emplace_back(cell.destination, cell.trips);
        for (auto &row : slopes)
            std::sort(row.begin(), row.end());
        for (OdPair &pair : pairs) {
            const auto &row = slopes[at(pair.origin)];
            const auto found = std::lower_bound(row.begin(), row.end(), pair.destination,
                [](const auto &cell, std::int32_t zone) { return cell.first < zone; });
            if (found != row.end() && found->first == pair.destination)
                pair.trips *= 1.0 - step * found->second;
        }
        BV_TRY(m_demand.front(), OdMatrix::make(m_first.zoneCount(), std::move(pairs)));
        BV_TRY(
            m_result, assign(m_network, m_demand, m_options.assignment, m_context, m_result.state));
        return {};
    }

    const AssignmentNetwork &m_network;
    std::vector<OdMatrix> m_demand;
    const OdMatrix m_first;
    const std::vector<LinkCount> &m_counts;
    const EstimationOptions &m_options;
    const TaskContext &m_context;
    AssignmentResult m_result;
};

} // namespace

CountFit countFit(const std::vector<LinkCount> &counts, const std::vector<double> &flow)
{
    CountFit fit;
    if (counts.empty())
        return fit;
    const auto number = static_cast<double>(counts.size());
    double mean = 0.0;
    for (const LinkCount &count : counts)
        mean += count.flow / number;
    double off = 0.0;
    double spread = 0.0;
    for (const LinkCount &count : counts) {
        const double modelled = flow[at(count.link)];
        const double difference = modelled - count.flow;
        off += difference * difference;
        spread += (count.flow - mean) * (count.flow - mean);
        const double both = modelled + count.flow;
        const double geh = both > 0.0 ? std::sqrt(2.0 * difference * difference / both) : 0.0;
        fit.gehBelow5 += geh < kGoodGeh ? 1.0 / number : 0.0;
    }
    fit.rootMeanSquare = std::sqrt(off / number);
    fit.rSquared = spread > 0.0 ? 1.0 - off / spread : (off > 0.0 ? 0.0 : 1.0);
    return fit;
}

Result<EstimatedMatrix> estimateMatrix(const AssignmentNetwork &network,
    const std::vector<OdMatrix> &demand, const std::vector<LinkCount> &counts,
    const EstimationOptions &options, const TaskContext &context)
{
    BV_TRY_VOID(checkCounts(network, counts));
    if (options.assignment.algorithm != AssignmentAlgorithm::Bush || demand.empty())
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "A matrix is estimated with the routes of the bush algorithm, from a matrix to "
                "begin with."));
    return Estimator(network, demand, counts, options, context).run();
}

} // namespace belvedere
