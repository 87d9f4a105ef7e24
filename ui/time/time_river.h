// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "time/city_clock.h"
#include "time/time_slider.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QToolButton;

namespace belvedere::ui {

/// The clock's controls under the map: play, step, now, the slider, how far back, how fast.
class TimeRiver : public QFrame
{
    Q_OBJECT

public:
    explicit TimeRiver(CityClock &clock, QWidget *parent = nullptr);

    void setZone(const QTimeZone &zone);
    /// @param first  the earliest instant there is; @param forecastEnd  now without a forecast.
    void setReach(UtcMs first, UtcMs forecastEnd);
    void setEvents(std::vector<UtcMs> events);
    /// A step forward, at most to the end of the forecast.
    void stepForward();
    [[nodiscard]] TimeSlider *slider() const { return m_slider; }

protected:
    void changeEvent(QEvent *event) override;

private:
    QToolButton *addButton(const QString &iconName);
    void updateSpan();
    void updateState();
    void retranslate();

    CityClock &m_clock;
    QTimeZone m_zone = QTimeZone::utc();
    UtcMs m_first = 0;
    UtcMs m_forecastEnd = 0;
    QToolButton *m_play;
    QToolButton *m_back;
    QToolButton *m_forward;
    QToolButton *m_now;
    QLabel *m_date;
    QLabel *m_state;
    TimeSlider *m_slider;
    QComboBox *m_span;
    QComboBox *m_speed;
};

} // namespace belvedere::ui
