// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/assignment/bush_shares.h"

#include <algorithm>

namespace belvedere {

namespace {

std::size_t at(std::int32_t position)
{
    return static_cast<std::size_t>(position);
}

} // namespace

BushShares::BushShares(const Commodity &commodity, const Bush &bush)
    : m_bush(bush)
    , m_share(bush.in.size(), 0.0)
{
    std::vector<std::pair<std::int32_t, std::size_t>> byNode;
    for (std::size_t i = 0; i < bush.node.size(); ++i) {
        byNode.emplace_back(bush.node[i], i);
        double sum = 0.0;
        for (std::int32_t k = bush.firstIn[i]; k < bush.firstIn[i + 1]; ++k)
            sum += bush.in[at(k)].flow;
        for (std::int32_t k = bush.firstIn[i]; k < bush.firstIn[i + 1]; ++k)
            m_share[at(k)] = sum > 0.0 ? bush.in[at(k)].flow / sum : 0.0;
    }
    std::sort(byNode.begin(), byNode.end());
    for (const Commodity::Destination &to : commodity.destinations)
        m_position.push_back(
            std::lower_bound(byNode.begin(), byNode.end(), std::pair(to.node, std::size_t(0)))
                ->second);
}

std::vector<double> BushShares::averages(const std::vector<double> &perArc) const
{
    std::vector<double> sum(m_bush.node.size(), 0.0);
    for (std::size_t i = 1; i < sum.size(); ++i)
        for (std::int32_t k = m_bush.firstIn[i]; k < m_bush.firstIn[i + 1]; ++k)
            sum[i] += m_share[at(k)]
                * (sum[at(m_bush.in[at(k)].tail)] + perArc[at(m_bush.in[at(k)].arc)]);
    std::vector<double> result;
    for (const std::size_t position : m_position)
        result.push_back(sum[position]);
    return result;
}

void BushShares::load(const std::vector<double> &perDestination, std::vector<double> &perArc) const
{
    std::vector<double> through(m_bush.node.size(), 0.0);
    for (std::size_t d = 0; d < m_position.size(); ++d)
        through[m_position[d]] += perDestination[d];
    for (std::size_t i = through.size() - 1; i > 0; --i) {
        for (std::int32_t k = m_bush.firstIn[i]; k < m_bush.firstIn[i + 1]; ++k) {
            const double part = through[i] * m_share[at(k)];
            through[at(m_bush.in[at(k)].tail)] += part;
            perArc[at(m_bush.in[at(k)].arc)] += part;
        }
    }
}

} // namespace belvedere
