// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/risk_order.h"

#include "safety/hotspot_scores.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace belvedere {

namespace {

constexpr double kShares[] = {0.01, 0.05, 0.10, 0.20}; // that rankings are scored at
constexpr double kWeights[] = {0.25, 0.5, 0.75, 1.0}; // beside 0, counts alone
constexpr std::size_t kLeastWeeks = 4; // that a standard error is worth something of
constexpr double kSure = 2.0; // standard errors that a gain must reach

std::vector<double> levelled(const std::vector<double> &expected, const std::vector<double> &counts)
{
    const double sum = std::accumulate(expected.begin(), expected.end(), 0.0);
    const double wanted = std::accumulate(counts.begin(), counts.end(), 0.0);
    std::vector<double> result = expected;
    for (double &value : result)
        value *= sum > 0.0 && wanted > 0.0 ? wanted / sum : 1.0;
    return result;
}

/// Moves the most urgent of what is behind `from` there, up to `to`.
void fill(std::vector<int> &order, std::size_t from, std::size_t to, double weight,
    const std::vector<double> &counts, const std::vector<double> &expected)
{
    const auto scoreOf = [&](int cell) {
        const auto i = static_cast<std::size_t>(cell);
        return (1.0 - weight) * counts[i] + weight * expected[i];
    };
    const auto begin = order.begin();
    std::partial_sort(begin + static_cast<std::ptrdiff_t>(from),
        begin + static_cast<std::ptrdiff_t>(to), order.end(), [&](int a, int b) {
            const double scoreA = scoreOf(a);
            const double scoreB = scoreOf(b);
            return scoreA != scoreB ? scoreA > scoreB : a > b; // as scoreRanking() does
        });
}

std::vector<int> allCells(std::size_t count)
{
    std::vector<int> order(count);
    std::iota(order.begin(), order.end(), 0);
    return order;
}

double caughtBy(const std::vector<int> &order, std::size_t from, std::size_t to,
    const std::vector<double> &came)
{
    double caught = 0.0;
    for (std::size_t i = from; i < to; ++i)
        caught += came[static_cast<std::size_t>(order[i])];
    return caught;
}

/// Mean over standard error.
double sureness(const std::vector<double> &gains)
{
    const auto n = static_cast<double>(gains.size());
    const double mean = std::accumulate(gains.begin(), gains.end(), 0.0) / n;
    double squares = 0.0;
    for (const double gain : gains)
        squares += (gain - mean) * (gain - mean);
    return squares > 0.0 ? mean / std::sqrt(squares / (n - 1.0) / n) : 0.0;
}

} // namespace

std::vector<double> urgencyOf(const std::vector<double> &counts,
    const std::vector<double> &expected, const std::vector<OrderBand> &bands)
{
    if (bands.empty())
        return expected;
    const std::vector<double> level = levelled(expected, counts);
    std::vector<int> order = allCells(counts.size());
    std::size_t from = 0;
    for (const OrderBand &band : bands) {
        const auto to =
            static_cast<std::size_t>(flaggedCells(band.share, static_cast<int>(counts.size())));
        fill(order, from, std::max(from, to), band.modelWeight, counts, level);
        from = std::max(from, to);
    }
    fill(order, from, order.size(), bands.back().modelWeight, counts, level);
    std::vector<double> urgency(counts.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        urgency[static_cast<std::size_t>(order[i])] = static_cast<double>(order.size() - i);
    return urgency;
}

void OrderChoice::add(
    std::vector<double> counts, const std::vector<double> &expected, std::vector<double> came)
{
    std::vector<double> level = levelled(expected, counts);
    m_weeks.push_back({std::move(counts), std::move(level), std::move(came)});
}

std::vector<OrderBand> OrderChoice::bands() const
{
    std::vector<OrderBand> bands;
    if (m_weeks.empty())
        return bands;
    const auto cells = m_weeks.front().counts.size();
    std::vector<std::vector<int>> orders(m_weeks.size(), allCells(cells));
    std::size_t from = 0;
    for (const double share : kShares) {
        const auto to =
            std::max(from, static_cast<std::size_t>(flaggedCells(share, static_cast<int>(cells))));
        const auto caught = [&](double weight) {
            std::vector<double> sums;
            for (std::size_t i = 0; i < m_weeks.size(); ++i) {
                fill(orders[i], from, to, weight, m_weeks[i].counts, m_weeks[i].expected);
                sums.push_back(caughtBy(orders[i], from, to, m_weeks[i].came));
            }
            return sums;
        };
        const std::vector<double> byCounts = caught(0.0);
        OrderBand band{share, 0.0};
        double most = 0.0;
        for (const double weight : kWeights) {
            std::vector<double> gains = caught(weight);
            for (std::size_t i = 0; i < gains.size(); ++i)
                gains[i] -= byCounts[i];
            const double gain = std::accumulate(gains.begin(), gains.end(), 0.0);
            if (gains.size() >= kLeastWeeks && gain > most && sureness(gains) > kSure) {
                most = gain;
                band.modelWeight = weight;
            }
        }
        static_cast<void>(caught(band.modelWeight)); // leaves the orders as they were chosen
        bands.push_back(band);
        from = to;
    }
    return bands;
}

} // namespace belvedere
