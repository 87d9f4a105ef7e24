// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "geo/feature_table.h"

#include <QStringList>

#include <optional>

namespace belvedere {

/// A layer that somebody else drew: districts, zones, projects. In degrees on WGS 84.
struct Overlay
{
    QString name; ///< for people; unique in a city
    FeatureTable features; ///< hasShapes
    int titleColumn = -1; ///< the column that names the features; -1 = none does
    QString origin; ///< file name it was read from
    QString crs; ///< what it was reprojected from, "EPSG:25832 (ETRS89 / UTM zone 32N)"; or empty
    std::vector<Error> remarks; ///< what a person should know: reprojected, features left out …
};

/// More than this is refused before memory is short, with a message.
struct OverlayLimits
{
    qint64 features = 1'000'000;
    qint64 points = 20'000'000;
};

struct OverlayOptions
{
    QString name; ///< empty = from the file's name
    QString layer; ///< of a file with several; empty = its only one
    /// "EPSG:25832": what the file's coordinates are; empty = what the file says.
    QString crs;
    bool latitudeFirst = false; ///< the file has its axes in the wrong order
    /// Where the city is: makes guesses about coordinates better.
    std::optional<LonLat> city;
    OverlayLimits limits;
};

/// Reads a GeoJSON, GeoPackage, Shapefile, KML or FlatGeobuf file, by its ending. Coordinates in
/// another system are reprojected where the file or the options name it.
/// @return Errc::Parse naming line or feature; Errc::Usage for coordinates that are no degrees in
/// a file that does not say what they are, with the first such feature, a guess and what to do;
/// Errc::Shape beyond the limits.
[[nodiscard]] Result<Overlay> readOverlay(
    const QString &file, const OverlayOptions &options = {}, const TaskContext &context = {});

/// Endings that readOverlay() knows: "geojson", "json", "gpkg", "shp", "kml", "fgb".
[[nodiscard]] QStringList overlayEndings();

} // namespace belvedere
