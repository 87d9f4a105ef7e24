// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/channel_history.h"
#include "data/column_table.h"

namespace belvedere {

/// SHA-256, in hexadecimal, of all that a model can learn from: axis, zone (it makes the
/// calendar), channel, site codes in their order and the bits of the values; and, where there
/// are any, where the sites lie, their ties, holidays and companions. All missing values are
/// equal, whatever the bits of their NaN.
[[nodiscard]] QString dataHash(const ChannelHistory &history);
/// The same of a table: zone, and of each column name, kind, categories and cells.
[[nodiscard]] QString dataHash(const ColumnTable &table);

} // namespace belvedere
