// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/store/store.h"
#include "safety/alarm.h"

namespace belvedere {

/// What people acknowledged of a table of incidents, oldest first.
[[nodiscard]] Result<std::vector<Acknowledgement>> acknowledgements(
    const Store &store, const QString &table);
[[nodiscard]] Result<> writeAcknowledgement(
    Store &store, const QString &table, const Acknowledgement &acknowledgement);
/// It is as if the alarm had never been acknowledged; nothing if it was not.
[[nodiscard]] Result<> withdrawAcknowledgement(
    Store &store, const QString &table, const QString &alarmId);

} // namespace belvedere
