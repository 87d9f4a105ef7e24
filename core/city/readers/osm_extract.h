// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "city/readers/osm_data.h"

#include <QString>

namespace belvedere {

/// "osm.pbf", "osm.gz" …, by what stands in the file whatever its name is.
/// @return Errc::NotFound, Errc::Io; Errc::Parse if it is empty or none of them.
[[nodiscard]] Result<QString> osmFormatOf(const QString &file);

/// Everything of a file that a city needs, not yet resolved.
/// @param format  of osmFormatOf()
/// @param memoryBytes  what the data may take
/// @param progress  is told bytes of the file
[[nodiscard]] Result<OsmData> readExtract(const QString &file, const QString &format,
    qint64 memoryBytes, const TaskContext &context = {});

} // namespace belvedere
