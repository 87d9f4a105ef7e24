// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/readers/csv_values.h"
#include "data/readers/place_readers.h"
#include "data/readers/time_reader.h"

#include <QSet>

namespace belvedere {

namespace {

int dateColumn(const QStringList &header)
{
    return findColumn(
        header, {QStringLiteral("date"), QStringLiteral("day"), QStringLiteral("ds")});
}

int nameColumn(const QStringList &header)
{
    return findColumn(header,
        {QStringLiteral("holiday"), QStringLiteral("holiday_name"), QStringLiteral("localname"),
            QStringLiteral("local_name"), QStringLiteral("name")});
}

} // namespace

bool isHolidayList(const QStringList &header)
{
    constexpr qsizetype kMostColumns = 4; // date, weekday, name, country
    return header.size() <= kMostColumns && dateColumn(header) >= 0 && nameColumn(header) >= 0
        && findColumn(header, {QStringLiteral("value")}) < 0;
}

Result<std::vector<Holiday>> readHolidays(CsvTable &table, FileReading &reading)
{
    const QString expected = QStringLiteral("date, name");
    const std::size_t firstRejection = reading.data.rejected.size();
    const int date = dateColumn(table.header());
    const int name = nameColumn(table.header());
    if (date < 0)
        return failure(Errc::Parse,
            QT_TRANSLATE_NOOP("Error",
                "A list of holidays needs the columns %1, separated by comma, semicolon or tab. "
                "Found the header \"%2\"."),
            {expected, table.headerText()},
            QStringLiteral("%1:%2").arg(table.file()).arg(table.headerLine()));
    // A holiday is a day of the calendar; no zone may move it.
    TimeReader dates({TimeCells::Form::Whole, {date}}, QTimeZone::utc());
    dates.detect(table);
    std::vector<Holiday> holidays;
    QSet<int> known;
    CsvRow row;
    for (;;) {
        BV_TRY(const bool more, reading.nextRow(table, row));
        if (!more)
            break;
        const auto time = dates.read(row);
        if (!time) {
            reading.reject(table, row.line, time.error());
            continue;
        }
        const int day = localDay(*time, QTimeZone::utc());
        if (known.contains(day)) {
            ++reading.data.repeatedRows;
            continue;
        }
        known.insert(day);
        holidays.push_back(
            {day, name < 0 ? QString() : toQString(row.cells[static_cast<std::size_t>(name)])});
    }
    if (holidays.empty())
        return failure(nothingUsable(reading, table, expected, firstRejection));
    return holidays;
}

} // namespace belvedere
