// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/store/sqlite_connection.h"

#include <initializer_list>
#include <vector>

namespace belvedere {

/// What leads from one version of the schema to the next: statements, then a conversion that SQL
/// cannot do, then statements again.
struct Migration
{
    using Convert = Result<> (*)(const SqliteConnection &);

    Migration(std::initializer_list<const char *> statements)
        : before(statements)
    {
    }
    Migration(std::initializer_list<const char *> statementsBefore, Convert conversion,
        std::initializer_list<const char *> statementsAfter)
        : before(statementsBefore)
        , convert(conversion)
        , after(statementsAfter)
    {
    }

    std::vector<const char *> before;
    Convert convert = nullptr;
    std::vector<const char *> after;
};

/// Element i leads from version i to i + 1; the last one's target is the version of this program.
/// A published element is never edited: a change of the layout is a new one.
[[nodiscard]] const std::vector<Migration> &cityMigrations();

/// Checks that the database is a city and brings it to the newest version, in one transaction.
/// @param mayCreate  whether an empty database becomes a city.
/// @return Errc::Schema if it is no city or a newer version, naming both versions.
[[nodiscard]] Result<> migrate(const SqliteConnection &connection, const QString &directory,
    bool mayCreate, const std::vector<Migration> &migrations = cityMigrations());

} // namespace belvedere
