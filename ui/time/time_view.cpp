// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/time_view.h"

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

void TimeView::show(const TimeRange &range, UtcMs now)
{
    m_range = range;
    const qint64 length = std::clamp<qint64>(range.length(), kShortestMs, kLongestMs);
    if (length != range.length()) {
        m_range.from = range.from + (range.length() - length) / 2;
        m_range.to = m_range.from + length;
    }
    m_rolls = m_range.contains(now);
}

void TimeView::zoom(double factor, UtcMs anchor, UtcMs now)
{
    if (!std::isfinite(factor) || factor <= 0.0)
        return;
    const auto before = static_cast<double>(length());
    const double after = std::clamp(
        before * factor, static_cast<double>(kShortestMs), static_cast<double>(kLongestMs));
    const double left = static_cast<double>(anchor - m_range.from) / before * after;
    m_range.from = anchor - std::llround(left);
    m_range.to = m_range.from + std::llround(after);
    m_rolls = m_range.contains(now);
}

void TimeView::pan(qint64 byMs, const TimeRange &reach, UtcMs now)
{
    const UtcMs middle = m_range.from + length() / 2;
    // A view whose middle already lies outside may come nearer, not go further.
    const UtcMs low = std::min(reach.from, middle);
    const UtcMs high = std::max(reach.to, middle);
    const qint64 moved = std::clamp<qint64>(middle + byMs, low, high) - middle;
    m_range = {m_range.from + moved, m_range.to + moved};
    m_rolls = m_range.contains(now);
}

void TimeView::roll(UtcMs from, UtcMs to, UtcMs current)
{
    if (!m_rolls)
        return;
    const qint64 by = to - from;
    const TimeRange rolled{m_range.from + by, m_range.to + by};
    if (!m_range.contains(current) || rolled.contains(current))
        m_range = rolled;
    m_rolls = m_range.contains(to);
}

bool TimeView::reveal(UtcMs instant, double margin, UtcMs now)
{
    if (m_range.contains(instant))
        return false;
    const auto ahead = static_cast<qint64>(margin * static_cast<double>(length()));
    const bool right = instant > m_range.to;
    const qint64 by = right ? instant + ahead - m_range.to : instant - ahead - m_range.from;
    // What lies further away than the view is long is a new place: it goes to the middle.
    if (std::abs(by) > length())
        m_range = {instant - length() / 2, instant - length() / 2 + length()};
    else
        m_range = {m_range.from + by, m_range.to + by};
    m_rolls = m_range.contains(now);
    return true;
}

} // namespace belvedere::ui
