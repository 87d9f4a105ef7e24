// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/column_table.h"
#include "data/store/sqlite_connection.h"

#include <memory>

namespace belvedere {

// Tables of columns, in SQL. All functions expect a transaction.

[[nodiscard]] Result<std::vector<TableInfo>> readTableInfos(const SqliteConnection &connection);
/// @return Errc::NotFound listing the names that exist, Errc::Schema if the cells are damaged.
[[nodiscard]] Result<std::shared_ptr<const ColumnTable>> readColumnTable(
    const SqliteConnection &connection, const QString &name);
[[nodiscard]] Result<> replaceColumnTable(
    const SqliteConnection &connection, const ColumnTable &table);
[[nodiscard]] Result<> deleteColumnTable(const SqliteConnection &connection, const QString &name);

} // namespace belvedere
