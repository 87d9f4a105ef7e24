// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/dataset.h"
#include "data/store/sqlite_connection.h"

#include <optional>
#include <vector>

namespace belvedere {

/// A data set as its row describes it.
struct StoredDataset
{
    qint64 id = 0;
    Dataset dataset;
    qint64 present = 0; ///< values that are not missing
    int blockSteps = 0;
};

[[nodiscard]] Result<std::vector<StoredDataset>> readStoredDatasets(
    const SqliteConnection &connection);
/// Nothing if there is none of that name.
[[nodiscard]] Result<std::optional<StoredDataset>> findStoredDataset(
    const SqliteConnection &connection, const QString &name);
/// Errc::NotFound listing the names that exist.
[[nodiscard]] Result<StoredDataset> readStoredDataset(
    const SqliteConnection &connection, const QString &name);
/// Writes all but the blocks; a `stored.id` of 0 is a new one and is set.
[[nodiscard]] Result<> writeStoredDataset(
    const SqliteConnection &connection, StoredDataset &stored);
[[nodiscard]] Result<> replaceSiteLinks(
    const SqliteConnection &connection, const QString &name, const std::vector<LinkId> &links);
[[nodiscard]] Result<> deleteStoredDataset(const SqliteConnection &connection, const QString &name);

} // namespace belvedere
