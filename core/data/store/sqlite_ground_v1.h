// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/store/sqlite_connection.h"

namespace belvedere {

/// Copies the ground from the tables of layout version 1 (a row for each node, link, area and
/// place) into `ground`. Expects a transaction.
[[nodiscard]] Result<> convertGroundOfVersion1(const SqliteConnection &connection);

} // namespace belvedere
