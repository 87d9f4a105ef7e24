// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/speed_text.h"

#include "time/city_clock.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace belvedere::ui {

namespace {

constexpr double kDayS = 86'400.0;
constexpr double kYearS = 365.25 * kDayS;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(belvedere::ui::SpeedText)
};

/// Seconds of a unit as typed; 0 for one that is not known.
double unitSeconds(const QString &unit)
{
    static const QHash<QString, double> units = [] {
        QHash<QString, double> known;
        const auto add = [&known](const char *names, double seconds) {
            for (const QString &name : QString::fromUtf8(names).split(QLatin1Char(' ')))
                known.insert(name, seconds);
        };
        add("x × 倍 times", 1.0);
        add("ms msec millisecond milliseconds 毫秒", 1e-3);
        add("s sec second seconds 秒 秒钟", 1.0);
        add("m min minute minutes 分 分钟", 60.0);
        add("h hr hour hours 时 小时 钟头", 3600.0);
        add("d day days 天 日", kDayS);
        add("w wk week weeks 周 星期", 7.0 * kDayS);
        add("mo month months 月 个月", kYearS / 12.0);
        add("y yr year years 年", kYearS);
        known.insert(QString(), 1.0);
        return known;
    }();
    return units.value(unit, 0.0);
}

auto notASpeed(const QString &text)
{
    return failure(Errc::Parse,
        QT_TRANSLATE_NOOP(
            "Error", "\"%1\" is not a speed. Write 60, 0.5x, 5 min/s, 1 h/s or 1 month/s."),
        {text.trimmed().left(40)});
}

QString shortNumber(double value)
{
    return QLocale().toString(value, 'g', 4);
}

} // namespace

Result<double> parseSpeed(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^([0-9]+(?:[.,][0-9]+)?|[.,][0-9]+)?\\s*([^0-9/\\s]*)"
                       "(?:\\s*(?:/|per|each|每)\\s*(?:s|sec|second|秒)?)?$"),
        QRegularExpression::UseUnicodePropertiesOption);
    QString typed = text.trimmed().toLower();
    typed.replace(QChar(QChar::Nbsp), QLatin1Char(' '));
    const QRegularExpressionMatch match = form.match(typed);
    if (!match.hasMatch() || typed.isEmpty())
        return notASpeed(text);
    const QString digits = match.captured(1).replace(QLatin1Char(','), QLatin1Char('.'));
    const QString unit = match.captured(2);
    const double number = digits.isEmpty() ? 1.0 : digits.toDouble();
    const double speed = number * unitSeconds(unit);
    if ((digits.isEmpty() && unit.isEmpty()) || unitSeconds(unit) == 0.0)
        return notASpeed(text);
    if (speed < CityClock::kSlowest || speed > CityClock::kFastest)
        return failure(
            Errc::Usage, QT_TRANSLATE_NOOP("Error", "The speed goes from 1 ms/s to 1 year/s."));
    return speed;
}

QString formatSpeed(double speed)
{
    const auto in = [speed](double unit) { return shortNumber(speed / unit); };
    // "× " keeps its blank from breaking apart in a narrow field.
    if (speed < 0.1)
        return Text::tr("%1 ms/s").arg(in(1e-3));
    if (speed < 60.0)
        return Text::tr("%1 ×", "times real time").arg(in(1.0));
    if (speed < 3600.0)
        return Text::tr("%1 min/s").arg(in(60.0));
    if (speed < kDayS)
        return Text::tr("%1 h/s").arg(in(3600.0));
    if (speed < 7.0 * kDayS)
        return Text::tr("%1 d/s").arg(in(kDayS));
    if (speed < kYearS / 12.0)
        return Text::tr("%1 week/s").arg(in(7.0 * kDayS));
    return speed < kYearS ? Text::tr("%1 month/s").arg(in(kYearS / 12.0))
                          : Text::tr("%1 year/s").arg(in(kYearS));
}

} // namespace belvedere::ui
