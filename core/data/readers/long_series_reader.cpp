// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/readers/csv_values.h"
#include "data/readers/series_part.h"
#include "data/readers/time_column.h"

#include <QFileInfo>

#include <algorithm>
#include <string>
#include <unordered_map>

namespace belvedere {

namespace {

/// As many first cells of a column without a number among them: it holds text.
constexpr int kRowsToLookAt = 20;

struct LongRows
{
    std::vector<ChannelGuess> channels;
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

struct LongColumns
{
    int time = -1;
    int site = -1;
    std::vector<int> values;
};

bool holdsNumbers(CsvTable &table, int column)
{
    CsvRow row;
    bool text = false;
    bool number = false;
    for (int i = 0; i < kRowsToLookAt && table.next(row); ++i) {
        if (static_cast<std::size_t>(column) >= row.cells.size())
            continue;
        float value = 0.0F;
        const CellKind kind = readFloat(row.cells[static_cast<std::size_t>(column)], value);
        number = number || kind == CellKind::Number;
        text = text || kind == CellKind::Text;
    }
    table.rewind();
    return number || !text;
}

LongColumns findLongColumns(CsvTable &table, FileReading &reading)
{
    const QStringList &header = table.header();
    LongColumns columns;
    columns.time = std::max(0, findTimeColumn(header)); // times of another name stand first
    columns.site = findSiteColumn(header);
    const int lat = findLatColumn(header);
    const int lon = findLonColumn(header);
    if (const int value = findColumn(header, {QStringLiteral("value")}); value >= 0) {
        columns.values = {value};
        return columns;
    }
    for (int c = 0; c < static_cast<int>(header.size()); ++c) {
        if (c == columns.time || c == columns.site || c == lat || c == lon || header[c].isEmpty())
            continue;
        if (holdsNumbers(table, c)) {
            columns.values.push_back(c);
            continue;
        }
        reading.reject(table, table.headerLine(),
            Error{Errc::Parse,
                QT_TRANSLATE_NOOP("Error", "Column \"%1\" holds no numbers. It is left out."),
                {header[c]}, {}, {}});
    }
    return columns;
}

/// Several value columns are told apart by their names; a single one is what the file's name or
/// the options say, if its own name says nothing.
std::vector<ChannelGuess> channelsOf(
    const CsvTable &table, const std::vector<int> &columns, const ImportOptions &options)
{
    const QString fileName = QFileInfo(table.file()).completeBaseName();
    if (columns.size() == 1) {
        const QString column = table.header()[columns.front()];
        return {channelFor(guessChannel(column).known ? column : fileName, options)};
    }
    std::vector<ChannelGuess> guesses;
    for (const int column : columns) {
        ChannelGuess guess = guessChannel(table.header()[column]);
        const bool repeated = std::any_of(guesses.begin(), guesses.end(),
            [&](const ChannelGuess &g) { return g.channel.key == guess.channel.key; });
        if (!guess.known || repeated)
            guess.channel.key = headerKey(table.header()[column]);
        guesses.push_back(guess);
    }
    return guesses;
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

Result<> takeRows(CsvTable &table, const LongColumns &columns, LongRows &rows, TimeGrid &grid,
    FileReading &reading)
{
    TimeColumn times(columns.time, reading.options.zone);
    times.detect(table);
    SiteNumbers sites(rows.codes);
    std::vector<UtcMs> lastAt; // of each site
    CsvRow row;
    for (;;) {
        BV_TRY(const bool more, reading.nextRow(table, row));
        if (!more)
            return {};
        const auto time = times.read(row.cells[static_cast<std::size_t>(columns.time)]);
        const std::string_view code = row.cells[static_cast<std::size_t>(columns.site)];
        if (!time || code.empty()) {
            reading.reject(table, row.line,
                !time ? time.error()
                      : Error{Errc::Parse, QT_TRANSLATE_NOOP("Error", "The row names no site."), {},
                          {}, {}});
            continue;
        }
        const int site = sites.of(code);
        if (static_cast<std::size_t>(site) == lastAt.size()) {
            lastAt.push_back(*time);
        } else {
            UtcMs &last = lastAt[static_cast<std::size_t>(site)];
            grid.addDistance(*time - last);
            reading.data.unsortedRows += *time < last ? 1 : 0;
            last = *time;
        }
        rows.times.push_back(*time);
        rows.sites.push_back(site);
        rows.lines.push_back(row.line);
        for (const int column : columns.values) {
            const std::string_view cell = row.cells[static_cast<std::size_t>(column)];
            float value = kMissing;
            if (readFloat(cell, value) == CellKind::Text)
                reading.reject(table, row.line, notANumber(cell, table.header()[column]));
            rows.values.push_back(value);
        }
    }
}

Result<> placeRows(const CsvTable &table, const LongRows &rows, const TimeGrid &grid,
    Series &series, FileReading &reading)
{
    const auto siteCount = static_cast<std::size_t>(series.siteCount);
    const std::size_t channels = rows.channels.size();
    std::vector<bool> taken(static_cast<std::size_t>(series.axis.count) * siteCount);
    for (std::size_t r = 0; r < rows.times.size(); ++r) {
        BV_TRY_VOID(reading.checkCancelled(r));
        const auto step = grid.stepOf(rows.times[r]);
        if (!step) {
            reading.reject(table, rows.lines[r], offTheGrid(rows.times[r], series.axis));
            continue;
        }
        const SiteId site(rows.sites[r]);
        const std::size_t cell = static_cast<std::size_t>(*step) * siteCount + site.index();
        if (taken[cell]) {
            reading.reject(table, rows.lines[r],
                Error{Errc::Parse,
                    QT_TRANSLATE_NOOP(
                        "Error", "The time %1 stands twice for site %2. The first row is kept."),
                    {formatUtc(rows.times[r]), rows.codes[site.index()]}, {}, {}});
            continue;
        }
        taken[cell] = true;
        for (std::size_t c = 0; c < channels; ++c)
            series.set(*step, site, static_cast<int>(c), rows.values[r * channels + c]);
    }
    return {};
}

} // namespace

Result<SeriesPart> readLongSeries(CsvTable &table, FileReading &reading)
{
    const std::size_t firstRejection = reading.data.rejected.size();
    const LongColumns columns = findLongColumns(table, reading);
    if (columns.time < 0 || columns.site < 0 || columns.values.empty())
        return failure(Errc::Parse,
            QT_TRANSLATE_NOOP("Error",
                "Columns for time, site and value are needed, separated by comma, semicolon or "
                "tab. Found the header \"%1\"."),
            {table.headerText()},
            QStringLiteral("%1:%2").arg(table.file()).arg(table.headerLine()));
    LongRows rows;
    rows.channels = channelsOf(table, columns.values, reading.options);
    TimeGrid grid;
    BV_TRY_VOID(takeRows(table, columns, rows, grid, reading));
    if (rows.times.empty())
        return failure(nothingUsable(reading, table, expectedLong(), firstRejection));
    const UtcMs hint = stepInName(QFileInfo(table.file()).completeBaseName());
    if (auto fitted = grid.fit(rows.times, hint, rows.codes.size() * rows.channels.size());
        !fitted) {
        fitted.error().where = table.file();
        return failure(std::move(fitted.error()));
    }

    SeriesPart part;
    part.file = table.file();
    part.firstLine = rows.lines.front();
    std::vector<Channel> channels;
    for (const ChannelGuess &guess : rows.channels)
        channels.push_back(guess.channel);
    part.series = Series(grid.axis(), static_cast<int>(rows.codes.size()), channels);
    BV_TRY_VOID(placeRows(table, rows, grid, part.series, reading));
    part.codes = std::move(rows.codes);
    finishPart(part, rows.channels, reading);
    return part;
}

} // namespace belvedere
