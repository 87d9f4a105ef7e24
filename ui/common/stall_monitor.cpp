// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/stall_monitor.h"

#include <algorithm>

namespace belvedere::ui {

StallMonitor::StallMonitor(QObject *parent)
    : QObject(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(kBeatMs);
    connect(&m_timer, &QTimer::timeout, this, &StallMonitor::beat);
    m_timer.start();
    m_sinceBeat.start();
}

void StallMonitor::reset()
{
    m_bins.fill(0);
    m_beats = 0;
    m_longestMs = 0.0;
    m_sinceBeat.start();
}

double StallMonitor::p95StallMs() const
{
    std::int64_t below = 0;
    for (std::size_t i = 0; i < kBins; ++i) {
        below += m_bins[i];
        if (below * 100 >= m_beats * 95 && m_beats > 0)
            return double(i);
    }
    return 0.0;
}

void StallMonitor::beat()
{
    const double lateMs =
        std::max(0.0, double(m_sinceBeat.nsecsElapsed()) * 1e-6 - double(kBeatMs));
    m_sinceBeat.start();
    ++m_beats;
    ++m_bins[std::min(kBins - 1, static_cast<std::size_t>(lateMs + 0.5))];
    m_longestMs = std::max(m_longestMs, lateMs);
}

} // namespace belvedere::ui
