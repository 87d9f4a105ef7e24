// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/overlay.h"

#include "geo/gdal_session.h"
#include "geo/geojson_overlay.h"
#include "geo/ogr_overlay.h"

#include <QFile>
#include <QFileInfo>

namespace belvedere {

namespace {

bool isJson(const QString &ending)
{
    return ending == QLatin1String("geojson") || ending == QLatin1String("json");
}

Result<> checkReadable(const QString &file)
{
    const QFileInfo info(file);
    const QString name = info.fileName();
    if (!info.exists())
        return failure(Errc::NotFound,
            QT_TRANSLATE_NOOP("Error", "There is no such file. Check its name and folder."), {},
            file);
    if (!info.isFile())
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "This is no file. Choose another one."), {}, file);
    if (!info.isReadable())
        return failure(Errc::Io,
            QT_TRANSLATE_NOOP(
                "Error", "You may not read this file. Ask its owner for the permission."),
            {}, file);
    if (info.size() == 0)
        return failure(Errc::Parse,
            QT_TRANSLATE_NOOP("Error", "The file is empty. Export it again."), {}, name);
    return {};
}

Result<std::optional<CoordinateSystem>> readJsonFile(const QString &path, OverlayBuilder &builder)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Errc::Io,
            QT_TRANSLATE_NOOP("Error", "The file cannot be read: %1. Check the disk."),
            {file.errorString()}, path);
    // Mapped, so that a file larger than the memory can still be refused.
    const uchar *bytes = file.map(0, file.size());
    if (bytes)
        return readGeoJson(QByteArrayView(bytes, file.size()), path, builder);
    const QByteArray copy = file.readAll();
    return readGeoJson(copy, path, builder);
}

} // namespace

QStringList overlayEndings()
{
    return {QStringLiteral("geojson"), QStringLiteral("json"), QStringLiteral("gpkg"),
        QStringLiteral("shp"), QStringLiteral("kml"), QStringLiteral("fgb")};
}

Result<Overlay> readOverlay(
    const QString &file, const OverlayOptions &options, const TaskContext &context)
{
    const QString ending = QFileInfo(file).suffix().toLower();
    if (!overlayEndings().contains(ending))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "\"%1\" is no map file that can be read. Endings: %2."),
            {QFileInfo(file).fileName(), overlayEndings().join(QStringLiteral(", "))});
    BV_TRY_VOID(checkReadable(file));
    const GdalSession session;
    if (!options.crs.isEmpty()) // before a long file is read
        BV_TRY_VOID(CoordinateSystem::parse(options.crs));
    OverlayBuilder builder(file, options, context);
    BV_TRY(std::optional<CoordinateSystem> declared,
        isJson(ending) ? readJsonFile(file, builder) : readOgrFile(file, options.layer, builder));
    return builder.finish(std::move(declared));
}

} // namespace belvedere
