// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/data_availability.h"

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

DataAvailability::DataAvailability(UtcMs start, qint64 stepMs, const std::vector<float> &shares)
    : m_start(start)
    , m_stepMs(std::max<qint64>(1, stepMs))
{
    m_sums.reserve(shares.size() + 1);
    m_sums.push_back(0.0);
    for (const float share : shares)
        m_sums.push_back(m_sums.back() + std::clamp(static_cast<double>(share), 0.0, 1.0));
}

TimeRange DataAvailability::range() const
{
    const auto steps = static_cast<qint64>(isEmpty() ? 0 : m_sums.size() - 1);
    return {m_start, m_start + steps * m_stepMs};
}

double DataAvailability::sumTo(UtcMs time) const
{
    const double steps = static_cast<double>(time - m_start) / static_cast<double>(m_stepMs);
    if (steps <= 0.0)
        return 0.0;
    const auto whole = static_cast<std::size_t>(steps);
    if (whole + 1 >= m_sums.size())
        return m_sums.back();
    return m_sums[whole] + (steps - std::floor(steps)) * (m_sums[whole + 1] - m_sums[whole]);
}

double DataAvailability::share(UtcMs from, UtcMs to) const
{
    if (isEmpty())
        return 0.0;
    // Of less than a step the step itself tells.
    if (to - from < m_stepMs) {
        const UtcMs offset = from - m_start;
        if (offset < 0)
            return 0.0;
        from = m_start + offset / m_stepMs * m_stepMs;
        to = from + m_stepMs;
    }
    return (sumTo(to) - sumTo(from)) * static_cast<double>(m_stepMs)
        / static_cast<double>(to - from);
}

} // namespace belvedere::ui
