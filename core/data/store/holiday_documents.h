// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/holidays.h"
#include "data/store/store.h"

namespace belvedere {

/// The public holidays that a city knows, by day. They are documents of the collection
/// "holiday", one for each day.
[[nodiscard]] Result<std::vector<Holiday>> holidaysOf(const Store &store);
/// Adds them to the known ones; a day that is known takes the new name.
[[nodiscard]] Result<> writeHolidays(Store &store, const std::vector<Holiday> &holidays);

} // namespace belvedere
