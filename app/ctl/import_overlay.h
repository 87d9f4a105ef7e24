// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session.h"

#include <QTimeZone>

namespace belvedere::ctl {

struct OverlayArguments
{
    std::string name; ///< empty = from the file's name
    std::string layer;
    std::string crs;
    bool latitudeFirst = false;
};

/// By its ending: GeoJSON, GeoPackage, Shapefile, KML or FlatGeobuf.
[[nodiscard]] bool isOverlayFileName(const QString &file);

/// Reads districts, zones and the like, and keeps them as a layer of the city's map.
[[nodiscard]] Result<Answer> importOverlayFile(Session &session, const QString &file,
    const OverlayArguments &arguments, const QTimeZone &zone);

/// {name, features, origin, crs} of each that the city keeps.
[[nodiscard]] Result<QJsonArray> overlaysJson(const Store &store);

} // namespace belvedere::ctl
