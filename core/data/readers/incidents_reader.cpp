// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/readers/csv_values.h"
#include "data/readers/incident_columns.h"
#include "data/readers/place_readers.h"
#include "data/readers/position_form.h"
#include "data/readers/time_reader.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace belvedere {

namespace {

constexpr int kMaxSeverity = 4;

std::string_view cellAt(const CsvRow &row, int column)
{
    return column < 0 ? std::string_view() : row.cells[static_cast<std::size_t>(column)];
}

Result<Incident> incidentOf(const CsvRow &row, const IncidentColumns &columns, TimeReader &times)
{
    const auto cell = [&](IncidentMeaning meaning) { return cellAt(row, columns.column(meaning)); };
    Incident incident;
    BV_TRY(incident.from, times.read(row));
    if (const std::string_view end = cell(IncidentMeaning::End); !end.empty()) {
        BV_TRY(const UtcMs to, times.read(end));
        if (to < incident.from)
            return failure(Errc::Parse, QT_TRANSLATE_NOOP("Error", "It ends before it begins."));
        incident.to = to;
    }
    BV_TRY(incident.position,
        readPosition(cell(IncidentMeaning::Latitude), cell(IncidentMeaning::Longitude)));
    incident.category = toQString(cell(IncidentMeaning::Category)).trimmed();
    incident.description = toQString(cell(IncidentMeaning::Description));
    double severity = 0.0;
    if (readDouble(cell(IncidentMeaning::Severity), severity) == CellKind::Number)
        incident.severity =
            static_cast<int>(std::lround(std::clamp(severity, 0.0, double(kMaxSeverity))));
    return incident;
}

/// Looks at the first positions, so that a file in feet is refused as a whole.
Result<> checkPositions(
    CsvTable &table, const IncidentColumns &columns, const std::optional<LonLat> &near)
{
    constexpr std::size_t kPositions = 2000;
    struct Sample
    {
        double lat = 0.0;
        double lon = 0.0;
        QString latCell;
        QString lonCell;
    };
    std::vector<Sample> samples;
    CsvRow row;
    const auto width = static_cast<std::size_t>(table.header().size());
    while (samples.size() < kPositions && table.next(row)) {
        if (row.cells.size() != width)
            continue;
        const auto latCell = cellAt(row, columns.column(IncidentMeaning::Latitude));
        const auto lonCell = cellAt(row, columns.column(IncidentMeaning::Longitude));
        Sample sample;
        if (readDouble(latCell, sample.lat) == CellKind::Number
            && readDouble(lonCell, sample.lon) == CellKind::Number) {
            sample.latCell = toQString(latCell);
            sample.lonCell = toQString(lonCell);
            samples.push_back(sample);
        }
    }
    table.rewind();
    if (samples.empty())
        return {};
    const auto middle = samples.begin() + static_cast<std::ptrdiff_t>(samples.size() / 2);
    std::nth_element(samples.begin(), middle, samples.end(),
        [](const Sample &a, const Sample &b) { return a.lon < b.lon; });
    const double lon = middle->lon;
    std::nth_element(samples.begin(), middle, samples.end(),
        [](const Sample &a, const Sample &b) { return a.lat < b.lat; });
    const PositionForm form = guessPositionForm(middle->lat, lon, near);
    if (form == PositionForm::Degrees)
        return {};
    Error error = notDegrees(form, middle->latCell, middle->lonCell);
    error.where = table.file();
    return failure(std::move(error));
}

std::size_t hashOf(const Incident &incident)
{
    std::size_t hash = qHash(incident.category, qHash(incident.description, size_t(incident.from)));
    if (incident.position)
        hash = qHash(incident.position->lon, qHash(incident.position->lat, hash));
    return hash;
}

bool same(const Incident &a, const Incident &b)
{
    return a.from == b.from && a.to == b.to && a.position == b.position && a.category == b.category
        && a.description == b.description && a.severity == b.severity;
}

/// Incidents that say what an earlier one said. They may well be different ones: two thefts at one
/// corner in one minute.
qint64 repeatedOf(const std::vector<Incident> &incidents)
{
    std::unordered_multimap<std::size_t, std::size_t> seen;
    seen.reserve(incidents.size());
    qint64 repeated = 0;
    for (std::size_t i = 0; i < incidents.size(); ++i) {
        const std::size_t hash = hashOf(incidents[i]);
        const auto [first, last] = seen.equal_range(hash);
        const bool known = std::any_of(first, last,
            [&](const auto &entry) { return same(incidents[entry.second], incidents[i]); });
        if (known)
            ++repeated;
        else
            seen.emplace(hash, i);
    }
    return repeated;
}

/// What an incident says of itself; its line is needed once all are known.
struct ReadIncident
{
    Incident incident;
    qint64 line = 0;
};

void reportOutside(const std::vector<ReadIncident> &read, const QString &file, ImportedData &data)
{
    std::vector<LonLat> positions;
    for (const ReadIncident &each : read) {
        if (each.incident.position)
            positions.push_back(*each.incident.position);
    }
    const auto area = outsideArea(positions);
    for (const ReadIncident &each : read) {
        if (!area || !each.incident.position || !area->has(*each.incident.position))
            continue;
        ++data.outsideCount;
        if (data.outside.size() == kMaxRejections)
            continue;
        const double km = distanceM(area->middle, *each.incident.position) / 1000.0;
        data.outside.push_back({file, each.line,
            Error{Errc::Parse,
                QT_TRANSLATE_NOOP("Error",
                    "Latitude %1, longitude %2 lies %3 km from the middle of the others, which "
                    "reach %4 km. It is stored all the same; correct it if it is wrong."),
                {QString::number(each.incident.position->lat),
                    QString::number(each.incident.position->lon), QString::number(km, 'f', 0),
                    QString::number(area->reachM / 1000.0, 'f', 0)},
                {}, {}}});
    }
}

Result<std::vector<ReadIncident>> readRows(
    CsvTable &table, FileReading &reading, const IncidentColumns &columns, TimeReader &times)
{
    std::vector<ReadIncident> read;
    CsvRow row;
    for (;;) {
        BV_TRY(const bool more, reading.nextRow(table, row));
        if (!more)
            return read;
        auto incident = incidentOf(row, columns, times);
        if (!incident) {
            reading.reject(table, row.line, std::move(incident.error()));
            continue;
        }
        reading.data.withoutPosition += incident->position ? 0 : 1;
        reading.data.withoutCategory += incident->category.isEmpty() ? 1 : 0;
        read.push_back({std::move(*incident), row.line});
    }
}

} // namespace

Result<std::vector<Incident>> readIncidents(CsvTable &table, FileReading &reading)
{
    const QString expected = QStringLiteral("time, latitude, longitude, category");
    const std::size_t firstRejection = reading.data.rejected.size();
    const IncidentMapping &mapping = reading.options.incidents;
    BV_TRY(const IncidentColumns columns, findIncidentColumns(table, mapping));
    if (!columns.time.found() || columns.column(IncidentMeaning::Latitude) < 0
        || columns.column(IncidentMeaning::Longitude) < 0)
        return failure(Errc::Parse,
            QT_TRANSLATE_NOOP("Error",
                "Incidents need the columns %1. Found the columns \"%2\". Say which column holds "
                "what, by name or number."),
            {expected, table.headerText()},
            QStringLiteral("%1:%2").arg(table.file()).arg(table.headerLine()));
    BV_TRY_VOID(checkPositions(table, columns, reading.options.cityCentre));
    TimeReader times(columns.time, reading.options.zone);
    times.setFormat(mapping.timeFormat);
    times.detect(table);
    BV_TRY(std::vector<ReadIncident> read, readRows(table, reading, columns, times));
    if (read.empty())
        return failure(nothingUsable(reading, table, expected, firstRejection));
    reportOutside(read, table.file(), reading.data);
    std::vector<Incident> incidents;
    incidents.reserve(read.size());
    for (ReadIncident &each : read)
        incidents.push_back(std::move(each.incident));
    const auto earlier = [](const Incident &a, const Incident &b) { return a.from < b.from; };
    for (std::size_t i = 1; i < incidents.size(); ++i)
        reading.data.unsortedRows += earlier(incidents[i], incidents[i - 1]) ? 1 : 0;
    std::stable_sort(incidents.begin(), incidents.end(), earlier);
    reading.data.sameIncidents += repeatedOf(incidents);
    return incidents;
}

} // namespace belvedere
