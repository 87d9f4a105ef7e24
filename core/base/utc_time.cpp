// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/utc_time.h"

#include <QDateTime>

#include <array>

namespace belvedere {

namespace {

/// Reads digits; advances `position`. @return -1 unless `minDigits` … `maxDigits` stand there.
int readNumber(QStringView text, qsizetype &position, int minDigits, int maxDigits)
{
    int number = 0;
    int digits = 0;
    while (position < text.size() && digits < maxDigits) {
        const char16_t c = text[position].unicode();
        if (c < u'0' || c > u'9')
            break;
        number = number * 10 + (c - u'0');
        ++digits;
        ++position;
    }
    return digits < minDigits ? -1 : number;
}

bool readChar(QStringView text, qsizetype &position, QStringView allowed)
{
    if (position >= text.size() || !allowed.contains(text[position]))
        return false;
    ++position;
    return true;
}

auto notATime(QStringView text)
{
    return failure(Errc::Parse,
        QT_TRANSLATE_NOOP("Error", "\"%1\" is not a time. Write it as 2024-05-31 17:05:00."),
        {text.left(40).toString()});
}

/// The zone's offset as written, in milliseconds; 0 and `position` unmoved when none is there.
Result<std::pair<bool, UtcMs>> readOffset(QStringView text, qsizetype &position)
{
    if (readChar(text, position, u"Zz"))
        return std::pair{true, UtcMs(0)};
    if (position >= text.size())
        return std::pair{false, UtcMs(0)};
    const bool negative = text[position] == u'-';
    if (!readChar(text, position, u"+-"))
        return notATime(text);
    const int hours = readNumber(text, position, 2, 2);
    readChar(text, position, u":");
    const int minutes = position < text.size() ? readNumber(text, position, 2, 2) : 0;
    if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59)
        return notATime(text);
    const UtcMs offset = hours * kMsPerHour + minutes * kMsPerMinute;
    return std::pair{true, negative ? -offset : offset};
}

/// Of the two instants that a clock going backward shows alike, Qt 6.4 gives the later one.
UtcMs firstOfTwo(UtcMs time, const QTimeZone &zone)
{
    const auto offsetAt = [&](UtcMs t) {
        return zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(t, Qt::UTC)) * kMsPerSecond;
    };
    const UtcMs dayBefore = offsetAt(time - kMsPerDay);
    const UtcMs earlier = time - (dayBefore - offsetAt(time));
    return earlier < time && offsetAt(earlier) == dayBefore ? earlier : time;
}

} // namespace

Result<UtcMs> parseTime(QStringView text, const QTimeZone &zone)
{
    text = text.trimmed();
    qsizetype at = 0;
    const int year = readNumber(text, at, 4, 4);
    const bool dateSeparated = year >= 0 && readChar(text, at, u"-/");
    const int month = readNumber(text, at, dateSeparated ? 1 : 2, 2);
    if (dateSeparated && !readChar(text, at, u"-/"))
        return notATime(text);
    const int day = readNumber(text, at, dateSeparated ? 1 : 2, 2);
    const QDate date(year, month, day);
    if (year < 0 || !date.isValid())
        return notATime(text);

    int hour = 0;
    int minute = 0;
    int second = 0;
    int millisecond = 0;
    if (at < text.size()) {
        if (!readChar(text, at, u" Tt"))
            return notATime(text);
        hour = readNumber(text, at, 1, 2);
        if (!readChar(text, at, u":"))
            return notATime(text);
        minute = readNumber(text, at, 2, 2);
        if (readChar(text, at, u":"))
            second = readNumber(text, at, 2, 2);
        if (readChar(text, at, u".,")) {
            const qsizetype start = at;
            millisecond = readNumber(text, at, 1, 3);
            for (qsizetype digits = at - start; millisecond >= 0 && digits < 3; ++digits)
                millisecond *= 10;
            readNumber(text, at, 0, 6); // microseconds are cut off
        }
    }
    const QTime time(hour, minute, second, millisecond);
    if (!time.isValid())
        return notATime(text);

    BV_TRY(const auto offset, readOffset(text, at));
    if (at != text.size())
        return notATime(text);
    const UtcMs asIfUtc = date.toJulianDay() * kMsPerDay
        - QDate(1970, 1, 1).toJulianDay() * kMsPerDay + time.msecsSinceStartOfDay();
    if (offset.first)
        return asIfUtc - offset.second;
    if (zone == QTimeZone::utc())
        return asIfUtc;
    const QDateTime local(date, time, zone);
    // In the hour that is skipped Qt moves the time; converting back shows it.
    if (!local.isValid() || local.date() != date || local.time() != time)
        return failure(Errc::Parse,
            QT_TRANSLATE_NOOP("Error",
                "%1 does not exist in %2: the clocks went forward over it. "
                "Give the zone of the file, for example UTC or UTC-08:00."),
            {text.toString(), QString::fromUtf8(zone.id())});
    return firstOfTwo(local.toMSecsSinceEpoch(), zone);
}

QString formatUtc(UtcMs time)
{
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(time, Qt::UTC);
    return utc.toString(time % kMsPerSecond == 0 ? QStringLiteral("yyyy-MM-ddTHH:mm:ssZ")
                                                 : QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzzZ"));
}

int minuteOfWeek(UtcMs time, const QTimeZone &zone)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(time, zone);
    return (local.date().dayOfWeek() - 1) * kMinutesPerDay
        + local.time().msecsSinceStartOfDay() / int(kMsPerMinute);
}

Result<QTimeZone> parseZone(const QString &name)
{
    const QTimeZone zone(name.toUtf8());
    if (name.isEmpty() || !zone.isValid()) // Qt takes "" for the zone of this machine
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "\"%1\" is not a time zone that this machine knows. "
                "Examples: UTC, Asia/Shanghai, UTC-08:00."),
            {name});
    return zone;
}

} // namespace belvedere
