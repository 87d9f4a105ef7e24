// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "time/time_context.h"

namespace belvedere::ui {

/// The stretch of time that the river's axis shows. A value without a widget: zooming, panning
/// and rolling with now are arithmetic. None of it touches the instant shown.
class TimeView
{
public:
    static constexpr qint64 kShortestMs = kMsPerHour;
    static constexpr qint64 kLongestMs = 100 * 366 * kMsPerDay;

    [[nodiscard]] const TimeRange &range() const { return m_range; }
    [[nodiscard]] qint64 length() const { return m_range.length(); }
    /// Whether the view moves along with now.
    [[nodiscard]] bool rolls() const { return m_rolls; }

    /// Shows `range`, made as long as kShortestMs and kLongestMs allow.
    /// @param now  the view rolls if it holds it.
    void show(const TimeRange &range, UtcMs now);
    /// `factor` > 1 shows more; `anchor` keeps its place.
    void zoom(double factor, UtcMs anchor, UtcMs now);
    /// Stays so that its middle lies in `reach`.
    void pan(qint64 byMs, const TimeRange &reach, UtcMs now);
    /// Now went on. The view goes with it unless `current` would leave it.
    void roll(UtcMs from, UtcMs to, UtcMs current);
    /// Moves no further than needed to hold `instant`; `margin` is a share of the length that
    /// stays ahead of it. @return whether the view moved.
    bool reveal(UtcMs instant, double margin, UtcMs now);

private:
    TimeRange m_range{0, 12 * kMsPerHour};
    bool m_rolls = false;
};

} // namespace belvedere::ui
