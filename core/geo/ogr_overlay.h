// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/overlay_builder.h"

#include <map>

namespace belvedere {

/// What a GeoPackage of ours says about itself.
using FileFacts = std::map<QString, QString>;

/// GeoPackage, Shapefile, KML or FlatGeobuf through GDAL. @param layer  empty = the only one.
/// @return the coordinate system that the file declares, if it does.
[[nodiscard]] Result<std::optional<CoordinateSystem>> readOgrFile(
    const QString &file, const QString &layer, OverlayBuilder &builder, FileFacts *facts = nullptr);

/// Number of features and facts of the first layer, without reading it.
[[nodiscard]] Result<qint64> lookAtOgrFile(const QString &file, FileFacts &facts);

} // namespace belvedere
