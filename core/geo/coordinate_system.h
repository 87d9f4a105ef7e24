// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "geo/feature_table.h"

#include <memory>
#include <optional>

namespace belvedere {

/// A coordinate reference system and the way from it to degrees on WGS 84. For one thread, inside
/// a GdalSession.
class CoordinateSystem
{
public:
    /// @param text  "EPSG:25832", "urn:ogc:def:crs:EPSG::25832", "OGC:CRS84".
    /// @return Errc::Usage for what is none.
    [[nodiscard]] static Result<CoordinateSystem> parse(const QString &text);
    /// Of an OGRSpatialReferenceH, which is copied.
    [[nodiscard]] static Result<CoordinateSystem> fromOgr(void *spatialReference);

    CoordinateSystem(CoordinateSystem &&other) noexcept;
    CoordinateSystem &operator=(CoordinateSystem &&other) noexcept;
    ~CoordinateSystem();

    /// "EPSG:25832 (ETRS89 / UTM zone 32N)"
    [[nodiscard]] QString title() const;
    /// Its coordinates are already what we keep.
    [[nodiscard]] bool isWgs84() const;
    /// In place, x to lon and y to lat. @return false if a point has no place in the system.
    [[nodiscard]] bool toWgs84(std::vector<LonLat> &points) const;
    /// None if the point has no place in the system.
    [[nodiscard]] std::optional<LonLat> toWgs84(LonLat point) const;

private:
    struct Handles;
    explicit CoordinateSystem(std::unique_ptr<Handles> handles);
    [[nodiscard]] static Result<CoordinateSystem> make(std::unique_ptr<Handles> handles);

    std::unique_ptr<Handles> m_handles;
};

/// What coordinates that are no degrees may be.
struct CoordinateGuess
{
    QString code; ///< "EPSG:25832"; empty if only the axes are the wrong way round
    QString title; ///< with its name
    bool swapped = false; ///< the second coordinate stands first
    std::optional<double> distanceM; ///< from the city, if it was given
};

/// The likeliest; with a city the one that puts the point nearest to it. None if nothing fits.
[[nodiscard]] std::optional<CoordinateGuess> guessCoordinates(
    LonLat point, std::optional<LonLat> city);

/// lon within ±180 and lat within ±90.
[[nodiscard]] inline bool areDegrees(LonLat p)
{
    return p.lon >= -180.0 && p.lon <= 180.0 && p.lat >= -90.0 && p.lat <= 90.0;
}

} // namespace belvedere
