// SPDX-License-Identifier: GPL-3.0-or-later
#include "progress_line.h"

#include <cmath>
#include <cstdio>

#include <unistd.h>

namespace belvedere::ctl {

namespace {

constexpr qint64 kTerminalIntervalMs = 200;
constexpr qint64 kLogIntervalMs = 5000;
/// Below this the estimate of the remaining time is noise.
constexpr qint64 kEstimateAfterMs = 1000;

} // namespace

QString durationText(double seconds)
{
    const auto whole = static_cast<qint64>(std::ceil(seconds));
    if (whole < 60)
        return QStringLiteral("%1 s").arg(whole);
    if (whole < 3600)
        return QStringLiteral("%1 min %2 s")
            .arg(whole / 60)
            .arg(whole % 60, 2, 10, QLatin1Char('0'));
    return QStringLiteral("%1 h %2 min")
        .arg(whole / 3600)
        .arg(whole % 3600 / 60, 2, 10, QLatin1Char('0'));
}

ProgressLine::ProgressLine(bool enabled)
    : m_enabled(enabled)
    , m_terminal(isatty(STDERR_FILENO) == 1)
{
    m_clock.start();
    m_lastMs = -kLogIntervalMs; // the first report shows at once that work has begun
}

ProgressLine::~ProgressLine()
{
    clear();
}

void ProgressLine::report(qint64 done, qint64 total, const QString &text)
{
    if (!m_enabled)
        return;
    const qint64 now = m_clock.elapsed();
    if (done < m_lastDone || total != m_lastTotal)
        m_startMs = now; // the next stage has its own pace
    m_lastDone = done;
    m_lastTotal = total;
    if (now - m_lastMs < (m_terminal ? kTerminalIntervalMs : kLogIntervalMs))
        return;
    m_lastMs = now;

    QString line = text;
    if (total > 0) {
        const double share = static_cast<double>(done) / static_cast<double>(total);
        line = QStringLiteral("%1 % ").arg(std::floor(share * 100.0), 3, 'f', 0) + line;
        const double spentS = static_cast<double>(now - m_startMs) / 1000.0;
        if (done > 0 && now - m_startMs >= kEstimateAfterMs)
            line += QStringLiteral(", %1 left").arg(durationText(spentS / share - spentS));
    }
    std::fprintf(stderr, m_terminal ? "\r\033[K%s" : "%s\n", line.toUtf8().constData());
    std::fflush(stderr);
    m_shown = m_terminal;
}

void ProgressLine::clear()
{
    if (m_shown)
        std::fputs("\r\033[K", stderr);
    m_shown = false;
}

} // namespace belvedere::ctl
