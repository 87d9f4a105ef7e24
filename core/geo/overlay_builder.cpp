// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/overlay_builder.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

#include <cmath>
#include <type_traits>

namespace belvedere {

namespace {

constexpr std::size_t kRowsBetweenLooks = 256;
constexpr double kFarM = 300e3; // an overlay that begins farther from its city deserves a remark
constexpr double kMetresInKm = 1000.0;

template <class Shape, class F> void forEachPath(Shape &shape, F visit)
{
    visit(shape.points);
    for (auto &line : shape.lines)
        visit(line);
    for (auto &area : shape.areas) {
        visit(area.outer);
        for (auto &hole : area.holes)
            visit(hole);
    }
}

qint64 pointCount(const GeoShape &shape)
{
    qint64 count = 0;
    forEachPath(shape, [&count](const Path &path) { count += static_cast<qint64>(path.size()); });
    return count;
}

std::optional<LonLat> firstPoint(const GeoShape &shape)
{
    std::optional<LonLat> first;
    forEachPath(shape, [&first](const Path &path) {
        if (!first && !path.empty())
            first = path.front();
    });
    return first;
}

QString coordinateText(double value)
{
    return QString::number(value, 'f', std::abs(value) > 1000.0 ? 1 : 5);
}

QString kilometres(double metres)
{
    return QString::number(metres / kMetresInKm, 'f', metres < 10 * kMetresInKm ? 1 : 0);
}

} // namespace

QString overlayName(const QString &file)
{
    static const QRegularExpression kRefused(QStringLiteral("[\\x00-\\x1f/\\\\:*?\"<>|]+"));
    QString name = QFileInfo(file).completeBaseName().replace(kRefused, QStringLiteral(" "));
    while (name.startsWith(QLatin1Char('.')))
        name.remove(0, 1);
    name = name.simplified().left(80);
    return name.isEmpty() ? QStringLiteral("overlay") : name;
}

OverlayBuilder::OverlayBuilder(QString file, const OverlayOptions &options, TaskContext context)
    : m_file(std::move(file))
    , m_options(options)
    , m_context(std::move(context))
{
}

tl::unexpected<Error> OverlayBuilder::tooLarge() const
{
    return failure(Errc::Shape,
        QT_TRANSLATE_NOOP("Error",
            "%1 holds more than the map can keep (%2 features with %3 points). Cut it to the city "
            "or simplify it first, for example with ogr2ogr -clipsrc or -simplify."),
        {QFileInfo(m_file).fileName(), QString::number(m_options.limits.features),
            QString::number(m_options.limits.points)});
}

Result<> OverlayBuilder::expect(qint64 features) const
{
    if (features > m_options.limits.features)
        return tooLarge();
    return {};
}

Result<> OverlayBuilder::add(GeoShape shape, const QString &place)
{
    if (m_shapes.size() % kRowsBetweenLooks == 0 && m_context.cancelled())
        return cancelledFailure();
    m_points += pointCount(shape);
    if (static_cast<qint64>(m_shapes.size()) >= m_options.limits.features
        || m_points > m_options.limits.points)
        return tooLarge();
    const auto feature = static_cast<qint64>(m_shapes.size()) + m_withoutPlace + 1;
    bool finite = true;
    forEachPath(shape, [&](Path &path) {
        for (LonLat &p : path) {
            if (m_options.latitudeFirst)
                std::swap(p.lon, p.lat);
            finite = finite && std::isfinite(p.lon) && std::isfinite(p.lat);
            if (!m_offender && !areDegrees(p))
                m_offender = Offender{feature, p, place};
        }
    });
    if (!finite)
        return failure(Errc::Parse,
            QT_TRANSLATE_NOOP("Error",
                "Feature %1 has a coordinate that is no number. Correct it, or export the file "
                "again."),
            {QString::number(feature)}, place);
    m_shapes.push_back(std::move(shape));
    return {};
}

Result<> OverlayBuilder::convert(const CoordinateSystem &system)
{
    for (std::size_t i = 0; i < m_shapes.size(); ++i) {
        if (i % kRowsBetweenLooks == 0 && m_context.cancelled())
            return cancelledFailure();
        bool converted = true;
        forEachPath(
            m_shapes[i], [&](Path &path) { converted = system.toWgs84(path) && converted; });
        if (!converted)
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP("Error",
                    "Feature %1 has no place on the earth as %2. Name another coordinate system."),
                {QString::number(i + 1), system.title()}, QFileInfo(m_file).fileName());
    }
    return {};
}

Result<> OverlayBuilder::notDegrees() const
{
    const Offender &bad = *m_offender;
    const QString where = bad.place.isEmpty() ? QFileInfo(m_file).fileName() : bad.place;
    const QStringList start{
        QString::number(bad.feature), coordinateText(bad.point.lon), coordinateText(bad.point.lat)};
    const auto guess = guessCoordinates(bad.point, m_options.city);
    if (!guess)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "Feature %1 has the coordinates (%2, %3). They are no degrees, and the file does "
                "not say what they are. Ask for its coordinate system and name it at the import "
                "(EPSG:25832, say), or have the file converted to WGS 84."),
            start, where);
    if (guess->code.isEmpty())
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "Feature %1 has the coordinates (%2, %3): the latitude seems to stand first. "
                "Import the file again with latitude first."),
            start, where);
    const QStringList arguments = start + QStringList{guess->title, guess->code};
    if (guess->swapped)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "Feature %1 has the coordinates (%2, %3). They are no degrees, and the file does "
                "not say what they are. They fit %4 with the northing first. If that is right, "
                "import the file again as %5 with latitude first."),
            arguments, where);
    return failure(Errc::Usage,
        QT_TRANSLATE_NOOP("Error",
            "Feature %1 has the coordinates (%2, %3). They are no degrees, and the file does not "
            "say what they are. They look like %4. If that is right, import the file again as %5."),
        arguments, where);
}

void OverlayBuilder::remarkOnPlace(Overlay &overlay) const
{
    if (!m_options.city || m_shapes.empty())
        return;
    const std::optional<LonLat> first = firstPoint(m_shapes.front());
    if (!first)
        return;
    const double away = distanceM(*first, *m_options.city);
    if (away < kFarM)
        return;
    const LonLat turned{first->lat, first->lon};
    if (areDegrees(turned) && distanceM(turned, *m_options.city) < kFarM)
        overlay.remarks.push_back(Error{Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "It lies %1 km from the city; with latitude first it would lie in it. Import the "
                "file again that way."),
            {kilometres(away)}, {}, {}});
    else
        overlay.remarks.push_back(
            Error{Errc::Usage, QT_TRANSLATE_NOOP("Error", "It lies %1 km from the city."),
                {kilometres(away)}, {}, {}});
}

int OverlayBuilder::titleColumn(const std::vector<FeatureColumn> &columns) const
{
    static const QSet<QString> kTitles{QStringLiteral("name"), QStringLiteral("title"),
        QStringLiteral("label"), QStringLiteral("bezeichnung"), QStringLiteral("nom"),
        QStringLiteral("nombre"), QStringLiteral("district"), QString::fromUtf8("名称"),
        QString::fromUtf8("名字"), QString::fromUtf8("区县")};
    int best = -1;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const QString key = columns[i].key.toLower();
        if (kTitles.contains(key))
            return static_cast<int>(i);
        if (best < 0 && columns[i].type == ColumnType::Text && key.contains(QLatin1String("name")))
            best = static_cast<int>(i);
    }
    return best;
}

Result<Overlay> OverlayBuilder::finish(std::optional<CoordinateSystem> declared)
{
    const QString fileName = QFileInfo(m_file).fileName();
    if (m_shapes.empty())
        return failure(Errc::Parse,
            m_withoutPlace > 0
                ? QT_TRANSLATE_NOOP("Error", "None of its features has a place.")
                : QT_TRANSLATE_NOOP("Error", "It holds no features. Check the export."),
            {}, fileName);
    if (!m_options.crs.isEmpty()) {
        BV_TRY(declared, CoordinateSystem::parse(m_options.crs));
    }
    Overlay overlay;
    if (declared && !declared->isWgs84()) {
        overlay.crs = declared->title();
        BV_TRY_VOID(convert(*declared));
        overlay.remarks.push_back(Error{Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "Its coordinates were converted from %1."), {overlay.crs},
            {}, {}});
    } else if (m_offender) {
        BV_TRY_VOID(notDegrees());
    }
    if (m_withoutPlace > 0)
        overlay.remarks.push_back(Error{Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "Left out because they have no place: %1 of %2 features."),
            {QString::number(m_withoutPlace),
                QString::number(m_withoutPlace + static_cast<qint64>(m_shapes.size()))},
            {}, {}});
    remarkOnPlace(overlay);
    overlay.name = m_options.name.isEmpty() ? overlayName(m_file) : m_options.name;
    overlay.origin = fileName;
    overlay.features.name = overlay.name;
    overlay.features.columns = m_columns.take(m_shapes.size());
    overlay.features.shapes = std::move(m_shapes);
    overlay.titleColumn = titleColumn(overlay.features.columns);
    return overlay;
}

} // namespace belvedere
