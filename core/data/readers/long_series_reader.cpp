// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/readers/csv_values.h"
#include "data/readers/placing.h"
#include "data/readers/series_part.h"
#include "data/readers/table_columns.h"

#include <QFileInfo>

#include <algorithm>
#include <string>
#include <unordered_map>

namespace belvedere {

namespace {

struct LongRows
{
    std::vector<QString> codes;
    std::vector<UtcMs> times; ///< [row]
    std::vector<int> sites; ///< [row]
    std::vector<qint64> lines; ///< [row]
    std::vector<float> values; ///< [row, channel]
};

QString expectedLong()
{
    return QStringLiteral("time, site, value");
}

class SiteNumbers
{
public:
    explicit SiteNumbers(std::vector<QString> &codes)
        : m_codes(codes)
    {
    }
    int of(std::string_view code)
    {
        m_text.assign(code);
        const auto [found, isNew] = m_numbers.try_emplace(m_text, static_cast<int>(m_codes.size()));
        if (isNew)
            m_codes.push_back(toQString(code));
        return found->second;
    }

private:
    std::vector<QString> &m_codes;
    std::unordered_map<std::string, int> m_numbers;
    std::string m_text;
};

/// "Labor Day" or 1 in a column of holidays.
void takeHoliday(std::string_view cell, UtcMs time, FileReading &reading)
{
    float flag = 0.0F;
    const CellKind kind = readFloat(cell, flag);
    if (kind == CellKind::Missing || (kind == CellKind::Number && flag == 0.0F))
        return;
    const int day = localDay(time, reading.options.zone);
    std::vector<Holiday> &known = reading.data.holidays;
    if (known.empty() || known.back().day != day)
        known.push_back({day, kind == CellKind::Text ? toQString(cell) : QString()});
}

/// Reads rows one by one and remembers when each site was last heard of.
class RowTaker
{
public:
    RowTaker(const CsvTable &table, const TableColumns &columns, LongRows &rows, TimeGrid &grid,
        FileReading &reading)
        : m_table(table)
        , m_columns(columns)
        , m_rows(rows)
        , m_grid(grid)
        , m_reading(reading)
        , m_sites(rows.codes)
        , m_onlySite(QFileInfo(table.file()).completeBaseName().toStdString())
    {
    }
    void take(const CsvRow &row, UtcMs time)
    {
        const std::string_view code = m_columns.site < 0
            ? std::string_view(m_onlySite)
            : row.cells[static_cast<std::size_t>(m_columns.site)];
        if (code.empty()) {
            m_reading.reject(m_table, row.line,
                Error{
                    Errc::Parse, QT_TRANSLATE_NOOP("Error", "The row names no site."), {}, {}, {}});
            return;
        }
        const int site = m_sites.of(code);
        for (const Quantity &quantity : m_columns.quantities) {
            const auto value = readQuantity(row, quantity, m_table.header());
            if (!value && quantity.meaning != CellMeaning::FromNorth) // said of the east already
                m_reading.reject(m_table, row.line, value.error());
            m_rows.values.push_back(value.value_or(kMissing));
        }
        time = atSite(site, time);
        m_rows.times.push_back(time);
        m_rows.sites.push_back(site);
        m_rows.lines.push_back(row.line);
        if (m_columns.holiday >= 0)
            takeHoliday(row.cells[static_cast<std::size_t>(m_columns.holiday)], time, m_reading);
    }

private:
    /// The time of the row whose values were read last.
    UtcMs atSite(int site, UtcMs time)
    {
        const std::size_t row = m_rows.times.size();
        if (static_cast<std::size_t>(site) == m_lastRow.size()) {
            m_lastRow.push_back(row);
            return time;
        }
        std::size_t &lastRow = m_lastRow[static_cast<std::size_t>(site)];
        const UtcMs last = m_rows.times[lastRow];
        const bool repeated =
            time == last && sameRow(m_rows.values, m_columns.quantities.size(), lastRow, row);
        if (!repeated)
            time = afterClockChange(time, last, m_reading.options.zone);
        m_grid.addDistance(time - last);
        m_reading.data.unsortedRows += time < last ? 1 : 0;
        lastRow = row;
        return time;
    }

    const CsvTable &m_table;
    const TableColumns &m_columns;
    LongRows &m_rows;
    TimeGrid &m_grid;
    FileReading &m_reading;
    SiteNumbers m_sites;
    std::string m_onlySite;
    std::vector<std::size_t> m_lastRow; ///< of each site
};

Result<> takeRows(CsvTable &table, const TableColumns &columns, LongRows &rows, TimeGrid &grid,
    FileReading &reading)
{
    TimeReader times(columns.time, reading.options.zone);
    times.detect(table);
    RowTaker taker(table, columns, rows, grid, reading);
    CsvRow row;
    for (;;) {
        BV_TRY(const bool more, reading.nextRow(table, row));
        if (!more)
            return {};
        if (const auto time = times.read(row))
            taker.take(row, *time);
        else
            reading.reject(table, row.line, time.error());
    }
}

Error contradicts(const LongRows &rows, std::size_t r)
{
    return Error{Errc::Parse,
        QT_TRANSLATE_NOOP("Error",
            "The time %1 stands twice for site %2, with different values. The first row is kept."),
        {formatUtc(rows.times[r]), rows.codes[static_cast<std::size_t>(rows.sites[r])]}, {}, {}};
}

Result<> placeRows(const CsvTable &table, const LongRows &rows, const TimeGrid &grid,
    Series &series, FileReading &reading)
{
    const auto siteCount = static_cast<std::size_t>(series.siteCount);
    const std::size_t channels = series.channels.size();
    constexpr std::size_t kFree = std::numeric_limits<std::size_t>::max();
    std::vector<std::size_t> taken(static_cast<std::size_t>(series.axis.count) * siteCount, kFree);
    std::size_t placed = 0;
    for (const std::size_t r : placingOrder(rows.times, grid)) {
        BV_TRY_VOID(reading.checkCancelled(placed++));
        const auto step = grid.stepOf(rows.times[r]);
        if (!step) {
            reading.reject(table, rows.lines[r], offTheGrid(rows.times[r], series.axis));
            continue;
        }
        const SiteId site(rows.sites[r]);
        std::size_t &cell = taken[static_cast<std::size_t>(*step) * siteCount + site.index()];
        if (cell != kFree && !grid.irregular()) {
            if (sameRow(rows.values, channels, cell, r))
                ++reading.data.repeatedRows;
            else
                reading.reject(table, rows.lines[r], contradicts(rows, r));
            continue;
        }
        reading.data.mergedRows += cell != kFree ? 1 : 0;
        cell = r;
        for (std::size_t c = 0; c < channels; ++c) {
            const float value = rows.values[r * channels + c];
            if (!std::isnan(value))
                series.set(*step, site, static_cast<int>(c), value);
        }
    }
    return {};
}

} // namespace

Result<SeriesPart> readLongSeries(CsvTable &table, FileReading &reading)
{
    const std::size_t firstRejection = reading.data.rejected.size();
    const TableColumns columns = findTableColumns(table, reading);
    if (!columns.time.found() || columns.quantities.empty())
        return failure(Errc::Parse,
            QT_TRANSLATE_NOOP("Error",
                "Columns for time, site and value are needed, separated by comma, semicolon or "
                "tab. Found the header \"%1\"."),
            {table.headerText()},
            QStringLiteral("%1:%2").arg(table.file()).arg(table.headerLine()));
    LongRows rows;
    TimeGrid grid;
    BV_TRY_VOID(takeRows(table, columns, rows, grid, reading));
    if (rows.times.empty())
        return failure(nothingUsable(reading, table, expectedLong(), firstRejection));
    const UtcMs hint = stepInName(QFileInfo(table.file()).completeBaseName());
    const std::size_t perStep = rows.codes.size() * columns.quantities.size();
    if (auto fitted = grid.fit(rows.times, hint, perStep, reading.options.zone); !fitted) {
        fitted.error().where = table.file();
        return failure(std::move(fitted.error()));
    }

    SeriesPart part;
    part.file = table.file();
    part.firstLine = rows.lines.front();
    std::vector<ChannelGuess> guesses;
    std::vector<Channel> channels;
    for (const Quantity &quantity : columns.quantities) {
        guesses.push_back(quantity.guess);
        channels.push_back(quantity.guess.channel);
    }
    part.series = Series(grid.axis(), static_cast<int>(rows.codes.size()), channels);
    BV_TRY_VOID(placeRows(table, rows, grid, part.series, reading));
    part.codes = std::move(rows.codes);
    finishPart(part, guesses, reading);
    return part;
}

} // namespace belvedere
