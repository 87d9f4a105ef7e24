// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/readers/csv_values.h"
#include "data/readers/placing.h"
#include "data/readers/series_part.h"
#include "data/readers/table_columns.h"
#include "data/readers/time_reader.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace belvedere {

namespace {

/// As many cells without a number in a column, and none with one: it holds text.
constexpr int kTextCells = 20;

/// The table as it stands in the file.
struct WideRows
{
    std::vector<int> columns; ///< of the sites
    std::vector<UtcMs> times;
    std::vector<qint64> lines;
    std::vector<float> values; ///< [row, site]
};

QString expectedWide()
{
    return QStringLiteral("time, site, site, \u2026");
}

TimeCells timeCellsOf(CsvTable &table)
{
    TimeCells cells = findTimeCells(table);
    return cells.found() ? cells : timeCellsInFront(table);
}

/// Columns that hold text in all of their first rows.
QSet<int> textColumns(CsvTable &table)
{
    const auto width = static_cast<std::size_t>(table.header().size());
    std::vector<int> numbers(width, 0);
    std::vector<int> texts(width, 0);
    CsvRow row;
    for (int i = 0; i < kTextCells && table.next(row); ++i) {
        for (std::size_t c = 0; c < std::min(width, row.cells.size()); ++c) {
            float value = 0.0F;
            const CellKind kind = readFloat(row.cells[c], value);
            numbers[c] += kind == CellKind::Number ? 1 : 0;
            texts[c] += kind == CellKind::Text ? 1 : 0;
        }
    }
    table.rewind();
    QSet<int> found;
    for (std::size_t c = 0; c < width; ++c) {
        if (numbers[c] == 0 && texts[c] > 1)
            found.insert(static_cast<int>(c));
    }
    return found;
}

std::vector<int> siteColumns(CsvTable &table, const TimeCells &timeCells, FileReading &reading)
{
    const QSet<int> texts = textColumns(table);
    const int rowNumbers = findSiteCells(table) < 0 ? findSiteColumn(table.header()) : -1;
    QSet<QString> names;
    std::vector<int> columns;
    for (int c = 0; c < static_cast<int>(table.header().size()); ++c) {
        const QString &name = table.header()[c];
        // A column without a name numbers the rows too.
        if (timeCells.contains(c) || c == rowNumbers || name.isEmpty())
            continue;
        if (texts.contains(c)) {
            reading.reject(table, table.headerLine(),
                Error{Errc::Parse,
                    QT_TRANSLATE_NOOP("Error", "Column \"%1\" holds no numbers. It is left out."),
                    {name}, {}, {}});
        } else if (names.contains(name)) {
            reading.reject(table, table.headerLine(),
                Error{Errc::Parse,
                    QT_TRANSLATE_NOOP(
                        "Error", "Column \"%1\" stands twice. The second one is left out."),
                    {name}, {}, {}});
        } else {
            names.insert(name);
            columns.push_back(c);
        }
    }
    return columns;
}

void takeValues(const CsvTable &table, const CsvRow &row, WideRows &rows, FileReading &reading)
{
    for (const int column : rows.columns) {
        const std::string_view cell = row.cells[static_cast<std::size_t>(column)];
        float value = kMissing;
        if (readFloat(cell, value) == CellKind::Text)
            reading.reject(table, row.line, notANumber(cell, table.header()[column]));
        rows.values.push_back(value);
    }
}

Result<> takeRows(CsvTable &table, const TimeCells &timeCells, WideRows &rows, FileReading &reading)
{
    TimeReader times(timeCells, reading.options.zone);
    times.detect(table);
    const auto width =
        static_cast<std::size_t>(table.size() / std::max<qint64>(1, table.header().size()));
    rows.values.reserve(width / 2); // roughly: a value takes more than two bytes of text
    CsvRow row;
    for (;;) {
        BV_TRY(const bool more, reading.nextRow(table, row));
        if (!more)
            return {};
        const auto read = times.read(row);
        if (!read) {
            reading.reject(table, row.line, read.error());
            continue;
        }
        UtcMs time = *read;
        if (!rows.times.empty()) {
            time = afterClockChange(time, rows.times.back(), reading.options.zone);
            reading.data.unsortedRows += time < rows.times.back() ? 1 : 0;
        }
        rows.times.push_back(time);
        rows.lines.push_back(row.line);
        takeValues(table, row, rows, reading);
    }
}

TimeGrid gridOf(const WideRows &rows)
{
    std::vector<UtcMs> sorted = rows.times;
    std::sort(sorted.begin(), sorted.end());
    TimeGrid grid;
    for (std::size_t i = 1; i < sorted.size(); ++i)
        grid.addDistance(sorted[i] - sorted[i - 1]);
    return grid;
}

Result<> placeRows(const CsvTable &table, const WideRows &rows, const TimeGrid &grid,
    Series &series, FileReading &reading)
{
    constexpr std::size_t kFree = std::numeric_limits<std::size_t>::max();
    std::vector<std::size_t> taken(static_cast<std::size_t>(series.axis.count), kFree);
    const std::size_t width = rows.columns.size();
    std::size_t placed = 0;
    for (const std::size_t r : placingOrder(rows.times, grid)) {
        BV_TRY_VOID(reading.checkCancelled(placed++));
        const auto step = grid.stepOf(rows.times[r]);
        if (!step) {
            reading.reject(table, rows.lines[r], offTheGrid(rows.times[r], series.axis));
            continue;
        }
        std::size_t &row = taken[static_cast<std::size_t>(*step)];
        if (row != kFree && !grid.irregular()) {
            if (sameRow(rows.values, width, row, r))
                ++reading.data.repeatedRows;
            else
                reading.reject(table, rows.lines[r], duplicateTime(rows.times[r]));
            continue;
        }
        reading.data.mergedRows += row != kFree ? 1 : 0;
        row = r;
        for (std::size_t s = 0; s < width; ++s) {
            const float value = rows.values[r * width + s];
            if (!std::isnan(value))
                series.set(*step, SiteId(static_cast<std::int32_t>(s)), 0, value);
        }
    }
    return {};
}

} // namespace

Result<SeriesPart> readWideSeries(CsvTable &table, FileReading &reading)
{
    const std::size_t firstRejection = reading.data.rejected.size();
    const QString name = QFileInfo(table.file()).completeBaseName();
    const TimeCells timeCells = timeCellsOf(table);
    if (!timeCells.found() || table.header().size() < 2)
        return failure(Errc::Parse,
            QT_TRANSLATE_NOOP("Error",
                "There is no time column. Expected: %1, separated by comma, semicolon or tab. "
                "Found the header \"%2\"."),
            {expectedWide(), table.headerText()},
            QStringLiteral("%1:%2").arg(table.file()).arg(table.headerLine()));
    WideRows rows;
    rows.columns = siteColumns(table, timeCells, reading);
    if (!rows.columns.empty())
        BV_TRY_VOID(takeRows(table, timeCells, rows, reading));
    if (rows.times.empty())
        return failure(nothingUsable(reading, table, expectedWide(), firstRejection));

    TimeGrid grid = gridOf(rows);
    if (auto fitted =
            grid.fit(rows.times, stepInName(name), rows.columns.size(), reading.options.zone);
        !fitted) {
        fitted.error().where = table.file();
        return failure(std::move(fitted.error()));
    }
    const std::vector<ChannelGuess> guesses = {channelFor(name, reading.options)};
    SeriesPart part;
    part.file = table.file();
    part.firstLine = rows.lines.front();
    for (const int column : rows.columns)
        part.codes.push_back(table.header()[column]);
    part.series =
        Series(grid.axis(), static_cast<int>(rows.columns.size()), {guesses.front().channel});
    BV_TRY_VOID(placeRows(table, rows, grid, part.series, reading));
    finishPart(part, guesses, reading);
    return part;
}

} // namespace belvedere
