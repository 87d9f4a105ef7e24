// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/worst_cases.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace belvedere {

namespace {

bool worse(const WorstCases::Case &a, const WorstCases::Case &b)
{
    return std::tuple(-a.error, a.lastStep, a.site.value)
        < std::tuple(-b.error, b.lastStep, b.site.value);
}

} // namespace

WorstCases::WorstCases(int horizon, int most)
    : m_horizon(horizon)
    , m_most(static_cast<std::size_t>(most))
    , m_capacity(m_most * static_cast<std::size_t>(2 * horizon - 1))
{
}

void WorstCases::add(int lastStep, SiteId site, double error)
{
    const Case candidate{lastStep, site, error};
    if (m_heap.size() == m_capacity) {
        if (!worse(candidate, m_heap.front()))
            return;
        std::pop_heap(m_heap.begin(), m_heap.end(), worse);
        m_heap.pop_back();
    }
    m_heap.push_back(candidate);
    std::push_heap(m_heap.begin(), m_heap.end(), worse);
}

std::vector<WorstCases::Case> WorstCases::take() &&
{
    std::sort(m_heap.begin(), m_heap.end(), worse);
    std::vector<Case> taken;
    for (const Case &candidate : m_heap) {
        const bool overlaps = std::any_of(taken.begin(), taken.end(), [&](const Case &other) {
            return other.site == candidate.site
                && std::abs(other.lastStep - candidate.lastStep) < m_horizon;
        });
        if (!overlaps)
            taken.push_back(candidate);
        if (taken.size() == m_most)
            break;
    }
    return taken;
}

} // namespace belvedere
