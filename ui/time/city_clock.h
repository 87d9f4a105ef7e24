// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/preferences.h"
#include "time/time_context.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace belvedere::ui {

/// The one clock of the program: what "now" is, which instant everything on the screen shows, and
/// the player that moves that instant.
///
/// "Now" is live, that of the computer, or in replay runs through a stretch of the past at
/// speed() and begins again at its end. The instant shown follows now, or stands, or is played
/// forward or backward at playSpeed(), independent of now. Playing forward through the past it
/// joins now; from now on it runs into the forecast and stops at its end. Nothing but a choice of
/// the person and the player moves the instant: not a change of step, speed, mode, zone or reach.
class CityClock : public QObject
{
    Q_OBJECT

public:
    explicit CityClock(QObject *parent = nullptr);

    /// All that a panel needs; contextChanged() tells of a new one.
    [[nodiscard]] const TimeContext &context() const { return m_context; }

    [[nodiscard]] UtcMs now() const { return m_now; }
    /// The instant that is shown; equal to now() while followsNow().
    [[nodiscard]] UtcMs current() const { return m_current; }
    [[nodiscard]] bool followsNow() const { return m_followsNow; }
    [[nodiscard]] qint64 stepMs() const { return m_stepMs; }
    /// Of now, in simulated seconds per second; live it is 1.
    [[nodiscard]] double speed() const { return m_replay ? m_speed : 1.0; }
    [[nodiscard]] bool isReplay() const { return m_replay; }
    /// Whether now runs.
    [[nodiscard]] bool isPlaying() const { return m_playing; }
    [[nodiscard]] UtcMs replayFrom() const { return m_from; }
    [[nodiscard]] UtcMs replayTo() const { return m_to; }

    /// +1 while the player runs forward, -1 backward, 0 while it stands.
    [[nodiscard]] int playback() const { return m_playback; }
    /// Of the player, in seconds per second, with the doublings by J and L.
    [[nodiscard]] double playSpeed() const { return m_playSpeed * m_playFactor; }
    /// Whether the instant shown moves by itself: by the player, or with a running now.
    [[nodiscard]] bool isMoving() const { return m_playback != 0 || (m_followsNow && m_playing); }
    [[nodiscard]] std::optional<TimeRange> loop() const { return m_loop; }
    [[nodiscard]] TimeMode mode() const { return m_mode; }
    [[nodiscard]] qint64 windowMs() const { return m_windowMs; }
    /// Where the cumulative mode counts from.
    [[nodiscard]] UtcMs cumulativeStart() const { return m_cumulativeStart.value_or(m_current); }
    [[nodiscard]] ZoneChoice zoneChoice() const { return m_zoneChoice; }
    [[nodiscard]] const QTimeZone &zone() const { return m_context.zone; }

    /// "Now" starts at `start` and runs from `from` to `to`, again and again.
    /// Nothing happens unless from < to; `start` is put between them.
    void setReplay(UtcMs from, UtcMs to, UtcMs start);
    void setLive();
    /// The instant is chosen within [first, the later of now and end]; what is shown now stays.
    /// @param end  of the forecast; now without one.
    void setReach(UtcMs first, UtcMs end);
    void setCityZone(const QTimeZone &zone);
    void setZoneChoice(ZoneChoice choice);
    /// The player stays in this stretch, beginning again at its other end; nothing without it.
    void setLoop(std::optional<TimeRange> range);

    /// The player waits while anybody holds the token, for half a second at most, and then goes
    /// on where the time has come to: frames are left out, never late. Whoever prepares its
    /// picture in the background takes one on contextChanged() and lets it go with the picture.
    [[nodiscard]] std::shared_ptr<void> holdFrame();

    /// The last different instants that were shown, the newest first, this one not among them: a
    /// hint for caches of pictures. Values themselves need no cache, they are looked up, not
    /// simulated, so that a step back costs what a step forward does.
    [[nodiscard]] std::vector<UtcMs> recentInstants() const;

public Q_SLOTS:
    /// Stops the player.
    void setCurrent(belvedere::UtcMs instant);
    /// Stops the player and follows now from here on.
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

    /// Between kSlowest and kFastest; takes back the doublings.
    void setPlaySpeed(double secondsPerSecond);
    /// Runs the player; again in the same direction it doubles the speed.
    void playForward();
    void playBackward();
    /// The instant stands: stops the player, or now in replay, or the following of now.
    void stopMoving();
    /// Stops what moves; else runs now again if the instant follows it, else the player forward.
    void togglePlay();
    void setMode(belvedere::ui::TimeMode mode);
    void setWindowMs(qint64 lengthMs);
    void setCumulativeStart(belvedere::UtcMs start);

Q_SIGNALS:
    /// Once for each change, after the signals below.
    void contextChanged(const belvedere::ui::TimeContext &context);
    void nowChanged(belvedere::UtcMs now);
    void currentChanged(belvedere::UtcMs current);
    void followsNowChanged(bool followsNow);
    void playingChanged(bool playing);
    void stepChanged(qint64 stepMs);
    void speedChanged(double secondsPerSecond);
    /// The player started, stopped, turned, or has another speed or stretch.
    void playbackChanged();
    void modeChanged();
    /// The replay began again at its start.
    void looped();

public:
    static constexpr double kSlowest = 1e-3; ///< a millisecond a second
    static constexpr double kFastest = 366.0 * 86'400.0; ///< a year a second

private:
    struct Before; // what signals compare with

    void tick();
    void advanceNow(qint64 elapsedMs, bool &wrapped);
    void advancePlayer(qint64 elapsedMs, UtcMs nowBefore);
    void setPlayback(int direction);
    void place(UtcMs instant);
    [[nodiscard]] Before before() const;
    /// Publishes what differs from `before`.
    void commit(const Before &before);
    [[nodiscard]] TimeContext makeContext() const;
    [[nodiscard]] UtcMs reachFrom() const;
    [[nodiscard]] UtcMs reachTo() const;
    [[nodiscard]] UtcMs inReach(UtcMs instant) const;
    void remember(UtcMs instant);

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

    int m_playback = 0;
    double m_playSpeed = 300.0;
    double m_playFactor = 1.0;
    double m_playFractionMs = 0.0; // signed, not yet shown in m_current
    std::optional<TimeRange> m_loop;
    std::shared_ptr<int> m_frame = std::make_shared<int>(0); // each holder has a share

    TimeMode m_mode = TimeMode::Instant;
    qint64 m_windowMs = kMsPerHour;
    std::optional<UtcMs> m_cumulativeStart;
    std::optional<TimeRange> m_reach;
    QTimeZone m_cityZone = QTimeZone::utc();
    ZoneChoice m_zoneChoice = ZoneChoice::City;
    TimeContext m_context;
    std::array<UtcMs, 64> m_recent{}; // ring; m_recentCount counts all that ever came
    std::size_t m_recentCount = 0;
};

} // namespace belvedere::ui
