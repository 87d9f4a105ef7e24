// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/parallel_data.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace belvedere::ui {

ParallelScale::ParallelScale(const ParallelData &data, std::size_t axis)
    : m_choices(data.axes[axis].choices)
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const ParallelLine &line : data.lines) {
        const double value = line.values[axis];
        if (std::isfinite(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        } else {
            m_missing = true;
        }
    }
    if (!m_choices.isEmpty()) {
        low = 0.0;
        high = double(m_choices.size() - 1);
    }
    if (!std::isfinite(low))
        return;
    m_log = data.axes[axis].logarithmic && m_choices.isEmpty() && low > 0.0;
    m_low = plain(low);
    m_high = plain(high);
    if (!(m_high > m_low)) { // all alike: in the middle
        m_low -= 0.5;
        m_high += 0.5;
    }
}

double ParallelScale::plain(double value) const
{
    return m_log ? std::log10(value) : value;
}

double ParallelScale::shareOf(double value) const
{
    return (plain(value) - m_low) / (m_high - m_low);
}

double ParallelScale::valueAt(double share) const
{
    const double along = m_low + share * (m_high - m_low);
    return m_log ? std::pow(10.0, along) : along;
}

std::vector<Tick> ParallelScale::ticks(int mostCount) const
{
    std::vector<Tick> ticks;
    if (!m_choices.isEmpty()) {
        for (qsizetype i = 0; i < m_choices.size(); ++i)
            ticks.push_back({shareOf(double(i)), m_choices[i], false});
        return ticks;
    }
    ticks = m_log ? logTicks(m_low, m_high, mostCount) : linearTicks(m_low, m_high, mostCount);
    for (Tick &tick : ticks)
        tick.value = (tick.value - m_low) / (m_high - m_low);
    return ticks;
}

std::vector<bool> linesWithin(
    const ParallelData &data, const std::vector<std::optional<ParallelRange>> &ranges)
{
    std::vector<bool> within(data.lines.size(), true);
    for (std::size_t i = 0; i < data.lines.size(); ++i) {
        const std::vector<double> &values = data.lines[i].values;
        for (std::size_t axis = 0; axis < std::min(values.size(), ranges.size()); ++axis) {
            const auto &range = ranges[axis];
            if (range && !(values[axis] >= range->low && values[axis] <= range->high))
                within[i] = false;
        }
    }
    return within;
}

} // namespace belvedere::ui
