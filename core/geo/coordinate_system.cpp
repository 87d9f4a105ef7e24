// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/coordinate_system.h"

#include <QRegularExpression>

#include <ogr_srs_api.h>

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

constexpr double kNearM = 150e3; // a guess that lands farther from the city is none
constexpr double kAlikeM = 1000.0; // two datums of one projection
constexpr double kMercatorEdge = 20037508.35;

/// Where plane coordinates of a family of systems lie, and their code.
struct Family
{
    double minX, maxX, minY, maxY;
    int (*code)(LonLat point, std::optional<LonLat> city); ///< EPSG; 0 = cannot say
};

int utmZone(double lon)
{
    return std::clamp(static_cast<int>(std::floor((lon + 180.0) / 6.0)) + 1, 1, 60);
}

int utm(LonLat, std::optional<LonLat> city)
{
    if (!city)
        return 0;
    return (city->lat >= 0.0 ? 32600 : 32700) + utmZone(city->lon);
}

int europeanUtm(LonLat, std::optional<LonLat> city)
{
    const int zone = city ? utmZone(city->lon) : 0;
    return zone >= 28 && zone <= 38 && city->lat > 30.0 ? 25800 + zone : 0;
}

/// Zones of three degrees whose number leads the easting.
int chineseThreeDegrees(LonLat point, std::optional<LonLat>)
{
    return 4513 + static_cast<int>(point.lon / 1e6) - 25;
}

int chineseSixDegrees(LonLat point, std::optional<LonLat>)
{
    return 4491 + static_cast<int>(point.lon / 1e6) - 13;
}

/// The same without the number: only the city can tell the meridian, 75, 78 … 135 degrees.
int chineseMeridian(LonLat, std::optional<LonLat> city)
{
    if (!city || city->lon < 73.5 || city->lon > 136.5)
        return 0;
    return 4534 + static_cast<int>(std::lround((city->lon - 75.0) / 3.0));
}

int germanGaussKrueger(LonLat point, std::optional<LonLat>)
{
    return 31466 + static_cast<int>(point.lon / 1e6) - 2;
}

template <int Code> int always(LonLat, std::optional<LonLat>)
{
    return Code;
}

// Extents from the EPSG registry, rounded outwards. Narrow ones first: without a city the first
// that holds the point is the guess.
constexpr Family kFamilies[] = {
    {25e6, 46e6, 0.5e6, 6.5e6, chineseThreeDegrees},
    {13e6, 24e6, 0.5e6, 6.5e6, chineseSixDegrees},
    {2.4e6, 2.9e6, 1.05e6, 1.35e6, always<2056>}, // CH1903+ / LV95
    {2.4e6, 5.7e6, 5.2e6, 6.2e6, germanGaussKrueger},
    {0.4e6, 0.9e6, 0.05e6, 0.35e6, always<21781>}, // CH1903 / LV03
    {0.0, 0.3e6, 0.3e6, 0.63e6, always<28992>}, // Amersfoort / RD New
    {0.1e6, 1.3e6, 6.0e6, 7.2e6, always<2154>}, // RGF93 / Lambert-93
    {0.0, 0.7e6, 0.0, 1.3e6, always<27700>}, // British National Grid
    {0.1e6, 0.9e6, 0.0, 10e6, europeanUtm},
    {0.2e6, 0.8e6, 1.8e6, 6.1e6, chineseMeridian},
    {0.1e6, 0.9e6, 0.0, 10e6, utm},
    {-kMercatorEdge, kMercatorEdge, -kMercatorEdge, kMercatorEdge, always<3857>},
};

LonLat swappedAxes(LonLat p)
{
    return {p.lat, p.lon};
}

std::optional<CoordinateGuess> guessOf(
    const Family &family, LonLat point, std::optional<LonLat> city)
{
    if (point.lon < family.minX || point.lon > family.maxX || point.lat < family.minY
        || point.lat > family.maxY)
        return {};
    const int code = family.code(point, city);
    if (code == 0)
        return {};
    CoordinateGuess guess;
    guess.code = QStringLiteral("EPSG:%1").arg(code);
    const auto system = CoordinateSystem::parse(guess.code);
    if (!system)
        return {};
    const std::optional<LonLat> position = system->toWgs84(point);
    if (!position)
        return {};
    guess.title = system->title();
    if (city)
        guess.distanceM = distanceM(*position, *city);
    return guess;
}

std::vector<CoordinateGuess> guesses(LonLat point, std::optional<LonLat> city, bool swapped)
{
    std::vector<CoordinateGuess> found;
    for (const Family &family : kFamilies) {
        if (auto guess = guessOf(family, swapped ? swappedAxes(point) : point, city)) {
            guess->swapped = swapped;
            found.push_back(*guess);
        }
    }
    return found;
}

} // namespace

struct CoordinateSystem::Handles
{
    OGRSpatialReferenceH reference = nullptr;
    OGRCoordinateTransformationH toWgs84 = nullptr;
    bool isWgs84 = false;

    ~Handles()
    {
        if (toWgs84)
            OCTDestroyCoordinateTransformation(toWgs84);
        if (reference)
            OSRDestroySpatialReference(reference);
    }
};

CoordinateSystem::CoordinateSystem(std::unique_ptr<Handles> handles)
    : m_handles(std::move(handles))
{
}

CoordinateSystem::CoordinateSystem(CoordinateSystem &&) noexcept = default;
CoordinateSystem &CoordinateSystem::operator=(CoordinateSystem &&) noexcept = default;
CoordinateSystem::~CoordinateSystem() = default;

Result<CoordinateSystem> CoordinateSystem::make(std::unique_ptr<Handles> handles)
{
    OSRSetAxisMappingStrategy(handles->reference, OAMS_TRADITIONAL_GIS_ORDER);
    Handles wgs84;
    wgs84.reference = OSRNewSpatialReference(nullptr);
    OSRImportFromEPSG(wgs84.reference, 4326);
    OSRSetAxisMappingStrategy(wgs84.reference, OAMS_TRADITIONAL_GIS_ORDER);
    const char *const options[] = {"CRITERION=EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS", nullptr};
    handles->isWgs84 = OSRIsSameEx(handles->reference, wgs84.reference, options) != 0;
    if (!handles->isWgs84) {
        handles->toWgs84 = OCTNewCoordinateTransformation(handles->reference, wgs84.reference);
        if (!handles->toWgs84)
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP("Error",
                    "Coordinates of %1 cannot be converted to degrees. Convert the file to WGS 84 "
                    "first."),
                {QString::fromUtf8(OSRGetName(handles->reference))});
    }
    return CoordinateSystem(std::move(handles));
}

Result<CoordinateSystem> CoordinateSystem::parse(const QString &text)
{
    auto handles = std::make_unique<Handles>();
    handles->reference = OSRNewSpatialReference(nullptr);
    // The text may come from a file: GDAL would take a path or an address for one to read.
    static const QRegularExpression kCode(
        QStringLiteral("^(?:urn:ogc:def:crs:|https?://www.opengis.net/def/crs/)?"
                       "(EPSG|ESRI|OGC)[:/](?:[\\d.]*[:/])?(CRS84|\\d+)$"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = kCode.match(text.trimmed());
    // CRS84 is WGS 84 with its axes the other way, and here they are all the same way.
    const bool crs84 = match.captured(2).compare(QLatin1String("CRS84"), Qt::CaseInsensitive) == 0;
    const QString code = crs84 ? QStringLiteral("EPSG:4326")
                               : match.captured(1).toUpper() + QLatin1Char(':') + match.captured(2);
    const OGRErr error = match.hasMatch()
        ? OSRSetFromUserInput(handles->reference, code.toLatin1().constData())
        : OGRERR_UNSUPPORTED_SRS;
    if (error != OGRERR_NONE)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "\"%1\" is no coordinate system that is known here. Write it as EPSG:25832, say."),
            {text.left(60)});
    return make(std::move(handles));
}

Result<CoordinateSystem> CoordinateSystem::fromOgr(void *spatialReference)
{
    auto handles = std::make_unique<Handles>();
    handles->reference = OSRClone(static_cast<OGRSpatialReferenceH>(spatialReference));
    return make(std::move(handles));
}

QString CoordinateSystem::title() const
{
    const QString name = QString::fromUtf8(OSRGetName(m_handles->reference));
    const char *authority = OSRGetAuthorityName(m_handles->reference, nullptr);
    const char *code = OSRGetAuthorityCode(m_handles->reference, nullptr);
    return authority && code ? QStringLiteral("%1:%2 (%3)")
                                   .arg(QString::fromUtf8(authority), QString::fromUtf8(code), name)
                             : name;
}

bool CoordinateSystem::isWgs84() const
{
    return m_handles->isWgs84;
}

bool CoordinateSystem::toWgs84(std::vector<LonLat> &points) const
{
    if (m_handles->isWgs84 || points.empty())
        return true;
    std::vector<double> x(points.size());
    std::vector<double> y(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        x[i] = points[i].lon;
        y[i] = points[i].lat;
    }
    if (!OCTTransform(
            m_handles->toWgs84, static_cast<int>(points.size()), x.data(), y.data(), nullptr))
        return false;
    for (std::size_t i = 0; i < points.size(); ++i) {
        points[i] = {x[i], y[i]};
        if (!areDegrees(points[i]))
            return false;
    }
    return true;
}

std::optional<LonLat> CoordinateSystem::toWgs84(LonLat point) const
{
    std::vector<LonLat> one{point};
    return toWgs84(one) ? std::optional(one.front()) : std::nullopt;
}

std::optional<CoordinateGuess> guessCoordinates(LonLat point, std::optional<LonLat> city)
{
    if (!areDegrees(point) && areDegrees(swappedAxes(point))) {
        CoordinateGuess guess;
        guess.swapped = true;
        if (city)
            guess.distanceM = distanceM(swappedAxes(point), *city);
        return guess;
    }
    std::vector<CoordinateGuess> found = guesses(point, city, false);
    if (!city)
        return found.empty() ? std::nullopt : std::optional(found.front());
    for (CoordinateGuess &guess : guesses(point, city, true))
        found.push_back(std::move(guess));
    const auto nearest =
        std::min_element(found.begin(), found.end(), [](const auto &a, const auto &b) {
            return std::floor(*a.distanceM / kAlikeM) < std::floor(*b.distanceM / kAlikeM);
        });
    if (nearest == found.end() || *nearest->distanceM > kNearM)
        return {};
    return *nearest;
}

} // namespace belvedere
