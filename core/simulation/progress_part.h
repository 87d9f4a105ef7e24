// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"

namespace belvedere::simulation {

/// A context whose progress is a part of the progress of `context`, which must outlive it; `from`
/// and `to` as shares of the whole, 0 … 1.
[[nodiscard]] inline TaskContext progressPart(const TaskContext &context, double from, double to)
{
    constexpr qint64 kScale = 1000;
    TaskContext inner = context;
    inner.progress = [&context, from, to](qint64 done, qint64 total, const QString &text) {
        const double share =
            total > 0 ? static_cast<double>(done) / static_cast<double>(total) : 0.0;
        const double whole = from + (to - from) * share;
        context.progress(static_cast<qint64>(kScale * whole), kScale, text);
    };
    return inner;
}

} // namespace belvedere::simulation
