// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "time/data_availability.h"
#include "time/event_timeline.h"

#include <QCalendarWidget>
#include <QFrame>

#include <memory>

class QLabel;
class QPushButton;
class QToolButton;

namespace belvedere::ui {

/// A month of days: a bar below the number tells which share of the day has data, dots tell of
/// events and their highest priority. Days out of reach cannot be chosen.
class MonthGrid : public QCalendarWidget
{
    Q_OBJECT

public:
    explicit MonthGrid(QWidget *parent = nullptr);

    void setContext(const TimeContext &context);
    void setData(std::shared_ptr<const EventTimeline> events,
        std::shared_ptr<const DataAvailability> availability);
    /// Of the local day.
    [[nodiscard]] EventTimeline::Counts eventsOn(const QDate &date) const;
    /// 0 … 1; -1 if nothing is known about data.
    [[nodiscard]] double shareOn(const QDate &date) const;
    /// "Thu 1 Mar 2012, 3 events, 98 % of the data"
    [[nodiscard]] QString textOf(const QDate &date) const;

protected:
    void paintCell(QPainter *painter, const QRect &rect, QDate date) const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] TimeRange rangeOfDay(const QDate &date) const;
    void paintMarks(QPainter &painter, const QRectF &cell, const QDate &date) const;

    TimeContext m_context;
    std::shared_ptr<const EventTimeline> m_events;
    std::shared_ptr<const DataAvailability> m_availability;
};

/// The calendar that opens above the time field.
class TimeCalendar : public QFrame
{
    Q_OBJECT

public:
    explicit TimeCalendar(QWidget *parent = nullptr);

    void setContext(const TimeContext &context);
    [[nodiscard]] MonthGrid *grid() const { return m_grid; }
    /// Opens it so that its lower left corner lies at the upper left one of `anchor`, as far as
    /// the screen has room.
    void popUpAt(const QWidget *anchor);

Q_SIGNALS:
    /// The time of day that is shown, on another day; moved where the clocks skip it.
    void instantChosen(belvedere::UtcMs instant);
    void nowChosen();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose(const QDate &date);
    void updateTitle();
    void retranslate();

    TimeContext m_context;
    MonthGrid *m_grid;
    QLabel *m_title;
    QLabel *m_about;
    QToolButton *m_back;
    QToolButton *m_forward;
    QPushButton *m_now;
};

} // namespace belvedere::ui
