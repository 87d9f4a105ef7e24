// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/sqlite_tables.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlQuery>
#include <QtEndian>

#include <cmath>
#include <cstring>

namespace belvedere {

namespace {

static_assert(Q_BYTE_ORDER == Q_LITTLE_ENDIAN, "cells are copied as they lie in memory");

constexpr int kFastCompression = 1;

QString infoText(const ColumnInfo &column)
{
    const QJsonObject json{{QStringLiteral("kind"), columnKindName(column.kind)},
        {QStringLiteral("categories"), QJsonArray::fromStringList(column.categories)},
        {QStringLiteral("missing"), column.missing}, {QStringLiteral("distinct"), column.distinct}};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

auto damagedTable(const QString &table, const QString &column)
{
    return failure(Errc::Schema,
        QT_TRANSLATE_NOOP(
            "Error", "Column \"%2\" of table \"%1\" is damaged in the store. Import it again."),
        {table, column});
}

Result<ColumnInfo> columnOf(const QString &name, const QString &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    ColumnInfo column;
    column.name = name;
    BV_TRY(column.kind, columnKindByName(json[QLatin1String("kind")].toString()));
    for (const QJsonValue category : json[QLatin1String("categories")].toArray())
        column.categories += category.toString();
    column.missing = json[QLatin1String("missing")].toInteger();
    column.distinct = json[QLatin1String("distinct")].toInteger();
    return column;
}

/// Compressed doubles, least significant byte first.
QByteArray cellBytes(const std::vector<double> &cells)
{
    return qCompress(reinterpret_cast<const uchar *>(cells.data()),
        static_cast<qsizetype>(cells.size() * sizeof(double)), kFastCompression);
}

bool readCells(const QByteArray &bytes, const ColumnInfo &column, std::vector<double> &cells)
{
    const QByteArray plain = qUncompress(bytes);
    if (static_cast<std::size_t>(plain.size()) != cells.size() * sizeof(double))
        return false;
    if (!cells.empty())
        std::memcpy(cells.data(), plain.constData(), static_cast<std::size_t>(plain.size()));
    if (column.kind != ColumnKind::Category)
        return true;
    const auto count = static_cast<double>(column.categories.size());
    for (const double code : cells) {
        if (!std::isnan(code) && !(code >= 0.0 && code < count && code == std::floor(code)))
            return false;
    }
    return true;
}

struct StoredTable
{
    qint64 id = 0;
    TableInfo info;
};

Result<std::vector<StoredTable>> storedTables(const SqliteConnection &connection)
{
    BV_TRY(QSqlQuery rows,
        connection.select(
            "SELECT id, name, source, simulated, zone, rows FROM column_table ORDER BY name"));
    std::vector<StoredTable> tables;
    for (;;) {
        BV_TRY(const bool more, connection.next(rows));
        if (!more)
            break;
        StoredTable table;
        table.id = rows.value(0).toLongLong();
        table.info.name = rows.value(1).toString();
        table.info.source = rows.value(2).toString();
        table.info.simulated = rows.value(3).toBool();
        const QTimeZone zone(rows.value(4).toString().toUtf8());
        table.info.zone = zone.isValid() ? zone : QTimeZone::utc();
        table.info.rows = rows.value(5).toLongLong();
        tables.push_back(std::move(table));
    }
    for (StoredTable &table : tables) {
        BV_TRY(QSqlQuery columns,
            connection.select("SELECT name, info FROM table_column WHERE column_table = ?"
                              " ORDER BY position",
                {table.id}));
        for (;;) {
            BV_TRY(const bool more, connection.next(columns));
            if (!more)
                break;
            BV_TRY(ColumnInfo column,
                columnOf(columns.value(0).toString(), columns.value(1).toString()));
            table.info.columns.push_back(std::move(column));
        }
    }
    return tables;
}

Result<StoredTable> storedTable(const SqliteConnection &connection, const QString &name)
{
    BV_TRY(std::vector<StoredTable> tables, storedTables(connection));
    QStringList names;
    for (StoredTable &table : tables) {
        if (table.info.name == name)
            return std::move(table);
        names += table.info.name;
    }
    if (names.isEmpty())
        return failure(Errc::NotFound,
            QT_TRANSLATE_NOOP("Error",
                "There is no table \"%1\": the city has none yet. Import one with --as table-csv."),
            {name});
    return failure(Errc::NotFound,
        QT_TRANSLATE_NOOP("Error", "There is no table \"%1\". The city has: %2."),
        {name, names.join(QStringLiteral(", "))});
}

Result<> checkShape(const ColumnTable &table)
{
    bool fits = table.cells.size() == table.info.columns.size() && !table.info.name.isEmpty();
    for (std::size_t i = 0; fits && i < table.cells.size(); ++i) {
        const bool kept = table.info.columns[i].kind != ColumnKind::Text;
        fits = table.cells[i].size() == (kept ? static_cast<std::size_t>(table.info.rows) : 0);
    }
    if (!fits)
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP(
                "Error", "The columns of table \"%1\" do not have as many cells as it has rows."),
            {table.info.name});
    return {};
}

} // namespace

Result<std::vector<TableInfo>> readTableInfos(const SqliteConnection &connection)
{
    BV_TRY(std::vector<StoredTable> tables, storedTables(connection));
    std::vector<TableInfo> infos;
    for (StoredTable &table : tables)
        infos.push_back(std::move(table.info));
    return infos;
}

Result<std::shared_ptr<const ColumnTable>> readColumnTable(
    const SqliteConnection &connection, const QString &name)
{
    BV_TRY(StoredTable stored, storedTable(connection, name));
    auto table = std::make_shared<ColumnTable>();
    table->info = std::move(stored.info);
    BV_TRY(QSqlQuery rows,
        connection.select(
            "SELECT data FROM table_column WHERE column_table = ? ORDER BY position", {stored.id}));
    for (const ColumnInfo &column : table->info.columns) {
        BV_TRY(const bool more, connection.next(rows));
        const bool kept = column.kind != ColumnKind::Text;
        std::vector<double> cells(kept ? static_cast<std::size_t>(table->info.rows) : 0);
        if (!more || (kept && !readCells(rows.value(0).toByteArray(), column, cells)))
            return damagedTable(name, column.name);
        table->cells.push_back(std::move(cells));
    }
    return table;
}

Result<> replaceColumnTable(const SqliteConnection &connection, const ColumnTable &table)
{
    BV_TRY_VOID(checkShape(table));
    const TableInfo &info = table.info;
    BV_TRY(QSqlQuery taken,
        connection.select("SELECT count(*) FROM dataset WHERE name = ?", {info.name}));
    BV_TRY(const bool counted, connection.next(taken));
    if (counted && taken.value(0).toInt() > 0)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "A data set has the name \"%1\" already. Give the table another one with --into."),
            {info.name});
    BV_TRY_VOID(connection.execute("DELETE FROM column_table WHERE name = ?", {info.name}));
    BV_TRY(const QSqlQuery inserted,
        connection.select("INSERT INTO column_table VALUES (NULL, ?, ?, ?, ?, ?)",
            {info.name, info.source, info.simulated ? 1 : 0, QString::fromUtf8(info.zone.id()),
                qlonglong(info.rows)}));
    const qlonglong id = inserted.lastInsertId().toLongLong();
    BV_TRY(QSqlQuery row, connection.prepare("INSERT INTO table_column VALUES (?, ?, ?, ?, ?)"));
    for (std::size_t i = 0; i < info.columns.size(); ++i) {
        const ColumnInfo &column = info.columns[i];
        BV_TRY_VOID(connection.run(
            row, {id, qlonglong(i), column.name, infoText(column), cellBytes(table.cells[i])}));
    }
    return {};
}

Result<> deleteColumnTable(const SqliteConnection &connection, const QString &name)
{
    BV_TRY(const StoredTable stored, storedTable(connection, name));
    return connection.execute("DELETE FROM column_table WHERE id = ?", {stored.id});
}

} // namespace belvedere
