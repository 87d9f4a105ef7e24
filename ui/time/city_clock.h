// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/utc_time.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace belvedere::ui {

/// The one clock of the program: what "now" is, and which instant everything on the screen shows.
/// Live it follows the computer's clock; in replay "now" runs through a stretch of the past at
/// `speed` and begins again at its end. Step and speed never move the instant that is shown.
class CityClock : public QObject
{
    Q_OBJECT

public:
    explicit CityClock(QObject *parent = nullptr);

    [[nodiscard]] UtcMs now() const { return m_now; }
    /// The instant that is shown; equal to now() while followsNow().
    [[nodiscard]] UtcMs current() const { return m_current; }
    [[nodiscard]] bool followsNow() const { return m_followsNow; }
    [[nodiscard]] qint64 stepMs() const { return m_stepMs; }
    /// Simulated seconds per second; live it is 1.
    [[nodiscard]] double speed() const { return m_replay ? m_speed : 1.0; }
    [[nodiscard]] bool isReplay() const { return m_replay; }
    [[nodiscard]] bool isPlaying() const { return m_playing; }
    [[nodiscard]] UtcMs replayFrom() const { return m_from; }
    [[nodiscard]] UtcMs replayTo() const { return m_to; }

    /// "Now" starts at `start` and runs from `from` to `to`, again and again.
    /// Nothing happens unless from < to; `start` is put between them.
    void setReplay(UtcMs from, UtcMs to, UtcMs start);
    void setLive();

public Q_SLOTS:
    void setCurrent(belvedere::UtcMs instant);
    void goToNow();
    /// Goes to the `count`th multiple of the step from here; an instant between two multiples
    /// goes to the neighbouring one first. Steps count from 1970-01-01T00:00Z.
    void step(int count);
    void setStepMs(qint64 stepMs);
    void setSpeed(double secondsPerSecond);
    void play();
    void pause();
    void setPlaying(bool playing);
    /// Lets `elapsedMs` of real time pass; the clock's own timer calls it.
    void advance(qint64 elapsedMs);

Q_SIGNALS:
    void nowChanged(belvedere::UtcMs now);
    void currentChanged(belvedere::UtcMs current);
    void followsNowChanged(bool followsNow);
    void playingChanged(bool playing);
    void stepChanged(qint64 stepMs);
    void speedChanged(double secondsPerSecond);
    /// The replay began again at its start.
    void looped();

private:
    void tick();
    void moveNow(UtcMs now);
    void setFollowsNow(bool follows);

    QTimer m_timer;
    QElapsedTimer m_sinceTick;
    UtcMs m_now = 0;
    UtcMs m_current = 0;
    UtcMs m_from = 0;
    UtcMs m_to = 0;
    qint64 m_stepMs = 5 * kMsPerMinute;
    double m_speed = 1.0;
    double m_fractionMs = 0.0; // of simulated time, not yet shown in m_now
    bool m_followsNow = true;
    bool m_replay = false;
    bool m_playing = true;
};

} // namespace belvedere::ui
