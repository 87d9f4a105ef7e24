// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/readers/csv_table.h"
#include "data/readers/csv_values.h"
#include "data/readers/import_files.h"
#include "data/readers/incident_columns.h"
#include "data/readers/place_readers.h"
#include "data/readers/table_columns.h"
#include "data/readers/time_reader.h"

#include <array>

namespace belvedere {

namespace {

struct NamedFormat
{
    FileFormat format;
    const char *name;
};

constexpr std::array<NamedFormat, 7> kFormats = {{{FileFormat::WideCsv, "wide-csv"},
    {FileFormat::LongCsv, "long-csv"}, {FileFormat::SensorsCsv, "sensors-csv"},
    {FileFormat::AdjacencyCsv, "adjacency-csv"}, {FileFormat::IncidentsCsv, "incidents-csv"},
    {FileFormat::HolidaysCsv, "holidays-csv"}, {FileFormat::TableCsv, "table-csv"}}};

/// A long table has few columns; in a wide one a site may be called "name" or "location".
constexpr qsizetype kMaxLongColumns = 40;

bool hasValueColumn(const QStringList &header)
{
    return findColumn(header, {QStringLiteral("value")}) >= 0;
}

/// The header names the site of the first row, and of the second in the next column: a matrix.
bool looksLikeMatrix(CsvTable &table)
{
    const QStringList codes = table.header().mid(1);
    CsvRow row;
    bool matrix = codes.size() > 1;
    for (int i = 0; matrix && i < 2; ++i)
        matrix = table.next(row) && toQString(row.cells.front()) == codes[i];
    table.rewind();
    return matrix;
}

} // namespace

QString formatName(FileFormat format)
{
    for (const NamedFormat &named : kFormats) {
        if (named.format == format)
            return QString::fromLatin1(named.name);
    }
    return {};
}

Result<FileFormat> formatByName(const QString &name)
{
    QStringList known;
    for (const NamedFormat &named : kFormats) {
        known += QString::fromLatin1(named.name);
        if (name == known.last())
            return named.format;
    }
    return failure(Errc::Usage,
        QT_TRANSLATE_NOOP("Error", "There is no file format \"%1\". Known are: %2."),
        {name, known.join(QStringLiteral(", "))});
}

Result<FileFormat> guessFormat(const QString &file)
{
    BV_TRY(CsvTable table, CsvTable::open(file));
    return guessFormat(table);
}

Result<FileFormat> guessFormat(CsvTable &table)
{
    const QStringList &header = table.header();
    if (beginsWithIncident(table))
        return FileFormat::IncidentsCsv;
    const TimeCells named = findTimeCells(table);
    const bool time = named.found();
    const bool site = findSiteColumn(header) >= 0;
    const bool place = findLatColumn(header) >= 0 && findLonColumn(header) >= 0;
    if (isHolidayList(header))
        return FileFormat::HolidaysCsv;
    if (isTieList(header))
        return FileFormat::AdjacencyCsv;
    if (findEndColumns(header).complete() && !time)
        return FileFormat::SensorsCsv;
    if (place && time && !(site && hasValueColumn(header))
        && (findCategoryColumn(header) >= 0 || !site))
        return FileFormat::IncidentsCsv;
    if (place && !time)
        return FileFormat::SensorsCsv;
    if (findSiteCells(table) >= 0 && header.size() <= kMaxLongColumns && header.size() > 2
        && (time || (hasValueColumn(header) && timeCellsInFront(table).found())))
        return FileFormat::LongCsv;
    if (header.size() > 1 && (time || timeCellsInFront(table).found()))
        return namesQuantities(table, named) ? FileFormat::LongCsv : FileFormat::WideCsv;
    if (looksLikeMatrix(table))
        return FileFormat::AdjacencyCsv;
    const QString where = QStringLiteral("%1:%2").arg(table.file()).arg(table.headerLine());
    if (header.size() == 1)
        return failure(Errc::Parse,
            QT_TRANSLATE_NOOP("Error",
                "The header \"%1\" has one column only. Columns are separated by comma, "
                "semicolon, tab or bar; save the file with one of these."),
            {table.headerText()}, where);
    return failure(Errc::Parse,
        QT_TRANSLATE_NOOP("Error",
            "The header \"%1\" fits no known form. Expected are columns for time and sites; time, "
            "site, value; sensor_id, latitude, longitude; from, to, cost; or time, latitude, "
            "longitude, category. If it is a table of anything else to learn from, import it "
            "as table-csv."),
        {table.headerText()}, where);
}

} // namespace belvedere
