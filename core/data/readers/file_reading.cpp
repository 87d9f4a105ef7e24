// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/readers/file_reading.h"

#include "data/readers/csv_values.h"

namespace belvedere {

Result<> FileReading::advance(const CsvTable &table)
{
    constexpr qint64 kBytesBetween = qint64(1) << 17; // a few milliseconds of reading
    if (table.position() >= reportedAt && table.position() - reportedAt < kBytesBetween)
        return {};
    reportedAt = table.position();
    context.progress(bytesBefore + table.position(), bytesInAll, table.file());
    if (context.cancelled())
        return cancelledFailure();
    return {};
}

Result<> FileReading::checkCancelled(std::size_t index) const
{
    constexpr std::size_t kEvery = 4096;
    if (index % kEvery == 0 && context.cancelled())
        return cancelledFailure();
    return {};
}

void FileReading::reject(const CsvTable &table, qint64 line, Error reason)
{
    data.reject(table.file(), line, std::move(reason));
}

Result<bool> FileReading::nextRow(CsvTable &table, CsvRow &row)
{
    while (table.next(row)) {
        BV_TRY_VOID(advance(table));
        ++data.rows;
        if (row.unterminated)
            reject(table, row.line, unterminatedQuote());
        else if (static_cast<qsizetype>(row.cells.size()) != table.header().size())
            reject(table, row.line, raggedRow(row.cells.size(), table.header().size()));
        else
            return true;
    }
    return false;
}

Error nothingUsable(const FileReading &reading, const CsvTable &table, const QString &expected,
    std::size_t firstRejection)
{
    const std::vector<Rejection> &rejected = reading.data.rejected;
    if (firstRejection < rejected.size()) {
        const Rejection &first = rejected[firstRejection];
        Error told = first.reason;
        told.where.clear();
        return Error{Errc::Parse,
            QT_TRANSLATE_NOOP("Error",
                "No row could be used. Expected: %1. Found the header \"%2\". "
                "The first problem is in line %3: %4"),
            {expected, table.headerText(), QString::number(first.line), told.message()},
            table.file(), {}};
    }
    return Error{Errc::Parse,
        QT_TRANSLATE_NOOP(
            "Error", "There are no rows below the header. Expected: %1. Found the header \"%2\"."),
        {expected, table.headerText()}, table.file(), {}};
}

} // namespace belvedere
