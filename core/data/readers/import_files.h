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
    HolidaysCsv ///< date, name
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

/// Stores what readFiles() gave: the series with its sites and ties, then the incidents, then the
/// holidays.
/// @return Errc::Usage for a sensor or adjacency list of a data set that is not stored, or that
/// has none of its sites.
[[nodiscard]] Result<SeriesWritten> storeImported(
    Store &store, const ImportedData &data, const TaskContext &context = {});

} // namespace belvedere
