// SPDX-License-Identifier: GPL-3.0-or-later
// ui/time owns what "now" is, which instant or stretch of time the whole screen shows, and the
// controls for it. It knows no domain: events and data are times and shares to it.
#pragma once

#include "base/utc_time.h"

#include <QMetaType>
#include <QTimeZone>

#include <limits>

namespace belvedere::ui {

/// From `from` up to `to`; from <= to.
struct TimeRange
{
    UtcMs from = 0;
    UtcMs to = 0;

    [[nodiscard]] UtcMs length() const { return to - from; }
    [[nodiscard]] bool contains(UtcMs time) const { return from <= time && time <= to; }
    friend bool operator==(const TimeRange &, const TimeRange &) = default;
};

enum class TimeMode {
    Instant, ///< what is at one instant
    Window, ///< what was in a stretch of fixed length that ends at the instant
    Cumulative ///< what has been since a fixed start
};

/// What the screen shows, as one value. Every map layer, chart, table and list reads this and
/// nothing else, so that their numbers agree.
struct TimeContext
{
    TimeMode mode = TimeMode::Instant;
    /// The stretch shown, without its first moment: (from, to], so that windows laid end to end
    /// count each moment once. In Instant both are `current`; otherwise `to` is.
    UtcMs from = 0;
    UtcMs to = 0;
    UtcMs current = 0;
    UtcMs now = 0;
    /// Where data begin and where the forecast ends; without one the same as now.
    UtcMs reachFrom = 0;
    UtcMs reachTo = 0;
    qint64 stepMs = 5 * kMsPerMinute;
    QTimeZone zone = QTimeZone::utc();
    bool isReplay = false;
    bool followsNow = true;
    /// Grows by one with every change of anything above.
    qint64 revision = 0;

    [[nodiscard]] bool isForecast() const { return current > now; }
    [[nodiscard]] bool isPast() const { return current < now; }
    [[nodiscard]] TimeRange range() const { return {from, to}; }
    /// All but the revision.
    [[nodiscard]] bool sameAs(const TimeContext &other) const;
};

/// Of an event that has not ended: the `to` of overlaps().
inline constexpr UtcMs kStillGoing = std::numeric_limits<UtcMs>::max();

/// Whether an event of [from, to) belongs to what the context shows. An event without length
/// (to <= from) counts for the step after it in Instant, and once, at its moment, otherwise.
[[nodiscard]] bool overlaps(const TimeContext &context, UtcMs from, UtcMs to);

} // namespace belvedere::ui

Q_DECLARE_METATYPE(belvedere::ui::TimeContext)
