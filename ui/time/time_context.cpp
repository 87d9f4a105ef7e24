// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/time_context.h"

#include <algorithm>

namespace belvedere::ui {

bool TimeContext::sameAs(const TimeContext &other) const
{
    return mode == other.mode && from == other.from && to == other.to && current == other.current
        && now == other.now && reachFrom == other.reachFrom && reachTo == other.reachTo
        && stepMs == other.stepMs && zone == other.zone && isReplay == other.isReplay
        && followsNow == other.followsNow;
}

bool overlaps(const TimeContext &context, UtcMs from, UtcMs to)
{
    if (to <= from) {
        if (context.mode == TimeMode::Instant)
            return from <= context.current && context.current - from < context.stepMs;
        return context.from < from && from <= context.to;
    }
    return from <= context.to && to > context.from;
}

} // namespace belvedere::ui
