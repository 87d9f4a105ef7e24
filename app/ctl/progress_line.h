// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QString>

namespace belvedere::ctl {

/// Progress with the remaining time on standard error: one line that is rewritten on a terminal,
/// a line every few seconds anywhere else.
class ProgressLine
{
public:
    explicit ProgressLine(bool enabled);
    ProgressLine(const ProgressLine &) = delete;
    ProgressLine &operator=(const ProgressLine &) = delete;
    ~ProgressLine();

    /// Call as often as you like. @param total  0 = unknown.
    void report(qint64 done, qint64 total, const QString &text);
    /// Takes the line away, so that something else can be printed.
    void clear();

private:
    bool m_enabled;
    bool m_terminal;
    bool m_shown = false;
    qint64 m_lastMs = 0;
    QElapsedTimer m_clock;
    qint64 m_startMs = 0; // of the present stage
    qint64 m_lastDone = -1;
    qint64 m_lastTotal = -1;
};

/// "12 s", "3 min 05 s", "2 h 10 min".
[[nodiscard]] QString durationText(double seconds);

} // namespace belvedere::ctl
