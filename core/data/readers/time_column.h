// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/utc_time.h"
#include "data/readers/csv_table.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace belvedere {

/// Reads the cells of one time column. Besides what parseTime() takes: "01/31/2016 11:05:00 PM",
/// "31-01-2016 23:05", "31.01.2016 23:05", and seconds or milliseconds since 1970 (10 or 13
/// digits). Whether the day or the month comes first is decided for the whole column by the first
/// row that leaves no choice; without one '/' means month first, '-' and '.' day first.
class TimeColumn
{
public:
    TimeColumn(int column, QTimeZone zone);

    /// Looks through `table` for the order of day and month, then rewinds it.
    void detect(CsvTable &table);
    [[nodiscard]] int column() const { return m_column; }
    [[nodiscard]] Result<UtcMs> read(std::string_view cell);

private:
    enum class Order { Unknown, DayFirst, MonthFirst };
    [[nodiscard]] Result<UtcMs> parse(std::string_view cell) const;

    int m_column;
    QTimeZone m_zone;
    Order m_order = Order::Unknown;
    // Zones are slow to ask, and long tables repeat each time for every site.
    std::unordered_map<std::string, UtcMs> m_known;
    std::string m_lastText;
    UtcMs m_last = 0;
};

/// Whether the text is a date, not a mere number.
[[nodiscard]] bool looksLikeTime(std::string_view cell);

} // namespace belvedere
