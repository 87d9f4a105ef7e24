// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "data/dataset.h"
#include "data/incident_table.h"
#include "safety/study_area.h"

#include <QStringList>

#include <memory>
#include <optional>

namespace belvedere {

struct AreaSpec
{
    double cellM = 500.0; ///< edge of a cell
    AreaExtent kind = AreaExtent::CellsWithIncidents;
    /// End of the training span, which decides what belongs to the area; absent = all incidents.
    std::optional<UtcMs> trainedUntil;
    std::optional<LonLatBox> box; ///< what lies outside is left out; absent = usualBox()
    std::optional<LonLat> origin; ///< corner of a cell; absent = gridOrigin()
    std::optional<double> trueLatitude; ///< see SquareGrid::make()
};

inline constexpr int kOutsideArea = -1;

struct PlacedIncident
{
    UtcMs at = 0;
    std::int32_t cell = kOutsideArea; ///< kOutsideArea: in the box, yet in no cell of the area
    std::int32_t type = 0; ///< position in CellIncidents::types
};

/// An incident that no figure counts, and why.
struct LeftOutIncident
{
    std::size_t incident = 0; ///< position in the table
    bool hasPosition = false; ///< and then lies outside the box
};

/// The incidents of a table on the cells of an area. placed + leftOut are all of them.
struct CellIncidents
{
    StudyArea area;
    AreaExtent kind = AreaExtent::CellsWithIncidents;
    LonLatBox box;
    QStringList types; ///< incidentType() of the categories, sorted
    std::vector<PlacedIncident> placed; ///< by time
    std::vector<LeftOutIncident> leftOut;
    QString source;
    bool simulated = false;

    [[nodiscard]] int outsideArea() const; ///< of those placed
    /// Position of the type, or -1.
    [[nodiscard]] int typeIndex(const QString &type) const
    {
        return static_cast<int>(types.indexOf(type));
    }
    /// From the first incident to just after the last one.
    [[nodiscard]] TimeRange span() const;
};

inline constexpr int kAllTypes = -1;

/// @return Errc::Usage for a cell size of zero, too many cells, or a box that holds no incident;
/// Errc::Shape if no incident has a position, or none lies in the training span.
[[nodiscard]] Result<CellIncidents> placeIncidents(
    const IncidentTable &table, const AreaSpec &spec, const TaskContext &context = {});

/// How many incidents of `type` happened in `range`, by cell. [cells]
[[nodiscard]] std::vector<double> countMap(
    const CellIncidents &incidents, TimeRange range = {}, int type = kAllTypes);

} // namespace belvedere
