// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "time/time_context.h"

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace belvedere::ui {

/// Something that happened, as far as an axis of time shows it.
struct TimeEvent
{
    UtcMs from = 0;
    int priority = 0; ///< 1 critical … 4 low; 0 = none, anything else counts as none
};

/// Events in the order of time, counted fast: a count takes O(log n), so that a million of them
/// are drawn anew at every frame without being looked at. Immutable; make it in a worker thread.
class EventTimeline
{
public:
    /// By priority: [0] those without one.
    using Counts = std::array<int, 5>;

    EventTimeline() = default;
    /// Takes O(n log n).
    explicit EventTimeline(const std::vector<TimeEvent> &events);

    [[nodiscard]] bool isEmpty() const { return m_all.empty(); }
    [[nodiscard]] std::size_t size() const { return m_all.size(); }
    /// Events that begin in [from, to).
    [[nodiscard]] Counts count(UtcMs from, UtcMs to) const;
    /// For each pair of neighbours in `edges`, which ascend: what count() gives.
    [[nodiscard]] std::vector<Counts> histogram(const std::vector<UtcMs> &edges) const;
    /// Begin of the first event after the instant, or of the last before it.
    [[nodiscard]] std::optional<UtcMs> next(UtcMs after) const;
    [[nodiscard]] std::optional<UtcMs> previous(UtcMs before) const;

private:
    std::array<std::vector<UtcMs>, 5> m_byPriority; // each sorted
    std::vector<UtcMs> m_all; // sorted
};

/// Of all priorities together.
[[nodiscard]] int total(const EventTimeline::Counts &counts);

} // namespace belvedere::ui
