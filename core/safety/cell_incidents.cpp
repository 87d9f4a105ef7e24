// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/cell_incidents.h"

#include "data/incident_counts.h"

#include <QHash>

#include <algorithm>

namespace belvedere {

namespace {

constexpr std::size_t kBetweenCancels = 65536;

std::vector<LonLat> positionsOf(const IncidentTable &table)
{
    std::vector<LonLat> positions;
    positions.reserve(table.incidents.size());
    for (const Incident &incident : table.incidents) {
        if (incident.position)
            positions.push_back(*incident.position);
    }
    return positions;
}

/// An incident before it has a number of a cell.
struct InBox
{
    UtcMs at = 0;
    GridCell cell;
    std::int32_t type = 0;
};

/// Numbers for the types, in the order in which they come.
class TypeNumbers
{
public:
    std::int32_t numberOf(const QString &category)
    {
        const auto known = m_byCategory.constFind(category);
        if (known != m_byCategory.cend())
            return *known;
        const QString type = incidentType(category);
        qsizetype number = m_types.indexOf(type);
        if (number < 0) {
            number = m_types.size();
            m_types += type;
        }
        m_byCategory.insert(category, static_cast<std::int32_t>(number));
        return static_cast<std::int32_t>(number);
    }
    /// Sorts the types; `placed` gets their new numbers.
    [[nodiscard]] QStringList sorted(std::vector<PlacedIncident> &placed) const
    {
        QStringList types = m_types;
        types.sort();
        std::vector<std::int32_t> renamed;
        for (const QString &type : m_types)
            renamed.push_back(static_cast<std::int32_t>(types.indexOf(type)));
        for (PlacedIncident &incident : placed)
            incident.type = renamed[static_cast<std::size_t>(incident.type)];
        return types;
    }

private:
    QHash<QString, std::int32_t> m_byCategory;
    QStringList m_types;
};

Result<StudyArea> areaOf(const SquareGrid &grid, const std::vector<InBox> &inBox,
    const LonLatBox &box, const AreaSpec &spec)
{
    if (spec.kind == AreaExtent::WholeBox)
        return StudyArea::ofBox(grid, box);
    std::vector<GridCell> cells;
    for (const InBox &incident : inBox) {
        if (!spec.trainedUntil || incident.at < *spec.trainedUntil)
            cells.push_back(incident.cell);
    }
    if (cells.empty())
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error",
                "No incident lies in the training span, which ends at %1. Choose fewer test "
                "weeks."),
            {spec.trainedUntil ? formatUtc(*spec.trainedUntil) : QString()});
    return StudyArea::make(grid, std::move(cells));
}

Result<LonLatBox> boxOf(const IncidentTable &table, const AreaSpec &spec)
{
    const std::vector<LonLat> positions = positionsOf(table);
    if (positions.empty())
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error",
                "No incident of %1 has a position. Import it with its coordinates to see where "
                "they are."),
            {table.name});
    return spec.box ? *spec.box : usualBox(positions);
}

} // namespace

int CellIncidents::outsideArea() const
{
    return static_cast<int>(std::count_if(placed.begin(), placed.end(),
        [](const PlacedIncident &incident) { return incident.cell == kOutsideArea; }));
}

TimeRange CellIncidents::span() const
{
    return placed.empty() ? TimeRange{0, 0} : TimeRange{placed.front().at, placed.back().at + 1};
}

Result<CellIncidents> placeIncidents(
    const IncidentTable &table, const AreaSpec &spec, const TaskContext &context)
{
    CellIncidents result;
    result.kind = spec.kind;
    result.source = table.source;
    result.simulated = table.simulated;
    const LonLat origin = spec.origin ? *spec.origin : gridOrigin(positionsOf(table));
    BV_TRY(const SquareGrid grid, SquareGrid::make(origin, spec.cellM, spec.trueLatitude));
    BV_TRY(result.box, boxOf(table, spec));

    std::vector<InBox> inBox;
    inBox.reserve(table.incidents.size());
    TypeNumbers types;
    for (std::size_t i = 0; i < table.incidents.size(); ++i) {
        if (i % kBetweenCancels == 0 && context.cancelled())
            return cancelledFailure();
        const Incident &incident = table.incidents[i];
        if (!incident.position || !result.box.contains(*incident.position))
            result.leftOut.push_back({i, incident.position.has_value()});
        else
            inBox.push_back(
                {incident.from, grid.at(*incident.position), types.numberOf(incident.category)});
    }
    if (inBox.empty())
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "The box holds none of the incidents of %1. Give west, south, east, north in "
                "degrees."),
            {table.name});
    BV_TRY(result.area, areaOf(grid, inBox, result.box, spec));
    result.placed.reserve(inBox.size());
    for (const InBox &incident : inBox)
        result.placed.push_back({incident.at, result.area.indexOf(incident.cell), incident.type});
    result.types = types.sorted(result.placed);
    const auto earlier = [](const PlacedIncident &a, const PlacedIncident &b) {
        return a.at < b.at;
    };
    if (!std::is_sorted(result.placed.begin(), result.placed.end(), earlier))
        std::stable_sort(result.placed.begin(), result.placed.end(), earlier);
    return result;
}

std::vector<double> countMap(const CellIncidents &incidents, TimeRange range, int type)
{
    std::vector<double> counts(static_cast<std::size_t>(incidents.area.size()), 0.0);
    for (const PlacedIncident &incident : incidents.placed) {
        if (incident.cell != kOutsideArea && range.contains(incident.at)
            && (type == kAllTypes || incident.type == type))
            counts[static_cast<std::size_t>(incident.cell)] += 1.0;
    }
    return counts;
}

} // namespace belvedere
