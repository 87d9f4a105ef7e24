// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>
#include <QVariantList>

class QSqlDatabase;
class QSqlQuery;

namespace belvedere {

/// One connection to an SQLite file, for the thread that opened it; closed by the destructor,
/// which must run after that of every query made from it. Qt finds its SQLite driver only while a
/// QCoreApplication exists.
class SqliteConnection
{
public:
    enum class Mode {
        Existing, ///< the file must be there
        Create
    };

    /// @param maxPages  where the file must stop growing; 0 = the disk decides.
    /// @return Errc::NotFound if there is no file, Errc::Io if it may not be used.
    [[nodiscard]] static Result<SqliteConnection> open(
        const QString &file, Mode mode = Mode::Existing, int maxPages = 0);

    ~SqliteConnection();
    SqliteConnection(SqliteConnection &&other) noexcept;
    SqliteConnection &operator=(SqliteConnection &&) = delete;

    /// Runs one statement. @return Errc::Io or Errc::Schema in words a person understands: disk
    /// full, locked by another program, damaged, not a database.
    [[nodiscard]] Result<> execute(const char *sql, const QVariantList &values = {}) const;
    /// The same for a statement that gives rows; stands before the first.
    [[nodiscard]] Result<QSqlQuery> select(const char *sql, const QVariantList &values = {}) const;
    /// For run() in a loop.
    [[nodiscard]] Result<QSqlQuery> prepare(const char *sql) const;
    [[nodiscard]] Result<> run(QSqlQuery &query, const QVariantList &values) const;
    /// To the next row; false after the last one.
    [[nodiscard]] Result<bool> next(QSqlQuery &query) const;

private:
    SqliteConnection(QString file, QString name);
    [[nodiscard]] QSqlDatabase database() const;

    QString m_file;
    QString m_name; // Qt's name of the connection; empty once moved from
};

/// Everything or nothing: rolled back unless commit() succeeds.
class SqliteTransaction
{
public:
    enum class Kind {
        Read, ///< one snapshot of the database, whatever is written meanwhile
        Write
    };

    [[nodiscard]] static Result<SqliteTransaction> begin(
        const SqliteConnection &connection, Kind kind);
    ~SqliteTransaction();
    SqliteTransaction(SqliteTransaction &&other) noexcept;
    SqliteTransaction &operator=(SqliteTransaction &&) = delete;

    [[nodiscard]] Result<> commit();

private:
    explicit SqliteTransaction(const SqliteConnection *connection);

    const SqliteConnection *m_connection;
};

} // namespace belvedere
