// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/sqlite_ground.h"

#include "base/utc_time.h"
#include "data/store/ground_bytes.h"

#include <QHash>
#include <QSqlQuery>
#include <QtEndian>

namespace belvedere {

namespace {

constexpr qsizetype kPointBytes = 2 * sizeof(double);
// The two parts of the ground.
constexpr const char *kNetwork = "network";
constexpr const char *kBackdrop = "backdrop";

Result<QByteArray> readPart(const SqliteConnection &connection, const char *part)
{
    BV_TRY(QSqlQuery query,
        connection.select("SELECT data FROM ground WHERE part = ?", {QString::fromLatin1(part)}));
    BV_TRY(const bool found, connection.next(query));
    return found ? query.value(0).toByteArray() : QByteArray();
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
    BV_TRY(const QByteArray bytes, readPart(connection, kNetwork));
    if (bytes.isEmpty())
        return std::make_shared<const RoadNetwork>();
    BV_TRY(RoadNetwork network, networkFromBytes(bytes));
    return std::make_shared<const RoadNetwork>(std::move(network));
}

Result<std::shared_ptr<const Backdrop>> readBackdrop(const SqliteConnection &connection)
{
    BV_TRY(const QByteArray bytes, readPart(connection, kBackdrop));
    if (bytes.isEmpty())
        return std::make_shared<const Backdrop>();
    BV_TRY(Backdrop backdrop, backdropFromBytes(bytes));
    return std::make_shared<const Backdrop>(std::move(backdrop));
}

Result<> writeGround(
    const SqliteConnection &connection, const RoadNetwork &network, const Backdrop &backdrop)
{
    BV_TRY(QSqlQuery row, connection.prepare("INSERT OR REPLACE INTO ground VALUES (?, ?)"));
    BV_TRY_VOID(connection.run(row, {QString::fromLatin1(kNetwork), networkToBytes(network)}));
    return connection.run(row, {QString::fromLatin1(kBackdrop), backdropToBytes(backdrop)});
}

Result<> replaceGround(
    const SqliteConnection &connection, const RoadNetwork &network, const Backdrop &backdrop)
{
    // Their numbers would be those of other links now.
    BV_TRY_VOID(connection.execute("UPDATE site SET link = -1"));
    BV_TRY_VOID(connection.execute("UPDATE incident SET link = -1"));
    return writeGround(connection, network, backdrop);
}

} // namespace belvedere
