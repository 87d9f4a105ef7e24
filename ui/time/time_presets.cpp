// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/time_presets.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace belvedere::ui {

namespace {

using Kind = TimePreset::Kind;
using Unit = TimePreset::Unit;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(belvedere::ui::TimePresets)
};

UtcMs startOf(const QDate &date, const QTimeZone &zone)
{
    return date.startOfDay(zone).toMSecsSinceEpoch();
}

QDate firstDay(const QDate &date, Unit unit)
{
    switch (unit) {
    case Unit::Week:
        return date.addDays(-((date.dayOfWeek() - int(QLocale().firstDayOfWeek()) + 7) % 7));
    case Unit::Month:
        return {date.year(), date.month(), 1};
    case Unit::Year:
        return {date.year(), 1, 1};
    default:
        return date;
    }
}

QDate added(const QDate &date, Unit unit, int count)
{
    switch (unit) {
    case Unit::Week:
        return date.addDays(7 * count);
    case Unit::Month:
        return date.addMonths(count);
    case Unit::Year:
        return date.addYears(count);
    default:
        return date.addDays(count);
    }
}

/// @param shift  0 = the hour that holds now, -1 the one before.
TimeRange calendarHour(UtcMs now, const QTimeZone &zone, int shift)
{
    // Zones differ from UTC by half hours too, so hours do not begin at full hours of UTC.
    const QTime time = QDateTime::fromMSecsSinceEpoch(now, zone).time();
    const UtcMs start = now - time.msecsSinceStartOfDay() % kMsPerHour + shift * kMsPerHour;
    return {start, start + kMsPerHour};
}

UtcMs before(UtcMs now, Unit unit, int count, const QTimeZone &zone)
{
    switch (unit) {
    case Unit::Hour:
        return now - count * kMsPerHour;
    case Unit::Day:
        return now - count * kMsPerDay;
    case Unit::Week:
        return now - count * 7 * kMsPerDay;
    case Unit::Month:
        return QDateTime::fromMSecsSinceEpoch(now, zone).addMonths(-count).toMSecsSinceEpoch();
    case Unit::Year:
        break;
    }
    return QDateTime::fromMSecsSinceEpoch(now, zone).addYears(-count).toMSecsSinceEpoch();
}

QString nameOfLast(Unit unit, int count)
{
    const bool one = count == 1;
    switch (unit) {
    case Unit::Hour:
        return one ? Text::tr("Last hour") : Text::tr("Last %1 h", "hours").arg(count);
    case Unit::Day:
        return one ? Text::tr("Last day") : Text::tr("Last %1 d", "days").arg(count);
    case Unit::Week:
        return one ? Text::tr("Last week") : Text::tr("Last %Ln week(s)", nullptr, count);
    case Unit::Month:
        return one ? Text::tr("Last month") : Text::tr("Last %Ln month(s)", nullptr, count);
    case Unit::Year:
        break;
    }
    return one ? Text::tr("Last year") : Text::tr("Last %Ln year(s)", nullptr, count);
}

QString nameOfCalendar(Kind kind, Unit unit)
{
    const bool present = kind == Kind::This;
    switch (unit) {
    case Unit::Hour:
        return present ? Text::tr("This hour") : Text::tr("Previous hour");
    case Unit::Day:
        return present ? Text::tr("Today") : Text::tr("Yesterday");
    case Unit::Week:
        return present ? Text::tr("This week") : Text::tr("Previous week");
    case Unit::Month:
        return present ? Text::tr("This month") : Text::tr("Previous month");
    case Unit::Year:
        break;
    }
    return present ? Text::tr("This year") : Text::tr("Previous year");
}

} // namespace

TimeRange rangeOf(const TimePreset &preset, UtcMs now, const QTimeZone &zone)
{
    if (preset.kind == Kind::Last)
        return {before(now, preset.unit, preset.count, zone), now};
    const int shift = preset.kind == Kind::Previous ? -1 : 0;
    if (preset.unit == Unit::Hour)
        return calendarHour(now, zone, shift);
    const QDate today = QDateTime::fromMSecsSinceEpoch(now, zone).date();
    const QDate first = added(firstDay(today, preset.unit), preset.unit, shift);
    return {startOf(first, zone), startOf(added(first, preset.unit, 1), zone)};
}

QString nameOf(const TimePreset &preset)
{
    return preset.kind == Kind::Last ? nameOfLast(preset.unit, preset.count)
                                     : nameOfCalendar(preset.kind, preset.unit);
}

const std::vector<TimePreset> &timePresets()
{
    static const std::vector<TimePreset> presets = {{Kind::Last, Unit::Hour, 1},
        {Kind::Last, Unit::Hour, 3}, {Kind::Last, Unit::Hour, 6}, {Kind::Last, Unit::Hour, 12},
        {Kind::Last, Unit::Hour, 24}, {Kind::Last, Unit::Day, 7}, {Kind::Last, Unit::Month, 1},
        {Kind::Last, Unit::Year, 1}, {Kind::This, Unit::Hour}, {Kind::This, Unit::Day},
        {Kind::This, Unit::Week}, {Kind::This, Unit::Month}, {Kind::This, Unit::Year},
        {Kind::Previous, Unit::Hour}, {Kind::Previous, Unit::Day}, {Kind::Previous, Unit::Week},
        {Kind::Previous, Unit::Month}, {Kind::Previous, Unit::Year}};
    return presets;
}

UtcMs startOfDay(UtcMs time, const QTimeZone &zone)
{
    return startOf(QDateTime::fromMSecsSinceEpoch(time, zone).date(), zone);
}

} // namespace belvedere::ui
