// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/sqlite_datasets.h"

#include "data/store/sqlite_ground.h"

#include <QSqlQuery>

#include <algorithm>

namespace belvedere {

namespace {

Result<> readChannels(const SqliteConnection &connection, StoredDataset &stored)
{
    BV_TRY(QSqlQuery rows,
        connection.select(
            "SELECT key, unit FROM channel WHERE dataset = ? ORDER BY position", {stored.id}));
    for (;;) {
        BV_TRY(const bool more, connection.next(rows));
        if (!more)
            return {};
        stored.dataset.channels.push_back({rows.value(0).toString(), rows.value(1).toString()});
    }
}

Result<> readSites(const SqliteConnection &connection, StoredDataset &stored)
{
    BV_TRY(QSqlQuery rows,
        connection.select("SELECT code, name, lon, lat, path, link FROM site WHERE dataset = ?"
                          " ORDER BY position",
            {stored.id}));
    for (;;) {
        BV_TRY(const bool more, connection.next(rows));
        if (!more)
            return {};
        Site site;
        site.code = rows.value(0).toString();
        site.name = rows.value(1).toString();
        if (!rows.isNull(2) && !rows.isNull(3))
            site.position = LonLat{rows.value(2).toDouble(), rows.value(3).toDouble()};
        site.path = pathFromBytes(rows.value(4).toByteArray());
        site.link = LinkId(rows.value(5).toInt());
        stored.dataset.sites.push_back(std::move(site));
    }
}

Result<> readTies(const SqliteConnection &connection, StoredDataset &stored)
{
    BV_TRY(QSqlQuery rows,
        connection.select("SELECT from_site, to_site, weight FROM tie WHERE dataset = ?"
                          " ORDER BY from_site, to_site",
            {stored.id}));
    for (;;) {
        BV_TRY(const bool more, connection.next(rows));
        if (!more)
            return {};
        stored.dataset.ties.push_back({SiteId(rows.value(0).toInt()), SiteId(rows.value(1).toInt()),
            rows.value(2).toFloat()});
    }
}

Result<StoredDataset> storedDatasetOf(const SqliteConnection &connection, const QSqlQuery &row)
{
    StoredDataset stored;
    Dataset &dataset = stored.dataset;
    stored.id = row.value(0).toLongLong();
    dataset.name = row.value(1).toString();
    dataset.domain = row.value(2).toString();
    dataset.source = row.value(3).toString();
    dataset.simulated = row.value(4).toBool();
    BV_TRY(dataset.zone, parseZone(row.value(5).toString()));
    dataset.axis = {row.value(6).toLongLong(), std::max<UtcMs>(1, row.value(7).toLongLong()),
        row.value(8).toInt()};
    stored.present = row.value(9).toLongLong();
    stored.blockSteps = std::max(1, row.value(10).toInt());
    BV_TRY_VOID(readChannels(connection, stored));
    BV_TRY_VOID(readSites(connection, stored));
    BV_TRY_VOID(readTies(connection, stored));
    const double all =
        double(dataset.axis.count) * double(dataset.sites.size()) * double(dataset.channels.size());
    dataset.missingShare = all > 0.0 ? 1.0 - double(stored.present) / all : 0.0;
    return stored;
}

QVariant coordinate(const std::optional<LonLat> &position, double LonLat::*part)
{
    return position ? QVariant((*position).*part) : QVariant();
}

Result<> writeParts(const SqliteConnection &connection, const StoredDataset &stored)
{
    for (const char *statement : {"DELETE FROM channel WHERE dataset = ?",
             "DELETE FROM site WHERE dataset = ?", "DELETE FROM tie WHERE dataset = ?"})
        BV_TRY_VOID(connection.execute(statement, {stored.id}));
    int position = 0;
    for (const Channel &channel : stored.dataset.channels)
        BV_TRY_VOID(connection.execute("INSERT INTO channel VALUES (?, ?, ?, ?)",
            {stored.id, position++, channel.key, channel.unit}));
    BV_TRY(
        QSqlQuery siteRow, connection.prepare("INSERT INTO site VALUES (?, ?, ?, ?, ?, ?, ?, ?)"));
    position = 0;
    for (const Site &site : stored.dataset.sites)
        BV_TRY_VOID(connection.run(siteRow,
            {stored.id, position++, site.code, site.name, coordinate(site.position, &LonLat::lon),
                coordinate(site.position, &LonLat::lat), pathToBytes(site.path), site.link.value}));
    BV_TRY(QSqlQuery tieRow, connection.prepare("INSERT OR REPLACE INTO tie VALUES (?, ?, ?, ?)"));
    for (const SiteTie &tie : stored.dataset.ties)
        BV_TRY_VOID(
            connection.run(tieRow, {stored.id, tie.from.value, tie.to.value, double(tie.weight)}));
    return {};
}

constexpr char kSelect[] = "SELECT id, name, domain, source, simulated, zone, start_ms, step_ms,"
                           " count, present, block_steps FROM dataset ORDER BY name";
constexpr char kSelectOne[] = "SELECT id, name, domain, source, simulated, zone, start_ms, step_ms,"
                              " count, present, block_steps FROM dataset WHERE name = ?";

auto unknownDataset(const QString &name, const QStringList &known)
{
    if (known.isEmpty())
        return failure(Errc::NotFound,
            QT_TRANSLATE_NOOP("Error", "There is no data set \"%1\": the city has none yet."),
            {name});
    return failure(Errc::NotFound,
        QT_TRANSLATE_NOOP("Error", "There is no data set \"%1\". The city has: %2."),
        {name, known.join(QStringLiteral(", "))});
}

Result<QStringList> datasetNames(const SqliteConnection &connection)
{
    BV_TRY(QSqlQuery rows, connection.select("SELECT name FROM dataset ORDER BY name"));
    QStringList names;
    for (;;) {
        BV_TRY(const bool more, connection.next(rows));
        if (!more)
            return names;
        names += rows.value(0).toString();
    }
}

} // namespace

Result<std::vector<StoredDataset>> readStoredDatasets(const SqliteConnection &connection)
{
    BV_TRY(QSqlQuery rows, connection.select(kSelect));
    std::vector<StoredDataset> all;
    for (;;) {
        BV_TRY(const bool more, connection.next(rows));
        if (!more)
            return all;
        BV_TRY(StoredDataset stored, storedDatasetOf(connection, rows));
        all.push_back(std::move(stored));
    }
}

Result<std::optional<StoredDataset>> findStoredDataset(
    const SqliteConnection &connection, const QString &name)
{
    BV_TRY(QSqlQuery rows, connection.select(kSelectOne, {name}));
    BV_TRY(const bool found, connection.next(rows));
    if (!found)
        return std::optional<StoredDataset>();
    BV_TRY(StoredDataset stored, storedDatasetOf(connection, rows));
    return std::optional(std::move(stored));
}

Result<StoredDataset> readStoredDataset(const SqliteConnection &connection, const QString &name)
{
    BV_TRY(std::optional<StoredDataset> stored, findStoredDataset(connection, name));
    if (stored)
        return std::move(*stored);
    BV_TRY(const QStringList known, datasetNames(connection));
    return unknownDataset(name, known);
}

Result<> writeStoredDataset(const SqliteConnection &connection, StoredDataset &stored)
{
    const Dataset &d = stored.dataset;
    const QVariantList values = {d.name, d.domain, d.source, d.simulated ? 1 : 0,
        QString::fromUtf8(d.zone.id()), qlonglong(d.axis.start), qlonglong(d.axis.stepMs),
        d.axis.count, stored.present, stored.blockSteps};
    if (stored.id == 0) {
        BV_TRY(const QSqlQuery inserted,
            connection.select(
                "INSERT INTO dataset VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values));
        stored.id = inserted.lastInsertId().toLongLong();
    } else {
        BV_TRY_VOID(connection.execute(
            "UPDATE dataset SET name = ?, domain = ?, source = ?, simulated = ?, zone = ?,"
            " start_ms = ?, step_ms = ?, count = ?, present = ?, block_steps = ? WHERE id = ?",
            values + QVariantList{stored.id}));
    }
    return writeParts(connection, stored);
}

Result<> replaceSiteLinks(
    const SqliteConnection &connection, const QString &name, const std::vector<LinkId> &links)
{
    BV_TRY(const StoredDataset stored, readStoredDataset(connection, name));
    if (links.size() != stored.dataset.sites.size())
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP(
                "Error", "The data set \"%1\" has %2 sites, but %3 links were given."),
            {name, QString::number(stored.dataset.sites.size()), QString::number(links.size())});
    BV_TRY(QSqlQuery row,
        connection.prepare("UPDATE site SET link = ? WHERE dataset = ? AND position = ?"));
    for (std::size_t i = 0; i < links.size(); ++i)
        BV_TRY_VOID(connection.run(row, {links[i].value, stored.id, qlonglong(i)}));
    return {};
}

Result<> deleteStoredDataset(const SqliteConnection &connection, const QString &name)
{
    BV_TRY(const StoredDataset stored, readStoredDataset(connection, name));
    return connection.execute("DELETE FROM dataset WHERE id = ?", {stored.id});
}

} // namespace belvedere
