// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/readers/gmns_reader.h"

#include "traffic/readers/text_lines.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace belvedere {

namespace {

/// A CSV file with a heading; columns are found by name in any case.
class CsvTable
{
public:
    static Result<CsvTable> open(const QString &file)
    {
        BV_TRY(TextLines lines, TextLines::read(file));
        CsvTable table(std::move(lines));
        const auto heading = table.m_lines.next();
        if (!heading)
            return failure(Errc::Parse, QT_TRANSLATE_NOOP("Error", "The file is empty."), {},
                table.m_lines.file());
        std::vector<std::string_view> names;
        splitCells(*heading, names);
        for (const std::string_view name : names)
            table.m_names.push_back(textOf(name).trimmed().toLower());
        return table;
    }

    /// -1 = there is no such column.
    [[nodiscard]] int find(QLatin1String name) const
    {
        return static_cast<int>(m_names.indexOf(name));
    }
    Result<int> need(QLatin1String name) const
    {
        if (find(name) < 0)
            return failure(Errc::Parse, QT_TRANSLATE_NOOP("Error", "The column \"%1\" is missing."),
                {name}, m_lines.file());
        return find(name);
    }

    /// The next line that is not empty.
    bool next()
    {
        while (const auto line = m_lines.next()) {
            if (line->empty())
                continue;
            splitCells(*line, m_cells);
            return true;
        }
        return false;
    }

    [[nodiscard]] std::string_view cell(int column) const
    {
        return column >= 0 && static_cast<std::size_t>(column) < m_cells.size()
            ? m_cells[static_cast<std::size_t>(column)]
            : std::string_view();
    }
    Result<double> number(int column, double missing) const
    {
        if (cell(column).empty())
            return missing;
        const auto value = numberOf(cell(column));
        return value ? Result<double>(*value) : notANumber(column);
    }
    Result<double> number(int column) const
    {
        const auto value = numberOf(cell(column));
        return value ? Result<double>(*value) : notANumber(column);
    }
    Result<std::int64_t> id(int column) const
    {
        // Some tools write ids as 12.0.
        const auto value = numberOf(cell(column));
        if (!value || *value != std::floor(*value) || std::abs(*value) > 1e15)
            return notANumber(column);
        return static_cast<std::int64_t>(*value);
    }
    [[nodiscard]] QString where() const { return m_lines.where(); }

private:
    explicit CsvTable(TextLines lines)
        : m_lines(std::move(lines))
    {
    }
    tl::unexpected<Error> notANumber(int column) const
    {
        return failure(Errc::Parse,
            QT_TRANSLATE_NOOP("Error", "\"%1\" in the column \"%2\" is not a number."),
            {textOf(cell(column)), m_names.value(column)}, where());
    }

    TextLines m_lines;
    QStringList m_names;
    std::vector<std::string_view> m_cells;
};

using NodeIndex = std::unordered_map<std::int64_t, std::int32_t>;

Result<NodeIndex> readNodes(
    const QString &file, AssignmentNetworkData &data, std::vector<LonLat> &places)
{
    BV_TRY(CsvTable table, CsvTable::open(file));
    BV_TRY(const int id, table.need(QLatin1String("node_id")));
    BV_TRY(const int x, table.need(QLatin1String("x_coord")));
    BV_TRY(const int y, table.need(QLatin1String("y_coord")));
    const int zone = table.find(QLatin1String("zone_id"));
    NodeIndex index;
    while (table.next()) {
        BV_TRY(const std::int64_t node, table.id(id));
        LonLat place;
        BV_TRY(place.lon, table.number(x));
        BV_TRY(place.lat, table.number(y));
        const auto position = static_cast<std::int32_t>(data.nodeIds.size());
        if (!index.emplace(node, position).second)
            return failure(Errc::Parse, QT_TRANSLATE_NOOP("Error", "The node %1 is named twice."),
                {QString::number(node)}, table.where());
        data.nodeIds.push_back(node);
        places.push_back(place);
        if (table.cell(zone).empty())
            continue;
        BV_TRY(const std::int64_t zoneId, table.id(zone));
        if (zoneId > 0)
            data.zones.push_back({zoneId, position});
    }
    std::sort(data.zones.begin(), data.zones.end(),
        [](const AssignmentZone &a, const AssignmentZone &b) { return a.id < b.id; });
    return index;
}

struct LinkColumns
{
    int from = -1;
    int to = -1;
    int length = -1;
    int speed = -1;
    int capacity = -1;
    int lanes = -1;
    int alpha = -1;
    int beta = -1;
    int freeTime = -1;
    int toll = -1;
    int miles = -1;
    int direction = -1;
};

Result<LinkColumns> linkColumns(const CsvTable &table)
{
    LinkColumns columns;
    BV_TRY(columns.from, table.need(QLatin1String("from_node_id")));
    BV_TRY(columns.to, table.need(QLatin1String("to_node_id")));
    BV_TRY(columns.length, table.need(QLatin1String("length")));
    BV_TRY(columns.capacity, table.need(QLatin1String("capacity")));
    columns.speed = table.find(QLatin1String("free_speed"));
    columns.lanes = table.find(QLatin1String("lanes"));
    columns.alpha = table.find(QLatin1String("vdf_alpha"));
    columns.beta = table.find(QLatin1String("vdf_beta"));
    columns.freeTime = table.find(QLatin1String("vdf_fftt"));
    columns.toll = table.find(QLatin1String("vdf_toll"));
    if (columns.toll < 0)
        columns.toll = table.find(QLatin1String("vdf_toll_auto"));
    columns.miles = table.find(QLatin1String("vdf_length_mi"));
    columns.direction = table.find(QLatin1String("dir_flag"));
    return columns;
}

/// A link before the units of its file are known.
struct GmnsLink
{
    AssignmentLink link;
    double length = 0.0;
    double freeSpeed = 0.0;
    bool timed = false; // the file gives the free-flow time
    QString where;
};

Result<std::int32_t> nodeAt(const CsvTable &table, int column, const NodeIndex &nodes)
{
    BV_TRY(const std::int64_t id, table.id(column));
    const auto found = nodes.find(id);
    if (found == nodes.end())
        return failure(Errc::Parse, QT_TRANSLATE_NOOP("Error", "The node %1 is not in node.csv."),
            {QString::number(id)}, table.where());
    return found->second;
}

Result<GmnsLink> readLink(const CsvTable &table, const LinkColumns &columns, const NodeIndex &nodes)
{
    GmnsLink result;
    AssignmentLink &link = result.link;
    result.where = table.where();
    BV_TRY(link.from, nodeAt(table, columns.from, nodes));
    BV_TRY(link.to, nodeAt(table, columns.to, nodes));
    BV_TRY(result.length, table.number(columns.length));
    BV_TRY(result.freeSpeed, table.number(columns.speed, 0.0));
    BV_TRY(const double perLane, table.number(columns.capacity));
    BV_TRY(const double lanes, table.number(columns.lanes, 1.0));
    link.delay.capacity = perLane * std::max(lanes, 1.0);
    BV_TRY(link.delay.coefficient, table.number(columns.alpha, 0.15));
    BV_TRY(link.delay.power, table.number(columns.beta, 4.0));
    BV_TRY(link.toll, table.number(columns.toll, 0.0));
    BV_TRY(link.length, table.number(columns.miles, result.length));
    BV_TRY(link.delay.freeTime, table.number(columns.freeTime, 0.0));
    result.timed = !table.cell(columns.freeTime).empty();
    if (!result.timed && !(result.freeSpeed > 0.0))
        return failure(Errc::Parse,
            QT_TRANSLATE_NOOP(
                "Error", "The link has neither a free-flow time (vdf_fftt) nor a free_speed."),
            {}, table.where());
    return result;
}

/// GMNS leaves units to each data set. Metres with km/h are usual; where no link is as long as
/// this, lengths are in the unit of their speeds (miles with mph, km with km/h).
constexpr double kShortestNetwork = 100.0;
constexpr double kMinutesOfMetresPerKmh = 0.06;
constexpr double kMinutesAnHour = 60.0;

Result<std::vector<GmnsLink>> readLinks(const QString &file, const NodeIndex &nodes)
{
    BV_TRY(CsvTable table, CsvTable::open(file));
    BV_TRY(const LinkColumns columns, linkColumns(table));
    std::vector<GmnsLink> links;
    double longest = 0.0;
    while (table.next()) {
        BV_TRY(GmnsLink link, readLink(table, columns, nodes));
        longest = std::max(longest, link.length);
        const bool bothWays = table.cell(columns.direction) == "0";
        links.push_back(link);
        if (bothWays) {
            std::swap(link.link.from, link.link.to);
            links.push_back(std::move(link));
        }
    }
    const double minutes = longest < kShortestNetwork ? kMinutesAnHour : kMinutesOfMetresPerKmh;
    for (GmnsLink &link : links)
        if (!link.timed)
            link.link.delay.freeTime = minutes * link.length / link.freeSpeed;
    return links;
}

} // namespace

Result<GmnsNetwork> readGmnsNetwork(const QString &folder, const VehicleClass &vehicleClass)
{
    AssignmentNetworkData data;
    data.classes = {vehicleClass};
    GmnsNetwork result;
    BV_TRY(
        const NodeIndex nodes, readNodes(folder + QStringLiteral("/node.csv"), data, result.nodes));
    BV_TRY(
        const std::vector<GmnsLink> links, readLinks(folder + QStringLiteral("/link.csv"), nodes));
    for (const GmnsLink &link : links)
        data.links.push_back(link.link);
    auto network = AssignmentNetwork::make(std::move(data));
    if (!network) {
        network.error().where = QStringLiteral("link.csv");
        return failure(network.error());
    }
    result.network = std::move(*network);
    return result;
}

Result<OdMatrix> readGmnsDemand(const QString &file, const AssignmentNetwork &network)
{
    BV_TRY(CsvTable table, CsvTable::open(file));
    BV_TRY(const int from, table.need(QLatin1String("o_zone_id")));
    BV_TRY(const int to, table.need(QLatin1String("d_zone_id")));
    BV_TRY(const int volume, table.need(QLatin1String("volume")));
    std::unordered_map<std::int64_t, std::int32_t> zones;
    for (std::size_t zone = 0; zone < network.zones().size(); ++zone)
        zones.emplace(network.zones()[zone].id, static_cast<std::int32_t>(zone));
    std::vector<OdPair> pairs;
    while (table.next()) {
        OdPair pair;
        for (const auto &[column, position] :
            {std::pair(from, &pair.origin), std::pair(to, &pair.destination)}) {
            BV_TRY(const std::int64_t id, table.id(column));
            const auto found = zones.find(id);
            if (found == zones.end())
                return failure(Errc::Shape,
                    QT_TRANSLATE_NOOP("Error",
                        "The zone %1 is not in the network. Check that both belong together."),
                    {QString::number(id)}, table.where());
            *position = found->second;
        }
        BV_TRY(pair.trips, table.number(volume));
        if (!(pair.trips >= 0.0) || !std::isfinite(pair.trips))
            return failure(Errc::Numeric,
                QT_TRANSLATE_NOOP("Error", "%1 trips: they must be 0 or more."),
                {QString::number(pair.trips)}, table.where());
        pairs.push_back(pair);
    }
    return OdMatrix::make(network.zones().size(), std::move(pairs));
}

} // namespace belvedere
