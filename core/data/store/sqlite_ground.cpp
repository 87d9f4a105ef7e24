// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/sqlite_ground.h"

#include "base/utc_time.h"

#include <QHash>
#include <QSqlQuery>
#include <QtEndian>

#include <algorithm>

namespace belvedere {

namespace {

constexpr qsizetype kPointBytes = 2 * sizeof(double);

LonLat lonLatAt(const QSqlQuery &query, int column)
{
    return {query.value(column).toDouble(), query.value(column + 1).toDouble()};
}

/// The layout knows six classes.
RoadClass storedClass(int value)
{
    constexpr int kResidential = 5;
    return value >= kResidential ? RoadClass::Residential
                                 : static_cast<RoadClass>(std::max(value, 0));
}

int storedValue(RoadClass roadClass)
{
    constexpr int kResidential = 5;
    return std::min(static_cast<int>(roadClass), kResidential);
}

Link linkOf(const QSqlQuery &row)
{
    Link link;
    link.from = NodeId(row.value(0).toInt());
    link.to = NodeId(row.value(1).toInt());
    link.roadClass = storedClass(row.value(2).toInt());
    link.lanes = row.value(3).toInt();
    link.lengthM = row.value(4).toDouble();
    link.freeSpeedKmh = row.value(5).toDouble();
    link.capacityVehH = row.value(6).toDouble();
    link.name = row.value(7).toString();
    link.shape = pathFromBytes(row.value(8).toByteArray());
    return link;
}

Result<> insertNetwork(const SqliteConnection &connection, const RoadNetwork &network)
{
    BV_TRY(QSqlQuery node, connection.prepare("INSERT INTO node VALUES (?, ?, ?)"));
    for (std::size_t i = 0; i < network.nodes().size(); ++i) {
        const LonLat at = network.nodes()[i];
        BV_TRY_VOID(connection.run(node, {qlonglong(i), at.lon, at.lat}));
    }
    BV_TRY(QSqlQuery row,
        connection.prepare("INSERT INTO link VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    for (std::size_t i = 0; i < network.links().size(); ++i) {
        const Link &link = network.links()[i];
        BV_TRY_VOID(connection.run(row,
            {qlonglong(i), link.from.value, link.to.value, storedValue(link.roadClass), link.lanes,
                link.lengthM, link.freeSpeedKmh, link.capacityVehH, link.name,
                pathToBytes(link.shape)}));
    }
    return {};
}

AreaKind storedKind(int value)
{
    return value == 0 ? AreaKind::Water : value == 1 ? AreaKind::Green : AreaKind::BuiltUp;
}

int storedValue(AreaKind kind)
{
    return kind == AreaKind::Water ? 0 : kind == AreaKind::Green ? 1 : 2;
}

} // namespace

QByteArray pathToBytes(const std::vector<LonLat> &path)
{
    QByteArray bytes(static_cast<qsizetype>(path.size()) * kPointBytes, Qt::Uninitialized);
    char *out = bytes.data();
    for (const LonLat point : path) {
        qToLittleEndian(point.lon, out);
        qToLittleEndian(point.lat, out + sizeof(double));
        out += kPointBytes;
    }
    return bytes;
}

std::vector<LonLat> pathFromBytes(const QByteArray &bytes)
{
    std::vector<LonLat> path(static_cast<std::size_t>(bytes.size() / kPointBytes));
    const char *in = bytes.constData();
    for (LonLat &point : path) {
        point = {qFromLittleEndian<double>(in), qFromLittleEndian<double>(in + sizeof(double))};
        in += kPointBytes;
    }
    return path;
}

Result<CityInfo> readCityInfo(const SqliteConnection &connection)
{
    BV_TRY(QSqlQuery query, connection.select("SELECT key, value FROM city"));
    QHash<QString, QString> values;
    for (;;) {
        BV_TRY(const bool more, connection.next(query));
        if (!more)
            break;
        values.insert(query.value(0).toString(), query.value(1).toString());
    }
    CityInfo info;
    info.name = values.value(QStringLiteral("name"));
    BV_TRY(info.zone, parseZone(values.value(QStringLiteral("zone"), QStringLiteral("UTC"))));
    if (values.contains(QStringLiteral("lon")) && values.contains(QStringLiteral("lat")))
        info.centre = LonLat{values.value(QStringLiteral("lon")).toDouble(),
            values.value(QStringLiteral("lat")).toDouble()};
    info.simulated = values.value(QStringLiteral("simulated")) == QLatin1String("1");
    info.seed = values.value(QStringLiteral("seed")).toULongLong();
    return info;
}

Result<> replaceCityInfo(const SqliteConnection &connection, const CityInfo &info)
{
    constexpr int kDigits = 17; // enough for any double to come back as it was
    BV_TRY_VOID(connection.execute("DELETE FROM city"));
    BV_TRY(QSqlQuery row, connection.prepare("INSERT INTO city VALUES (?, ?)"));
    const auto put = [&](const char *key, const QString &value) {
        return connection.run(row, {QString::fromLatin1(key), value});
    };
    BV_TRY_VOID(put("name", info.name));
    BV_TRY_VOID(put("zone", QString::fromUtf8(info.zone.id())));
    BV_TRY_VOID(put("simulated", QString::number(info.simulated ? 1 : 0)));
    BV_TRY_VOID(put("seed", QString::number(info.seed)));
    if (info.centre) {
        BV_TRY_VOID(put("lon", QString::number(info.centre->lon, 'g', kDigits)));
        BV_TRY_VOID(put("lat", QString::number(info.centre->lat, 'g', kDigits)));
    }
    return {};
}

Result<std::shared_ptr<const RoadNetwork>> readRoadNetwork(const SqliteConnection &connection)
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
    BV_TRY(RoadNetwork network, RoadNetwork::make(std::move(nodes), std::move(links)));
    return std::make_shared<const RoadNetwork>(std::move(network));
}

Result<std::shared_ptr<const Backdrop>> readBackdrop(const SqliteConnection &connection)
{
    auto backdrop = std::make_shared<Backdrop>();
    BV_TRY(QSqlQuery areas, connection.select("SELECT kind, outline FROM area ORDER BY id"));
    for (;;) {
        BV_TRY(const bool more, connection.next(areas));
        if (!more)
            break;
        std::vector<FixedLonLat> outline;
        for (const LonLat point : pathFromBytes(areas.value(1).toByteArray()))
            outline.push_back(FixedLonLat::nearest(point));
        backdrop->areas.add(storedKind(areas.value(0).toInt()), outline);
    }
    BV_TRY(
        QSqlQuery places, connection.select("SELECT name, lon, lat, rank FROM place ORDER BY id"));
    for (;;) {
        BV_TRY(const bool more, connection.next(places));
        if (!more)
            break;
        backdrop->places.push_back(
            {places.value(0).toString(), lonLatAt(places, 1), places.value(3).toInt(), {}, 0});
    }
    return std::shared_ptr<const Backdrop>(std::move(backdrop));
}

Result<> replaceGround(
    const SqliteConnection &connection, const RoadNetwork &network, const Backdrop &backdrop)
{
    for (const char *statement :
        {"DELETE FROM link", "DELETE FROM node", "DELETE FROM area", "DELETE FROM place"})
        BV_TRY_VOID(connection.execute(statement));
    BV_TRY_VOID(insertNetwork(connection, network));
    BV_TRY(QSqlQuery area, connection.prepare("INSERT INTO area VALUES (NULL, ?, ?)"));
    for (std::size_t i = 0; i < backdrop.areas.count(); ++i) {
        std::vector<LonLat> outline;
        for (const FixedLonLat point : backdrop.areas.outer(i))
            outline.push_back(point.toLonLat());
        BV_TRY_VOID(
            connection.run(area, {storedValue(backdrop.areas.kind(i)), pathToBytes(outline)}));
    }
    BV_TRY(QSqlQuery place, connection.prepare("INSERT INTO place VALUES (NULL, ?, ?, ?, ?)"));
    for (const Place &p : backdrop.places)
        BV_TRY_VOID(connection.run(place, {p.name, p.position.lon, p.position.lat, p.rank}));
    return {};
}

} // namespace belvedere
