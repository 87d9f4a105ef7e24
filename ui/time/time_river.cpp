// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/time_river.h"

#include "common/format.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr int kSpanHours[] = {3, 6, 12, 24};
constexpr int kFirstSpan = 2; // 12 h
constexpr double kSpeeds[] = {1, 10, 60, 300, 1200};
constexpr int kFirstSpeed = 2; // a minute a second

} // namespace

TimeRiver::TimeRiver(CityClock &clock, QWidget *parent)
    : QFrame(parent)
    , m_clock(clock)
    , m_play(addButton(QStringLiteral("pause")))
    , m_back(addButton(QStringLiteral("step-back")))
    , m_forward(addButton(QStringLiteral("step-forward")))
    , m_now(addButton(QStringLiteral("now")))
    , m_date(new QLabel(this))
    , m_state(new QLabel(this))
    , m_slider(new TimeSlider(this))
    , m_span(new QComboBox(this))
    , m_speed(new QComboBox(this))
{
    setProperty("panel", true);
    for (QComboBox *box : {m_span, m_speed})
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (const int hours : kSpanHours)
        m_span->addItem(QString(), hours);
    m_span->setCurrentIndex(kFirstSpan);
    for (const double speed : kSpeeds)
        m_speed->addItem(QString(), speed);
    m_speed->setCurrentIndex(kFirstSpeed);
    m_clock.setSpeed(kSpeeds[kFirstSpeed]);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::kHair);
    for (QToolButton *button : {m_play, m_back, m_forward, m_now})
        buttons->addWidget(button);
    buttons->addStretch();
    auto *texts = new QHBoxLayout;
    texts->setSpacing(space::kSmall);
    texts->addWidget(m_date);
    texts->addWidget(m_state);
    texts->addStretch();
    auto *left = new QVBoxLayout;
    left->setSpacing(space::kTiny);
    left->addLayout(buttons);
    left->addLayout(texts);
    auto *right = new QVBoxLayout;
    right->setSpacing(space::kTiny);
    right->addWidget(m_span);
    right->addWidget(m_speed);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::kMedium, space::kSmall, space::kMedium, space::kSmall);
    layout->setSpacing(space::kMedium);
    layout->addLayout(left);
    layout->addWidget(m_slider, 1);
    layout->addLayout(right);

    connect(
        m_play, &QToolButton::clicked, this, [this] { m_clock.setPlaying(!m_clock.isPlaying()); });
    connect(m_back, &QToolButton::clicked, this, [this] { m_clock.step(-1); });
    connect(m_forward, &QToolButton::clicked, this, &TimeRiver::stepForward);
    connect(m_now, &QToolButton::clicked, &m_clock, &CityClock::goToNow);
    connect(m_slider, &TimeSlider::instantChosen, &m_clock, &CityClock::setCurrent);
    connect(m_span, &QComboBox::currentIndexChanged, this, &TimeRiver::updateSpan);
    connect(m_speed, &QComboBox::currentIndexChanged, this,
        [this] { m_clock.setSpeed(m_speed->currentData().toDouble()); });
    connect(&m_clock, &CityClock::nowChanged, this, &TimeRiver::updateSpan);
    connect(&m_clock, &CityClock::currentChanged, this, &TimeRiver::updateState);
    connect(&m_clock, &CityClock::playingChanged, this, &TimeRiver::updateState);
    connect(&m_clock, &CityClock::followsNowChanged, this, &TimeRiver::updateState);
    connect(&m_clock, &CityClock::stepChanged, this, &TimeRiver::updateSpan);
    retranslate();
    updateSpan();
}

QToolButton *TimeRiver::addButton(const QString &iconName)
{
    auto *button = new QToolButton(this);
    button->setIcon(icon(iconName));
    button->setIconSize({metric::kIcon, metric::kIcon});
    button->setAutoRaise(true);
    return button;
}

void TimeRiver::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    m_slider->setZone(zone);
    updateState();
}

void TimeRiver::setReach(UtcMs first, UtcMs forecastEnd)
{
    m_first = first;
    m_forecastEnd = forecastEnd;
    updateSpan();
}

void TimeRiver::setEvents(std::vector<UtcMs> events)
{
    m_slider->setEvents(std::move(events));
}

void TimeRiver::stepForward()
{
    const UtcMs next = (m_clock.current() / m_clock.stepMs() + 1) * m_clock.stepMs();
    m_clock.setCurrent(std::min(next, m_forecastEnd));
}

void TimeRiver::updateSpan()
{
    const UtcMs back = m_span->currentData().toInt() * kMsPerHour;
    const UtcMs now = m_clock.now();
    m_slider->setSpan(
        std::max(m_first, now - back), now, std::max(now, m_forecastEnd), m_clock.stepMs());
    updateState();
}

void TimeRiver::updateState()
{
    m_slider->setCurrent(m_clock.current());
    m_play->setIcon(icon(m_clock.isPlaying() ? QStringLiteral("pause") : QStringLiteral("play")));
    m_play->setToolTip(
        m_clock.isPlaying() ? tr("Pause the clock (Space)") : tr("Let the clock run (Space)"));
    m_play->setAccessibleName(m_play->toolTip());
    m_now->setEnabled(!m_clock.followsNow());
    m_speed->setEnabled(m_clock.isReplay());
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(m_clock.current(), m_zone);
    m_date->setText(QLocale().toString(local.date(), tr("ddd d MMM yyyy", "date format")));
    const UtcMs offset = m_clock.current() - m_clock.now();
    const auto minutes = static_cast<int>(std::abs(offset) / kMsPerMinute);
    QString state;
    if (m_clock.followsNow() || offset == 0)
        state = m_clock.isReplay() ? tr("Replay, now") : tr("Live");
    else if (offset > 0)
        state = tr("Forecast, +%1").arg(formatDuration(minutes * 60));
    else
        state = tr("Past, −%1").arg(formatDuration(minutes * 60));
    m_state->setText(state);
}

void TimeRiver::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void TimeRiver::retranslate()
{
    const auto name = [](QToolButton *button, const QString &text) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    name(m_back, tr("One step back (,)"));
    name(m_forward, tr("One step forward (.)"));
    name(m_now, tr("Back to now (N)"));
    for (int i = 0; i < m_span->count(); ++i)
        m_span->setItemText(i, tr("Last %n h", nullptr, m_span->itemData(i).toInt()));
    m_span->setAccessibleName(tr("Span of the past"));
    m_span->setToolTip(m_span->accessibleName());
    for (int i = 0; i < m_speed->count(); ++i)
        m_speed->setItemText(
            i, tr("%1 ×", "times real time").arg(QLocale().toString(kSpeeds[i], 'f', 0)));
    m_speed->setAccessibleName(tr("Speed of the clock"));
    m_speed->setToolTip(tr("How fast the recording is replayed; 60 × is a minute a second"));
    updateState();
}

} // namespace belvedere::ui
