// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/readers/csv_values.h"
#include "data/readers/place_readers.h"

namespace belvedere {

namespace {

struct TieColumns
{
    int from = -1;
    int to = -1;
    int weight = -1;
};

TieColumns findTieColumns(const QStringList &header)
{
    const auto keys = [](const char *names) {
        return QString::fromLatin1(names).split(QLatin1Char(' '));
    };
    return {findColumn(header, keys("from from_id from_site from_sensor source start origin")),
        findColumn(header, keys("to to_id to_site to_sensor target end destination")),
        findColumn(header, keys("cost weight distance dist length similarity value"))};
}

Result<std::vector<ListedTie>> readList(CsvTable &table, FileReading &reading)
{
    const TieColumns columns = findTieColumns(table.header());
    std::vector<ListedTie> ties;
    CsvRow row;
    for (;;) {
        BV_TRY(const bool more, reading.nextRow(table, row));
        if (!more)
            return ties;
        ListedTie tie;
        tie.from = toQString(row.cells[static_cast<std::size_t>(columns.from)]);
        tie.to = toQString(row.cells[static_cast<std::size_t>(columns.to)]);
        tie.line = row.line;
        const std::string_view weight = row.cells[static_cast<std::size_t>(columns.weight)];
        if (readFloat(weight, tie.weight) != CellKind::Number)
            reading.reject(table, row.line, notANumber(weight, table.header()[columns.weight]));
        else if (tie.from != tie.to)
            ties.push_back(std::move(tie));
    }
}

Result<std::vector<ListedTie>> readMatrix(CsvTable &table, FileReading &reading)
{
    std::vector<ListedTie> ties;
    CsvRow row;
    for (;;) {
        BV_TRY(const bool more, reading.nextRow(table, row));
        if (!more)
            return ties;
        const QString from = toQString(row.cells.front());
        for (int c = 1; c < static_cast<int>(table.header().size()); ++c) {
            const std::string_view cell = row.cells[static_cast<std::size_t>(c)];
            float weight = 0.0F;
            const CellKind kind = readFloat(cell, weight);
            if (kind == CellKind::Text)
                reading.reject(table, row.line, notANumber(cell, table.header()[c]));
            else if (kind == CellKind::Number && weight != 0.0F && table.header()[c] != from)
                ties.push_back({from, table.header()[c], weight, row.line});
        }
    }
}

/// The codes of the rows must be those of the columns.
Result<> checkSquare(CsvTable &table)
{
    const QStringList codes = table.header().mid(1);
    CsvRow row;
    qsizetype rows = 0;
    bool same = codes.size() > 1;
    for (; same && table.next(row); ++rows)
        same = rows < codes.size() && codes.contains(toQString(row.cells.front()));
    table.rewind();
    if (same && rows == codes.size())
        return {};
    return failure(Errc::Parse,
        QT_TRANSLATE_NOOP("Error",
            "Expected a square matrix with the same site codes in the header and in the first "
            "column, or the columns from, to, cost. Found the header \"%1\"."),
        {table.headerText()}, QStringLiteral("%1:%2").arg(table.file()).arg(table.headerLine()));
}

} // namespace

bool isTieList(const QStringList &header)
{
    const TieColumns columns = findTieColumns(header);
    return columns.from >= 0 && columns.to >= 0 && columns.weight >= 0;
}

Result<std::vector<ListedTie>> readAdjacency(CsvTable &table, FileReading &reading)
{
    const std::size_t firstRejection = reading.data.rejected.size();
    const bool list = isTieList(table.header());
    if (!list)
        BV_TRY_VOID(checkSquare(table));
    BV_TRY(
        std::vector<ListedTie> ties, list ? readList(table, reading) : readMatrix(table, reading));
    if (ties.empty())
        return failure(
            nothingUsable(reading, table, QStringLiteral("from, to, cost"), firstRejection));
    return ties;
}

} // namespace belvedere
