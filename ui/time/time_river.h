// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/command.h"
#include "common/task_slot.h"
#include "time/city_clock.h"
#include "time/time_presets.h"
#include "time/time_slider.h"

#include <QFrame>

#include <vector>

class QKeyEvent;
class QMenu;
class QThreadPool;
class QToolButton;

namespace belvedere::ui {

class LinkedCursor;
class SpeedBox;
class TimeCalendar;
class TimeField;

/// The clock's controls under the map: the player, the time as text and calendar, the axis, how
/// much of it is shown, instant or window, and how fast. All it does it does to the clock.
class TimeRiver : public QFrame
{
    Q_OBJECT

public:
    explicit TimeRiver(CityClock &clock, QWidget *parent = nullptr);

    /// The city's; what is shown also depends on the person's choice in the clock.
    void setZone(const QTimeZone &zone);
    /// @param first  the earliest instant there is; @param forecastEnd  now without a forecast.
    void setReach(UtcMs first, UtcMs forecastEnd);
    /// Sorted in the pool if there is one, else here.
    void setEvents(std::vector<TimeEvent> events);
    void setEvents(std::shared_ptr<const EventTimeline> events);
    void setPool(QThreadPool &pool);
    void setAvailability(std::shared_ptr<const DataAvailability> availability);
    void setForecastSkill(std::vector<SkillAt> skill);
    /// Marks there what the pointer is on here, and the other way round.
    void setLinkedCursor(LinkedCursor *cursor);

    /// Does what the key means to the clock, see timeCommands(): for keys that reached the
    /// workspace because nothing in it wanted them.
    bool handleKey(QKeyEvent *event);
    void stepForward();
    /// To the next event, or the one before.
    void goToEvent(int direction);
    /// Puts the keyboard into the time field.
    void typeTime();
    void showPreset(const TimePreset &preset);

    [[nodiscard]] TimeSlider *slider() const { return m_slider; }
    [[nodiscard]] TimeField *field() const { return m_field; }
    [[nodiscard]] TimeCalendar *calendar() const { return m_calendar; }
    [[nodiscard]] SpeedBox *speedBox() const { return m_speed; }

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Span { Preset, Replay, All, ByHand };

    QToolButton *addButton(const QString &iconName);
    void buildLayout();
    void connectClock();
    void connectSlider();
    void fillSpanMenu();
    void fillModeMenu();
    void addWindowLengths(QMenu *menu);
    void addStarts(QMenu *menu);
    void applySpan();
    void takeContext();
    void updateState();
    void updateModeText();
    void updateSpanText();
    void setButtonText(QToolButton *button, const QString &text);
    void fitRightSide();
    [[nodiscard]] bool showsReplaySpeed() const;
    void chooseRange(const TimeRange &range);
    void chooseWindowStart(UtcMs start);
    void toggleLoop(bool on);
    void openCalendar();
    void retranslate();

    CityClock &m_clock;
    std::vector<Command> m_commands;
    TimePreset m_preset{TimePreset::Kind::Last, TimePreset::Unit::Hour, 12};
    Span m_spanKind = Span::Preset;
    TimeRange m_reach; // as last applied to the span
    std::shared_ptr<const EventTimeline> m_events;
    std::shared_ptr<const DataAvailability> m_availability;
    QThreadPool *m_pool = nullptr;
    TaskSlot<std::shared_ptr<const EventTimeline>> m_sorting;
    LinkedCursor *m_cursor = nullptr;
    QToolButton *m_rewind;
    QToolButton *m_back;
    QToolButton *m_play;
    QToolButton *m_forward;
    QToolButton *m_fast;
    QToolButton *m_now;
    TimeField *m_field;
    QToolButton *m_calendarButton;
    TimeSlider *m_slider;
    QWidget *m_rightSide = nullptr;
    int m_spanWidth = 0; // of its button, which a style sheet keeps from having a fixed one
    QToolButton *m_span;
    QToolButton *m_mode;
    SpeedBox *m_speed;
    QToolButton *m_loop;
    TimeCalendar *m_calendar;
};

} // namespace belvedere::ui
