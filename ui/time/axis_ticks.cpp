// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/axis_ticks.h"

#include "common/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace belvedere::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(belvedere::ui::AxisTicks)
};

QString dated(const QDate &date, const QString &pattern)
{
    return QLocale().toString(date, pattern);
}

QString dayLabel(const QDate &date)
{
    //: QLocale date pattern: abbreviated day of week, day, abbreviated month
    return dated(date, Text::tr("ddd d MMM"));
}

/// Steps below a day that stay on the grid whatever the clocks do, for they shift by half hours.
void addMinuteTicks(
    std::vector<AxisTick> &ticks, const TimeRange &range, const QTimeZone &zone, int minutes)
{
    const UtcMs every = minutes * kMsPerMinute;
    const UtcMs offset =
        zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(range.from, zone)) * kMsPerSecond;
    UtcMs time = range.from - ((range.from + offset) % every + every) % every;
    for (; time <= range.to; time += every) {
        if (time < range.from)
            continue;
        const QDateTime local = QDateTime::fromMSecsSinceEpoch(time, zone);
        const bool midnight = local.time().msecsSinceStartOfDay() == 0;
        ticks.push_back(
            {time, midnight ? dayLabel(local.date()) : formatTime(time, zone), midnight});
    }
}

void addHourTicks(
    std::vector<AxisTick> &ticks, const TimeRange &range, const QTimeZone &zone, int hours)
{
    QDate date = QDateTime::fromMSecsSinceEpoch(range.from, zone).date();
    const QDate last = QDateTime::fromMSecsSinceEpoch(range.to, zone).date();
    for (; date <= last; date = date.addDays(1)) {
        for (int hour = 0; hour < 24; hour += hours) {
            const QDateTime local =
                hour == 0 ? date.startOfDay(zone) : QDateTime(date, QTime(hour, 0), zone);
            const UtcMs time = local.toMSecsSinceEpoch();
            if (range.contains(time) && (hour == 0 || local.time().hour() == hour))
                ticks.push_back(
                    {time, hour == 0 ? dayLabel(date) : formatTime(time, zone), hour == 0});
        }
    }
}

void addDayTicks(
    std::vector<AxisTick> &ticks, const TimeRange &range, const QTimeZone &zone, int days)
{
    const QDate last = QDateTime::fromMSecsSinceEpoch(range.to, zone).date();
    QDate date = QDateTime::fromMSecsSinceEpoch(range.from, zone).date();
    if (days == 7)
        date = date.addDays(-((date.dayOfWeek() - int(QLocale().firstDayOfWeek()) + 7) % 7));
    else // counted from a fixed day, so that ticks stay where they are while the view moves
        date = date.addDays(-(date.toJulianDay() % days));
    for (; date <= last; date = date.addDays(days)) {
        const UtcMs time = date.startOfDay(zone).toMSecsSinceEpoch();
        if (range.contains(time))
            ticks.push_back({time, dayLabel(date), days < 7 && date.day() <= days});
    }
}

void addMonthTicks(
    std::vector<AxisTick> &ticks, const TimeRange &range, const QTimeZone &zone, int months)
{
    const int year = QDateTime::fromMSecsSinceEpoch(range.from, zone).date().year();
    const int every = std::max(1, months / 12);
    const QDate last = QDateTime::fromMSecsSinceEpoch(range.to, zone).date();
    for (QDate date(year / every * every, 1, 1); date <= last; date = date.addMonths(months)) {
        const UtcMs time = date.startOfDay(zone).toMSecsSinceEpoch();
        if (!range.contains(time))
            continue;
        const bool january = date.month() == 1;
        //: QLocale date pattern: year alone
        const QString pattern = january ? Text::tr("yyyy") : Text::tr("MMM", "month alone");
        ticks.push_back({time, dated(date, pattern), january && months < 12});
    }
}

} // namespace

std::vector<AxisTick> axisTicks(const TimeRange &range, const QTimeZone &zone, int maxCount)
{
    std::vector<AxisTick> ticks;
    if (range.length() <= 0 || maxCount < 1)
        return ticks;
    const UtcMs apart = range.length() / maxCount;
    for (const int minutes : {1, 2, 5, 10, 15, 30, 60}) {
        if (minutes * kMsPerMinute >= apart) {
            addMinuteTicks(ticks, range, zone, minutes);
            return ticks;
        }
    }
    for (const int hours : {2, 3, 6, 12}) {
        if (hours * kMsPerHour >= apart) {
            addHourTicks(ticks, range, zone, hours);
            return ticks;
        }
    }
    for (const int days : {1, 2, 7}) {
        // The name of a day takes more room than a time.
        if (days * kMsPerDay >= apart + apart / 4) {
            addDayTicks(ticks, range, zone, days);
            return ticks;
        }
    }
    int months = 1;
    for (const int choice : {1, 3, 6, 12, 24, 60, 120, 240, 600, 1200}) {
        months = choice;
        if (choice * 30 * kMsPerDay >= apart)
            break;
    }
    addMonthTicks(ticks, range, zone, months);
    return ticks;
}

} // namespace belvedere::ui
