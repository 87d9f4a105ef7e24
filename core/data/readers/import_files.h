// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "data/readers/import_report.h"
#include "data/store/store.h"

namespace belvedere {

/// The forms that files come in; the names are those of `import --as`.
enum class FileFormat {
    WideCsv, ///< a time column, then one column a site
    LongCsv, ///< rows of time, site and values; without a site column all of one site
    SensorsCsv, ///< code, latitude, longitude; or two end points
    AdjacencyCsv, ///< a square matrix with site codes, or rows of from, to, weight
    IncidentsCsv, ///< time, position, category
    HolidaysCsv, ///< date, name
    TableCsv ///< any columns; never guessed
};

[[nodiscard]] QString formatName(FileFormat format);
/// @return Errc::Usage listing the names.
[[nodiscard]] Result<FileFormat> formatByName(const QString &name);
/// Looks at the first lines.
/// @return Errc::Parse if it fits no known form: empty, not text, no recognisable header.
[[nodiscard]] Result<FileFormat> guessFormat(const QString &file);

/// What zeros in the files mean.
enum class Zeros {
    Auto, ///< missing for speeds, values otherwise
    AreValues,
    AreMissing
};

/// What a column of incidents holds; the names are those of `import --map`.
enum class IncidentMeaning {
    Time, ///< "time": when it happened or began
    End, ///< "to": when it ended
    Latitude, ///< "lat", degrees on WGS 84
    Longitude, ///< "lon"
    Category, ///< "category"
    Severity, ///< "severity": 0 = unknown, 1 = low … 4 = critical
    Description ///< "description"
};
inline constexpr int kIncidentMeaningCount = 7;

[[nodiscard]] QString meaningName(IncidentMeaning meaning);

/// Which column holds what. A column is named as in the header or by its number from 1; a time in
/// two columns, date and time of day, as "DATE+TIME". Meanings that are left out are found by the
/// names of the columns; one with an empty name has no column.
struct IncidentMapping
{
    struct Entry
    {
        IncidentMeaning meaning = IncidentMeaning::Time;
        QString column;
    };
    std::vector<Entry> columns;
    std::optional<bool> header; ///< whether the first row names the columns; absent = guessed
    QString timeFormat; ///< as QDateTime reads it, "dd.MM.yyyy HH:mm"; empty = guessed
};

/// Reads "time=Date,lat=3,lon=4,category=Primary Type". A name with a comma goes by its number.
/// @return Errc::Usage naming what is no part of a mapping.
[[nodiscard]] Result<IncidentMapping> parseIncidentMapping(const QString &text);
/// The mapping that a file of incidents seems to need: columns by their names, or by their
/// numbers where the first row holds none.
/// @return errors as guessFormat(); what cannot be found is left out.
[[nodiscard]] Result<IncidentMapping> guessIncidentMapping(const QString &file);

struct ImportOptions
{
    /// Its name; empty = the file's name, or the folder's if the file's says no more than what is
    /// measured ("speed_mph_5min") or several series are read; in lower case, [a-z0-9-].
    QString dataset;
    std::optional<FileFormat> format; ///< of all files; absent = guessed for each
    QTimeZone zone = QTimeZone::utc(); ///< of times written without one
    QString channel; ///< key; empty = guessed from the file name
    QString unit; ///< empty = guessed from the file name
    QString domain; ///< empty = guessed from the channel
    QString source; ///< origin and licence
    Zeros zeros = Zeros::Auto;
    IncidentMapping incidents; ///< of files of incidents
    /// Where the city lies, if that is known; tells swapped and projected positions apart.
    std::optional<LonLat> cityCentre;
    /// Codes of the stored data set's sites, for files that only complete it: then rows that name
    /// other sites are rejected. Not needed where the files hold a series themselves.
    std::vector<QString> knownSites;
};

/// Reads all files into one data set, storing nothing. Several series become channels of it, or
/// later times of one channel, if they share a step and a grid. Rows that cannot be taken are
/// listed in `rejected`, each with file, line and reason; whether to go on without them is the
/// caller's decision.
/// @return Errc::Io, Errc::Parse for a file that gives nothing at all; Errc::Usage if the files
/// do not belong together (a sensor list without a series, say, for a data set not yet stored).
[[nodiscard]] Result<ImportedData> readFiles(
    const QStringList &files, const ImportOptions &options, const TaskContext &context = {});

/// Stores what readFiles() gave: the table, the series with its sites and ties, then the
/// incidents, then the holidays.
/// @return Errc::Usage for a sensor or adjacency list of a data set that is not stored, or that
/// has none of its sites; for a name that a table has, of a series, or the other way round.
[[nodiscard]] Result<SeriesWritten> storeImported(
    Store &store, const ImportedData &data, const TaskContext &context = {});

} // namespace belvedere
