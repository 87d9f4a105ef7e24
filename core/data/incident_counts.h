// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "data/dataset.h"
#include "data/incident_table.h"

namespace belvedere {

/// What becomes a site of a counting series.
enum class CountBy {
    All, ///< one site for all incidents
    Type, ///< one for each incidentType()
    Cell, ///< one for each square of a grid in which something happened
    CellAndType ///< one for each type in each such square
};

struct CountSpec
{
    QString dataset; ///< name of the new data set
    CountBy by = CountBy::Type;
    UtcMs stepMs = kMsPerHour;
    double cellM = 1000.0; ///< edge of a cell in metres
    QTimeZone zone = QTimeZone::utc(); ///< steps begin with its midnight
};

/// How often something happened, in each step.
struct IncidentCounts
{
    Dataset dataset; ///< domain "safety", channel "count"
    Series series; ///< 0 where nothing happened; the values add up to `counted`
    qint64 counted = 0;
    qint64 outsideSpan = 0; ///< in a first or last step that the table does not cover
    qint64 withoutPosition = 0; ///< left out of cells
};

/// What a category belongs to: "EMS: BACK PAINS" and "EMS: FALL" are both "EMS".
[[nodiscard]] QString incidentType(const QString &category);

/// Makes a counting series of an incident table. The first and the last step are left out if the
/// table seems to cover only a part of them: if it is silent towards the step's end for more than
/// five times the mean distance of its incidents. Cells lie on a grid about a round position near
/// the median of all incidents.
/// @return Errc::Usage for a step or a cell size that makes no sense; Errc::Shape if the table has
/// too few incidents for a step, or the series would not fit into memory.
[[nodiscard]] Result<IncidentCounts> countIncidents(
    const IncidentTable &table, const CountSpec &spec, const TaskContext &context = {});

/// Whether `counted` may be merged into the stored data set of its name.
/// @return Errc::Usage if that was counted in other steps or for other sites.
[[nodiscard]] Result<> checkSameCounting(const Dataset &stored, const Dataset &counted);

} // namespace belvedere
