// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace belvedere {

/// A file of resources/emissions; empty (and logged) if it is not there, which is a bug.
[[nodiscard]] QByteArray emissionData(const char *name);
/// @return Errc::Parse naming the file.
[[nodiscard]] Result<QJsonObject> parseJsonObject(const QByteArray &bytes, const QString &name);
/// "In %1, "%2" has no usable "%3"."
[[nodiscard]] tl::unexpected<Error> badEntry(
    const QString &name, const QString &entry, const QString &field);

} // namespace belvedere
