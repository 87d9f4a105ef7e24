// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/site.h"
#include "data/readers/file_reading.h"

namespace belvedere {

/// A site as a sensor list names it, with its place in the file.
struct ListedSite
{
    Site site;
    qint64 line = 0;
};

/// A tie between codes, with its place in the file.
struct ListedTie
{
    QString from;
    QString to;
    float weight = 0.0F;
    qint64 line = 0;
};

/// Rows of code, latitude, longitude; or of code and two end points, whose middle is the position.
[[nodiscard]] Result<std::vector<ListedSite>> readSensorList(CsvTable &table, FileReading &reading);
/// A square matrix with the codes in the header and in the first column, where 0 is no tie; or
/// rows of from, to, weight. The diagonal is left out.
[[nodiscard]] Result<std::vector<ListedTie>> readAdjacency(CsvTable &table, FileReading &reading);
/// Whether the header is that of rows of from, to, weight.
[[nodiscard]] bool isTieList(const QStringList &header);
/// Rows of time, latitude, longitude, category, in any order of time.
[[nodiscard]] Result<std::vector<Incident>> readIncidents(CsvTable &table, FileReading &reading);
[[nodiscard]] int findCategoryColumn(const QStringList &header);
/// Rows of date and name of public holidays. A day that stands twice keeps its first name.
[[nodiscard]] Result<std::vector<Holiday>> readHolidays(CsvTable &table, FileReading &reading);
/// Whether the header is that of such rows, and of nothing else.
[[nodiscard]] bool isHolidayList(const QStringList &header);

/// guessFormat() for a table that is already open.
[[nodiscard]] Result<FileFormat> guessFormat(CsvTable &table);

} // namespace belvedere
