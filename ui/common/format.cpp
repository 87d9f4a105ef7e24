// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <cmath>

namespace belvedere::ui {

namespace {

QString unknown()
{
    return QStringLiteral("\u2013");
}

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(belvedere::ui::Format)
};

int decimalsFor(double magnitude)
{
    if (magnitude == 0.0 || magnitude >= 100.0)
        return 0;
    if (magnitude >= 10.0)
        return 1;
    return magnitude >= 1.0 ? 2 : 3;
}

QString formatLocal(UtcMs time, const QTimeZone &zone, const QString &pattern)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(time, zone), pattern);
}

} // namespace

QString formatCount(qint64 count)
{
    return QLocale().toString(count);
}

QString formatNumber(double value, int decimals)
{
    if (!std::isfinite(value))
        return unknown();
    const int places = decimals >= 0 ? decimals : decimalsFor(std::abs(value));
    // Avoids "-0.0".
    const double half = 0.5 * std::pow(10.0, -places);
    QString text = QLocale().toString(std::abs(value) < half ? 0.0 : value, 'f', places);
    if (text.startsWith(QLatin1Char('-')))
        text[0] = QChar(0x2212); // a minus is as wide as a digit
    return text;
}

QString formatValue(double value, const QString &unit, int decimals)
{
    const QString number = formatNumber(value, decimals);
    if (unit.isEmpty() || !std::isfinite(value))
        return number;
    return number + QChar(QChar::Nbsp) + unit;
}

QString formatSigned(double value, const QString &unit, int decimals)
{
    if (!std::isfinite(value))
        return unknown();
    const QString amount = formatNumber(std::abs(value), decimals);
    const bool zero = amount == formatNumber(0.0, decimals >= 0 ? decimals : 0);
    const QChar sign = zero ? QChar(0x00B1) : value > 0.0 ? QLatin1Char('+') : QChar(0x2212);
    return unit.isEmpty() ? sign + amount : sign + amount + QChar(QChar::Nbsp) + unit;
}

QString formatPercent(double fraction, int decimals)
{
    return formatValue(fraction * 100.0, QStringLiteral("%"), decimals);
}

QString formatP(double p)
{
    constexpr double kLeast = 0.001; // nobody draws often enough to know it better
    return p < kLeast ? QStringLiteral("p < ") + formatNumber(kLeast, 3)
                      : QStringLiteral("p = ") + formatNumber(p, p < 0.1 ? 3 : 2);
}

QString formatDuration(double seconds)
{
    if (!std::isfinite(seconds) || seconds < 0.0)
        return unknown();
    if (seconds < 0.9995)
        return Text::tr("%1 ms").arg(std::lround(seconds * 1000.0));
    const auto total = static_cast<qint64>(std::llround(seconds));
    if (total < 60)
        return Text::tr("%1 s").arg(total);
    if (total < 3600) {
        return total % 60 == 0 ? Text::tr("%1 min").arg(total / 60)
                               : Text::tr("%1 min %2 s").arg(total / 60).arg(total % 60);
    }
    const qint64 minutes = total / 60;
    if (minutes < 24 * 60) {
        return minutes % 60 == 0 ? Text::tr("%1 h").arg(minutes / 60)
                                 : Text::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
    }
    const qint64 hours = minutes / 60;
    return hours % 24 == 0 ? Text::tr("%1 d").arg(hours / 24)
                           : Text::tr("%1 d %2 h").arg(hours / 24).arg(hours % 24);
}

QString formatAge(qint64 ageMs)
{
    if (ageMs < 10 * kMsPerSecond)
        return Text::tr("just now");
    // One unit is enough to judge an age by.
    const auto coarse = [](qint64 ms, qint64 unit) { return double(ms / unit * unit) / 1000.0; };
    const qint64 unit = ageMs < kMsPerMinute ? kMsPerSecond
        : ageMs < kMsPerHour                 ? kMsPerMinute
        : ageMs < kMsPerDay                  ? kMsPerHour
                                             : kMsPerDay;
    //: %1 is a duration such as "4 min"
    return Text::tr("%1 ago").arg(formatDuration(coarse(ageMs, unit)));
}

QString formatTime(UtcMs time, const QTimeZone &zone)
{
    return formatLocal(time, zone, QStringLiteral("HH:mm"));
}

QString formatDayAndTime(UtcMs time, const QTimeZone &zone)
{
    //: QLocale date pattern: abbreviated day of week, day, abbreviated month, time
    return formatLocal(time, zone, Text::tr("ddd d MMM HH:mm"));
}

QString formatDateTime(UtcMs time, const QTimeZone &zone)
{
    //: QLocale date pattern: abbreviated day of week, day, abbreviated month, year, time
    return formatLocal(time, zone, Text::tr("ddd d MMM yyyy HH:mm"));
}

QString formatBytes(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

} // namespace belvedere::ui
