// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/readers/csv_values.h"
#include "data/readers/place_readers.h"
#include "data/readers/time_reader.h"

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

constexpr int kMaxSeverity = 4;

QStringList keys(const char *names)
{
    return QString::fromLatin1(names).split(QLatin1Char(' '));
}

struct IncidentColumns
{
    TimeCells time;
    int end = -1;
    int lat = -1;
    int lon = -1;
    int category = -1;
    int description = -1;
    int severity = -1;
};

IncidentColumns findIncidentColumns(CsvTable &table)
{
    const QStringList &header = table.header();
    IncidentColumns columns;
    columns.time = findTimeCells(table);
    columns.end = findColumn(header, keys("end_time to_time endtime to_date end"));
    columns.lat = findLatColumn(header);
    columns.lon = findLonColumn(header);
    columns.category = findCategoryColumn(header);
    columns.description =
        findColumn(header, keys("description desc details location_description addr address"));
    columns.severity = findColumn(header, keys("severity"));
    return columns;
}

std::string_view cellAt(const CsvRow &row, int column)
{
    return column < 0 ? std::string_view() : row.cells[static_cast<std::size_t>(column)];
}

Result<Incident> incidentOf(const CsvRow &row, const IncidentColumns &columns, TimeReader &times)
{
    Incident incident;
    BV_TRY(incident.from, times.read(row));
    if (const std::string_view end = cellAt(row, columns.end); !end.empty()) {
        BV_TRY(const UtcMs to, times.read(end));
        if (to < incident.from)
            return failure(Errc::Parse, QT_TRANSLATE_NOOP("Error", "It ends before it begins."));
        incident.to = to;
    }
    BV_TRY(incident.position, readPosition(cellAt(row, columns.lat), cellAt(row, columns.lon)));
    incident.category = toQString(cellAt(row, columns.category));
    incident.description = toQString(cellAt(row, columns.description));
    double severity = 0.0;
    if (readDouble(cellAt(row, columns.severity), severity) == CellKind::Number)
        incident.severity =
            static_cast<int>(std::lround(std::clamp(severity, 0.0, double(kMaxSeverity))));
    return incident;
}

} // namespace

int findCategoryColumn(const QStringList &header)
{
    return findColumn(header,
        keys("category primary_type incident_type event_type crash_type type title kind event "
             "crime offense"));
}

Result<std::vector<Incident>> readIncidents(CsvTable &table, FileReading &reading)
{
    const QString expected = QStringLiteral("time, latitude, longitude, category");
    const std::size_t firstRejection = reading.data.rejected.size();
    const IncidentColumns columns = findIncidentColumns(table);
    if (!columns.time.found() || columns.lat < 0 || columns.lon < 0)
        return failure(Errc::Parse,
            QT_TRANSLATE_NOOP("Error",
                "Incidents need the columns %1, separated by comma, semicolon or tab. Found the "
                "header \"%2\"."),
            {expected, table.headerText()},
            QStringLiteral("%1:%2").arg(table.file()).arg(table.headerLine()));
    TimeReader times(columns.time, reading.options.zone);
    times.detect(table);
    std::vector<Incident> incidents;
    CsvRow row;
    for (;;) {
        BV_TRY(const bool more, reading.nextRow(table, row));
        if (!more)
            break;
        auto incident = incidentOf(row, columns, times);
        if (incident)
            incidents.push_back(std::move(*incident));
        else
            reading.reject(table, row.line, std::move(incident.error()));
    }
    if (incidents.empty())
        return failure(nothingUsable(reading, table, expected, firstRejection));
    const auto earlier = [](const Incident &a, const Incident &b) { return a.from < b.from; };
    for (std::size_t i = 1; i < incidents.size(); ++i)
        reading.data.unsortedRows += earlier(incidents[i], incidents[i - 1]) ? 1 : 0;
    std::stable_sort(incidents.begin(), incidents.end(), earlier);
    return incidents;
}

} // namespace belvedere
