// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/column_table.h"
#include "data/readers/file_reading.h"

#include <map>

namespace belvedere {

/// Reads a file of any columns. What a column holds is told by its cells: numbers; times; a name
/// of few (a category); else text, which is not kept. A column of which nearly all cells are
/// numbers, or times, is one of these, and rows with other cells in it are rejected, naming cell
/// and column. A column without any value is left out and listed.
/// @param kinds  that columns are to be read as, whatever they look like.
/// @return Errc::Parse for a header that names a column twice, or a file without a usable row.
[[nodiscard]] Result<ColumnTable> readColumnTable(
    CsvTable &table, FileReading &reading, const std::map<QString, ColumnKind> &kinds = {});

/// A file to predict for: columns that `kinds` names are read as these, others are left out.
/// Rows with cells that do not fit are an error, naming file, line and column.
/// @return Errc::NotFound naming the columns that the file lacks.
[[nodiscard]] Result<ColumnTable> readTableFor(const QString &file,
    const std::map<QString, ColumnKind> &kinds, const QTimeZone &zone,
    const TaskContext &context = {});

} // namespace belvedere
