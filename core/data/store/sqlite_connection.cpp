// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/sqlite_connection.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <atomic>
#include <utility>

namespace belvedere {

namespace {

constexpr int kBusyTimeoutMs = 10000;

// Primary result codes of SQLite, https://www.sqlite.org/rescode.html
enum SqliteCode {
    kSqliteBusy = 5,
    kSqliteLocked = 6,
    kSqliteReadOnly = 8,
    kSqliteIoError = 10,
    kSqliteCorrupt = 11,
    kSqliteFull = 13,
    kSqliteCannotOpen = 14,
    kSqliteNotADatabase = 26
};

auto sqlFailure(const QSqlError &error, const QString &file)
{
    const int primaryCode = error.nativeErrorCode().toInt() & 0xff;
    const QString detail = error.text();
    switch (primaryCode) {
    case kSqliteFull:
        return failure(Errc::Io,
            QT_TRANSLATE_NOOP("Error",
                "The disk is full: %1 could not be written. Nothing was changed. "
                "Free some space and try again."),
            {file}, {}, detail);
    case kSqliteBusy:
    case kSqliteLocked:
        return failure(Errc::Busy,
            QT_TRANSLATE_NOOP(
                "Error", "Another program is writing to %1. Try again when it has finished."),
            {file}, {}, detail);
    case kSqliteReadOnly:
    case kSqliteCannotOpen:
        return failure(Errc::Io,
            QT_TRANSLATE_NOOP("Error",
                "%1 may not be opened for writing. Check the permissions of the file and of its "
                "folder."),
            {file}, {}, detail);
    case kSqliteNotADatabase:
        return failure(Errc::Schema,
            QT_TRANSLATE_NOOP("Error", "%1 is not a city database. Choose another folder."), {file},
            {}, detail);
    case kSqliteCorrupt:
        return failure(Errc::Io,
            QT_TRANSLATE_NOOP("Error",
                "The database %1 is damaged. Restore it from a backup, or import the data again "
                "into a new city."),
            {file}, {}, detail);
    case kSqliteIoError:
        return failure(Errc::Io,
            QT_TRANSLATE_NOOP(
                "Error", "%1 could not be read or written. Nothing was changed. Check the disk."),
            {file}, {}, detail);
    default:
        return failure(Errc::Internal,
            QT_TRANSLATE_NOOP("Error", "The database %1 reports: %2. Please report it."),
            {file, detail}, {}, detail);
    }
}

/// Qt stores a null QString as NULL; to us it is an empty text. QVariant() stays NULL.
QVariant notNull(const QVariant &value)
{
    if (value.typeId() == QMetaType::QString && value.toString().isNull())
        return QString(QLatin1String(""));
    if (value.typeId() == QMetaType::QByteArray && value.toByteArray().isNull())
        return QByteArray("");
    return value;
}

QString uniqueName()
{
    static std::atomic<quint64> count = 0;
    return QStringLiteral("belvedere-%1").arg(++count);
}

} // namespace

SqliteConnection::SqliteConnection(QString file, QString name)
    : m_file(std::move(file))
    , m_name(std::move(name))
{
}

SqliteConnection::SqliteConnection(SqliteConnection &&other) noexcept
    : m_file(std::move(other.m_file))
    , m_name(std::exchange(other.m_name, {}))
{
}

SqliteConnection::~SqliteConnection()
{
    if (!m_name.isEmpty())
        QSqlDatabase::removeDatabase(m_name);
}

Result<SqliteConnection> SqliteConnection::open(const QString &file, Mode mode, int maxPages)
{
    if (!QCoreApplication::instance())
        return failure(Errc::Internal,
            QT_TRANSLATE_NOOP("Error", "A city can only be opened while the program runs."), {}, {},
            QStringLiteral("QSqlDatabase needs a QCoreApplication"));
    const QFileInfo info(file);
    if (!info.exists() && mode == Mode::Existing)
        return failure(Errc::NotFound,
            QT_TRANSLATE_NOOP("Error", "There is no city in %1: %2 is missing."),
            {info.path(), info.fileName()});

    SqliteConnection connection(file, uniqueName());
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection.m_name);
        if (!db.isValid())
            return failure(Errc::Internal,
                QT_TRANSLATE_NOOP("Error",
                    "Qt's SQLite driver is not installed. On Debian: apt install "
                    "libqt6sql6-sqlite."));
        db.setDatabaseName(file);
        db.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(kBusyTimeoutMs));
        if (!db.open())
            return sqlFailure(db.lastError(), file);
    }
    BV_TRY_VOID(connection.execute("PRAGMA foreign_keys = ON"));
    // In WAL mode: what was committed survives a power cut too.
    BV_TRY_VOID(connection.execute("PRAGMA synchronous = FULL"));
    if (maxPages > 0)
        BV_TRY_VOID(connection.execute(
            QByteArray("PRAGMA max_page_count = " + QByteArray::number(maxPages)).constData()));
    return connection;
}

QSqlDatabase SqliteConnection::database() const
{
    return QSqlDatabase::database(m_name, false);
}

Result<QSqlQuery> SqliteConnection::prepare(const char *sql) const
{
    QSqlQuery query(database());
    query.setForwardOnly(true);
    if (!query.prepare(QString::fromLatin1(sql)))
        return sqlFailure(query.lastError(), m_file);
    return query;
}

Result<> SqliteConnection::run(QSqlQuery &query, const QVariantList &values) const
{
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, notNull(values[i]));
    if (!query.exec())
        return sqlFailure(query.lastError(), m_file);
    return {};
}

Result<QSqlQuery> SqliteConnection::select(const char *sql, const QVariantList &values) const
{
    BV_TRY(QSqlQuery query, prepare(sql));
    BV_TRY_VOID(run(query, values));
    return query;
}

Result<> SqliteConnection::execute(const char *sql, const QVariantList &values) const
{
    BV_TRY(const QSqlQuery query, select(sql, values));
    return {};
}

Result<bool> SqliteConnection::next(QSqlQuery &query) const
{
    if (query.next())
        return true;
    if (query.lastError().isValid())
        return sqlFailure(query.lastError(), m_file);
    return false;
}

SqliteTransaction::SqliteTransaction(const SqliteConnection *connection)
    : m_connection(connection)
{
}

SqliteTransaction::SqliteTransaction(SqliteTransaction &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
{
}

Result<SqliteTransaction> SqliteTransaction::begin(const SqliteConnection &connection, Kind kind)
{
    // A deferred transaction that writes later may fail half-way with "busy"; this one waits here.
    BV_TRY_VOID(connection.execute(kind == Kind::Read ? "BEGIN" : "BEGIN IMMEDIATE"));
    return SqliteTransaction(&connection);
}

Result<> SqliteTransaction::commit()
{
    BV_TRY_VOID(m_connection->execute("COMMIT"));
    m_connection = nullptr;
    return {};
}

SqliteTransaction::~SqliteTransaction()
{
    // A full disk may have rolled it back already; then this fails and that is fine.
    if (m_connection)
        static_cast<void>(m_connection->execute("ROLLBACK"));
}

} // namespace belvedere
