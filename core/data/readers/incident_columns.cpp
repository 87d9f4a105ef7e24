// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/readers/incident_columns.h"

#include "data/readers/csv_values.h"
#include "data/readers/place_readers.h"

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

constexpr std::array<const char *, kIncidentMeaningCount> kMeaningNames = {
    "time", "to", "lat", "lon", "category", "severity", "description"};
constexpr int kNoColumn = -1;

QStringList keys(const char *names)
{
    return QString::fromLatin1(names).split(QLatin1Char(' '));
}

int &columnOf(IncidentColumns &columns, IncidentMeaning meaning)
{
    return columns.of[static_cast<std::size_t>(meaning)];
}

bool isDate(const QString &cell)
{
    const QByteArray text = cell.toUtf8();
    return looksLikeTime(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
}

/// A number with decimals, as coordinates have.
bool isCoordinate(const QString &cell)
{
    bool ok = false;
    (void)cell.toDouble(&ok);
    return ok && cell.contains(QLatin1Char('.'));
}

/// By what the cells of the first row hold: a time, two numbers with decimals, a text. Of the two
/// the latitude comes first, unless only the second one can be a latitude.
void findByContent(const QStringList &cells, IncidentColumns &columns)
{
    std::vector<int> coordinates;
    int text = kNoColumn;
    for (int i = 0; i < cells.size(); ++i) {
        bool number = false;
        (void)cells[i].toDouble(&number);
        if (isDate(cells[i])) {
            if (!columns.time.found())
                columns.time = {TimeCells::Form::Whole, {i}};
        } else if (isCoordinate(cells[i])) {
            coordinates.push_back(i);
        } else if (!number && !cells[i].isEmpty() && text == kNoColumn) {
            text = i;
        }
    }
    int &lat = columnOf(columns, IncidentMeaning::Latitude);
    int &lon = columnOf(columns, IncidentMeaning::Longitude);
    if (coordinates.size() == 2 && lat == kNoColumn && lon == kNoColumn) {
        constexpr double kLargestLat = 90.0;
        const bool swapped = std::abs(cells[coordinates[0]].toDouble()) > kLargestLat
            && std::abs(cells[coordinates[1]].toDouble()) <= kLargestLat;
        lat = coordinates[swapped ? 1 : 0];
        lon = coordinates[swapped ? 0 : 1];
    }
    if (columnOf(columns, IncidentMeaning::Category) == kNoColumn)
        columnOf(columns, IncidentMeaning::Category) = text;
}

void findByName(CsvTable &table, IncidentColumns &columns)
{
    const QStringList &header = table.header();
    columns.time = findTimeCells(table);
    columnOf(columns, IncidentMeaning::End) =
        findColumn(header, keys("end_time to_time endtime to_date end"));
    columnOf(columns, IncidentMeaning::Latitude) = findLatColumn(header);
    columnOf(columns, IncidentMeaning::Longitude) = findLonColumn(header);
    columnOf(columns, IncidentMeaning::Category) = findCategoryColumn(header);
    columnOf(columns, IncidentMeaning::Severity) = findColumn(header, keys("severity"));
    columnOf(columns, IncidentMeaning::Description) =
        findColumn(header, keys("description desc details location_description addr address"));
}

Result<int> columnNamed(const CsvTable &table, const QString &name)
{
    const QStringList &header = table.header();
    if (const auto at = header.indexOf(name); at >= 0)
        return static_cast<int>(at);
    if (const int at = findColumn(header, {headerKey(name)}); at >= 0 && !headerKey(name).isEmpty())
        return at;
    bool isNumber = false;
    const int number = name.toInt(&isNumber);
    if (isNumber && number >= 1 && number <= header.size())
        return number - 1;
    return failure(Errc::Usage,
        QT_TRANSLATE_NOOP("Error",
            "There is no column \"%1\". The columns are: %2; they can also be called by their "
            "numbers, 1 to %3."),
        {name, table.headerText(), QString::number(header.size())},
        QStringLiteral("%1:%2").arg(table.file()).arg(table.headerLine()));
}

Result<TimeCells> timeNamed(const CsvTable &table, const QString &name)
{
    if (name.isEmpty())
        return TimeCells();
    auto whole = columnNamed(table, name);
    if (whole)
        return TimeCells{TimeCells::Form::Whole, {*whole}};
    const auto plus = name.indexOf(QLatin1Char('+'));
    if (plus < 0)
        return failure(whole.error());
    BV_TRY(const int date, columnNamed(table, name.left(plus).trimmed()));
    BV_TRY(const int hour, columnNamed(table, name.mid(plus + 1).trimmed()));
    return TimeCells{TimeCells::Form::DateAndTime, {date, hour}};
}

} // namespace

bool beginsWithIncident(const CsvTable &table)
{
    const QStringList &cells = table.header();
    return std::any_of(cells.begin(), cells.end(), isDate)
        && std::count_if(cells.begin(), cells.end(), isCoordinate) >= 2;
}

Result<IncidentColumns> findIncidentColumns(CsvTable &table, const IncidentMapping &mapping)
{
    IncidentColumns columns;
    columns.of.fill(kNoColumn);
    if (!mapping.header.value_or(!beginsWithIncident(table))) {
        findByContent(table.header(), columns);
        table.takeHeaderAsRow();
    } else {
        findByName(table, columns);
    }
    for (const IncidentMapping::Entry &entry : mapping.columns) {
        if (entry.meaning == IncidentMeaning::Time) {
            BV_TRY(columns.time, timeNamed(table, entry.column));
            continue;
        }
        int &column = columnOf(columns, entry.meaning);
        column = kNoColumn;
        if (!entry.column.isEmpty()) {
            BV_TRY(column, columnNamed(table, entry.column));
        }
    }
    return columns;
}

int findCategoryColumn(const QStringList &header)
{
    return findColumn(header,
        keys("category primary_type incident_type event_type crash_type type title kind event "
             "crime offense"));
}

QString meaningName(IncidentMeaning meaning)
{
    return QString::fromLatin1(kMeaningNames[static_cast<std::size_t>(meaning)]);
}

Result<IncidentMapping> parseIncidentMapping(const QString &text)
{
    IncidentMapping mapping;
    QStringList known;
    for (const char *const name : kMeaningNames)
        known += QString::fromLatin1(name);
    for (const QString &part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const auto equals = part.indexOf(QLatin1Char('='));
        const auto meaning = known.indexOf(part.left(std::max<qsizetype>(0, equals)).trimmed());
        if (meaning < 0)
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP("Error",
                    "\"%1\" says of no column what it holds. Write MEANING=COLUMN, where MEANING "
                    "is one of: %2."),
                {part, known.join(QStringLiteral(", "))});
        mapping.columns.push_back(
            {static_cast<IncidentMeaning>(meaning), part.mid(equals + 1).trimmed()});
    }
    return mapping;
}

Result<IncidentMapping> guessIncidentMapping(const QString &file)
{
    BV_TRY(CsvTable table, CsvTable::open(file));
    IncidentMapping mapping;
    mapping.header = !beginsWithIncident(table);
    BV_TRY(const IncidentColumns columns, findIncidentColumns(table, mapping));
    for (int i = 0; i < kIncidentMeaningCount; ++i) {
        const auto meaning = static_cast<IncidentMeaning>(i);
        const bool time = meaning == IncidentMeaning::Time;
        QStringList names;
        if (time) {
            for (const int column : columns.time.columns)
                names += table.header()[column];
        } else if (columns.column(meaning) >= 0) {
            names += table.header()[columns.column(meaning)];
        }
        // A time in year, month and day is found again by their names.
        if (!names.isEmpty() && columns.time.form != TimeCells::Form::Parts)
            mapping.columns.push_back({meaning, names.join(QLatin1Char('+'))});
        else if (!names.isEmpty() && !time)
            mapping.columns.push_back({meaning, names.front()});
    }
    return mapping;
}

} // namespace belvedere
