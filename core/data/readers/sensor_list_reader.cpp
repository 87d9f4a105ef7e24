// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/readers/csv_values.h"
#include "data/readers/place_readers.h"

#include <QSet>

namespace belvedere {

namespace {

struct SensorColumns
{
    int code = -1;
    int name = -1;
    int lat = -1;
    int lon = -1;
    EndColumns ends;
};

std::string_view cellAt(const CsvRow &row, int column)
{
    return column < 0 ? std::string_view() : row.cells[static_cast<std::size_t>(column)];
}

SensorColumns findSensorColumns(const QStringList &header)
{
    SensorColumns columns;
    columns.code = findSiteColumn(header);
    columns.lat = findLatColumn(header);
    columns.lon = findLonColumn(header);
    columns.ends = findEndColumns(header);
    columns.name = findColumn(header,
        {QStringLiteral("name"), QStringLiteral("title"), QStringLiteral("station_name"),
            QStringLiteral("sensor_name"), QStringLiteral("description"),
            QStringLiteral("street")});
    if (columns.name == columns.code)
        columns.name = -1;
    return columns;
}

QString nameOf(const CsvRow &row, const SensorColumns &columns)
{
    const QString name = toQString(cellAt(row, columns.name));
    const QString street1 = toQString(cellAt(row, columns.ends.street1));
    const QString street2 = toQString(cellAt(row, columns.ends.street2));
    if (!name.isEmpty() || (street1.isEmpty() && street2.isEmpty()))
        return name;
    if (street1.isEmpty() || street2.isEmpty() || street1 == street2)
        return street1.isEmpty() ? street2 : street1;
    return street1 + QStringLiteral(" – ") + street2;
}

Result<Site> siteOf(const CsvRow &row, const SensorColumns &columns)
{
    Site site;
    site.code = toQString(cellAt(row, columns.code));
    if (site.code.isEmpty())
        return failure(Errc::Parse, QT_TRANSLATE_NOOP("Error", "The row names no site."));
    site.name = nameOf(row, columns);
    if (!columns.ends.complete()) {
        BV_TRY(site.position, readPosition(cellAt(row, columns.lat), cellAt(row, columns.lon)));
        return site;
    }
    BV_TRY(const auto from,
        readPosition(cellAt(row, columns.ends.lat1), cellAt(row, columns.ends.lon1)));
    BV_TRY(const auto to,
        readPosition(cellAt(row, columns.ends.lat2), cellAt(row, columns.ends.lon2)));
    if (from && to) {
        site.path = {*from, *to};
        site.position = LonLat{(from->lon + to->lon) / 2, (from->lat + to->lat) / 2};
    } else {
        site.position = from ? from : to;
    }
    return site;
}

} // namespace

Result<std::vector<ListedSite>> readSensorList(CsvTable &table, FileReading &reading)
{
    const QString expected = QStringLiteral("sensor_id, latitude, longitude");
    const std::size_t firstRejection = reading.data.rejected.size();
    const SensorColumns columns = findSensorColumns(table.header());
    const bool placed = columns.ends.complete() || (columns.lat >= 0 && columns.lon >= 0);
    if (columns.code < 0 || !placed)
        return failure(Errc::Parse,
            QT_TRANSLATE_NOOP("Error",
                "A sensor list needs the columns %1 (or two end points), separated by comma, "
                "semicolon or tab. Found the header \"%2\"."),
            {expected, table.headerText()},
            QStringLiteral("%1:%2").arg(table.file()).arg(table.headerLine()));
    std::vector<ListedSite> sites;
    QSet<QString> codes;
    CsvRow row;
    for (;;) {
        BV_TRY(const bool more, reading.nextRow(table, row));
        if (!more)
            break;
        auto site = siteOf(row, columns);
        if (!site) {
            reading.reject(table, row.line, std::move(site.error()));
        } else if (codes.contains(site->code)) {
            reading.reject(table, row.line,
                Error{Errc::Parse,
                    QT_TRANSLATE_NOOP("Error", "Site \"%1\" stands twice. The first row is kept."),
                    {site->code}, {}, {}});
        } else {
            codes.insert(site->code);
            sites.push_back({std::move(*site), row.line});
        }
    }
    if (sites.empty())
        return failure(nothingUsable(reading, table, expected, firstRejection));
    return sites;
}

} // namespace belvedere
