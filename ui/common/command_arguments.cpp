// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/command_arguments.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr double kMsPer[] = {1.0, 1e3, 60e3, 3600e3, 86400e3};

/// Milliseconds in a unit as people write it; nothing if it is none.
std::optional<double> unitMs(const QString &unit)
{
    static const std::array<QStringList, 5> kNames = {
        QStringList{QStringLiteral("ms"), QString::fromUtf8("毫秒")},
        QStringList{QStringLiteral("s"), QStringLiteral("sec"), QStringLiteral("secs"),
            QStringLiteral("second"), QStringLiteral("seconds"), QString::fromUtf8("秒"),
            QString::fromUtf8("秒钟")},
        QStringList{QStringLiteral("m"), QStringLiteral("min"), QStringLiteral("mins"),
            QStringLiteral("minute"), QStringLiteral("minutes"), QStringLiteral("'"),
            QString::fromUtf8("分"), QString::fromUtf8("分钟")},
        QStringList{QStringLiteral("h"), QStringLiteral("hr"), QStringLiteral("hrs"),
            QStringLiteral("hour"), QStringLiteral("hours"), QString::fromUtf8("时"),
            QString::fromUtf8("小时")},
        QStringList{QStringLiteral("d"), QStringLiteral("day"), QStringLiteral("days"),
            QString::fromUtf8("天"), QString::fromUtf8("日")},
    };
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        if (kNames[i].contains(unit))
            return kMsPer[i];
    }
    return {};
}

/// A number as it is written in the program's language or in a program text.
std::optional<double> readNumber(const QString &text)
{
    QString plain = text.trimmed();
    plain.replace(QChar(0x2212), QLatin1Char('-'));
    bool ok = false;
    double value = QLocale::c().toDouble(plain, &ok);
    if (!ok)
        value = QLocale().toDouble(plain, &ok);
    if (!ok || !std::isfinite(value))
        return {};
    return value;
}

tl::unexpected<Error> unreadable(const CommandArgument &argument, const QString &text)
{
    const QString label = argument.label ? argument.label() : QString();
    if (argument.example.isEmpty())
        return failure(Errc::Parse, QT_TRANSLATE_NOOP("Error", "“%1” is not a valid value for %2."),
            {text, label});
    return failure(Errc::Parse,
        QT_TRANSLATE_NOOP("Error", "“%1” is not a valid value for %2. Write it like %3."),
        {text, label, argument.example});
}

Result<void> checkBounds(const CommandArgument &argument, double value)
{
    const bool isDuration = argument.type == CommandArgument::Type::Duration;
    const double unit = isDuration ? unitMs(argument.unit).value_or(kMsPer[2]) : 1.0;
    const auto written = [&](double bound) {
        const QString suffix =
            isDuration && argument.unit.isEmpty() ? QStringLiteral("min") : argument.unit;
        const QString number = QLocale().toString(bound / unit, 'g', 6);
        return suffix.isEmpty() ? number : number + QChar(QChar::Nbsp) + suffix;
    };
    if (value < argument.minimum)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "The smallest possible value is %1."),
            {written(argument.minimum)});
    if (value > argument.maximum)
        return failure(Errc::Usage, QT_TRANSLATE_NOOP("Error", "The largest possible value is %1."),
            {written(argument.maximum)});
    return {};
}

QString withoutUnit(QString text, const QString &unit)
{
    if (!unit.isEmpty() && text.endsWith(unit, Qt::CaseInsensitive))
        text.chop(unit.size());
    return text.trimmed();
}

std::optional<QVariant> exactChoice(const CommandArgument &argument, const QString &text)
{
    if (!argument.choices)
        return {};
    std::optional<QVariant> begun;
    int beginnings = 0;
    for (const ArgumentChoice &choice : argument.choices()) {
        if (choice.text.compare(text, Qt::CaseInsensitive) == 0
            || choice.aliases.contains(text, Qt::CaseInsensitive))
            return choice.value;
        if (choice.text.startsWith(text, Qt::CaseInsensitive)) {
            begun = choice.value;
            ++beginnings;
        }
    }
    // The beginning of exactly one is as good as the whole.
    return argument.type == CommandArgument::Type::Choice && beginnings == 1 ? begun : std::nullopt;
}

} // namespace

std::optional<qint64> readDuration(const QString &text, const QString &unit)
{
    const QString plain = text.trimmed().toLower();
    static const QRegularExpression kClock(QStringLiteral("^(\\d{1,3}):(\\d{2})$"));
    if (const auto match = kClock.match(plain); match.hasMatch() && match.captured(2).toInt() < 60)
        return (match.captured(1).toLongLong() * 60 + match.captured(2).toLongLong()) * 60000;
    static const QRegularExpression kPart(
        QStringLiteral("\\G\\s*([-\u2212]?\\d+(?:[.,]\\d+)?)\\s*([a-z'\\x{4e00}-\\x{9fff}]*)"));
    double total = 0.0;
    double finest = 0.0; // of the part before: "1h30" counts in minutes
    qsizetype at = 0;
    while (at < plain.size()) {
        const auto match = kPart.match(plain, at);
        if (!match.hasMatch() || match.capturedLength() == 0)
            return {};
        QString digits = match.captured(1);
        const auto number = readNumber(digits.replace(QLatin1Char(','), QLatin1Char('.')));
        std::optional<double> scale = unitMs(match.captured(2));
        if (match.captured(2).isEmpty())
            scale = finest > 0.0 ? (finest == kMsPer[4] ? kMsPer[3]
                            : finest == kMsPer[3]       ? kMsPer[2]
                                                        : kMsPer[1])
                                 : unitMs(unit).value_or(kMsPer[2]);
        if (!number || !scale || (finest > 0.0 && *scale >= finest))
            return {};
        total += *number * *scale;
        finest = *scale;
        at = match.capturedEnd();
    }
    if (finest == 0.0 || std::abs(total) > 1e15)
        return {};
    return std::llround(total);
}

std::optional<QTime> readTimeOfDay(const QString &text)
{
    static const QRegularExpression kTime(
        QStringLiteral("^(\\d{1,2})(?:[:.h\uff1a\\x{70b9}\\x{65f6}]?(\\d{2}|\u534a)?"
                       "(?:[:.\uff1a](\\d{2}))?)\\s*(?:\u5206)?\\s*([ap])?\\.?(?:m\\.?)?$"));
    const auto match = kTime.match(text.trimmed().toLower());
    if (!match.hasMatch())
        return {};
    int hour = match.captured(1).toInt();
    const QString minutes = match.captured(2);
    const int minute = minutes == QString(QChar(0x534a)) ? 30 : minutes.toInt();
    if (const QString half = match.captured(4); !half.isEmpty()) {
        if (hour < 1 || hour > 12)
            return {};
        hour = hour % 12 + (half == QLatin1String("p") ? 12 : 0);
    }
    const QTime time(hour, minute, match.captured(3).toInt());
    return time.isValid() ? std::optional(time) : std::nullopt;
}

Result<QVariant> readArgument(const CommandArgument &argument, const QString &text)
{
    const QString plain = text.trimmed();
    if (const auto choice = exactChoice(argument, plain); choice && !plain.isEmpty())
        return *choice;
    if (argument.parse)
        return argument.parse(plain);
    switch (argument.type) {
    case CommandArgument::Type::Text:
        if (!plain.isEmpty())
            return QVariant(plain);
        break;
    case CommandArgument::Type::Number:
        if (const auto number = readNumber(withoutUnit(plain, argument.unit))) {
            BV_TRY_VOID(checkBounds(argument, *number));
            return QVariant(*number);
        }
        break;
    case CommandArgument::Type::Duration:
        if (const auto duration = readDuration(plain, argument.unit)) {
            BV_TRY_VOID(checkBounds(argument, double(*duration)));
            return QVariant(*duration);
        }
        break;
    case CommandArgument::Type::TimeOfDay:
        if (const auto time = readTimeOfDay(plain))
            return QVariant(*time);
        break;
    case CommandArgument::Type::Choice:
        break;
    }
    return unreadable(argument, plain);
}

Result<QVariantList> readArguments(
    const std::vector<CommandArgument> &arguments, const QString &text)
{
    QVariantList values;
    QStringList words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const CommandArgument &argument = arguments[i];
        if (words.isEmpty()) {
            if (argument.optional)
                break;
            return failure(Errc::Usage, QT_TRANSLATE_NOOP("Error", "Still needed: %1."),
                {argument.label ? argument.label() : QString()});
        }
        if (i + 1 == arguments.size()) {
            BV_TRY(QVariant value, readArgument(argument, words.join(QLatin1Char(' '))));
            values += value;
            words.clear();
            break;
        }
        // The longest run of words that it can read, leaving what it cannot to the next.
        Result<QVariant> value = readArgument(argument, words.first());
        qsizetype taken = 1;
        for (qsizetype count = words.size(); count > 1; --count) {
            auto longer = readArgument(argument, words.mid(0, count).join(QLatin1Char(' ')));
            if (longer) {
                value = std::move(longer);
                taken = count;
                break;
            }
        }
        if (!value)
            return failure(value.error());
        values += *value;
        words = words.mid(taken);
    }
    if (!words.isEmpty())
        return failure(Errc::Usage, QT_TRANSLATE_NOOP("Error", "“%1” is not needed here."),
            {words.join(QLatin1Char(' '))});
    return values;
}

} // namespace belvedere::ui
