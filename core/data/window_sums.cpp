// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/window_sums.h"

#include <algorithm>

namespace belvedere {

WindowSums::WindowSums(std::shared_ptr<const Series> series, int channel)
    : m_series(std::move(series))
    , m_channel(channel)
{
    const auto sites = static_cast<std::size_t>(m_series->siteCount);
    const int blocks = m_series->axis.count / kBlock + 1;
    m_running.resize(static_cast<std::size_t>(blocks) * sites);
    std::vector<Total> totals(sites);
    for (int step = 0; step < m_series->axis.count; ++step) {
        if (step % kBlock == 0)
            std::copy(totals.begin(), totals.end(),
                m_running.begin() + static_cast<std::ptrdiff_t>(step / kBlock * sites));
        for (std::size_t s = 0; s < sites; ++s) {
            const float v = m_series->value(step, SiteId(static_cast<int>(s)), m_channel);
            if (!std::isnan(v)) {
                totals[s].sum += static_cast<double>(v);
                ++totals[s].count;
            }
        }
    }
    if (m_series->axis.count % kBlock == 0)
        std::copy(totals.begin(), totals.end(), m_running.end() - std::ptrdiff_t(sites));
}

void WindowSums::addUpTo(int step, int sign, std::vector<Total> &totals) const
{
    const auto sites = static_cast<std::size_t>(m_series->siteCount);
    const int block = step / kBlock;
    for (std::size_t s = 0; s < sites; ++s) {
        Total total = m_running[static_cast<std::size_t>(block) * sites + s];
        for (int t = block * kBlock; t < step; ++t) {
            const float v = m_series->value(t, SiteId(static_cast<int>(s)), m_channel);
            if (!std::isnan(v)) {
                total.sum += static_cast<double>(v);
                ++total.count;
            }
        }
        totals[s].sum += sign * total.sum;
        totals[s].count += sign * total.count;
    }
}

std::vector<WindowSums::Total> WindowSums::totals(int first, int last) const
{
    std::vector<Total> totals(static_cast<std::size_t>(m_series->siteCount));
    first = std::max(first, 0);
    last = std::min(last, m_series->axis.count - 1);
    if (first > last)
        return totals;
    addUpTo(last + 1, +1, totals);
    addUpTo(first, -1, totals);
    return totals;
}

} // namespace belvedere
