// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/sqlite_store.h"

#include "data/store/sqlite_connection.h"
#include "data/store/sqlite_datasets.h"
#include "data/store/sqlite_ground.h"
#include "data/store/sqlite_incidents.h"
#include "data/store/sqlite_schema.h"
#include "data/store/sqlite_series.h"
#include "data/store/sqlite_tables.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlQuery>

#include <type_traits>

namespace belvedere {

namespace {

using Kind = SqliteTransaction::Kind;

QString databaseFile(const QString &directory)
{
    return QDir(directory).filePath(QStringLiteral("city.sqlite"));
}

/// Holds nothing but names; each call opens its own connection, so that any thread may call.
class SqliteCity final : public Store
{
public:
    explicit SqliteCity(const QString &directory)
        : m_directory(directory)
        , m_file(databaseFile(directory))
    {
    }

    [[nodiscard]] QString directory() const override { return m_directory; }

    [[nodiscard]] Result<CityInfo> cityInfo() const override { return read(readCityInfo); }
    [[nodiscard]] Result<> setCityInfo(const CityInfo &info) override
    {
        return write([&](const auto &c) { return replaceCityInfo(c, info); });
    }

    [[nodiscard]] Result<std::shared_ptr<const RoadNetwork>> roadNetwork() const override
    {
        return read(readRoadNetwork);
    }
    [[nodiscard]] Result<std::shared_ptr<const Backdrop>> backdrop() const override
    {
        return read(readBackdrop);
    }
    [[nodiscard]] Result<> setGround(const RoadNetwork &network, const Backdrop &backdrop) override
    {
        return write([&](const auto &c) { return replaceGround(c, network, backdrop); });
    }

    [[nodiscard]] Result<std::vector<Dataset>> datasets() const override
    {
        BV_TRY(std::vector<StoredDataset> stored, read(readStoredDatasets));
        std::vector<Dataset> all;
        for (StoredDataset &s : stored)
            all.push_back(std::move(s.dataset));
        return all;
    }
    [[nodiscard]] Result<Dataset> dataset(const QString &name) const override
    {
        BV_TRY(
            StoredDataset stored, read([&](const auto &c) { return readStoredDataset(c, name); }));
        return std::move(stored.dataset);
    }
    [[nodiscard]] Result<std::shared_ptr<const Series>> series(
        const QString &dataset, TimeRange range) const override
    {
        return read([&](const auto &c) { return readSeries(c, dataset, range); });
    }
    [[nodiscard]] Result<SeriesWritten> writeSeries(
        const Dataset &dataset, const Series &series, const TaskContext &context) override
    {
        return write([&](const auto &c) { return mergeSeries(c, dataset, series, context); });
    }
    [[nodiscard]] Result<> setSiteLinks(
        const QString &dataset, const std::vector<LinkId> &links) override
    {
        return write([&](const auto &c) { return replaceSiteLinks(c, dataset, links); });
    }
    [[nodiscard]] Result<> removeDataset(const QString &name) override
    {
        return write([&](const auto &c) { return deleteStoredDataset(c, name); });
    }

    [[nodiscard]] Result<std::vector<IncidentTable>> incidents(TimeRange range) const override
    {
        return read([&](const auto &c) { return readIncidents(c, range); });
    }
    [[nodiscard]] Result<> writeIncidents(const IncidentTable &table) override
    {
        return write([&](const auto &c) { return replaceIncidents(c, table); });
    }

    [[nodiscard]] Result<std::vector<TableInfo>> tables() const override
    {
        return read(readTableInfos);
    }
    [[nodiscard]] Result<std::shared_ptr<const ColumnTable>> table(
        const QString &name) const override
    {
        return read([&](const auto &c) { return readColumnTable(c, name); });
    }
    [[nodiscard]] Result<> writeTable(const ColumnTable &table) override
    {
        return write([&](const auto &c) { return replaceColumnTable(c, table); });
    }
    [[nodiscard]] Result<> removeTable(const QString &name) override
    {
        return write([&](const auto &c) { return deleteColumnTable(c, name); });
    }

    [[nodiscard]] Result<std::vector<Document>> documents(const QString &collection) const override
    {
        return read([&](const auto &c) { return readDocuments(c, collection); });
    }
    [[nodiscard]] Result<> writeDocuments(
        const QString &collection, const std::vector<Document> &documents) override
    {
        return write([&](const auto &c) { return putDocuments(c, collection, documents); });
    }

private:
    template <class F> std::invoke_result_t<F, const SqliteConnection &> read(F part) const
    {
        BV_TRY(const SqliteConnection connection, SqliteConnection::open(m_file));
        BV_TRY(const SqliteTransaction snapshot, SqliteTransaction::begin(connection, Kind::Read));
        return part(connection);
    }
    template <class F> std::invoke_result_t<F, const SqliteConnection &> write(F part)
    {
        BV_TRY(const SqliteConnection connection, SqliteConnection::open(m_file));
        BV_TRY(SqliteTransaction transaction, SqliteTransaction::begin(connection, Kind::Write));
        auto result = part(connection);
        if (result)
            BV_TRY_VOID(transaction.commit());
        return result;
    }

    QString m_directory;
    QString m_file;
};

/// An empty city becomes one with a name; one that another program named first is left alone.
Result<> nameCity(const SqliteConnection &connection, const CityInfo &info)
{
    BV_TRY(SqliteTransaction transaction, SqliteTransaction::begin(connection, Kind::Write));
    BV_TRY(QSqlQuery named, connection.select("SELECT count(*) FROM city"));
    BV_TRY(const bool found, connection.next(named));
    if (found && named.value(0).toInt() > 0)
        return {};
    named.finish();
    BV_TRY_VOID(replaceCityInfo(connection, info));
    return transaction.commit();
}

Result<> checkReadable(const QString &file)
{
    const QFileInfo info(file);
    if (info.exists() && (!info.isReadable() || !info.isFile()))
        return failure(Errc::Io,
            QT_TRANSLATE_NOOP("Error", "%1 may not be read. Check its permissions."), {file});
    return {};
}

} // namespace

Result<std::shared_ptr<Store>> SqliteStore::open(const QString &directory)
{
    const QString file = databaseFile(directory);
    BV_TRY_VOID(checkReadable(file));
    BV_TRY(const SqliteConnection connection, SqliteConnection::open(file));
    BV_TRY_VOID(migrate(connection, directory, false));
    return std::make_shared<SqliteCity>(directory);
}

Result<std::shared_ptr<Store>> SqliteStore::openOrCreate(
    const QString &directory, const CityInfo &info)
{
    if (!QDir().mkpath(directory))
        return failure(Errc::Io,
            QT_TRANSLATE_NOOP("Error",
                "The folder %1 could not be made. Check the permissions of the folder above it."),
            {directory});
    const QString file = databaseFile(directory);
    BV_TRY_VOID(checkReadable(file));
    BV_TRY(const SqliteConnection connection,
        SqliteConnection::open(file, SqliteConnection::Mode::Create));
    BV_TRY_VOID(migrate(connection, directory, true));
    BV_TRY_VOID(nameCity(connection, info));
    return std::make_shared<SqliteCity>(directory);
}

} // namespace belvedere
