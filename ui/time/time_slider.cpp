// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/time_slider.h"

#include "common/format.h"
#include "theme/theme.h"

#include <QDateTime>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr double kEdgePx = 28.0; // half of the handle's label, which must not be cut
constexpr double kTrackTop = 22.0;
constexpr double kTrackHeight = 22.0;
constexpr double kTickGapPx = 64.0; // between two labels at least
constexpr double kEventBinPx = 6.0;

/// Distance of ticks in minutes so that labels stand at least kTickGapPx apart.
int tickMinutes(double pxPerMinute)
{
    for (const int minutes : {5, 10, 15, 30, 60, 120, 180, 360, 720}) {
        if (minutes * pxPerMinute >= kTickGapPx)
            return minutes;
    }
    return kMinutesPerDay;
}

} // namespace

TimeSlider::TimeSlider(QWidget *parent)
    : QAbstractSlider(parent)
{
    setOrientation(Qt::Horizontal);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
    connect(this, &QAbstractSlider::actionTriggered, this,
        [this] { choose(m_from + sliderPosition() * m_stepMs); });
    retranslate();
}

void TimeSlider::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    update();
}

void TimeSlider::setSpan(UtcMs from, UtcMs now, UtcMs end, UtcMs stepMs)
{
    // The grid of steps counts from 1970, as the clock's does.
    m_from = from - from % stepMs;
    m_now = std::max(now, m_from + stepMs);
    m_end = std::max(end, m_now);
    m_stepMs = stepMs;
    const QSignalBlocker blocker(this);
    setRange(0, static_cast<int>((m_end - m_from) / stepMs));
    setPageStep(static_cast<int>(std::max<UtcMs>(1, kMsPerHour / stepMs)));
    update();
}

void TimeSlider::setCurrent(UtcMs instant)
{
    m_current = instant;
    const QSignalBlocker blocker(this);
    setValue(static_cast<int>((instant - m_from) / m_stepMs));
    update();
}

void TimeSlider::setEvents(std::vector<UtcMs> events)
{
    m_events = std::move(events);
    std::sort(m_events.begin(), m_events.end());
    update();
}

QRectF TimeSlider::trackRect() const
{
    return {kEdgePx, kTrackTop, std::max(1.0, width() - 2 * kEdgePx), kTrackHeight};
}

UtcMs TimeSlider::timeAt(double x) const
{
    const QRectF track = trackRect();
    const double share = std::clamp((x - track.left()) / track.width(), 0.0, 1.0);
    return m_from + static_cast<UtcMs>(share * static_cast<double>(m_end - m_from));
}

double TimeSlider::xOf(UtcMs time) const
{
    const QRectF track = trackRect();
    const auto length = static_cast<double>(std::max<UtcMs>(1, m_end - m_from));
    return track.left() + track.width() * static_cast<double>(time - m_from) / length;
}

void TimeSlider::choose(UtcMs instant)
{
    instant = std::clamp(instant, m_from, m_end);
    if (instant == m_current)
        return;
    setCurrent(instant);
    Q_EMIT instantChosen(instant);
}

void TimeSlider::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        setSliderDown(true);
        mouseMoveEvent(event);
    }
}

void TimeSlider::mouseMoveEvent(QMouseEvent *event)
{
    if (!isSliderDown())
        return;
    const double x = event->position().x();
    // The now line is sticky: an instant just beside it is hardly ever meant.
    if (std::abs(x - xOf(m_now)) < 5.0) {
        choose(m_now);
        return;
    }
    const UtcMs time = timeAt(x);
    choose((time + m_stepMs / 2) / m_stepMs * m_stepMs);
}

void TimeSlider::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        setSliderDown(false);
}

void TimeSlider::wheelEvent(QWheelEvent *event)
{
    const int steps = event->angleDelta().y() > 0 ? 1 : -1;
    choose((m_current / m_stepMs + steps) * m_stepMs);
    event->accept();
}

void TimeSlider::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_N)
        choose(m_now);
    else
        QAbstractSlider::keyPressEvent(event);
}

void TimeSlider::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QAbstractSlider::changeEvent(event);
    update();
}

void TimeSlider::retranslate()
{
    setAccessibleName(tr("Time shown"));
    setToolTip(tr("Drag to another time. Left of the line: observed. Right of it: forecast."));
}

void TimeSlider::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF track = trackRect();
    paintTrack(painter, track);
    paintEvents(painter, track);
    paintTicks(painter, track);
    paintNow(painter, track);
    paintHandle(painter, track);
}

void TimeSlider::paintTrack(QPainter &painter, const QRectF &track) const
{
    const Tokens &t = tokens();
    QPainterPath shape;
    shape.addRoundedRect(track, 4, 4);
    painter.fillPath(shape, t.raised);
    if (m_end > m_now) {
        painter.save();
        painter.setClipPath(shape);
        const QRectF ahead(QPointF(xOf(m_now), track.top()), track.bottomRight());
        painter.fillRect(ahead, withOpacity(t.forecast, 0.16));
        painter.setPen(QPen(withOpacity(t.forecast, 0.55), 1.0));
        for (double x = ahead.left() - track.height(); x < ahead.right(); x += 6.0)
            painter.drawLine(QPointF(x, ahead.bottom()), QPointF(x + track.height(), ahead.top()));
        painter.restore();
    }
    painter.setPen(QPen(hasFocus() ? t.focus : t.controlBorder, hasFocus() ? 2.0 : 1.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(shape);
}

void TimeSlider::paintEvents(QPainter &painter, const QRectF &track) const
{
    const auto bins = static_cast<std::size_t>(track.width() / kEventBinPx) + 1;
    std::vector<int> counts(bins, 0);
    auto it = std::lower_bound(m_events.begin(), m_events.end(), m_from);
    for (; it != m_events.end() && *it <= m_now; ++it)
        ++counts[std::min(
            bins - 1, static_cast<std::size_t>((xOf(*it) - track.left()) / kEventBinPx))];
    const int most = std::max(3, *std::max_element(counts.begin(), counts.end()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(withOpacity(tokens().textTertiary, 0.75));
    for (std::size_t i = 0; i < bins; ++i) {
        const double height = (track.height() - 4.0) * counts[i] / most;
        if (counts[i] > 0)
            painter.drawRect(QRectF(track.left() + static_cast<double>(i) * kEventBinPx + 1.0,
                track.bottom() - 1.0 - height, kEventBinPx - 2.0, height));
    }
}

void TimeSlider::paintTicks(QPainter &painter, const QRectF &track) const
{
    const Tokens &t = tokens();
    painter.setFont(themeFont(type::kCaption));
    const double pxPerMinute =
        track.width() * kMsPerMinute / static_cast<double>(std::max<UtcMs>(1, m_end - m_from));
    const UtcMs every = tickMinutes(pxPerMinute) * kMsPerMinute;
    // Ticks stand on round local times; within the span the zone's offset at its start holds.
    const UtcMs offset =
        m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(m_from)) * kMsPerSecond;
    for (UtcMs time = (m_from + offset + every - 1) / every * every - offset; time <= m_end;
         time += every) {
        const double x = xOf(time);
        painter.setPen(QPen(t.border, 1.0));
        painter.drawLine(QPointF(x, track.bottom()), QPointF(x, track.bottom() + 4));
        painter.setPen(t.textSecondary);
        painter.drawText(
            QRectF(x - 40, track.bottom() + 4, 80, 16), Qt::AlignCenter, formatTime(time, m_zone));
    }
}

void TimeSlider::paintNow(QPainter &painter, const QRectF &track) const
{
    const double x = xOf(m_now);
    painter.setPen(QPen(tokens().textPrimary, 2.0));
    painter.drawLine(QPointF(x, track.top() - 3), QPointF(x, track.bottom() + 3));
}

void TimeSlider::paintHandle(QPainter &painter, const QRectF &track) const
{
    const Tokens &t = tokens();
    const double x = std::clamp(xOf(m_current), track.left(), track.right());
    const bool ahead = m_current > m_now;
    const QColor color = ahead ? t.forecast : t.accent;
    painter.setPen(QPen(color, 2.0));
    painter.drawLine(QPointF(x, track.top() - 3), QPointF(x, track.bottom() + 2));
    const QRectF pill(x - kEdgePx + 2, 1, 2 * kEdgePx - 4, 18);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(pill, 9, 9);
    painter.setPen(t.textOnAccent);
    painter.setFont(themeFont(type::kCaption, QFont::DemiBold));
    painter.drawText(pill, Qt::AlignCenter, formatTime(m_current, m_zone));
}

} // namespace belvedere::ui
