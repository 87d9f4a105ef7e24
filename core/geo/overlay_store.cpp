// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/overlay_store.h"

#include "geo/feature_writer.h"
#include "geo/gdal_session.h"
#include "geo/ogr_overlay.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace belvedere {

namespace {

constexpr qsizetype kLongestName = 80;

const QString kOrigin = QStringLiteral("origin");
const QString kCrs = QStringLiteral("crs");
const QString kTitleColumn = QStringLiteral("titleColumn");
const QString kEnding = QStringLiteral(".gpkg");

QDir folderOf(const QString &cityFolder)
{
    return QDir(cityFolder + QStringLiteral("/overlays"));
}

QString pathOf(const QString &cityFolder, const QString &name)
{
    return folderOf(cityFolder).filePath(name + kEnding);
}

/// Nothing if there is one.
Result<> checkExists(const QString &cityFolder, const QString &name)
{
    if (checkOverlayName(name) && QFileInfo::exists(pathOf(cityFolder, name)))
        return {};
    QStringList names = folderOf(cityFolder).entryList({QStringLiteral("*.gpkg")}, QDir::Files);
    for (QString &known : names)
        known.chop(kEnding.size());
    return failure(Errc::NotFound,
        QT_TRANSLATE_NOOP("Error", "The city has no overlay \"%1\". It has: %2."),
        {name, names.isEmpty() ? QStringLiteral("–") : names.join(QStringLiteral(", "))});
}

QString factOf(const FileFacts &facts, const QString &key)
{
    const auto fact = facts.find(key);
    return fact == facts.end() ? QString() : fact->second;
}

} // namespace

Result<> checkOverlayName(const QString &name)
{
    static const QRegularExpression kRefused(QStringLiteral("[\\x00-\\x1f/\\\\:*?\"<>|]"));
    if (name.isEmpty() || name.size() > kLongestName || name.startsWith(QLatin1Char('.'))
        || name != name.trimmed() || name.contains(kRefused))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "\"%1\" cannot be the name of an overlay. Take 1 to 80 characters without "
                "/ \\ : * ? \" < > | and without a dot or a blank at the beginning."),
            {name});
    return {};
}

Result<std::vector<OverlayEntry>> overlays(const QString &cityFolder)
{
    std::vector<OverlayEntry> entries;
    const QDir folder = folderOf(cityFolder);
    const QStringList files =
        folder.entryList({QStringLiteral("*.gpkg")}, QDir::Files, QDir::Name | QDir::LocaleAware);
    for (const QString &file : files) {
        FileFacts facts;
        const auto features = lookAtOgrFile(folder.filePath(file), facts);
        if (features)
            entries.push_back({QFileInfo(file).completeBaseName(), folder.filePath(file), *features,
                factOf(facts, kOrigin), factOf(facts, kCrs)});
    }
    return entries;
}

Result<> saveOverlay(const QString &cityFolder, const Overlay &overlay, const TaskContext &context)
{
    BV_TRY_VOID(checkOverlayName(overlay.name));
    if (!QFileInfo::exists(cityFolder))
        return failure(Errc::NotFound,
            QT_TRANSLATE_NOOP("Error", "There is no folder %1. Make it, or choose another one."),
            {cityFolder});
    if (!folderOf(cityFolder).mkpath(QStringLiteral(".")))
        return failure(Errc::Io,
            QT_TRANSLATE_NOOP("Error",
                "%1 may not be written. Check the permissions of the file and of its folder, or "
                "choose another place."),
            {folderOf(cityFolder).path()});
    FileInfo info;
    info.title = overlay.name;
    info.source = overlay.origin;
    info.facts = {{kOrigin, overlay.origin}, {kCrs, overlay.crs}};
    if (overlay.titleColumn >= 0)
        info.facts.emplace_back(kTitleColumn,
            overlay.features.columns[static_cast<std::size_t>(overlay.titleColumn)].key);
    return writeFeatures(pathOf(cityFolder, overlay.name), {overlay.features}, info, context);
}

Result<Overlay> loadOverlay(
    const QString &cityFolder, const QString &name, const TaskContext &context)
{
    BV_TRY_VOID(checkExists(cityFolder, name));
    const GdalSession session;
    const QString file = pathOf(cityFolder, name);
    OverlayOptions options;
    options.name = name;
    OverlayBuilder builder(file, options, context);
    FileFacts facts;
    BV_TRY(std::optional<CoordinateSystem> declared, readOgrFile(file, {}, builder, &facts));
    BV_TRY(Overlay overlay, builder.finish(std::move(declared)));
    overlay.origin = factOf(facts, kOrigin);
    overlay.crs = factOf(facts, kCrs);
    if (const QString title = factOf(facts, kTitleColumn); !title.isEmpty())
        overlay.titleColumn = overlay.features.columnIndex(title);
    return overlay;
}

Result<> removeOverlay(const QString &cityFolder, const QString &name)
{
    BV_TRY_VOID(checkExists(cityFolder, name));
    QFile file(pathOf(cityFolder, name));
    if (!file.remove())
        return failure(Errc::Io,
            QT_TRANSLATE_NOOP("Error", "The overlay \"%1\" could not be removed: %2."),
            {name, file.errorString()});
    return {};
}

Result<> renameOverlay(const QString &cityFolder, const QString &name, const QString &newName)
{
    BV_TRY_VOID(checkExists(cityFolder, name));
    BV_TRY_VOID(checkOverlayName(newName));
    if (name == newName)
        return {};
    QFile file(pathOf(cityFolder, name));
    if (QFileInfo::exists(pathOf(cityFolder, newName)))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP(
                "Error", "The city has an overlay \"%1\" already. Choose another name."),
            {newName});
    if (!file.rename(pathOf(cityFolder, newName)))
        return failure(Errc::Io,
            QT_TRANSLATE_NOOP("Error", "The overlay \"%1\" could not be renamed: %2."),
            {name, file.errorString()});
    return {};
}

Result<Overlay> importOverlay(const QString &cityFolder, const QString &file,
    const OverlayOptions &options, const TaskContext &context)
{
    if (!options.name.isEmpty())
        BV_TRY_VOID(checkOverlayName(options.name));
    BV_TRY(Overlay overlay, readOverlay(file, options, context));
    BV_TRY_VOID(saveOverlay(cityFolder, overlay, context));
    return overlay;
}

} // namespace belvedere
