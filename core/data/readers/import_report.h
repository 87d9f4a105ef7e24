// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "data/column_table.h"
#include "data/dataset.h"
#include "data/holidays.h"
#include "data/incident_table.h"

#include <QString>

#include <optional>
#include <vector>

namespace belvedere {

/// A row or a value that could not be taken, and why.
struct Rejection
{
    QString file;
    qint64 line = 0; ///< counted from 1 in the file, header included; 0 = the file as a whole
    Error reason;
};

inline constexpr std::size_t kMaxRejections = 1000;

/// What an import takes from files before anything is stored.
struct ImportedData
{
    Dataset dataset; ///< sites, ties, channels; `axis` as in `series`
    Series series; ///< empty if the files hold no series
    IncidentTable incidents; ///< empty if the files hold none
    std::vector<Holiday> holidays; ///< each day once, ascending
    std::optional<ColumnTable> table = {}; ///< of FileFormat::TableCsv
    qint64 rows = 0; ///< data rows read
    std::vector<Rejection> rejected; ///< at most kMaxRejections are kept
    qint64 rejectedCount = 0; ///< all of them
    qint64 unsortedRows = 0; ///< rows that stood before an earlier time; taken all the same
    std::vector<Rejection> leftOut; ///< columns that hold no measurements
    qint64 repeatedRows = 0; ///< rows that say again what an earlier row said
    qint64 mergedRows = 0; ///< rows that a later one of the same step replaced
    qint64 zerosAsMissing = 0; ///< zeros that were read as "nothing measured"
    qint64 suspectValues = 0; ///< values that cannot be; kept with Quality::Suspect
    /// Incidents whose position lies far outside that of the others. They are taken all the same.
    std::vector<Rejection> outside; ///< at most kMaxRejections are kept
    qint64 outsideCount = 0; ///< all of them
    qint64 withoutPosition = 0; ///< incidents
    qint64 withoutCategory = 0; ///< incidents; they count as "unknown"
    qint64 sameIncidents = 0; ///< that say the same as an earlier one; taken all the same

    void reject(const QString &file, qint64 line, Error reason)
    {
        ++rejectedCount;
        if (rejected.size() < kMaxRejections)
            rejected.push_back({file, line, std::move(reason)});
    }
};

} // namespace belvedere
