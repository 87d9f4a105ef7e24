// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/readers/time_reader.h"

#include "data/readers/csv_values.h"

#include <QDateTime>

#include <algorithm>
#include <charconv>
#include <optional>

namespace belvedere {

namespace {

constexpr int kRowsToDetect = 20000;
constexpr std::size_t kMaxKnown = 200000;

/// "31-01-2016 23:05" in its parts.
struct NumericDate
{
    int first = 0;
    int second = 0;
    int year = 0;
    char separator = '/';
    std::string_view rest; ///< the time of day
};

bool digits(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool readPart(std::string_view &text, std::size_t maxDigits, int &number)
{
    const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
    if (end == 0 || end > maxDigits)
        return false;
    std::from_chars(text.data(), text.data() + end, number);
    text.remove_prefix(end);
    return true;
}

std::optional<NumericDate> numericDate(std::string_view text)
{
    NumericDate date;
    if (!readPart(text, 2, date.first) || text.empty())
        return std::nullopt;
    date.separator = text.front();
    if (date.separator != '/' && date.separator != '-' && date.separator != '.')
        return std::nullopt;
    text.remove_prefix(1);
    if (!readPart(text, 2, date.second) || text.empty() || text.front() != date.separator)
        return std::nullopt;
    text.remove_prefix(1);
    if (!readPart(text, 4, date.year) || date.year < 1000)
        return std::nullopt;
    date.rest = text;
    return date;
}

/// "11:05:00 PM" → "23:05:00"; other texts as they are.
QString dayTime(std::string_view rest)
{
    QString text = toQString(rest).trimmed();
    const bool pm = text.endsWith(QLatin1String("PM"), Qt::CaseInsensitive);
    if (!pm && !text.endsWith(QLatin1String("AM"), Qt::CaseInsensitive))
        return text;
    text = text.chopped(2).trimmed();
    const auto colon = text.indexOf(QLatin1Char(':'));
    bool ok = false;
    const int hour = text.left(colon).toInt(&ok);
    if (!ok || hour < 1 || hour > 12)
        return text + QLatin1String(" ?"); // becomes an error of parseTime()
    return QString::number(hour % 12 + (pm ? 12 : 0))
        + (colon < 0 ? QStringLiteral(":00") : text.mid(colon));
}

QStringList keys(const char *names)
{
    return QString::fromLatin1(names).split(QLatin1Char(' '));
}

TimeCells partCells(const QStringList &header)
{
    TimeCells cells;
    for (const char *const names : {"year yr yyyy", "month mon mo", "day dom day_of_month",
             "hour hr hour_of_day hh", "minute min", "second sec"}) {
        const int column = findColumn(header, keys(names));
        if (column < 0)
            break;
        cells.columns.push_back(column);
    }
    constexpr std::size_t kDate = 3;
    if (cells.columns.size() < kDate)
        return {};
    cells.form = TimeCells::Form::Parts;
    return cells;
}

/// Hour or time of day beside a date: "7", "07:30", "0730", "7:30 PM".
QString hourText(std::string_view cell)
{
    if (!digits(cell) || cell.size() > 4)
        return dayTime(cell);
    const QString text = toQString(cell);
    const bool withMinutes = cell.size() > 2;
    return text.chopped(withMinutes ? 2 : 0) + QLatin1Char(':')
        + (withMinutes ? text.right(2) : QStringLiteral("00"));
}

/// The cell of the first row; empty where there is none.
std::string firstCell(CsvTable &table, int column)
{
    CsvRow row;
    const bool there = table.next(row) && static_cast<std::size_t>(column) < row.cells.size();
    table.rewind();
    return there ? std::string(row.cells[static_cast<std::size_t>(column)]) : std::string();
}

constexpr char kJoint = '\x1f';

std::vector<std::string_view> split(std::string_view joined)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t end = joined.find(kJoint);
        parts.push_back(joined.substr(0, end));
        if (end == std::string_view::npos)
            return parts;
        joined.remove_prefix(end + 1);
    }
}

} // namespace

bool TimeCells::contains(int column) const
{
    return std::find(columns.begin(), columns.end(), column) != columns.end();
}

TimeCells findTimeCells(CsvTable &table)
{
    const QStringList &header = table.header();
    const int date = findColumn(header, keys("date day_date obs_date local_date dteday"));
    const int day = findColumn(header, keys("time time_of_day hour hr local_time"));
    const int whole = findTimeColumn(header);
    if (date >= 0 && day >= 0 && (whole == date || whole == day)) {
        // Either of them may hold the whole.
        for (const int column : {day, date}) {
            const std::string cell = firstCell(table, column);
            if (looksLikeTime(cell) && cell.find(':') != std::string::npos)
                return {TimeCells::Form::Whole, {column}};
        }
        return {TimeCells::Form::DateAndTime, {date, day}};
    }
    const TimeCells parts = partCells(header);
    if (whole < 0 || (parts.found() && whole == day))
        return parts;
    return {TimeCells::Form::Whole, {whole}};
}

TimeCells timeCellsInFront(CsvTable &table)
{
    return looksLikeTime(firstCell(table, 0)) ? TimeCells{TimeCells::Form::Whole, {0}}
                                              : TimeCells();
}

TimeReader::TimeReader(TimeCells cells, QTimeZone zone)
    : m_cells(std::move(cells))
    , m_zone(std::move(zone))
{
}

void TimeReader::detect(CsvTable &table)
{
    if (m_cells.form == TimeCells::Form::Parts)
        return;
    const auto column = static_cast<std::size_t>(m_cells.columns.front());
    CsvRow row;
    for (int i = 0; i < kRowsToDetect && m_order == Order::Unknown && table.next(row); ++i) {
        if (column >= row.cells.size())
            continue;
        const auto date = numericDate(row.cells[column]);
        if (!date)
            break;
        if (date->first > 12)
            m_order = Order::DayFirst;
        else if (date->second > 12)
            m_order = Order::MonthFirst;
    }
    table.rewind();
}

Result<UtcMs> TimeReader::parseAsFormat(std::string_view cell) const
{
    const QString text = toQString(cell);
    const QDateTime time = QDateTime::fromString(text, m_format);
    if (!time.isValid())
        return failure(Errc::Parse,
            QT_TRANSLATE_NOOP("Error", "\"%1\" is no time of the form %2."), {text, m_format});
    return parseTime(time.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")), m_zone);
}

Result<UtcMs> TimeReader::parse(std::string_view cell) const
{
    if (!m_format.isEmpty())
        return parseAsFormat(cell);
    constexpr std::size_t kSecondDigits = 10;
    constexpr std::size_t kMillisecondDigits = 13;
    if (digits(cell) && (cell.size() == kSecondDigits || cell.size() == kMillisecondDigits)) {
        UtcMs number = 0;
        std::from_chars(cell.data(), cell.data() + cell.size(), number);
        return cell.size() == kSecondDigits ? number * kMsPerSecond : number;
    }
    const auto date = numericDate(cell);
    if (!date)
        return parseTime(toQString(cell), m_zone);
    const bool monthFirst =
        m_order == Order::MonthFirst || (m_order == Order::Unknown && date->separator == '/');
    const int month = monthFirst ? date->first : date->second;
    const int day = monthFirst ? date->second : date->first;
    const QString iso = QStringLiteral("%1-%2-%3 %4")
                            .arg(date->year, 4, 10, QLatin1Char('0'))
                            .arg(month, 2, 10, QLatin1Char('0'))
                            .arg(day, 2, 10, QLatin1Char('0'))
                            .arg(dayTime(date->rest));
    return parseTime(iso, m_zone);
}

Result<UtcMs> TimeReader::parseParts(std::string_view joined) const
{
    const std::vector<std::string_view> parts = split(joined);
    QString date;
    QString time;
    if (m_cells.form == TimeCells::Form::DateAndTime) {
        date = toQString(parts[0]);
        time = hourText(parts[1]);
    } else {
        constexpr std::size_t kHour = 3;
        const auto part = [&](std::size_t i) {
            return (i < parts.size() ? toQString(parts[i]) : QString())
                .rightJustified(2, QLatin1Char('0'));
        };
        date = part(0) + QLatin1Char('-') + part(1) + QLatin1Char('-') + part(2);
        time =
            part(kHour) + QLatin1Char(':') + part(kHour + 1) + QLatin1Char(':') + part(kHour + 2);
    }
    const bool midnight = time.startsWith(QLatin1String("24:00"));
    if (midnight)
        time.replace(0, 2, QStringLiteral("00"));
    const QByteArray text = (date + QLatin1Char(' ') + time).toUtf8();
    const auto at =
        parse(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    // The clocks may change during the day that ends.
    if (!at || !midnight)
        return at;
    const QDateTime begin = QDateTime::fromMSecsSinceEpoch(*at, m_zone);
    return QDateTime(begin.date().addDays(1), QTime(0, 0), m_zone).toMSecsSinceEpoch();
}

Result<UtcMs> TimeReader::read(const CsvRow &row)
{
    if (m_cells.form == TimeCells::Form::Whole)
        return read(row.cells[static_cast<std::size_t>(m_cells.columns.front())]);
    m_text.clear();
    for (const int column : m_cells.columns) {
        if (!m_text.empty())
            m_text += kJoint;
        m_text += row.cells[static_cast<std::size_t>(column)];
    }
    return read(std::string_view(m_text));
}

Result<UtcMs> TimeReader::read(std::string_view cell)
{
    if (!cell.empty() && cell == m_lastText)
        return m_last;
    m_lastText.assign(cell);
    if (const auto known = m_known.find(m_lastText); known != m_known.end()) {
        m_last = known->second;
        return m_last;
    }
    auto time = cell.find(kJoint) == std::string_view::npos ? parse(cell) : parseParts(cell);
    if (!time) {
        m_lastText.clear();
        return time;
    }
    m_last = *time;
    if (m_known.size() < kMaxKnown)
        m_known.emplace(m_lastText, m_last);
    return time;
}

UtcMs afterClockChange(UtcMs time, UtcMs last, const QTimeZone &zone)
{
    if (time > last || !zone.hasDaylightTime())
        return time;
    const QDateTime first = QDateTime::fromMSecsSinceEpoch(time, zone);
    const QDateTime later = first.addSecs(kMsPerHour / kMsPerSecond);
    const int back = first.offsetFromUtc() - later.offsetFromUtc();
    const UtcMs again = time + back * kMsPerSecond;
    return back > 0 && again > last && back * kMsPerSecond <= kMsPerHour ? again : time;
}

bool looksLikeTime(std::string_view cell)
{
    const TimeCells one{TimeCells::Form::Whole, {0}};
    return !digits(cell) && TimeReader(one, QTimeZone::utc()).read(cell).has_value();
}

} // namespace belvedere
