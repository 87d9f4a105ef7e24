// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/overlay_builder.h"

namespace belvedere {

/// RFC 7946, and the "crs" member of its forerunner of 2008. Our own reader, because GDAL's tells
/// neither the line of a mistake nor can be stopped. @param bytes  the whole file.
/// @return the coordinate system that the file declares, if it does.
[[nodiscard]] Result<std::optional<CoordinateSystem>> readGeoJson(
    QByteArrayView bytes, const QString &file, OverlayBuilder &builder);

} // namespace belvedere
