// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/overlay.h"
#include "scenario/base_case_sources.h"
#include "traffic/readers/gmns_reader.h"
#include "traffic/readers/tntp_reader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

namespace belvedere {

namespace {

constexpr double kFootM = 0.3048;
constexpr double kMileM = 1609.344;

/// Units of length as the collection publishes them beside its files, by the begin of their names.
double publishedUnitM(const QString &network)
{
    static const std::array<std::pair<QLatin1String, double>, 4> kUnits = {
        {{QLatin1String("Anaheim"), kFootM}, {QLatin1String("ChicagoSketch"), kMileM},
            {QLatin1String("ChicagoRegional"), kMileM}, {QLatin1String("Philadelphia"), kMileM}}};
    const QString name = QFileInfo(network).fileName();
    for (const auto &[begin, unit] : kUnits)
        if (name.startsWith(begin))
            return unit;
    return 1000.0;
}

/// Miles where the columns of volume-delay functions say so, else kilometres.
double gmnsUnitM(const QString &folder)
{
    QFile links(QDir(folder).filePath(QStringLiteral("link.csv")));
    const bool miles =
        links.open(QIODevice::ReadOnly) && links.readLine().toLower().contains("vdf_length_mi");
    return miles ? kMileM : 1000.0;
}

struct NodePoint
{
    std::int64_t id = 0;
    double x = 0.0;
    double y = 0.0;
};

Result<std::vector<NodePoint>> readPoints(const QString &file)
{
    std::vector<NodePoint> points;
    if (file.endsWith(QLatin1String(".tntp"), Qt::CaseInsensitive)) {
        BV_TRY(const std::vector<TntpNode> nodes, readTntpNodes(file));
        for (const TntpNode &node : nodes)
            points.push_back({node.id, node.x, node.y});
        return points;
    }
    BV_TRY(const Overlay overlay, readOverlay(file));
    const int column = overlay.features.columnIndex(QStringLiteral("id"));
    if (column < 0)
        return failure(Errc::Schema,
            QT_TRANSLATE_NOOP("Error", "The points of nodes have no column \"id\"."), {}, file);
    const FeatureColumn &ids = overlay.features.columns[static_cast<std::size_t>(column)];
    for (std::size_t row = 0; row < overlay.features.rows(); ++row) {
        const GeoShape &shape = overlay.features.shapes[row];
        if (shape.points.empty() || ids.missing(row))
            continue;
        const std::int64_t id = ids.type == ColumnType::Text ? ids.texts[row].toLongLong()
            : ids.type == ColumnType::Real ? static_cast<std::int64_t>(ids.reals[row])
                                           : ids.integers[row];
        points.push_back({id, shape.points.front().lon, shape.points.front().lat});
    }
    return points;
}

bool degrees(const std::vector<NodePoint> &points)
{
    return std::all_of(points.begin(), points.end(), [](const NodePoint &point) {
        return std::abs(point.x) <= 180.0 && std::abs(point.y) <= 90.0;
    });
}

/// Metres of a unit of the plane: the median over the links of their length over their beeline.
double planeUnitM(
    const AssignmentNetworkData &network, const std::vector<NodePoint> &points, double lengthUnitM)
{
    std::vector<double> ratios;
    for (const AssignmentLink &link : network.links) {
        const NodePoint &a = points[static_cast<std::size_t>(link.from)];
        const NodePoint &b = points[static_cast<std::size_t>(link.to)];
        const double beeline = std::hypot(b.x - a.x, b.y - a.y);
        if (beeline > 0.0 && link.length > 0.0)
            ratios.push_back(link.length * lengthUnitM / beeline);
    }
    if (ratios.empty())
        return 1.0;
    const auto middle = ratios.begin() + static_cast<std::ptrdiff_t>(ratios.size() / 2);
    std::nth_element(ratios.begin(), middle, ratios.end());
    return *middle;
}

Result<std::vector<LonLat>> placeNodes(
    const AssignmentNetworkData &network, const QString &file, double lengthUnitM)
{
    BV_TRY(const std::vector<NodePoint> read, readPoints(file));
    std::unordered_map<std::int64_t, NodePoint> byId;
    for (const NodePoint &point : read)
        byId.emplace(point.id, point);
    std::vector<NodePoint> points;
    for (const std::int64_t id : network.nodeIds) {
        const auto found = byId.find(id);
        if (found == byId.end())
            return failure(Errc::NotFound,
                QT_TRANSLATE_NOOP("Error", "Node %1 of the network has no place in this file."),
                {QString::number(id)}, file);
        points.push_back(found->second);
    }
    std::vector<LonLat> places;
    if (points.empty() || degrees(points)) {
        for (const NodePoint &point : points)
            places.push_back({point.x, point.y});
        return places;
    }
    const double unit = planeUnitM(network, points, lengthUnitM);
    NodePoint low = points.front();
    for (const NodePoint &point : points)
        low = {0, std::min(low.x, point.x), std::min(low.y, point.y)};
    const LocalProjection plane(LonLat{});
    for (const NodePoint &point : points)
        places.push_back(plane.toSphere({(point.x - low.x) * unit, (point.y - low.y) * unit}));
    return places;
}

/// Roads as far as an assignment network tells of them.
std::vector<RoadFacts> roadsOf(const AssignmentNetworkData &network, double lengthUnitM)
{
    const auto centroid = [&network](std::int32_t node) {
        return !network.noThrough.empty() && network.noThrough[static_cast<std::size_t>(node)] != 0;
    };
    std::vector<RoadFacts> roads;
    for (const AssignmentLink &link : network.links) {
        RoadFacts road;
        road.lengthM = std::max(link.length * lengthUnitM, 0.0);
        road.connector = centroid(link.from) || centroid(link.to) || link.delay.freeTime <= 0.0;
        roads.push_back(std::move(road));
    }
    return roads;
}

Result<> readNetwork(const BaseCaseFiles &files, BaseCaseData &data)
{
    if (QFileInfo(files.network).isDir()) {
        VehicleClass cars;
        cars.tollFactor = files.tollFactor.value_or(0.0);
        cars.lengthFactor = files.distanceFactor.value_or(0.0);
        BV_TRY(GmnsNetwork gmns, readGmnsNetwork(files.network, cars));
        data.network = std::move(gmns.network);
        data.nodes = std::move(gmns.nodes);
        data.lengthUnitM = files.lengthUnitM > 0.0 ? files.lengthUnitM : gmnsUnitM(files.network);
        BV_TRY(OdMatrix trips, readGmnsDemand(files.trips, data.network));
        data.periods.front().demand.push_back(std::move(trips));
        return {};
    }
    TntpFactors factors = publishedTntpFactors(files.network);
    factors.toll = files.tollFactor.value_or(factors.toll);
    factors.distance = files.distanceFactor.value_or(factors.distance);
    BV_TRY(data.network, readTntpNetwork(files.network, factors));
    data.lengthUnitM = files.lengthUnitM > 0.0 ? files.lengthUnitM : publishedUnitM(files.network);
    BV_TRY(OdMatrix trips, readTntpTrips(files.trips, data.network.zones().size()));
    data.periods.front().demand.push_back(std::move(trips));
    return {};
}

} // namespace

Result<std::shared_ptr<const BaseCase>> readBaseCase(const BaseCaseFiles &files)
{
    if (!(files.lengthUnitM >= 0.0) || !std::isfinite(files.lengthUnitM))
        return failure(Errc::Numeric,
            QT_TRANSLATE_NOOP("Error", "A unit of length of %1 m makes no sense."),
            {QString::number(files.lengthUnitM)}, QStringLiteral("lengthUnitM"));
    BaseCaseData data;
    data.title = QFileInfo(files.network).completeBaseName();
    data.source = QFileInfo(files.network).fileName() + QLatin1String(", ")
        + QFileInfo(files.trips).fileName();
    data.shareOfDay = files.shareOfDay;
    data.periods.push_back({QString(), 7.0, 1.0, {}});
    BV_TRY_VOID(readNetwork(files, data));
    data.roads = roadsOf(data.network.data(), data.lengthUnitM);
    if (!files.nodes.isEmpty()) {
        BV_TRY(data.nodes, placeNodes(data.network.data(), files.nodes, data.lengthUnitM));
    }
    BV_TRY(const Fleet vehicles, fleet(files.fleet));
    data.fleets.assign(data.network.classes().size(), vehicles);
    return BaseCase::make(std::move(data));
}

} // namespace belvedere
