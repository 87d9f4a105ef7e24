// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <array>
#include <cstdint>

namespace belvedere::ui {

/// Measures how long the GUI thread was away from its event loop: a timer beats every
/// kBeatMs, and what a beat comes late is a stall.
class StallMonitor : public QObject
{
    Q_OBJECT

public:
    static constexpr int kBeatMs = 5;

    explicit StallMonitor(QObject *parent = nullptr);

    /// Forgets all stalls so far.
    void reset();

    [[nodiscard]] double longestStallMs() const { return m_longestMs; }
    /// 95 of 100 beats came at most this late, to a millisecond; 0 before the first beat.
    [[nodiscard]] double p95StallMs() const;
    [[nodiscard]] std::int64_t beats() const { return m_beats; }

private:
    void beat();

    static constexpr std::size_t kBins = 1000; // of 1 ms; the last one holds all longer stalls
    QTimer m_timer;
    QElapsedTimer m_sinceBeat;
    std::array<std::uint32_t, kBins> m_bins{};
    std::int64_t m_beats = 0;
    double m_longestMs = 0.0;
};

} // namespace belvedere::ui
