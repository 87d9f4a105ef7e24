// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/ticks.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace belvedere::ui {

namespace {

double niceStep(double span, int targetCount)
{
    const double raw = span / std::max(1, targetCount);
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        if (raw <= factor * power * (1.0 + 1e-9))
            return factor * power;
    }
    return 10.0 * power;
}

int decimalsOf(double step)
{
    int decimals = 0;
    for (double scaled = step; decimals < 9; scaled *= 10.0, ++decimals) {
        if (std::abs(scaled - std::round(scaled)) < 1e-6 * std::max(1.0, scaled))
            return decimals;
    }
    return decimals;
}

QString formatPower(double value)
{
    if (value >= 1e-5 && value < 1e7) // as a person writes it
        return QLocale().toString(value, 'f', std::max(0, -int(std::floor(std::log10(value)))));
    return QLocale().toString(value, 'e', 0);
}

/// Local midnights and hours, whatever the clocks do in between.
std::vector<UtcMs> localTimes(UtcMs from, UtcMs to, const QTimeZone &zone, int stepMinutes)
{
    std::vector<UtcMs> times;
    QDate day = QDateTime::fromMSecsSinceEpoch(from, zone).date();
    const QDate last = QDateTime::fromMSecsSinceEpoch(to, zone).date();
    const int stepDays = std::max(1, stepMinutes / kMinutesPerDay);
    // Multiples of days count from a Monday, so that they stay where they are while one scrolls.
    day = day.addDays(-((day.toJulianDay()) % stepDays));
    for (; day <= last; day = day.addDays(stepDays)) {
        for (int minute = 0; minute < kMinutesPerDay;
             minute += std::min(stepMinutes, kMinutesPerDay)) {
            const QDateTime local(day, QTime(minute / 60, minute % 60), zone);
            const UtcMs time = local.toMSecsSinceEpoch();
            // A local time that the clocks skipped comes back as another one.
            const bool exists = QDateTime::fromMSecsSinceEpoch(time, zone).time()
                == QTime(minute / 60, minute % 60);
            if (exists && time >= from && time <= to && (times.empty() || times.back() < time))
                times.push_back(time);
        }
    }
    return times;
}

} // namespace

NiceRange niceRange(double low, double high, int targetCount)
{
    if (!std::isfinite(low) || !std::isfinite(high) || low > high)
        return {};
    if (low == high) {
        const double margin = low == 0.0 ? 1.0 : std::abs(low) * 0.1;
        low -= margin;
        high += margin;
    }
    const double step = niceStep(high - low, targetCount);
    return {std::floor(low / step + 1e-9) * step, std::ceil(high / step - 1e-9) * step, step};
}

std::vector<Tick> linearTicks(double low, double high, int targetCount)
{
    std::vector<Tick> ticks;
    if (!(low < high) || !std::isfinite(low) || !std::isfinite(high))
        return ticks;
    const double step = niceStep(high - low, targetCount);
    const int decimals = decimalsOf(step);
    const auto first = static_cast<qint64>(std::ceil(low / step - 1e-9));
    const auto last = static_cast<qint64>(std::floor(high / step + 1e-9));
    for (qint64 i = first; i <= last; ++i) {
        const double value = double(i) * step;
        ticks.push_back({value, QLocale().toString(value, 'f', decimals), i == 0});
    }
    return ticks;
}

std::vector<Tick> logTicks(double lowLog10, double highLog10, int maxCount)
{
    std::vector<Tick> ticks;
    if (!(lowLog10 < highLog10) || highLog10 - lowLog10 > 40.0)
        return ticks;
    const bool powersOnly = 3.0 * (highLog10 - lowLog10) > maxCount;
    const auto first = static_cast<int>(std::floor(lowLog10));
    const auto last = static_cast<int>(std::ceil(highLog10));
    for (int power = first; power <= last; ++power) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            const double value = double(power) + std::log10(factor);
            if (value < lowLog10 - 1e-9 || value > highLog10 + 1e-9 || (powersOnly && factor > 1.0))
                continue;
            ticks.push_back({value, formatPower(factor * std::pow(10.0, power)), factor == 1.0});
        }
    }
    return ticks;
}

std::vector<Tick> timeTicks(UtcMs from, UtcMs to, const QTimeZone &zone, int maxCount)
{
    std::vector<Tick> ticks;
    if (from >= to || maxCount < 1)
        return ticks;
    constexpr std::array<int, 14> kSteps = {1, 5, 10, 15, 30, 60, 120, 180, 360, 720,
        kMinutesPerDay, 2 * kMinutesPerDay, kMinutesPerWeek, 2 * kMinutesPerWeek};
    const double minutes = double(to - from) / double(kMsPerMinute);
    int step = kSteps.back();
    for (const int candidate : kSteps) {
        if (minutes / candidate <= maxCount) {
            step = candidate;
            break;
        }
    }
    if (minutes / step > maxCount)
        return monthTicks(from, to, zone, maxCount);
    for (const UtcMs time : localTimes(from, to, zone, step)) {
        const QDateTime local = QDateTime::fromMSecsSinceEpoch(time, zone);
        const bool midnight = local.time() == QTime(0, 0);
        //: QLocale date pattern for the beginning of a day on a time axis
        const QString dayPattern = QCoreApplication::translate("Ticks", "ddd d MMM");
        ticks.push_back({double(time),
            QLocale().toString(local, midnight ? dayPattern : QStringLiteral("HH:mm")), midnight});
    }
    return ticks;
}

std::vector<Tick> monthTicks(UtcMs from, UtcMs to, const QTimeZone &zone, int maxCount)
{
    std::vector<Tick> ticks;
    if (from >= to || maxCount < 1)
        return ticks;
    const QDate first = QDateTime::fromMSecsSinceEpoch(from, zone).date();
    const QDate last = QDateTime::fromMSecsSinceEpoch(to, zone).date();
    const auto monthsOf = [](const QDate &day) { return day.year() * 12 + day.month() - 1; };
    const int months = monthsOf(last) - monthsOf(first);
    int step = 1;
    for (const int candidate : {1, 2, 3, 6, 12, 24, 60, 120}) {
        step = candidate;
        if (months / candidate <= maxCount)
            break;
    }
    for (int month = (monthsOf(first) + step - 1) / step * step; month <= monthsOf(last);
         month += step) {
        const QDateTime local(QDate(month / 12, month % 12 + 1, 1), QTime(0, 0), zone);
        const auto time = double(local.toMSecsSinceEpoch());
        if (time < double(from) || time > double(to))
            continue;
        const bool year = month % 12 == 0;
        ticks.push_back(
            {time, QLocale().toString(local, year ? QStringLiteral("yyyy") : QStringLiteral("MMM")),
                year});
    }
    return ticks;
}

} // namespace belvedere::ui
