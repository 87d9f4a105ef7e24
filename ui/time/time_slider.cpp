// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/time_slider.h"

#include "common/format.h"
#include "time/axis_ticks.h"
#include "time/time_slider_geometry.h"

#include <QAccessible>
#include <QDateTime>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPinchGesture>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr double kStickyPx = 5.0; // an instant just beside now is hardly ever meant
constexpr double kGripPx = 5.0;
constexpr double kZoomPerNotch = 0.8;
constexpr double kWheelNotch = 120.0; // of QWheelEvent::angleDelta()
constexpr double kBarPx = 6.0; // at least
constexpr double kRevealMargin = 0.1;

UtcMs floorTo(UtcMs time, UtcMs step)
{
    return time - ((time % step) + step) % step;
}

} // namespace

TimeSlider::TimeSlider(QWidget *parent)
    : QAbstractSlider(parent)
{
    setOrientation(Qt::Horizontal);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setMouseTracking(true);
    grabGesture(Qt::PinchGesture);
    connect(this, &QAbstractSlider::actionTriggered, this, [this](int action) {
        if (action == SliderSingleStepAdd || action == SliderSingleStepSub)
            chooseStep(action == SliderSingleStepAdd ? 1 : -1);
        else
            choose(snapped(m_view.range().from
                + static_cast<UtcMs>(sliderPosition())
                    * (m_view.length() / std::max(1, maximum()))));
    });
    retranslate();
}

void TimeSlider::setContext(const TimeContext &context)
{
    const TimeContext before = m_context;
    m_context = context;
    if (!m_hasContext) {
        m_hasContext = true;
        m_view.show({context.now - 12 * kMsPerHour, context.now + kMsPerHour}, context.now);
    } else if (m_drag == Drag::None) {
        if (context.now != before.now)
            m_view.roll(before.now, context.now, context.current);
        if (context.current != before.current)
            m_view.reveal(context.current, kRevealMargin, context.now);
    }
    updateSlider();
    update();
}

void TimeSlider::setEvents(std::shared_ptr<const EventTimeline> events)
{
    m_events = std::move(events);
    update();
}

void TimeSlider::setAvailability(std::shared_ptr<const DataAvailability> availability)
{
    m_availability = std::move(availability);
    update();
}

void TimeSlider::setForecastSkill(std::vector<SkillAt> skill)
{
    m_skill = std::move(skill);
    update();
}

void TimeSlider::setLoop(std::optional<TimeRange> loop)
{
    m_loop = loop;
    update();
}

void TimeSlider::setLinkedInstant(std::optional<UtcMs> instant)
{
    m_linked = instant;
    update();
}

void TimeSlider::showRange(const TimeRange &range)
{
    m_view.show(range, m_context.now);
    updateSlider();
    update();
}

void TimeSlider::zoom(double factor)
{
    const TimeRange &range = m_view.range();
    zoomAt(factor,
        range.contains(m_context.current) ? m_context.current : range.from + range.length() / 2);
}

void TimeSlider::pan(double share)
{
    panBy(std::llround(share * static_cast<double>(m_view.length())));
}

void TimeSlider::zoomAt(double factor, UtcMs anchor)
{
    m_view.zoom(factor, anchor, m_context.now);
    updateSlider();
    update();
    Q_EMIT viewChangedByHand();
}

void TimeSlider::panBy(qint64 ms)
{
    m_view.pan(ms, {m_context.reachFrom, m_context.reachTo}, m_context.now);
    updateSlider();
    update();
    Q_EMIT viewChangedByHand();
}

UtcMs TimeSlider::timeAt(double x) const
{
    const TrackGeometry g(size());
    const double share = std::clamp((x - g.track.left()) / g.track.width(), 0.0, 1.0);
    return m_view.range().from + std::llround(share * static_cast<double>(m_view.length()));
}

double TimeSlider::xOf(UtcMs time) const
{
    const TrackGeometry g(size());
    return g.track.left()
        + g.track.width() * static_cast<double>(time - m_view.range().from)
        / static_cast<double>(m_view.length());
}

TimeSlider::Part TimeSlider::partAt(const QPointF &position) const
{
    const TrackGeometry g(size());
    if (position.y() > g.strip.bottom() + 1.0)
        return Part::Labels;
    if (m_context.mode != TimeMode::Instant && position.y() >= g.track.top()
        && std::abs(position.x() - xOf(m_context.from)) <= kGripPx
        // Where the band is hardly wider than its grip the instant goes first.
        && xOf(m_context.current) - position.x() > kGripPx)
        return Part::WindowStart;
    return Part::Track;
}

double TimeSlider::skillAt(qint64 leadMs) const
{
    if (m_skill.empty()) {
        const auto horizon = static_cast<double>(m_context.reachTo - m_context.now);
        return horizon <= 0.0
            ? 0.0
            : std::clamp(1.0 - 0.75 * static_cast<double>(leadMs) / horizon, 0.0, 1.0);
    }
    const auto above = std::lower_bound(m_skill.begin(), m_skill.end(), leadMs,
        [](const SkillAt &at, qint64 lead) { return at.leadMs < lead; });
    if (above == m_skill.begin())
        return m_skill.front().skill;
    if (above == m_skill.end())
        return m_skill.back().skill;
    const SkillAt &below = *(above - 1);
    const double share = static_cast<double>(leadMs - below.leadMs)
        / static_cast<double>(above->leadMs - below.leadMs);
    return below.skill + share * (above->skill - below.skill);
}

std::vector<UtcMs> TimeSlider::barEdges() const
{
    const TrackGeometry g(size());
    const double msPerPx = static_cast<double>(m_view.length()) / g.track.width();
    UtcMs width = 365 * kMsPerDay;
    for (const int minutes : {1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 360, 720, 1440, 2 * 1440,
             7 * 1440, 30 * 1440, 91 * 1440}) {
        if (static_cast<double>(minutes * kMsPerMinute) >= kBarPx * msPerPx) {
            width = minutes * kMsPerMinute;
            break;
        }
    }
    const UtcMs offset = m_context.zone.offsetFromUtc(
                             QDateTime::fromMSecsSinceEpoch(m_view.range().from, m_context.zone))
        * kMsPerSecond;
    std::vector<UtcMs> edges;
    const UtcMs last = std::min(m_view.range().to, m_context.now);
    for (UtcMs edge = floorTo(m_view.range().from + offset, width) - offset; edge <= last;
         edge += width)
        edges.push_back(edge);
    // What happened up to now counts; what a recording holds beyond is not known yet.
    if (!edges.empty())
        edges.push_back(std::min(edges.back() + width, last + 1));
    return edges;
}

UtcMs TimeSlider::snapped(UtcMs time) const
{
    return floorTo(time + m_context.stepMs / 2, m_context.stepMs);
}

void TimeSlider::choose(UtcMs instant)
{
    const UtcMs first = std::min(m_context.reachFrom, m_context.reachTo);
    instant = std::clamp(instant, first, m_context.reachTo);
    if (instant != m_context.current)
        Q_EMIT instantChosen(instant);
}

void TimeSlider::chooseStep(int count)
{
    const UtcMs below = floorTo(m_context.current, m_context.stepMs);
    const bool between = below != m_context.current;
    choose(below + (count + (between && count < 0 ? 1 : 0)) * m_context.stepMs);
}

void TimeSlider::chooseTick(int direction)
{
    // A view's length on both sides holds a label for certain.
    const TimeRange around{
        m_context.current - m_view.length(), m_context.current + m_view.length()};
    const TrackGeometry g(size());
    const std::vector<AxisTick> ticks = axisTicks(around, m_context.zone, 2 * g.tickCount());
    const auto after = std::upper_bound(ticks.begin(), ticks.end(), m_context.current,
        [](UtcMs time, const AxisTick &tick) { return time < tick.time; });
    if (direction > 0 && after != ticks.end())
        choose(after->time);
    const auto notBefore = std::lower_bound(ticks.begin(), ticks.end(), m_context.current,
        [](const AxisTick &tick, UtcMs time) { return tick.time < time; });
    if (direction < 0 && notBefore != ticks.begin())
        choose((notBefore - 1)->time);
}

void TimeSlider::scrubTo(double x)
{
    const bool atNow =
        m_view.range().contains(m_context.now) && std::abs(x - xOf(m_context.now)) < kStickyPx;
    if (!atNow)
        choose(snapped(timeAt(x)));
    else if (!m_context.followsNow)
        Q_EMIT nowChosen();
}

void TimeSlider::mousePressEvent(QMouseEvent *event)
{
    const bool left = event->button() == Qt::LeftButton;
    if (!left && event->button() != Qt::MiddleButton)
        return;
    const Part part = partAt(event->position());
    m_dragX = event->position().x();
    m_dragStart = timeAt(m_dragX);
    m_dragRange = m_view.range();
    if (!left || part == Part::Labels) {
        m_drag = Drag::View;
        setCursor(Qt::ClosedHandCursor);
    } else if (part == Part::WindowStart) {
        m_drag = Drag::WindowStart;
    } else if (event->modifiers() & Qt::ShiftModifier) {
        m_drag = Drag::Range;
    } else {
        m_drag = Drag::Scrub;
        setSliderDown(true);
        scrubTo(m_dragX);
    }
}

void TimeSlider::mouseMoveEvent(QMouseEvent *event)
{
    const double x = event->position().x();
    switch (m_drag) {
    case Drag::None:
        hover(event->position());
        break;
    case Drag::Scrub:
        scrubTo(x);
        break;
    case Drag::WindowStart:
        Q_EMIT windowStartChosen(std::min(snapped(timeAt(x)), m_context.current));
        break;
    case Drag::Range:
        m_hover = timeAt(x);
        update();
        break;
    case Drag::View: {
        const TrackGeometry g(size());
        const double share = (m_dragX - x) / g.track.width();
        const auto moved = std::llround(share * static_cast<double>(m_dragRange.length()));
        panBy(m_dragRange.from + moved - m_view.range().from);
        break;
    }
    }
}

void TimeSlider::mouseReleaseEvent(QMouseEvent *event)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    setSliderDown(false);
    if (drag == Drag::Range) {
        const UtcMs other = snapped(timeAt(event->position().x()));
        const UtcMs start = snapped(m_dragStart);
        if (start != other)
            Q_EMIT rangeChosen({std::min(start, other), std::max(start, other)});
    }
    hover(event->position());
}

void TimeSlider::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (partAt(event->position()) == Part::Labels)
        Q_EMIT viewResetRequested();
    else
        mousePressEvent(event);
}

void TimeSlider::hover(const QPointF &position)
{
    const Part part = partAt(position);
    setCursor(part == Part::Labels      ? Qt::OpenHandCursor
            : part == Part::WindowStart ? Qt::SizeHorCursor
                                        : Qt::ArrowCursor);
    if (!rect().contains(position.toPoint()) || part == Part::Labels) {
        if (m_hover)
            Q_EMIT unhovered();
        m_hover.reset();
    } else {
        m_hover = timeAt(position.x());
        Q_EMIT hovered(*m_hover);
    }
    update();
}

void TimeSlider::leaveEvent(QEvent *event)
{
    m_hover.reset();
    Q_EMIT unhovered();
    update();
    QAbstractSlider::leaveEvent(event);
}

void TimeSlider::wheelEvent(QWheelEvent *event)
{
    const QPoint angle = event->angleDelta();
    const bool sideways = std::abs(angle.x()) > std::abs(angle.y());
    if (event->modifiers() & Qt::ControlModifier) {
        chooseStep(angle.y() > 0 ? 1 : -1);
    } else if (sideways || event->modifiers() & Qt::ShiftModifier) {
        const int delta = sideways ? angle.x() : angle.y();
        pan(-0.1 * delta / kWheelNotch);
    } else if (angle.y() != 0) {
        const double notches = angle.y() / kWheelNotch;
        zoomAt(std::pow(kZoomPerNotch, notches), timeAt(event->position().x()));
    }
    event->accept();
}

bool TimeSlider::event(QEvent *event)
{
    if (event->type() == QEvent::NativeGesture) {
        const auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            zoomAt(1.0 / (1.0 + gesture->value()), timeAt(gesture->position().x()));
            return true;
        }
    }
    if (event->type() == QEvent::Gesture) {
        const QGesture *gesture = static_cast<QGestureEvent *>(event)->gesture(Qt::PinchGesture);
        if (const auto *pinch = static_cast<const QPinchGesture *>(gesture)) {
            if (pinch->scaleFactor() > 0.0)
                zoomAt(1.0 / pinch->scaleFactor(), timeAt(mapFromGlobal(pinch->hotSpot()).x()));
            return true;
        }
    }
    // The hover line says it better; the tool tip is for the labels' row.
    if (event->type() == QEvent::ToolTip
        && partAt(static_cast<QHelpEvent *>(event)->pos()) != Part::Labels)
        return true;
    return QAbstractSlider::event(event);
}

bool TimeSlider::handlesNavigation(QKeyEvent *event)
{
    const int direction = event->key() == Qt::Key_Right ? 1 : -1;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (event->modifiers() & Qt::ShiftModifier)
            pan(0.25 * direction);
        else if (event->modifiers() & Qt::ControlModifier)
            chooseTick(direction);
        else
            chooseStep(direction);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        chooseStep(event->key() == Qt::Key_Up ? 1 : -1);
        return true;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        chooseTick(event->key() == Qt::Key_PageUp ? 1 : -1);
        return true;
    case Qt::Key_Home:
        choose(m_view.range().from);
        return true;
    case Qt::Key_End:
        choose(m_view.range().to);
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(kZoomPerNotch);
        return true;
    case Qt::Key_Minus:
        zoom(1.0 / kZoomPerNotch);
        return true;
    default:
        return false;
    }
}

void TimeSlider::keyPressEvent(QKeyEvent *event)
{
    if (!handlesNavigation(event))
        event->ignore();
}

void TimeSlider::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QAbstractSlider::changeEvent(event);
    update();
}

void TimeSlider::updateSlider()
{
    // As a slider it counts steps within the view, coarser ones over many years.
    constexpr UtcMs kMostSteps = 1'000'000;
    const UtcMs unit =
        m_context.stepMs * std::max<UtcMs>(1, m_view.length() / m_context.stepMs / kMostSteps);
    const UtcMs at = std::clamp<UtcMs>(m_context.current - m_view.range().from, 0, m_view.length());
    const QSignalBlocker blocker(this);
    setRange(0, static_cast<int>(m_view.length() / unit));
    const int before = value();
    setValue(static_cast<int>(at / unit));
    const QString text = valueText();
    if (text == accessibleDescription())
        return;
    setAccessibleDescription(text);
    if (value() != before && QAccessible::isActive()) {
        QAccessibleValueChangeEvent changed(this, value());
        QAccessible::updateAccessibility(&changed);
    }
}

QString TimeSlider::valueText() const
{
    const QString time = formatDateTime(m_context.current, m_context.zone);
    const UtcMs offset = m_context.current - m_context.now;
    const QString length =
        formatDuration(static_cast<double>(std::abs(offset) / kMsPerMinute * 60));
    if (m_context.followsNow || offset == 0)
        return tr("%1, now").arg(time);
    return offset > 0 ? tr("%1, forecast, %2 ahead of now").arg(time, length)
                      : tr("%1, %2 before now").arg(time, length);
}

void TimeSlider::retranslate()
{
    setAccessibleName(tr("Time shown"));
    setToolTip(tr("Drag the labels to move the view, turn the wheel to zoom, "
                  "double-click to show the chosen span again."));
    updateSlider();
}

} // namespace belvedere::ui
