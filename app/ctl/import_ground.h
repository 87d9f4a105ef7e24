// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session.h"

#include <QTimeZone>

namespace belvedere::ctl {

/// The city that an import goes to: one that is not there yet comes into being with the first
/// import that succeeds, named after its folder.
[[nodiscard]] Result<std::shared_ptr<Store>> cityFor(const Session &session, const QTimeZone &zone);

/// Reads an OpenStreetMap extract and makes it the ground of the city.
[[nodiscard]] Result<Answer> importGround(
    Session &session, const QString &file, const QTimeZone &zone);

} // namespace belvedere::ctl
