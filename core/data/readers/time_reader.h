// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/utc_time.h"
#include "data/readers/csv_table.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace belvedere {

/// Where the time of a row stands.
struct TimeCells
{
    enum class Form {
        None,
        Whole, ///< in one column
        DateAndTime, ///< the date in one, the time of day or the hour in another
        Parts ///< year, month, day, and as far as they are there hour, minute, second
    };
    Form form = Form::None;
    std::vector<int> columns;

    [[nodiscard]] bool found() const { return form != Form::None; }
    [[nodiscard]] bool contains(int column) const;
};

/// By the names of the columns; looks at the first row where these leave a choice, then rewinds.
[[nodiscard]] TimeCells findTimeCells(CsvTable &table);
/// The first column if its first cell is a time, whatever its name.
[[nodiscard]] TimeCells timeCellsInFront(CsvTable &table);

/// Reads the times of a table's rows. Besides what parseTime() takes: "01/31/2016 11:05:00 PM",
/// "31-01-2016 23:05", "31.01.2016 23:05", and seconds or milliseconds since 1970 (10 or 13
/// digits). Whether the day or the month comes first is decided for the whole table by the first
/// row that leaves no choice; without one '/' means month first, '-' and '.' day first. An hour
/// of 24 is the midnight that ends the day.
class TimeReader
{
public:
    TimeReader(TimeCells cells, QTimeZone zone);

    /// As QDateTime::fromString() takes it; then nothing is guessed.
    void setFormat(const QString &format) { m_format = format; }
    /// Looks through `table` for the order of day and month, then rewinds it.
    void detect(CsvTable &table);
    [[nodiscard]] Result<UtcMs> read(const CsvRow &row);
    /// A further time of the row, written in the same way in a column of its own.
    [[nodiscard]] Result<UtcMs> read(std::string_view cell);

private:
    enum class Order { Unknown, DayFirst, MonthFirst };
    [[nodiscard]] Result<UtcMs> parse(std::string_view cell) const;
    [[nodiscard]] Result<UtcMs> parseAsFormat(std::string_view cell) const;
    [[nodiscard]] Result<UtcMs> parseParts(std::string_view joined) const;

    TimeCells m_cells;
    QTimeZone m_zone;
    Order m_order = Order::Unknown;
    QString m_format;
    // Zones are slow to ask, and long tables repeat each time for every site.
    std::unordered_map<std::string, UtcMs> m_known;
    std::string m_text;
    std::string m_lastText;
    UtcMs m_last = 0;
};

/// Of an hour that the clocks show twice, a table's first row means the first time. `last` is the
/// time of the row before: if `time` does not come after it but the same reading of the clock an
/// hour later does, that one is meant.
[[nodiscard]] UtcMs afterClockChange(UtcMs time, UtcMs last, const QTimeZone &zone);

/// Whether the text is a date, not a mere number.
[[nodiscard]] bool looksLikeTime(std::string_view cell);

} // namespace belvedere
