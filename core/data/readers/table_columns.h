// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/readers/series_part.h"
#include "data/readers/time_reader.h"

namespace belvedere {

/// How a number comes out of a row.
enum class CellMeaning {
    Number,
    FromEast, ///< of a wind direction: 1 = from the east, -1 = from the west
    FromNorth,
    Taken, ///< capacity less what is free
    ShareTaken, ///< of the capacity, in %
    ShareOfFree ///< the same from a column of what is free
};

/// One channel of a table of readings.
struct Quantity
{
    ChannelGuess guess;
    int column = -1;
    CellMeaning meaning = CellMeaning::Number;
    int capacity = -1; ///< column, where the meaning needs one
};

/// What the columns of a table of readings are.
struct TableColumns
{
    TimeCells time;
    int site = -1; ///< -1 = the table is one site
    int holiday = -1;
    std::vector<Quantity> quantities;
};

/// The column that names the site of a row, or -1. "id" or "index" that rises from row to row
/// numbers the rows.
[[nodiscard]] int findSiteCells(CsvTable &table);
/// Columns that hold no measurements are listed in `reading.data.leftOut`.
[[nodiscard]] TableColumns findTableColumns(CsvTable &table, FileReading &reading);
/// Whether a table without a site column holds one column for each quantity, by their names, not
/// one for each site.
[[nodiscard]] bool namesQuantities(CsvTable &table, const TimeCells &time);

/// The value of a quantity in a row; kMissing where a cell is missing.
/// @return Errc::Parse, naming cell and column, if it is no number.
[[nodiscard]] Result<float> readQuantity(
    const CsvRow &row, const Quantity &quantity, const QStringList &header);

} // namespace belvedere
