// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/sqlite_schema.h"

#include "data/store/sqlite_ground_v1.h"

#include <QSqlQuery>

namespace belvedere {

namespace {

constexpr int kApplicationId = 0x42454c56; // "BELV"

// Times are milliseconds since 1970 UTC, positions degrees on WGS 84. Lists of positions are
// BLOBs of little-endian doubles lon, lat, lon, lat …
const Migration kVersion1 = {
    "CREATE TABLE city (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",

    "CREATE TABLE node (id INTEGER PRIMARY KEY, lon REAL NOT NULL, lat REAL NOT NULL)",
    "CREATE TABLE link (id INTEGER PRIMARY KEY, from_node INTEGER NOT NULL,"
    " to_node INTEGER NOT NULL, road_class INTEGER NOT NULL, lanes INTEGER NOT NULL,"
    " length_m REAL NOT NULL, free_speed_kmh REAL NOT NULL, capacity_veh_h REAL NOT NULL,"
    " name TEXT NOT NULL, shape BLOB NOT NULL)",
    "CREATE TABLE area (id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, outline BLOB NOT NULL)",
    "CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT NOT NULL, lon REAL NOT NULL,"
    " lat REAL NOT NULL, rank INTEGER NOT NULL)",

    // present: how many values are not missing. block_steps: steps in one block.
    "CREATE TABLE dataset (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,"
    " domain TEXT NOT NULL, source TEXT NOT NULL, simulated INTEGER NOT NULL, zone TEXT NOT NULL,"
    " start_ms INTEGER NOT NULL, step_ms INTEGER NOT NULL, count INTEGER NOT NULL,"
    " present INTEGER NOT NULL, block_steps INTEGER NOT NULL)",
    "CREATE TABLE channel (dataset INTEGER NOT NULL REFERENCES dataset ON DELETE CASCADE,"
    " position INTEGER NOT NULL, key TEXT NOT NULL, unit TEXT NOT NULL,"
    " PRIMARY KEY (dataset, position), UNIQUE (dataset, key)) WITHOUT ROWID",
    "CREATE TABLE site (dataset INTEGER NOT NULL REFERENCES dataset ON DELETE CASCADE,"
    " position INTEGER NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, lon REAL, lat REAL,"
    " path BLOB NOT NULL, link INTEGER NOT NULL,"
    " PRIMARY KEY (dataset, position), UNIQUE (dataset, code)) WITHOUT ROWID",
    "CREATE TABLE tie (dataset INTEGER NOT NULL REFERENCES dataset ON DELETE CASCADE,"
    " from_site INTEGER NOT NULL, to_site INTEGER NOT NULL, weight REAL NOT NULL,"
    " PRIMARY KEY (dataset, from_site, to_site)) WITHOUT ROWID",
    // Block b holds the steps b·block_steps … of the grid counted from 1970; `sites` and
    // `channels` are those known when it was written, later ones are missing in it.
    "CREATE TABLE block (id INTEGER PRIMARY KEY,"
    " dataset INTEGER NOT NULL REFERENCES dataset ON DELETE CASCADE, number INTEGER NOT NULL,"
    " sites INTEGER NOT NULL, channels INTEGER NOT NULL, data BLOB NOT NULL,"
    " UNIQUE (dataset, number))",

    "CREATE TABLE incident_table (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,"
    " source TEXT NOT NULL, simulated INTEGER NOT NULL)",
    "CREATE TABLE incident (id INTEGER PRIMARY KEY,"
    " incident_table INTEGER NOT NULL REFERENCES incident_table ON DELETE CASCADE,"
    " from_ms INTEGER NOT NULL, to_ms INTEGER, lon REAL, lat REAL, category TEXT NOT NULL,"
    " description TEXT NOT NULL, severity INTEGER NOT NULL, link INTEGER NOT NULL)",
    "CREATE INDEX incident_time ON incident (incident_table, from_ms)",

    "CREATE TABLE document (id INTEGER PRIMARY KEY, collection TEXT NOT NULL, name TEXT NOT NULL,"
    " body TEXT NOT NULL, UNIQUE (collection, name))",
};

// The ground is read and written as a whole, so it is one value each for its network and its base
// map: see ground_bytes.h.
const Migration kVersion2 = {
    {"CREATE TABLE ground (part TEXT PRIMARY KEY, data BLOB NOT NULL)"},
    convertGroundOfVersion1,
    {"DROP TABLE link", "DROP TABLE node", "DROP TABLE area", "DROP TABLE place"},
};

// Tables of columns: what a city knows that is no series. info: kind, categories and counts as
// JSON; data: the cells as sqlite_tables.cpp writes them.
const Migration kVersion3 = {
    "CREATE TABLE column_table (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,"
    " source TEXT NOT NULL, simulated INTEGER NOT NULL, zone TEXT NOT NULL, rows INTEGER NOT NULL)",
    "CREATE TABLE table_column ("
    " column_table INTEGER NOT NULL REFERENCES column_table ON DELETE CASCADE,"
    " position INTEGER NOT NULL, name TEXT NOT NULL, info TEXT NOT NULL, data BLOB NOT NULL,"
    " PRIMARY KEY (column_table, position), UNIQUE (column_table, name))",
};

Result<> apply(const SqliteConnection &connection, const Migration &migration)
{
    for (const char *statement : migration.before)
        BV_TRY_VOID(connection.execute(statement));
    if (migration.convert)
        BV_TRY_VOID(migration.convert(connection));
    for (const char *statement : migration.after)
        BV_TRY_VOID(connection.execute(statement));
    return {};
}

Result<qint64> readNumber(const SqliteConnection &connection, const char *sql)
{
    BV_TRY(QSqlQuery query, connection.select(sql));
    BV_TRY(const bool found, connection.next(query));
    return found ? query.value(0).toLongLong() : 0;
}

/// The version, or -1 for an empty database.
Result<int> cityVersion(const SqliteConnection &connection, const QString &directory)
{
    BV_TRY(const qint64 id, readNumber(connection, "PRAGMA application_id"));
    BV_TRY(const qint64 version, readNumber(connection, "PRAGMA user_version"));
    BV_TRY(const qint64 tables, readNumber(connection, "SELECT count(*) FROM sqlite_master"));
    if (id == 0 && version == 0 && tables == 0)
        return -1;
    if (id != kApplicationId)
        return failure(Errc::Schema,
            QT_TRANSLATE_NOOP("Error",
                "The database in %1 belongs to another program, not to a city. "
                "Choose another folder."),
            {directory});
    return static_cast<int>(version);
}

} // namespace

const std::vector<Migration> &cityMigrations()
{
    static const std::vector<Migration> migrations = {kVersion1, kVersion2, kVersion3};
    return migrations;
}

Result<> migrate(const SqliteConnection &connection, const QString &directory, bool mayCreate,
    const std::vector<Migration> &migrations)
{
    const int newest = static_cast<int>(migrations.size());
    BV_TRY(int version, cityVersion(connection, directory));
    if (version < 0 && !mayCreate)
        return failure(Errc::Schema,
            QT_TRANSLATE_NOOP("Error",
                "The database in %1 is empty: its city was never finished. Create it again."),
            {directory});
    if (version > newest)
        return failure(Errc::Schema,
            QT_TRANSLATE_NOOP("Error",
                "The city in %1 has layout version %2; this program knows versions up to %3. "
                "Install a newer Belvedere to open it."),
            {directory, QString::number(version), QString::number(newest)});
    if (version == newest)
        return {};

    BV_TRY_VOID(connection.execute("PRAGMA journal_mode = WAL"));
    BV_TRY(SqliteTransaction transaction,
        SqliteTransaction::begin(connection, SqliteTransaction::Kind::Write));
    // Another program may have done it while this one waited for the lock.
    BV_TRY(version, cityVersion(connection, directory));
    for (int v = std::max(version, 0); v < newest; ++v)
        BV_TRY_VOID(apply(connection, migrations[static_cast<std::size_t>(v)]));
    const QByteArray id = "PRAGMA application_id = " + QByteArray::number(kApplicationId);
    const QByteArray mark =
        "PRAGMA user_version = " + QByteArray::number(std::max(version, newest));
    BV_TRY_VOID(connection.execute(id.constData()));
    BV_TRY_VOID(connection.execute(mark.constData()));
    return transaction.commit();
}

} // namespace belvedere
