// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "city/backdrop.h"
#include "city/city_info.h"
#include "city/road_network.h"
#include "data/column_table.h"
#include "data/dataset.h"
#include "data/incident_table.h"

#include <QJsonObject>

#include <memory>
#include <vector>

namespace belvedere {

/// What a write of series changed.
struct SeriesWritten
{
    qint64 added = 0; ///< values that were missing before
    qint64 replaced = 0; ///< values that stood there and were different
};

/// A named JSON document of a collection ("run", "model").
struct Document
{
    QString id;
    QJsonObject body;
};

/// Where a city is kept. All functions may be called from any thread. Each writing function is
/// one transaction: after a crash, a kill or an error the store is as before the call, and a
/// reader never sees a half-written data set.
class Store
{
public:
    virtual ~Store() = default;

    /// The folder of the city; model artifacts lie in it.
    [[nodiscard]] virtual QString directory() const = 0;

    [[nodiscard]] virtual Result<CityInfo> cityInfo() const = 0;
    [[nodiscard]] virtual Result<> setCityInfo(const CityInfo &info) = 0;

    [[nodiscard]] virtual Result<std::shared_ptr<const RoadNetwork>> roadNetwork() const = 0;
    [[nodiscard]] virtual Result<std::shared_ptr<const Backdrop>> backdrop() const = 0;
    /// Replaces both. Sites and incidents lose their links, which were those of the old network.
    [[nodiscard]] virtual Result<> setGround(
        const RoadNetwork &network, const Backdrop &backdrop) = 0;

    /// All data sets, by name.
    [[nodiscard]] virtual Result<std::vector<Dataset>> datasets() const = 0;
    /// @return Errc::NotFound listing the names that exist.
    [[nodiscard]] virtual Result<Dataset> dataset(const QString &name) const = 0;
    /// The values whose time lies in `range`; shape [steps in range, all sites, all channels].
    [[nodiscard]] virtual Result<std::shared_ptr<const Series>> series(
        const QString &dataset, TimeRange range = {}) const = 0;
    /// Creates the data set or merges into it: sites and channels are added to the known ones
    /// (matched by code and key), the axis grows, a present value replaces the stored one, a
    /// missing one never does. `dataset.axis` and `dataset.channels` are taken from `series`.
    /// @return Errc::Shape if the steps of the two axes differ or do not meet on one grid;
    /// Errc::Usage if a channel is known in another unit.
    [[nodiscard]] virtual Result<SeriesWritten> writeSeries(
        const Dataset &dataset, const Series &series, const TaskContext &context = {}) = 0;
    /// Says on which link each site of a data set stands.
    /// @param links  [sites]
    /// @return Errc::NotFound, or Errc::Shape if their number is not that of the sites.
    [[nodiscard]] virtual Result<> setSiteLinks(
        const QString &dataset, const std::vector<LinkId> &links) = 0;
    [[nodiscard]] virtual Result<> removeDataset(const QString &name) = 0;

    /// All tables, by name; each with the incidents that last into `range`, by their begin.
    [[nodiscard]] virtual Result<std::vector<IncidentTable>> incidents(
        TimeRange range = {}) const = 0;
    /// Replaces the table of that name.
    [[nodiscard]] virtual Result<> writeIncidents(const IncidentTable &table) = 0;

    /// All tables of columns, by name, without their cells.
    [[nodiscard]] virtual Result<std::vector<TableInfo>> tables() const = 0;
    /// @return Errc::NotFound listing the names that exist.
    [[nodiscard]] virtual Result<std::shared_ptr<const ColumnTable>> table(
        const QString &name) const = 0;
    /// Replaces the table of that name.
    /// @return Errc::Usage if a data set has the name; Errc::Shape if cells and columns do not
    /// fit together.
    [[nodiscard]] virtual Result<> writeTable(const ColumnTable &table) = 0;
    [[nodiscard]] virtual Result<> removeTable(const QString &name) = 0;

    /// The documents of a collection, oldest first.
    [[nodiscard]] virtual Result<std::vector<Document>> documents(
        const QString &collection) const = 0;
    /// Inserts or replaces all of them, or none.
    [[nodiscard]] virtual Result<> writeDocuments(
        const QString &collection, const std::vector<Document> &documents) = 0;
};

} // namespace belvedere
