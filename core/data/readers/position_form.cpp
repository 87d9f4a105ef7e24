// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/readers/position_form.h"

#include <QtGlobal>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace belvedere {

namespace {

constexpr double kLargestLat = 90.0;
constexpr double kLargestLon = 180.0;
// No city lies closer to a pole.
constexpr double kNorthernmost = 80.0;
constexpr double kSouthernmost = -57.0;
constexpr double kNearM = 300000.0;
constexpr double kMercatorRadiusM = 6378137.0;
constexpr double kMercatorEnd = std::numbers::pi * kMercatorRadiusM;

bool onEarth(double lat, double lon)
{
    return std::abs(lat) <= kLargestLat && std::abs(lon) <= kLargestLon;
}

bool wherePeopleLive(double lat)
{
    return lat > kSouthernmost && lat < kNorthernmost;
}

LonLat fromMercator(double x, double y)
{
    const double degrees = 180.0 / std::numbers::pi;
    return {x / kMercatorRadiusM * degrees, std::atan(std::sinh(y / kMercatorRadiusM)) * degrees};
}

PositionForm projectedForm(double x, double y, const std::optional<LonLat> &near)
{
    constexpr double kUtmWest = 160000.0;
    constexpr double kUtmEast = 840000.0;
    constexpr double kUtmEnd = 1e7;
    constexpr double kFeetEnd = 1.5e7;
    const bool inMercator = std::abs(x) <= kMercatorEnd && std::abs(y) <= kMercatorEnd;
    if (near && inMercator && distanceM(*near, fromMercator(x, y)) < kNearM)
        return PositionForm::WebMercator;
    // The grids of the profession have no negative numbers.
    if (!near && inMercator && (x < 0.0 || y < 0.0))
        return PositionForm::WebMercator;
    if (x >= kUtmWest && x <= kUtmEast && y > kUtmEast && y <= kUtmEnd)
        return PositionForm::Utm;
    // No zone of a grid in metres is that wide; web Mercator has such numbers in Europe, but there
    // the northing is several times as large.
    if (x > kUtmEast && x < kFeetEnd && y > 0.0 && y < kFeetEnd && y < 3.0 * x)
        return PositionForm::Feet;
    return !near && inMercator && x > kUtmEast ? PositionForm::WebMercator
                                               : PositionForm::Projected;
}

double medianOf(std::vector<double> &values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace

PositionForm guessPositionForm(
    double latMedian, double lonMedian, const std::optional<LonLat> &near)
{
    const LonLat given{lonMedian, latMedian};
    const LonLat swapped{latMedian, lonMedian};
    const bool good = onEarth(latMedian, lonMedian);
    const bool goodSwapped = onEarth(lonMedian, latMedian);
    if (good && goodSwapped && near) {
        const bool here = distanceM(*near, given) < kNearM;
        return !here && distanceM(*near, swapped) < kNearM ? PositionForm::Swapped
                                                           : PositionForm::Degrees;
    }
    if (good && (!goodSwapped || wherePeopleLive(latMedian) || !wherePeopleLive(lonMedian)))
        return PositionForm::Degrees;
    if (goodSwapped)
        return PositionForm::Swapped;
    constexpr double kLeastProjected = 1000.0;
    if (std::abs(latMedian) < kLeastProjected || std::abs(lonMedian) < kLeastProjected)
        return PositionForm::Degrees; // single rows are rejected, each with its numbers
    return projectedForm(lonMedian, latMedian, near);
}

Error notDegrees(PositionForm form, const QString &latCell, const QString &lonCell)
{
    const QStringList numbers = {latCell, lonCell};
    switch (form) {
    case PositionForm::Swapped:
        return Error{Errc::Parse,
            QT_TRANSLATE_NOOP("Error",
                "Latitude and longitude look swapped: the column taken for latitude holds %1, the "
                "one for longitude %2. Map them the other way round."),
            numbers, {}, {}};
    case PositionForm::WebMercator:
        return Error{Errc::Parse,
            QT_TRANSLATE_NOOP("Error",
                "The positions are not degrees: northing %1, easting %2 look like metres of web "
                "Mercator (EPSG:3857). Convert them to degrees on WGS 84 (EPSG:4326)."),
            numbers, {}, {}};
    case PositionForm::Utm:
        return Error{Errc::Parse,
            QT_TRANSLATE_NOOP("Error",
                "The positions are not degrees: northing %1, easting %2 look like metres of a UTM "
                "zone (EPSG:326.. in the north, EPSG:327.. in the south). Convert them to degrees "
                "on WGS 84 (EPSG:4326)."),
            numbers, {}, {}};
    case PositionForm::Feet:
        return Error{Errc::Parse,
            QT_TRANSLATE_NOOP("Error",
                "The positions are not degrees: northing %1, easting %2 look like feet of a state "
                "plane (for Chicago EPSG:3435). Convert them to degrees on WGS 84 (EPSG:4326)."),
            numbers, {}, {}};
    case PositionForm::Degrees:
    case PositionForm::Projected:
        break;
    }
    return Error{Errc::Parse,
        QT_TRANSLATE_NOOP("Error",
            "The positions are not degrees: northing %1, easting %2 look like metres or feet of a "
            "map projection. Convert them to degrees on WGS 84 (EPSG:4326)."),
        numbers, {}, {}};
}

std::optional<OutsideArea> outsideArea(const std::vector<LonLat> &positions)
{
    constexpr std::size_t kFewest = 20;
    constexpr double kReach = 3.5; // in a disc of even density the edge lies at 1.41
    constexpr double kLeastReachM = 1000.0;
    if (positions.size() < kFewest)
        return std::nullopt;
    std::vector<double> values;
    OutsideArea area;
    for (const LonLat &each : positions)
        values.push_back(each.lon);
    area.middle.lon = medianOf(values);
    values.clear();
    for (const LonLat &each : positions)
        values.push_back(each.lat);
    area.middle.lat = medianOf(values);
    values.clear();
    for (const LonLat &each : positions)
        values.push_back(distanceM(area.middle, each));
    area.reachM = std::max(kLeastReachM, kReach * medianOf(values));
    return area;
}

} // namespace belvedere
