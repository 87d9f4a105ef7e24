// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/time_text.h"

#include <QDateTime>
#include <QHash>
#include <QRegularExpression>

#include <cmath>
#include <optional>

namespace belvedere::ui {

namespace {

using Match = QRegularExpressionMatch;

QRegularExpression pattern(const char *utf8)
{
    return QRegularExpression(
        QString::fromUtf8(utf8), QRegularExpression::UseUnicodePropertiesOption);
}

/// Lower case, one blank between words, and half-width signs for the full-width ones that a
/// Chinese keyboard gives.
QString normalized(const QString &text)
{
    QString out = text.normalized(QString::NormalizationForm_KC).toLower().simplified();
    for (const char16_t dash : {u'\u2212', u'\u2013', u'\u2014'})
        out.replace(QChar(dash), QLatin1Char('-'));
    out.replace(QChar(u'\u3001'), QLatin1Char(' ')).replace(QLatin1Char(','), QLatin1Char(' '));
    return out.simplified();
}

QHash<QString, int> numbered(std::initializer_list<std::pair<const char *, int>> lists)
{
    QHash<QString, int> words;
    for (const auto &[names, value] : lists) {
        for (const QString &name : QString::fromUtf8(names).split(QLatin1Char(' ')))
            words.insert(name, value);
    }
    return words;
}

// ---- Stretches of time -------------------------------------------------------------------------

struct Stretch
{
    qint64 ms = 0;
    int months = 0;
};

std::optional<double> amountOf(const QString &text)
{
    static const QHash<QString, int> digits = numbered({{"一 a an", 1}, {"二 两", 2}, {"三", 3},
        {"四", 4}, {"五", 5}, {"六", 6}, {"七", 7}, {"八", 8}, {"九", 9}, {"十", 10}});
    if (text == QString::fromUtf8("半") || text == QLatin1String("half an"))
        return 0.5;
    if (const auto it = digits.constFind(text); it != digits.constEnd())
        return *it;
    bool ok = false;
    const double value = text.toDouble(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

/// Adds "2 h" to the stretch; false for an unknown unit or a part of a month.
bool addUnit(Stretch &stretch, double amount, const QString &unit)
{
    static const QHash<QString, int> seconds = numbered(
        {{"s sec secs second seconds 秒 秒钟", 1}, {"m min mins minute minutes 分 分钟", 60},
            {"h hr hrs hour hours 时 小时 个小时 个钟头 钟头", 3600}, {"d day days 天 日", 86'400},
            {"w wk week weeks 周 星期 个星期 礼拜", 604'800}});
    static const QHash<QString, int> months =
        numbered({{"mo month months 月 个月", 1}, {"y yr year years 年", 12}});
    if (const auto it = seconds.constFind(unit); it != seconds.constEnd()) {
        stretch.ms += std::llround(amount * *it * 1000.0);
        return true;
    }
    const auto it = months.constFind(unit);
    if (it == months.constEnd() || amount != std::floor(amount))
        return false;
    stretch.months += static_cast<int>(amount) * *it;
    return true;
}

std::optional<Stretch> stretchOf(const QString &text)
{
    static const QRegularExpression part =
        pattern("\\G\\s*(?:and\\s+)?([0-9]{1,6}(?:\\.[0-9]{1,3})?|half "
                "an|an?(?=\\s)|[半一二两三四五六七八九十])"
                "\\s*(\\p{L}+?)(?=$|\\s|[0-9]|[一二两三四五六七八九十])");
    Stretch stretch;
    qsizetype at = 0;
    while (at < text.size()) {
        const Match match = part.match(text, at, QRegularExpression::NormalMatch,
            QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch())
            return std::nullopt;
        const auto amount = amountOf(match.captured(1));
        if (!amount || !addUnit(stretch, *amount, match.captured(2)))
            return std::nullopt;
        at = match.capturedEnd();
    }
    return at > 0 ? std::optional(stretch) : std::nullopt;
}

UtcMs moved(UtcMs time, const Stretch &by, int sign, const QTimeZone &zone)
{
    if (by.months != 0)
        time = QDateTime::fromMSecsSinceEpoch(time, zone)
                   .addMonths(sign * by.months)
                   .toMSecsSinceEpoch();
    return time + sign * by.ms;
}

/// "now", "-2h", "2 hours ago", 两小时前 …
std::optional<UtcMs> relativeTime(const QString &text, const TimeContext &context)
{
    static const QRegularExpression isNow = pattern("^(?:now|right now|现在|此刻|当前|目前)$");
    static const QRegularExpression isSigned = pattern("^(?:now|现在)?\\s*([+-])\\s*(.+)$");
    static const QRegularExpression isBefore =
        pattern("^(.+?)\\s*(?:ago|before now|以前|之前|前)$");
    static const QRegularExpression isAfter =
        pattern("^(?:in\\s+(.+)|(.+?)\\s*(?:later|from now|以后|之后|后))$");
    if (isNow.match(text).hasMatch())
        return context.now;
    int sign = -1;
    QString length;
    if (const Match match = isSigned.match(text); match.hasMatch()) {
        sign = match.captured(1) == QLatin1String("+") ? 1 : -1;
        length = match.captured(2);
    } else if (const Match before = isBefore.match(text); before.hasMatch()) {
        length = before.captured(1);
    } else if (const Match after = isAfter.match(text); after.hasMatch()) {
        sign = 1;
        length = after.captured(1) + after.captured(2);
    } else {
        return std::nullopt;
    }
    const auto stretch = stretchOf(length);
    if (!stretch)
        return std::nullopt;
    return moved(context.now, *stretch, sign, context.zone);
}

// ---- Time of day -------------------------------------------------------------------------------

/// An hour of twelve made one of twenty-four; -1 if "13 pm" or the like is meant.
int hourOf(int hour, const QString &half)
{
    static const QHash<QString, int> halves =
        numbered({{"am a.m. 上午 早上 早晨 凌晨", 0}, {"pm p.m. 下午 傍晚 晚上 中午", 12}});
    if (half.isEmpty())
        return hour;
    const int offset = halves.value(half, 0);
    if (hour > 12)
        return offset == 12 ? hour : -1; // 下午15点 is said, "15 am" is not
    if (half == QString::fromUtf8("中午"))
        return hour >= 11 ? hour : hour + 12;
    return hour % 12 + offset;
}

QTime timeFrom(const Match &match)
{
    const QString half =
        match.captured(QStringLiteral("before")) + match.captured(QStringLiteral("after"));
    const int minute = match.captured(QStringLiteral("half")).isEmpty()
        ? match.captured(QStringLiteral("m")).toInt()
        : 30;
    const QString fraction =
        match.captured(QStringLiteral("ms")).leftJustified(3, QLatin1Char('0'));
    return QTime(hourOf(match.captured(QStringLiteral("h")).toInt(), half), minute,
        match.captured(QStringLiteral("s")).toInt(), fraction.toInt());
}

struct DayAndTime
{
    QString day;
    QTime time; ///< invalid if none is written
    bool wrong = false; ///< a time such as 25:70
};

/// Takes the time of day off the end of the text, or off its beginning.
DayAndTime split(const QString &text)
{
    static const QByteArray half = "上午|早上|早晨|凌晨|中午|下午|傍晚|晚上";
    static const QByteArray clock = "(?:(?<before>" + half
        + ")\\s*)?(?<![0-9:.])(?<h>[0-9]{1,2})"
          "(?::(?<m>[0-9]{2})(?::(?<s>[0-9]{2})(?:\\.(?<ms>[0-9]{1,3}))?)?\\s*(?<after>am|pm|a\\."
          "m\\.|p\\.m\\.)?)";
    static const QByteArray spoken = "(?:(?<before>" + half
        + ")\\s*)?(?<![0-9:.])(?<h>[0-9]{1,2})\\s*"
          "[点时]钟?(?:(?<half>半)|(?<m>[0-9]{1,2})分?(?:(?<s>[0-9]{1,2})秒?)?)?";
    static const QByteArray twelve =
        "(?<before>)(?<![0-9:.])(?<h>[0-9]{1,2})\\s*(?<after>am|pm|a\\.m\\.|p\\.m\\.)";
    static const QByteArray digits = "(?<before>)(?<h>[0-9]{2})(?<m>[0-9]{2})";
    static const std::vector<QRegularExpression> forms = [] {
        std::vector<QRegularExpression> all;
        for (const QByteArray &form : {clock, spoken, twelve}) {
            all.push_back(pattern("(?<rest>^|^.*?[\\s日号天一二三四五六t])" + form + "$"));
            all.push_back(pattern("^" + form + "(?:\\s+(?:on\\s+)?(?<rest>.+))$"));
        }
        all.push_back(pattern("^" + digits + "$"));
        return all;
    }();
    static const QHash<QString, int> words =
        numbered({{"noon 正午 中午", 12}, {"midnight 午夜", 0}});
    for (const QRegularExpression &form : forms) {
        const Match match = form.match(text);
        if (!match.hasMatch())
            continue;
        QString day = match.captured(QStringLiteral("rest")).trimmed();
        static const QRegularExpression joint = pattern("(?:\\s+at|(?<=[0-9])t)$");
        day.remove(joint);
        const QTime time = timeFrom(match);
        return {day.trimmed(), time, !time.isValid()};
    }
    for (auto it = words.constBegin(); it != words.constEnd(); ++it) {
        if (text == it.key() || text.endsWith(QLatin1Char(' ') + it.key()))
            return {text.chopped(it.key().size()).trimmed(), QTime(it.value(), 0)};
    }
    return {text, {}};
}

// ---- Day ---------------------------------------------------------------------------------------

const char kWeekdays[] = "monday|mon|tuesday|tues|tue|wednesday|wed|thursday|thurs|thur|thu|friday"
                         "|fri|saturday|sat|sunday|sun|(?:周|星期|礼拜)[一二三四五六日天]";

int weekdayOf(const QString &name)
{
    static const QHash<QString, int> latin = numbered(
        {{"mon", 1}, {"tue", 2}, {"wed", 3}, {"thu", 4}, {"fri", 5}, {"sat", 6}, {"sun", 7}});
    static const QHash<QString, int> han =
        numbered({{"一", 1}, {"二", 2}, {"三", 3}, {"四", 4}, {"五", 5}, {"六", 6}, {"日 天", 7}});
    return latin.value(name.left(3), han.value(name.right(1), 0));
}

/// "mon", "last mon", 上周一; the last such day, `today` included.
QDate weekday(const QString &text, const QDate &today)
{
    static const QRegularExpression form =
        pattern((QByteArray("^(last|this|上个?|本|这个?)?\\s*(") + kWeekdays + ")$").constData());
    const Match match = form.match(text);
    if (!match.hasMatch())
        return {};
    const int wanted = weekdayOf(match.captured(2));
    const QString which = match.captured(1);
    const QDate monday = today.addDays(1 - today.dayOfWeek());
    if (which.startsWith(QString::fromUtf8("上")))
        return monday.addDays(wanted - 8);
    if (!which.isEmpty() && which != QLatin1String("last"))
        return monday.addDays(wanted - 1);
    const int back = (today.dayOfWeek() - wanted + 7) % 7;
    return today.addDays(back == 0 && which == QLatin1String("last") ? -7 : -back);
}

QDate dayWord(const QString &text, const QDate &today)
{
    static const QHash<QString, int> words = numbered({{"today 今天 今日", 0},
        {"yesterday 昨天 昨日", -1}, {"前天 前日", -2}, {"tomorrow 明天 明日", 1}, {"后天", 2}});
    static const QRegularExpression ago =
        pattern("^([0-9]{1,5}|[一两三四五六七八九十])\\s*(?:days? ago|天(?:以|之)?前)$");
    if (const auto it = words.constFind(text); it != words.constEnd())
        return today.addDays(*it);
    if (const Match match = ago.match(text); match.hasMatch())
        return today.addDays(-std::llround(amountOf(match.captured(1)).value_or(0.0)));
    return {};
}

int monthOf(const QString &name)
{
    static const QHash<QString, int> months =
        numbered({{"jan", 1}, {"feb", 2}, {"mar", 3}, {"apr", 4}, {"may", 5}, {"jun", 6},
            {"jul", 7}, {"aug", 8}, {"sep", 9}, {"oct", 10}, {"nov", 11}, {"dec", 12}});
    return months.value(name.left(3), 0);
}

QDate calendarDate(const QString &text, int yearShown)
{
    static const QByteArray month =
        "(?<mon>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?"
        "|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
    static const std::vector<QRegularExpression> forms = {
        pattern("^(?<y>[0-9]{4})([-/.])(?<m>[0-9]{1,2})\\2(?<d>[0-9]{1,2})$"),
        pattern(
            "^(?:(?<y>[0-9]{4})\\s*年\\s*)?(?<m>[0-9]{1,2})\\s*月\\s*(?<d>[0-9]{1,2})\\s*[日号]?$"),
        pattern("^(?<y>[0-9]{4})\\s*年\\s*(?<m>[0-9]{1,2})\\s*月$"),
        pattern("^(?<d>[0-9]{1,2})\\.(?<m>[0-9]{1,2})\\.(?<y>[0-9]{4})?$"),
        pattern("^(?<d>[0-9]{1,2})(?:st|nd|rd|th)?\\s*(?:of\\s+)?" + month
            + "(?:\\s+(?<y>[0-9]{4}))?$"),
        pattern("^" + month + "\\s+(?<d>[0-9]{1,2})(?:st|nd|rd|th)?(?:\\s+(?<y>[0-9]{4}))?$"),
        pattern("^" + month + "\\s+(?<y>[0-9]{4})$")};
    for (const QRegularExpression &form : forms) {
        const Match match = form.match(text);
        if (!match.hasMatch())
            continue;
        const QString year = match.captured(QStringLiteral("y"));
        const QString name = match.captured(QStringLiteral("mon"));
        const QString day = match.captured(QStringLiteral("d"));
        return QDate(year.isEmpty() ? yearShown : year.toInt(),
            name.isEmpty() ? match.captured(QStringLiteral("m")).toInt() : monthOf(name),
            day.isEmpty() ? 1 : day.toInt());
    }
    return {};
}

QDate dayOf(QString text, const QDate &today, const QDate &shown)
{
    if (text.isEmpty())
        return shown;
    if (const QDate date = dayWord(text, today); date.isValid())
        return date;
    if (const QDate date = weekday(text, today); date.isValid())
        return date;
    // A weekday beside a date, as the program itself writes it, says nothing more.
    static const QRegularExpression beside = pattern(
        (QByteArray("^(?:") + kWeekdays + ")\\.?\\s+|\\s*(?:" + kWeekdays + ")$").constData());
    return calendarDate(text.remove(beside).trimmed(), shown.year());
}

} // namespace

Result<UtcMs> parseTimeText(const QString &text, const TimeContext &context)
{
    const QString typed = normalized(text);
    if (const auto relative = relativeTime(typed, context))
        return *relative;
    static const QRegularExpression zoned =
        pattern("^[0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2}[t ].*[0-9](?:z|[+-][0-9]{2}:?[0-9]{2})$");
    if (zoned.match(typed).hasMatch())
        return parseTime(text.trimmed(), context.zone);

    const auto dateIn = [&context](UtcMs time) {
        return QDateTime::fromMSecsSinceEpoch(time, context.zone).date();
    };
    const DayAndTime parts = split(typed);
    const QDate date = dayOf(parts.day, dateIn(context.now), dateIn(context.current));
    if (typed.isEmpty() || parts.wrong || !date.isValid())
        return failure(Errc::Parse,
            QT_TRANSLATE_NOOP("Error",
                "\"%1\" is not a time. Write 08:15, yesterday 17:00, Mon 8:00, "
                "2016-03-04 08:00, -2h or now."),
            {text.trimmed().left(40)});
    if (!parts.time.isValid())
        return date.startOfDay(context.zone).toMSecsSinceEpoch();
    const QString plain = date.toString(Qt::ISODate) + QLatin1Char(' ')
        + parts.time.toString(QStringLiteral("HH:mm:ss.zzz"));
    // A date and a time that are right each can only fail together.
    const auto time = parseTime(plain, context.zone);
    if (!time)
        return failure(Errc::Parse,
            QT_TRANSLATE_NOOP("Error",
                "%1 does not exist in %2: the clocks went forward over it. Write a later time."),
            {plain.left(16), QString::fromUtf8(context.zone.id())});
    return *time;
}

} // namespace belvedere::ui
