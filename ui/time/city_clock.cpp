// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/city_clock.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr int kTickMs = 200; // often enough for a smooth "now" line

qint64 floorDivide(qint64 a, qint64 b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

} // namespace

CityClock::CityClock(QObject *parent)
    : QObject(parent)
    , m_now(QDateTime::currentMSecsSinceEpoch())
    , m_current(m_now)
{
    m_timer.setInterval(kTickMs);
    connect(&m_timer, &QTimer::timeout, this, &CityClock::tick);
    m_timer.start();
    m_sinceTick.start();
}

void CityClock::setReplay(UtcMs from, UtcMs to, UtcMs start)
{
    if (from >= to)
        return;
    m_replay = true;
    m_from = from;
    m_to = to;
    m_fractionMs = 0.0;
    setFollowsNow(true);
    moveNow(std::clamp(start, from, to));
}

void CityClock::setLive()
{
    m_replay = false;
    m_fractionMs = 0.0;
    setPlaying(true);
    setFollowsNow(true);
    moveNow(QDateTime::currentMSecsSinceEpoch());
}

void CityClock::setCurrent(UtcMs instant)
{
    setFollowsNow(instant == m_now);
    if (instant == m_current)
        return;
    m_current = instant;
    Q_EMIT currentChanged(m_current);
}

void CityClock::goToNow()
{
    setCurrent(m_now);
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
    m_stepMs = stepMs;
    Q_EMIT stepChanged(m_stepMs);
}

void CityClock::setSpeed(double secondsPerSecond)
{
    if (!std::isfinite(secondsPerSecond) || secondsPerSecond <= 0.0 || secondsPerSecond == m_speed)
        return;
    m_speed = secondsPerSecond;
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
    m_playing = playing;
    m_sinceTick.start(); // what passed while paused does not count
    Q_EMIT playingChanged(m_playing);
}

void CityClock::advance(qint64 elapsedMs)
{
    if (!m_playing || elapsedMs <= 0)
        return;
    if (!m_replay) {
        moveNow(QDateTime::currentMSecsSinceEpoch());
        return;
    }
    m_fractionMs += double(elapsedMs) * m_speed;
    const double whole = std::floor(m_fractionMs);
    m_fractionMs -= whole;
    const auto length = m_to - m_from;
    const auto passed = static_cast<UtcMs>(std::fmod(whole, double(length)));
    const UtcMs next = m_now + passed;
    const bool wraps = next > m_to || whole >= double(length);
    moveNow(next > m_to ? next - length : next);
    if (wraps)
        Q_EMIT looped();
}

void CityClock::tick()
{
    advance(m_sinceTick.restart());
}

void CityClock::moveNow(UtcMs now)
{
    if (now == m_now && (!m_followsNow || m_current == m_now))
        return;
    m_now = now;
    Q_EMIT nowChanged(m_now);
    if (m_followsNow && m_current != m_now) {
        m_current = m_now;
        Q_EMIT currentChanged(m_current);
    }
}

void CityClock::setFollowsNow(bool follows)
{
    if (follows == m_followsNow)
        return;
    m_followsNow = follows;
    Q_EMIT followsNowChanged(m_followsNow);
}

} // namespace belvedere::ui
