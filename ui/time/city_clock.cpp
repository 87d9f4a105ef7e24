// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/city_clock.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr int kTickMs = 200; // often enough for a smooth "now" line
constexpr int kPlayerTickMs = 33;
constexpr qint64 kLongestHoldMs = 500;
constexpr double kMostFactor = 4096.0;
// Years 1 and 9999: what calendars and date texts can do.
constexpr UtcMs kFarPast = -62'135'596'800'000;
constexpr UtcMs kFarFuture = 253'370'764'800'000;

qint64 floorDivide(qint64 a, qint64 b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

/// `value` brought into [range.from, range.to) by whole turns.
UtcMs wrapped(UtcMs value, const TimeRange &range)
{
    return value - floorDivide(value - range.from, range.length()) * range.length();
}

} // namespace

struct CityClock::Before
{
    UtcMs now;
    UtcMs current;
    bool followsNow;
    bool playing;
    int playback;
    double playSpeed;
    std::optional<TimeRange> loop;
    TimeMode mode;
    qint64 windowMs;
    std::optional<UtcMs> cumulativeStart;
};

CityClock::CityClock(QObject *parent)
    : QObject(parent)
    , m_now(QDateTime::currentMSecsSinceEpoch())
    , m_current(m_now)
{
    qRegisterMetaType<TimeContext>();
    m_timer.setInterval(kTickMs);
    connect(&m_timer, &QTimer::timeout, this, &CityClock::tick);
    m_timer.start();
    m_sinceTick.start();
    m_context = makeContext();
}

void CityClock::setReplay(UtcMs from, UtcMs to, UtcMs start)
{
    if (from >= to)
        return;
    const Before was = before();
    m_replay = true;
    m_from = from;
    m_to = to;
    m_fractionMs = 0.0;
    m_now = std::clamp(start, from, to);
    m_followsNow = true;
    setPlayback(0);
    commit(was);
}

void CityClock::setLive()
{
    const Before was = before();
    m_replay = false;
    m_fractionMs = 0.0;
    m_playing = true;
    m_followsNow = true;
    m_now = QDateTime::currentMSecsSinceEpoch();
    setPlayback(0);
    commit(was);
}

void CityClock::setReach(UtcMs first, UtcMs end)
{
    const Before was = before();
    m_reach = TimeRange{first, std::max(first, end)};
    commit(was);
}

void CityClock::setCityZone(const QTimeZone &zone)
{
    if (!zone.isValid())
        return;
    const Before was = before();
    m_cityZone = zone;
    commit(was);
}

void CityClock::setZoneChoice(ZoneChoice choice)
{
    const Before was = before();
    m_zoneChoice = choice;
    commit(was);
}

void CityClock::setLoop(std::optional<TimeRange> range)
{
    if (range && range->from >= range->to)
        return;
    const Before was = before();
    m_loop = range;
    commit(was);
}

std::shared_ptr<void> CityClock::holdFrame()
{
    return m_frame;
}

std::vector<UtcMs> CityClock::recentInstants() const
{
    std::vector<UtcMs> instants;
    for (std::size_t back = 1; back <= std::min(m_recentCount, m_recent.size()); ++back) {
        const UtcMs instant = m_recent[(m_recentCount - back) % m_recent.size()];
        if (instant != m_current
            && std::find(instants.begin(), instants.end(), instant) == instants.end())
            instants.push_back(instant);
    }
    return instants;
}

void CityClock::setCurrent(UtcMs instant)
{
    const Before was = before();
    setPlayback(0);
    place(instant);
    commit(was);
}

void CityClock::goToNow()
{
    const Before was = before();
    setPlayback(0);
    m_followsNow = true;
    if (!m_replay)
        m_playing = true; // a live now cannot be held back
    commit(was);
}

void CityClock::step(int count)
{
    if (count == 0)
        return;
    const qint64 below = floorDivide(m_current, m_stepMs);
    const bool between = below * m_stepMs != m_current;
    setCurrent((below + count + (between && count < 0 ? 1 : 0)) * m_stepMs);
}

void CityClock::setStepMs(qint64 stepMs)
{
    if (stepMs <= 0 || stepMs == m_stepMs)
        return;
    const Before was = before();
    m_stepMs = stepMs;
    commit(was);
    Q_EMIT stepChanged(m_stepMs);
}

void CityClock::setSpeed(double secondsPerSecond)
{
    if (!std::isfinite(secondsPerSecond) || secondsPerSecond <= 0.0 || secondsPerSecond == m_speed)
        return;
    m_speed = std::clamp(secondsPerSecond, kSlowest, kFastest);
    Q_EMIT speedChanged(speed());
}

void CityClock::play()
{
    setPlaying(true);
}

void CityClock::pause()
{
    setPlaying(false);
}

void CityClock::setPlaying(bool playing)
{
    if (playing == m_playing)
        return;
    const Before was = before();
    m_playing = playing;
    if (!m_replay && !playing)
        m_followsNow = false; // the world goes on
    m_sinceTick.start(); // what passed while paused does not count
    commit(was);
}

void CityClock::setPlaySpeed(double secondsPerSecond)
{
    if (!std::isfinite(secondsPerSecond) || secondsPerSecond <= 0.0)
        return;
    const Before was = before();
    m_playSpeed = std::clamp(secondsPerSecond, kSlowest, kFastest);
    m_playFactor = 1.0;
    commit(was);
}

void CityClock::playForward()
{
    const Before was = before();
    if (m_current >= reachTo() && !m_loop) {
        // There is nothing ahead but now itself.
        setPlayback(0);
        m_followsNow = m_current == m_now;
        m_playing = m_playing || m_followsNow;
    } else {
        setPlayback(+1);
    }
    commit(was);
}

void CityClock::playBackward()
{
    const Before was = before();
    setPlayback(-1);
    commit(was);
}

void CityClock::stopMoving()
{
    if (m_playback != 0) {
        const Before was = before();
        setPlayback(0);
        commit(was);
    } else if (m_followsNow) {
        setPlaying(false);
    }
}

void CityClock::togglePlay()
{
    if (isMoving())
        stopMoving();
    else if (m_followsNow)
        setPlaying(true);
    else
        playForward();
}

void CityClock::setMode(TimeMode mode)
{
    const Before was = before();
    m_mode = mode;
    if (mode == TimeMode::Cumulative && !m_cumulativeStart) {
        const QDateTime local = QDateTime::fromMSecsSinceEpoch(m_current, m_context.zone);
        m_cumulativeStart = local.date().startOfDay(m_context.zone).toMSecsSinceEpoch();
    }
    commit(was);
}

void CityClock::setWindowMs(qint64 lengthMs)
{
    if (lengthMs <= 0)
        return;
    const Before was = before();
    m_windowMs = lengthMs;
    commit(was);
}

void CityClock::setCumulativeStart(UtcMs start)
{
    const Before was = before();
    m_cumulativeStart = start;
    commit(was);
}

void CityClock::advance(qint64 elapsedMs)
{
    if (elapsedMs <= 0)
        return;
    const Before was = before();
    bool wrappedNow = false;
    advanceNow(elapsedMs, wrappedNow);
    if (m_playback != 0)
        advancePlayer(elapsedMs, was.now);
    commit(was);
    if (wrappedNow)
        Q_EMIT looped();
}

void CityClock::advanceNow(qint64 elapsedMs, bool &wrappedNow)
{
    if (!m_replay) {
        m_now = QDateTime::currentMSecsSinceEpoch();
        return;
    }
    if (!m_playing)
        return;
    m_fractionMs += double(elapsedMs) * m_speed;
    const double whole = std::floor(m_fractionMs);
    m_fractionMs -= whole;
    const auto length = m_to - m_from;
    const auto passed = static_cast<UtcMs>(std::fmod(whole, double(length)));
    const UtcMs next = m_now + passed;
    wrappedNow = next > m_to || whole >= double(length);
    m_now = next > m_to ? next - length : next;
    // What was the past lies ahead again, and nothing is known about it.
    if (wrappedNow && !m_followsNow && m_current > m_now) {
        setPlayback(0);
        m_followsNow = true;
    }
}

void CityClock::advancePlayer(qint64 elapsedMs, UtcMs nowBefore)
{
    m_playFractionMs += m_playback * double(elapsedMs) * playSpeed();
    const double whole = std::trunc(m_playFractionMs);
    m_playFractionMs -= whole;
    // A jump longer than all of history ends at its end like any other.
    constexpr auto kFar = double(kFarFuture - kFarPast);
    const UtcMs next = m_current + static_cast<UtcMs>(std::clamp(whole, -kFar, kFar));
    if (m_loop) {
        const bool inside = m_loop->contains(m_current);
        place(inside ? wrapped(next, *m_loop) : m_playback > 0 ? m_loop->from : m_loop->to);
        m_followsNow = false;
        return;
    }
    const bool wasPast = m_current < nowBefore;
    if (m_playback > 0 && wasPast && next >= m_now) {
        setPlayback(0);
        m_followsNow = true;
        return;
    }
    place(next);
    const bool atEnd = m_playback > 0 ? m_current >= reachTo() : m_current <= reachFrom();
    if (atEnd)
        setPlayback(0);
    else
        m_followsNow = false;
}

void CityClock::tick()
{
    if (m_playback != 0 && m_frame.use_count() > 1 && m_sinceTick.elapsed() < kLongestHoldMs)
        return;
    advance(m_sinceTick.restart());
}

void CityClock::setPlayback(int direction)
{
    m_playFactor = direction != 0 && direction == m_playback
        ? std::min({2.0 * m_playFactor, kMostFactor, kFastest / m_playSpeed})
        : 1.0;
    if (direction != m_playback)
        m_playFractionMs = 0.0;
    if (m_playback == 0 && direction != 0)
        m_sinceTick.start();
    m_playback = direction;
    if (direction != 0)
        m_followsNow = false;
    m_timer.setInterval(direction == 0 ? kTickMs : kPlayerTickMs);
}

void CityClock::place(UtcMs instant)
{
    m_current = inReach(instant);
    m_followsNow = m_current == m_now;
}

CityClock::Before CityClock::before() const
{
    return {m_now, m_current, m_followsNow, m_playing, m_playback, playSpeed(), m_loop, m_mode,
        m_windowMs, m_cumulativeStart};
}

void CityClock::commit(const Before &was)
{
    if (m_followsNow)
        m_current = m_now;
    TimeContext context = makeContext();
    const bool differs = !context.sameAs(m_context);
    context.revision = m_context.revision + (differs ? 1 : 0);
    m_context = context;
    if (m_current != was.current)
        remember(was.current);
    // Slots may change the clock again; what they are told is read before any of them runs.
    const UtcMs now = m_now;
    const UtcMs current = m_current;
    const bool follows = m_followsNow;
    const bool playing = m_playing;
    const bool played =
        m_playback != was.playback || playSpeed() != was.playSpeed || m_loop != was.loop;
    const bool moded = m_mode != was.mode || m_windowMs != was.windowMs
        || m_cumulativeStart != was.cumulativeStart;
    if (follows != was.followsNow)
        Q_EMIT followsNowChanged(follows);
    if (playing != was.playing)
        Q_EMIT playingChanged(playing);
    if (now != was.now)
        Q_EMIT nowChanged(now);
    if (current != was.current)
        Q_EMIT currentChanged(current);
    if (played)
        Q_EMIT playbackChanged();
    if (moded)
        Q_EMIT modeChanged();
    if (differs && m_context.revision == context.revision)
        Q_EMIT contextChanged(m_context);
}

TimeContext CityClock::makeContext() const
{
    TimeContext context;
    context.mode = m_mode;
    context.current = context.from = context.to = m_current;
    if (m_mode == TimeMode::Window)
        context.from = m_current - m_windowMs;
    else if (m_mode == TimeMode::Cumulative)
        context.from = std::min(cumulativeStart(), m_current);
    context.now = m_now;
    context.reachFrom = reachFrom();
    context.reachTo = reachTo();
    context.stepMs = m_stepMs;
    context.zone = zoneOf(m_zoneChoice, m_cityZone);
    context.isReplay = m_replay;
    context.followsNow = m_followsNow;
    context.revision = m_context.revision;
    return context;
}

UtcMs CityClock::reachFrom() const
{
    return m_reach ? m_reach->from : kFarPast;
}

UtcMs CityClock::reachTo() const
{
    return m_reach ? std::max(m_reach->to, m_now) : m_now;
}

UtcMs CityClock::inReach(UtcMs instant) const
{
    // Without a reach any instant may be chosen, though the player stops at now.
    const UtcMs last = m_reach ? reachTo() : kFarFuture;
    return std::clamp(instant, std::min(reachFrom(), last), last);
}

void CityClock::remember(UtcMs instant)
{
    m_recent[m_recentCount++ % m_recent.size()] = instant;
}

} // namespace belvedere::ui
