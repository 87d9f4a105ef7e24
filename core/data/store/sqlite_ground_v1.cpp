// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/sqlite_ground_v1.h"

#include "data/store/sqlite_ground.h"

#include <QSqlQuery>

#include <algorithm>

namespace belvedere {

namespace {

LonLat lonLatAt(const QSqlQuery &query, int column)
{
    return {query.value(column).toDouble(), query.value(column + 1).toDouble()};
}

/// Version 1 knew six classes; the last was the residential street.
RoadClass classOf(int value)
{
    constexpr int kTertiary = 4;
    return value > kTertiary ? RoadClass::Residential : static_cast<RoadClass>(std::max(value, 0));
}

/// Version 1 knew water, green and built-up.
AreaKind kindOf(int value)
{
    return value == 0 ? AreaKind::Water : value == 1 ? AreaKind::Green : AreaKind::BuiltUp;
}

Link linkOf(const QSqlQuery &row)
{
    Link link;
    link.from = NodeId(row.value(0).toInt());
    link.to = NodeId(row.value(1).toInt());
    link.roadClass = classOf(row.value(2).toInt());
    link.lanes = row.value(3).toInt();
    link.lengthM = row.value(4).toDouble();
    link.freeSpeedKmh = row.value(5).toDouble();
    link.capacityVehH = row.value(6).toDouble();
    link.name = row.value(7).toString();
    link.shape = pathFromBytes(row.value(8).toByteArray());
    return link;
}

Result<RoadNetwork> readNetwork(const SqliteConnection &connection)
{
    std::vector<LonLat> nodes;
    BV_TRY(QSqlQuery nodeRows, connection.select("SELECT lon, lat FROM node ORDER BY id"));
    for (;;) {
        BV_TRY(const bool more, connection.next(nodeRows));
        if (!more)
            break;
        nodes.push_back(lonLatAt(nodeRows, 0));
    }
    std::vector<Link> links;
    BV_TRY(QSqlQuery linkRows,
        connection.select("SELECT from_node, to_node, road_class, lanes, length_m, free_speed_kmh,"
                          " capacity_veh_h, name, shape FROM link ORDER BY id"));
    for (;;) {
        BV_TRY(const bool more, connection.next(linkRows));
        if (!more)
            break;
        links.push_back(linkOf(linkRows));
    }
    return RoadNetwork::make(std::move(nodes), std::move(links));
}

Result<Backdrop> readMap(const SqliteConnection &connection)
{
    Backdrop backdrop;
    BV_TRY(QSqlQuery areas, connection.select("SELECT kind, outline FROM area ORDER BY id"));
    for (;;) {
        BV_TRY(const bool more, connection.next(areas));
        if (!more)
            break;
        std::vector<FixedLonLat> outline;
        for (const LonLat point : pathFromBytes(areas.value(1).toByteArray()))
            outline.push_back(FixedLonLat::nearest(point));
        backdrop.areas.add(kindOf(areas.value(0).toInt()), outline);
    }
    BV_TRY(
        QSqlQuery places, connection.select("SELECT name, lon, lat, rank FROM place ORDER BY id"));
    for (;;) {
        BV_TRY(const bool more, connection.next(places));
        if (!more)
            break;
        const int rank = places.value(3).toInt();
        const PlaceKind kind = rank <= 0 ? PlaceKind::City
            : rank == 1                  ? PlaceKind::Suburb
                                         : PlaceKind::Quarter;
        backdrop.places.push_back({places.value(0).toString(), lonLatAt(places, 1), rank, kind, 0});
    }
    return backdrop;
}

} // namespace

Result<> convertGroundOfVersion1(const SqliteConnection &connection)
{
    BV_TRY(const RoadNetwork network, readNetwork(connection));
    BV_TRY(const Backdrop backdrop, readMap(connection));
    return writeGround(connection, network, backdrop);
}

} // namespace belvedere
