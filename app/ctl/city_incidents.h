// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/store/store.h"

namespace belvedere::ctl {

/// @return Errc::NotFound listing the tables that there are.
[[nodiscard]] Result<IncidentTable> incidentsNamed(const Store &store, const QString &name);

} // namespace belvedere::ctl
