// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/readers/time_column.h"

#include "data/readers/csv_values.h"

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

} // namespace

TimeColumn::TimeColumn(int column, QTimeZone zone)
    : m_column(column)
    , m_zone(std::move(zone))
{
}

void TimeColumn::detect(CsvTable &table)
{
    CsvRow row;
    for (int i = 0; i < kRowsToDetect && m_order == Order::Unknown && table.next(row); ++i) {
        if (static_cast<std::size_t>(m_column) >= row.cells.size())
            continue;
        const auto date = numericDate(row.cells[static_cast<std::size_t>(m_column)]);
        if (!date)
            break;
        if (date->first > 12)
            m_order = Order::DayFirst;
        else if (date->second > 12)
            m_order = Order::MonthFirst;
    }
    table.rewind();
}

Result<UtcMs> TimeColumn::parse(std::string_view cell) const
{
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

Result<UtcMs> TimeColumn::read(std::string_view cell)
{
    if (!cell.empty() && cell == m_lastText)
        return m_last;
    m_lastText.assign(cell);
    if (const auto known = m_known.find(m_lastText); known != m_known.end()) {
        m_last = known->second;
        return m_last;
    }
    auto time = parse(cell);
    if (!time) {
        m_lastText.clear();
        return time;
    }
    m_last = *time;
    if (m_known.size() < kMaxKnown)
        m_known.emplace(m_lastText, m_last);
    return time;
}

bool looksLikeTime(std::string_view cell)
{
    return !digits(cell) && TimeColumn(0, QTimeZone::utc()).read(cell).has_value();
}

} // namespace belvedere
