// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/store/sqlite_connection.h"
#include "data/store/store.h"

namespace belvedere {

// The values of data sets, in SQL. Both functions expect a transaction.

[[nodiscard]] Result<std::shared_ptr<const Series>> readSeries(
    const SqliteConnection &connection, const QString &dataset, TimeRange range);
/// What Store::writeSeries() promises.
[[nodiscard]] Result<SeriesWritten> mergeSeries(const SqliteConnection &connection,
    const Dataset &dataset, const Series &series, const TaskContext &context);

} // namespace belvedere
