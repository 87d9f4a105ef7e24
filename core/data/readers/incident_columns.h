// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/readers/csv_table.h"
#include "data/readers/import_files.h"
#include "data/readers/time_reader.h"

#include <array>

namespace belvedere {

/// The columns of a table of incidents; -1 where there is none.
struct IncidentColumns
{
    TimeCells time;
    std::array<int, kIncidentMeaningCount> of{};

    [[nodiscard]] int column(IncidentMeaning meaning) const
    {
        return of[static_cast<std::size_t>(meaning)];
    }
};

/// Whether the first row holds an incident rather than the names of the columns.
[[nodiscard]] bool beginsWithIncident(const CsvTable &table);
/// As the mapping says, the others by their names, or by what they hold where they have none. A
/// table without names becomes one of numbered columns.
/// @return Errc::Usage for a column that is not there, listing those that are.
[[nodiscard]] Result<IncidentColumns> findIncidentColumns(
    CsvTable &table, const IncidentMapping &mapping);

} // namespace belvedere
