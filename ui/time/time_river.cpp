// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/time_river.h"

#include "common/format.h"
#include "common/linked_cursor.h"
#include "theme/icons.h"
#include "theme/theme.h"
#include "time/speed_box.h"
#include "time/speed_text.h"
#include "time/time_calendar.h"
#include "time/time_commands.h"
#include "time/time_field.h"

#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QThreadPool>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr double kFirstReplaySpeed = 60.0; // a minute a second
constexpr int kPaddingPx = 28; // of a button or field: borders, padding, gap beside the arrow
constexpr double kAheadShare = 0.5; // of a span's length that the forecast may take beside it

void name(QWidget *widget, const QString &text)
{
    widget->setToolTip(text);
    widget->setAccessibleName(text);
}

} // namespace

TimeRiver::TimeRiver(CityClock &clock, QWidget *parent)
    : QFrame(parent)
    , m_clock(clock)
    , m_sorting(this)
    , m_rewind(addButton(QStringLiteral("rewind")))
    , m_back(addButton(QStringLiteral("step-back")))
    , m_play(addButton(QStringLiteral("pause")))
    , m_forward(addButton(QStringLiteral("step-forward")))
    , m_fast(addButton(QStringLiteral("fast-forward")))
    , m_now(addButton(QStringLiteral("now")))
    , m_field(new TimeField(this))
    , m_calendarButton(addButton(QStringLiteral("calendar")))
    , m_slider(new TimeSlider(this))
    , m_span(new QToolButton(this))
    , m_mode(new QToolButton(this))
    , m_speed(new SpeedBox(this))
    , m_loop(addButton(QStringLiteral("loop")))
    , m_calendar(new TimeCalendar(this))
{
    setProperty("panel", true);
    for (QToolButton *button : {m_loop, m_rewind, m_fast})
        button->setCheckable(true);
    for (QToolButton *button : {m_span, m_mode}) {
        button->setPopupMode(QToolButton::InstantPopup);
        button->setMenu(new QMenu(button));
        // The arrow stands behind the text.
        button->setIcon(icon(QStringLiteral("chevron-down")));
        button->setIconSize({16, 16});
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setProperty("dense", true); // as high as the fields beside it
        button->setLayoutDirection(Qt::RightToLeft);
        button->menu()->setLayoutDirection(Qt::LeftToRight);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // see fitRightSide()
    }
    connect(m_span->menu(), &QMenu::aboutToShow, this, &TimeRiver::fillSpanMenu);
    connect(m_mode->menu(), &QMenu::aboutToShow, this, &TimeRiver::fillModeMenu);
    buildLayout();
    m_clock.setSpeed(kFirstReplaySpeed);
    m_commands = timeCommands(m_clock, *this);
    connectClock();
    connectSlider();
    retranslate();
    takeContext();
    applySpan();
}

QToolButton *TimeRiver::addButton(const QString &iconName)
{
    auto *button = new QToolButton(this);
    button->setIcon(icon(iconName));
    button->setIconSize({metric::kIcon, metric::kIcon});
    button->setAutoRaise(true);
    return button;
}

void TimeRiver::buildLayout()
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(0);
    for (QToolButton *button : {m_rewind, m_back, m_play, m_forward, m_fast})
        buttons->addWidget(button);
    buttons->addStretch();
    buttons->addWidget(m_now);
    auto *time = new QHBoxLayout;
    time->setSpacing(space::kHair);
    time->addWidget(m_field, 1);
    time->addWidget(m_calendarButton);
    auto *left = new QVBoxLayout;
    left->setSpacing(space::kTiny);
    left->addLayout(buttons);
    left->addLayout(time);
    auto *view = new QHBoxLayout;
    view->setSpacing(space::kTiny);
    view->addWidget(m_span, 1);
    view->addWidget(m_speed);
    auto *what = new QHBoxLayout;
    what->setSpacing(space::kTiny);
    what->addWidget(m_mode, 1);
    what->addWidget(m_loop);
    auto *rightSide = new QWidget(this);
    auto *right = new QVBoxLayout(rightSide);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(space::kTiny);
    right->addLayout(view);
    right->addLayout(what);
    m_rightSide = rightSide;
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::kMedium, space::kSmall, space::kMedium, space::kSmall);
    layout->setSpacing(space::kSmall);
    layout->addLayout(left);
    layout->addWidget(m_slider, 1);
    layout->addWidget(rightSide);
}

void TimeRiver::connectClock()
{
    connect(m_rewind, &QToolButton::clicked, &m_clock, &CityClock::playBackward);
    connect(m_back, &QToolButton::clicked, this, [this] { m_clock.step(-1); });
    connect(m_play, &QToolButton::clicked, &m_clock, &CityClock::togglePlay);
    connect(m_forward, &QToolButton::clicked, this, &TimeRiver::stepForward);
    connect(m_fast, &QToolButton::clicked, &m_clock, &CityClock::playForward);
    connect(m_now, &QToolButton::clicked, &m_clock, &CityClock::goToNow);
    connect(m_field, &TimeField::timeEntered, &m_clock, &CityClock::setCurrent);
    connect(m_calendarButton, &QToolButton::clicked, this, &TimeRiver::openCalendar);
    connect(m_calendar, &TimeCalendar::instantChosen, &m_clock, &CityClock::setCurrent);
    connect(m_calendar, &TimeCalendar::nowChosen, &m_clock, &CityClock::goToNow);
    connect(m_loop, &QToolButton::toggled, this, &TimeRiver::toggleLoop);
    connect(m_speed, &SpeedBox::speedChosen, this, [this](double speed) {
        if (showsReplaySpeed())
            m_clock.setSpeed(speed);
        else
            m_clock.setPlaySpeed(speed);
    });
    connect(&m_clock, &CityClock::contextChanged, this, &TimeRiver::takeContext);
    connect(&m_clock, &CityClock::playingChanged, this, &TimeRiver::updateState);
    connect(&m_clock, &CityClock::playbackChanged, this, &TimeRiver::updateState);
    connect(&m_clock, &CityClock::speedChanged, this, &TimeRiver::updateState);
}

void TimeRiver::connectSlider()
{
    connect(m_slider, &TimeSlider::instantChosen, &m_clock, &CityClock::setCurrent);
    connect(m_slider, &TimeSlider::nowChosen, &m_clock, &CityClock::goToNow);
    connect(m_slider, &TimeSlider::windowStartChosen, this, &TimeRiver::chooseWindowStart);
    connect(m_slider, &TimeSlider::rangeChosen, this, &TimeRiver::chooseRange);
    connect(m_slider, &TimeSlider::viewResetRequested, this, &TimeRiver::applySpan);
    connect(m_slider, &TimeSlider::viewChangedByHand, this, [this] {
        if (m_spanKind != Span::ByHand)
            m_spanKind = Span::ByHand;
        updateSpanText();
    });
    connect(m_slider, &TimeSlider::hovered, this, [this](UtcMs instant) {
        if (m_cursor)
            m_cursor->set(this, {{}, {}, instant});
    });
    connect(m_slider, &TimeSlider::unhovered, this, [this] {
        if (m_cursor)
            m_cursor->clear(this);
    });
}

void TimeRiver::setZone(const QTimeZone &zone)
{
    m_clock.setCityZone(zone);
}

void TimeRiver::setReach(UtcMs first, UtcMs forecastEnd)
{
    m_clock.setReach(first, forecastEnd);
}

void TimeRiver::setEvents(std::vector<TimeEvent> events)
{
    if (!m_pool) {
        setEvents(std::make_shared<const EventTimeline>(events));
        return;
    }
    using Sorted = std::shared_ptr<const EventTimeline>;
    m_sorting.start(runTask(*m_pool,
                        [events = std::move(events)](TaskContext &) -> Result<Sorted> {
                            return std::make_shared<const EventTimeline>(events);
                        }),
        [this](Result<Sorted> sorted) {
            if (sorted)
                setEvents(*sorted);
        });
}

void TimeRiver::setEvents(std::shared_ptr<const EventTimeline> events)
{
    m_events = std::move(events);
    m_slider->setEvents(m_events);
    m_calendar->grid()->setData(m_events, m_availability);
}

void TimeRiver::setPool(QThreadPool &pool)
{
    m_pool = &pool;
}

void TimeRiver::setAvailability(std::shared_ptr<const DataAvailability> availability)
{
    m_availability = std::move(availability);
    m_slider->setAvailability(m_availability);
    m_calendar->grid()->setData(m_events, m_availability);
}

void TimeRiver::setForecastSkill(std::vector<SkillAt> skill)
{
    m_slider->setForecastSkill(std::move(skill));
}

void TimeRiver::setLinkedCursor(LinkedCursor *cursor)
{
    if (m_cursor)
        m_cursor->disconnect(this);
    m_cursor = cursor;
    if (m_cursor)
        m_cursor->follow(
            this, [this](const LinkedPoint &point) { m_slider->setLinkedInstant(point.instant); });
}

bool TimeRiver::handleKey(QKeyEvent *event)
{
    // The keypad's keys mean the same; other modifiers do not.
    const auto pressed = QKeyCombination(
        event->modifiers() & ~Qt::KeypadModifier, static_cast<Qt::Key>(event->key()));
    for (const Command &command : m_commands) {
        if (!command.shortcuts.contains(QKeySequence(pressed)))
            continue;
        if (!event->isAutoRepeat() || command.repeats)
            (void)command.run({}); // none of them fails without arguments
        event->accept();
        return true;
    }
    return false;
}

void TimeRiver::stepForward()
{
    m_clock.step(1);
}

void TimeRiver::goToEvent(int direction)
{
    if (!m_events)
        return;
    const auto event =
        direction > 0 ? m_events->next(m_clock.current()) : m_events->previous(m_clock.current());
    // What a recording holds after now has not happened yet.
    if (event && *event <= m_clock.now())
        m_clock.setCurrent(*event);
}

void TimeRiver::typeTime()
{
    m_field->startTyping();
}

void TimeRiver::showPreset(const TimePreset &preset)
{
    m_preset = preset;
    m_spanKind = Span::Preset;
    applySpan();
}

void TimeRiver::applySpan()
{
    const TimeContext &context = m_clock.context();
    m_reach = {context.reachFrom, context.reachTo};
    TimeRange range = rangeOf(m_preset, context.now, context.zone);
    if (m_spanKind == Span::ByHand)
        m_spanKind = Span::Preset;
    if (m_spanKind == Span::Replay)
        range = {m_clock.replayFrom(), m_clock.replayTo()};
    else if (m_spanKind == Span::All)
        range = m_reach;
    else if (m_preset.kind == TimePreset::Kind::Last)
        range.to += std::clamp<UtcMs>(context.reachTo - context.now, range.length() / 25,
            static_cast<UtcMs>(kAheadShare * static_cast<double>(range.length())));
    m_slider->showRange(range);
    updateSpanText();
}

void TimeRiver::takeContext()
{
    const TimeContext &context = m_clock.context();
    m_slider->setContext(context);
    m_field->setContext(context);
    m_calendar->setContext(context);
    // A forecast that reaches further, or another recording: the chosen span is fitted to it
    // unless that would lose sight of the instant shown.
    const TimeRange reach{context.reachFrom, context.reachTo};
    const bool ahead = reach.to - context.now != m_reach.to - context.now;
    if (m_spanKind != Span::ByHand && (reach.from != m_reach.from || ahead)
        && m_slider->view().range().contains(context.now)
        && (m_preset.kind == TimePreset::Kind::Last || m_spanKind != Span::Preset)
        && context.current >= rangeOf(m_preset, context.now, context.zone).from)
        applySpan();
    updateState();
}

bool TimeRiver::showsReplaySpeed() const
{
    return m_clock.isReplay() && m_clock.followsNow() && m_clock.playback() == 0;
}

void TimeRiver::updateState()
{
    const bool moving = m_clock.isMoving();
    m_play->setIcon(icon(moving ? QStringLiteral("pause") : QStringLiteral("play")));
    name(m_play, moving ? tr("Pause (Space)") : tr("Play (Space)"));
    m_now->setEnabled(!m_clock.followsNow());
    m_rewind->setChecked(m_clock.playback() < 0);
    m_fast->setChecked(m_clock.playback() > 0);
    m_speed->setSpeed(showsReplaySpeed() ? m_clock.speed() : m_clock.playSpeed());
    const QSignalBlocker blocker(m_loop);
    m_loop->setChecked(m_clock.loop().has_value());
    m_slider->setLoop(m_clock.loop());
    updateModeText();
    updateSpanText();
}

void TimeRiver::updateModeText()
{
    const TimeContext &context = m_clock.context();
    QString text = tr("Instant");
    if (context.mode == TimeMode::Window) {
        //: %1 is a duration: what happened in that time up to the instant shown
        text = tr("Window %1").arg(formatDuration(double(m_clock.windowMs() / 1000)));
    } else if (context.mode == TimeMode::Cumulative) {
        const UtcMs start = m_clock.cumulativeStart();
        const bool sameDay =
            startOfDay(start, context.zone) == startOfDay(context.current, context.zone);
        text = tr("Since %1")
                   .arg(sameDay ? formatTime(start, context.zone)
                                : formatDayAndTime(start, context.zone));
    }
    setButtonText(m_mode, text);
}

void TimeRiver::setButtonText(QToolButton *button, const QString &text)
{
    // The column keeps its width, so that the axis does not jump; what is too long is told in
    // full by the tool tip.
    const int width = button == m_span
        ? m_spanWidth
        : m_rightSide->width() - m_loop->sizeHint().width() - space::kTiny;
    const int room = width - button->iconSize().width() - kPaddingPx;
    const QString shown =
        button->fontMetrics().elidedText(text, Qt::ElideRight, std::max(40, room));
    if (shown != button->text())
        button->setText(shown);
    const QString purpose = button == m_span ? tr("How much time the axis shows")
                                             : tr("One instant or a stretch of time");
    //: value, what it is
    name(button, tr("%1 (%2)").arg(text, purpose));
}

void TimeRiver::fitRightSide()
{
    const QFontMetrics metrics(m_span->font());
    int widest = 0;
    for (const TimePreset &preset : timePresets())
        widest = std::max(widest, metrics.horizontalAdvance(nameOf(preset)));
    m_spanWidth = widest + m_span->iconSize().width() + kPaddingPx;
    constexpr int kArrowPx = 40; // with the margins of the text before it
    constexpr double kMonthPerSecond = 365.25 * 86'400.0 / 12.0; // longer ones scroll
    const int speedWidth =
        metrics.horizontalAdvance(formatSpeed(kMonthPerSecond)) + kArrowPx + kPaddingPx;
    m_speed->setFixedWidth(speedWidth);
    m_rightSide->setFixedWidth(m_spanWidth + space::kTiny + speedWidth);
}

void TimeRiver::updateSpanText()
{
    QString text;
    switch (m_spanKind) {
    case Span::Preset:
        text = nameOf(m_preset);
        break;
    case Span::Replay:
        text = tr("Replay");
        break;
    case Span::All:
        text = tr("All data");
        break;
    case Span::ByHand:
        text = formatDuration(double(m_slider->view().length() / kMsPerMinute * 60));
        break;
    }
    setButtonText(m_span, text);
}

void TimeRiver::chooseRange(const TimeRange &range)
{
    m_clock.setWindowMs(range.length());
    m_clock.setMode(TimeMode::Window);
    m_clock.setCurrent(range.to);
}

void TimeRiver::chooseWindowStart(UtcMs start)
{
    if (m_clock.mode() == TimeMode::Cumulative)
        m_clock.setCumulativeStart(start);
    else
        m_clock.setWindowMs(std::max<qint64>(m_clock.stepMs(), m_clock.current() - start));
}

void TimeRiver::toggleLoop(bool on)
{
    const TimeContext &context = m_clock.context();
    TimeRange range =
        context.mode == TimeMode::Instant ? m_slider->view().range() : context.range();
    range.from = std::max(range.from, context.reachFrom);
    range.to = std::min(range.to, context.now);
    m_clock.setLoop(on && range.from < range.to ? std::optional(range) : std::nullopt);
    updateState();
}

void TimeRiver::openCalendar()
{
    m_calendar->popUpAt(m_field);
}

void TimeRiver::keyPressEvent(QKeyEvent *event)
{
    if (!handleKey(event))
        QFrame::keyPressEvent(event);
}

void TimeRiver::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitRightSide();
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void TimeRiver::retranslate()
{
    setAccessibleName(tr("Time"));
    name(m_rewind, tr("Play backward, again for double speed (J)"));
    name(m_back, tr("One step back (,)"));
    name(m_forward, tr("One step forward (.)"));
    name(m_fast, tr("Play forward, again for double speed (L)"));
    name(m_now, tr("Back to now (N)"));
    name(m_calendarButton, tr("Choose a day"));
    name(m_speed, tr("Speed, also typed: 0.5x, 5 min/s, 1 month/s"));
    name(m_loop, tr("Play the stretch on the axis again and again"));
    fitRightSide();
    updateState();
}

} // namespace belvedere::ui
