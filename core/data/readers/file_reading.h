// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/readers/csv_table.h"
#include "data/readers/import_files.h"

namespace belvedere {

/// What the reader of one file works with.
struct FileReading
{
    const ImportOptions &options;
    const TaskContext &context;
    ImportedData &data; ///< takes rows and rejections
    qint64 bytesBefore = 0; ///< of the files already read
    qint64 bytesInAll = 0;
    qint64 reportedAt = 0;

    /// Reports progress and looks at cancel, once in a while.
    [[nodiscard]] Result<> advance(const CsvTable &table);
    /// For loops after the reading: looks at cancel at every 4096th `index`.
    [[nodiscard]] Result<> checkCancelled(std::size_t index) const;
    void reject(const CsvTable &table, qint64 line, Error reason);
    /// The next row that has as many cells as the header; others are rejected. False at the end.
    [[nodiscard]] Result<bool> nextRow(CsvTable &table, CsvRow &row);
};

/// Why a file gave nothing: what was expected, its header, and the first problem of its rows.
/// @param firstRejection  data.rejected.size() before the file was read.
[[nodiscard]] Error nothingUsable(const FileReading &reading, const CsvTable &table,
    const QString &expected, std::size_t firstRejection);

} // namespace belvedere
