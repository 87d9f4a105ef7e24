// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/event_timeline.h"

#include <algorithm>
#include <numeric>

namespace belvedere::ui {

namespace {

std::ptrdiff_t countBefore(const std::vector<UtcMs> &times, UtcMs time)
{
    return std::lower_bound(times.begin(), times.end(), time) - times.begin();
}

} // namespace

EventTimeline::EventTimeline(const std::vector<TimeEvent> &events)
{
    m_all.reserve(events.size());
    for (const TimeEvent &event : events) {
        const bool ranked = event.priority >= 1 && event.priority <= 4;
        m_byPriority[ranked ? static_cast<std::size_t>(event.priority) : 0].push_back(event.from);
        m_all.push_back(event.from);
    }
    for (std::vector<UtcMs> &times : m_byPriority)
        std::sort(times.begin(), times.end());
    std::sort(m_all.begin(), m_all.end());
}

EventTimeline::Counts EventTimeline::count(UtcMs from, UtcMs to) const
{
    return histogram({from, std::max(from, to)})[0];
}

std::vector<EventTimeline::Counts> EventTimeline::histogram(const std::vector<UtcMs> &edges) const
{
    std::vector<Counts> bins(edges.empty() ? 0 : edges.size() - 1, Counts{});
    if (bins.empty())
        return bins;
    for (std::size_t priority = 0; priority < m_byPriority.size(); ++priority) {
        const std::vector<UtcMs> &times = m_byPriority[priority];
        if (times.empty())
            continue;
        std::ptrdiff_t before = countBefore(times, edges[0]);
        for (std::size_t i = 0; i < bins.size(); ++i) {
            const std::ptrdiff_t upTo = countBefore(times, edges[i + 1]);
            bins[i][priority] = static_cast<int>(upTo - before);
            before = upTo;
        }
    }
    return bins;
}

std::optional<UtcMs> EventTimeline::next(UtcMs after) const
{
    const auto it = std::upper_bound(m_all.begin(), m_all.end(), after);
    return it == m_all.end() ? std::nullopt : std::optional(*it);
}

std::optional<UtcMs> EventTimeline::previous(UtcMs before) const
{
    const auto it = std::lower_bound(m_all.begin(), m_all.end(), before);
    return it == m_all.begin() ? std::nullopt : std::optional(*(it - 1));
}

int total(const EventTimeline::Counts &counts)
{
    return std::accumulate(counts.begin(), counts.end(), 0);
}

} // namespace belvedere::ui
