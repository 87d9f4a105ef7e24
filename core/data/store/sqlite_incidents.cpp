// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/sqlite_incidents.h"

#include <QJsonDocument>
#include <QSqlQuery>

namespace belvedere {

namespace {

Incident incidentOf(const QSqlQuery &row)
{
    Incident incident;
    incident.from = row.value(0).toLongLong();
    if (!row.isNull(1))
        incident.to = row.value(1).toLongLong();
    if (!row.isNull(2) && !row.isNull(3))
        incident.position = LonLat{row.value(2).toDouble(), row.value(3).toDouble()};
    incident.category = row.value(4).toString();
    incident.description = row.value(5).toString();
    incident.severity = row.value(6).toInt();
    incident.link = LinkId(row.value(7).toInt());
    return incident;
}

Result<> readTable(
    const SqliteConnection &connection, qint64 id, TimeRange range, IncidentTable &table)
{
    BV_TRY(QSqlQuery rows,
        connection.select("SELECT from_ms, to_ms, lon, lat, category, description, severity, link"
                          " FROM incident WHERE incident_table = ? AND from_ms < ?"
                          " AND coalesce(to_ms, from_ms) >= ? ORDER BY from_ms, id",
            {id, qlonglong(range.to), qlonglong(range.from)}));
    for (;;) {
        BV_TRY(const bool more, connection.next(rows));
        if (!more)
            return {};
        table.incidents.push_back(incidentOf(rows));
    }
}

} // namespace

Result<std::vector<IncidentTable>> readIncidents(
    const SqliteConnection &connection, TimeRange range)
{
    BV_TRY(QSqlQuery rows,
        connection.select("SELECT id, name, source, simulated FROM incident_table ORDER BY name"));
    std::vector<IncidentTable> tables;
    for (;;) {
        BV_TRY(const bool more, connection.next(rows));
        if (!more)
            return tables;
        IncidentTable table;
        table.name = rows.value(1).toString();
        table.source = rows.value(2).toString();
        table.simulated = rows.value(3).toBool();
        BV_TRY_VOID(readTable(connection, rows.value(0).toLongLong(), range, table));
        tables.push_back(std::move(table));
    }
}

Result<> replaceIncidents(const SqliteConnection &connection, const IncidentTable &table)
{
    if (table.name.isEmpty())
        return failure(Errc::Usage, QT_TRANSLATE_NOOP("Error", "An incident table needs a name."));
    BV_TRY_VOID(connection.execute("DELETE FROM incident_table WHERE name = ?", {table.name}));
    BV_TRY(const QSqlQuery inserted,
        connection.select("INSERT INTO incident_table VALUES (NULL, ?, ?, ?)",
            {table.name, table.source, table.simulated ? 1 : 0}));
    const qlonglong id = inserted.lastInsertId().toLongLong();
    BV_TRY(QSqlQuery row,
        connection.prepare("INSERT INTO incident VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    for (const Incident &incident : table.incidents) {
        const QVariant to = incident.to ? QVariant(qlonglong(*incident.to)) : QVariant();
        const QVariant lon = incident.position ? QVariant(incident.position->lon) : QVariant();
        const QVariant lat = incident.position ? QVariant(incident.position->lat) : QVariant();
        BV_TRY_VOID(connection.run(row,
            {id, qlonglong(incident.from), to, lon, lat, incident.category, incident.description,
                incident.severity, incident.link.value}));
    }
    return {};
}

Result<std::vector<Document>> readDocuments(
    const SqliteConnection &connection, const QString &collection)
{
    BV_TRY(QSqlQuery rows,
        connection.select(
            "SELECT name, body FROM document WHERE collection = ? ORDER BY id", {collection}));
    std::vector<Document> documents;
    for (;;) {
        BV_TRY(const bool more, connection.next(rows));
        if (!more)
            return documents;
        const QString id = rows.value(0).toString();
        const auto body = QJsonDocument::fromJson(rows.value(1).toString().toUtf8());
        if (!body.isObject())
            return failure(Errc::Parse,
                QT_TRANSLATE_NOOP("Error", "The stored document %1 of %2 is not JSON."),
                {id, collection});
        documents.push_back({id, body.object()});
    }
}

Result<> putDocuments(const SqliteConnection &connection, const QString &collection,
    const std::vector<Document> &documents)
{
    BV_TRY(QSqlQuery row,
        connection.prepare("INSERT INTO document (collection, name, body) VALUES (?, ?, ?)"
                           " ON CONFLICT (collection, name) DO UPDATE SET body = excluded.body"));
    for (const Document &document : documents) {
        const QByteArray body = QJsonDocument(document.body).toJson(QJsonDocument::Compact);
        BV_TRY_VOID(connection.run(row, {collection, document.id, QString::fromUtf8(body)}));
    }
    return {};
}

} // namespace belvedere
