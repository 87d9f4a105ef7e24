// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/store/sqlite_connection.h"
#include "data/store/store.h"

namespace belvedere {

// Incidents and documents, in SQL. All functions expect a transaction.

/// All tables, each with the incidents that touch `range`.
[[nodiscard]] Result<std::vector<IncidentTable>> readIncidents(
    const SqliteConnection &connection, TimeRange range);
[[nodiscard]] Result<> replaceIncidents(
    const SqliteConnection &connection, const IncidentTable &table);

[[nodiscard]] Result<std::vector<Document>> readDocuments(
    const SqliteConnection &connection, const QString &collection);
[[nodiscard]] Result<> putDocuments(const SqliteConnection &connection, const QString &collection,
    const std::vector<Document> &documents);

} // namespace belvedere
