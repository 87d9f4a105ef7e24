// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/map_import.h"

#include "common/error_text.h"
#include "common/format.h"
#include "data/readers/ground_import.h"
#include "geo/overlay_store.h"
#include "operate/map_tiles.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace belvedere::ui {

namespace {

const QString kTileEnding = QStringLiteral(".mbtiles");

QString fileName(const QString &file)
{
    return QFileInfo(file).fileName();
}

Result<QString> importGround(Store &store, const QString &file, const TaskContext &context)
{
    BV_TRY(const OsmImport ground, readOsm(file, context));
    BV_TRY(const GroundStored stored, storeGround(store, ground, context));
    QStringList parts = {MapImport::tr(
        "%1: %Ln road link(s)", nullptr, static_cast<int>(ground.network->links().size()))
                             .arg(fileName(file))};
    parts += MapImport::tr("%Ln building(s)", nullptr, static_cast<int>(ground.report.buildings));
    if (stored.matchedSites > 0)
        parts += MapImport::tr(
            "%Ln site(s) stand on its roads", nullptr, static_cast<int>(stored.matchedSites));
    for (const Error &warning : ground.report.warnings)
        parts += errorText(warning);
    return parts.join(QStringLiteral(" · "));
}

Result<QString> importOther(
    const Store &store, const QString &file, const QString &crs, const TaskContext &context)
{
    BV_TRY(const CityInfo info, store.cityInfo());
    OverlayOptions options;
    options.city = info.centre;
    options.crs = crs;
    BV_TRY(const Overlay overlay, importOverlay(store.directory(), file, options, context));
    QStringList parts = {MapImport::tr(
        "%1: %Ln feature(s) as a layer", nullptr, static_cast<int>(overlay.features.rows()))
                             .arg(overlay.name)};
    for (const Error &remark : overlay.remarks)
        parts += errorText(remark);
    return parts.join(QStringLiteral(" · "));
}

Result<QString> useTiles(Store &store, const TilePreferences &preferences)
{
    // Opened once here, so that a bad one is refused instead of kept.
    BV_TRY_VOID(openTiles(preferences));
    BV_TRY_VOID(setTilePreferences(store, preferences));
    return preferences.kind == TilePreferences::Kind::None
        ? MapImport::tr("No raster tiles")
        : MapImport::tr("Raster tiles are shown");
}

} // namespace

MapImport::MapImport(TaskPools &pools, QObject *parent)
    : QObject(parent)
    , m_pools(pools)
    , m_task(this)
{
}

QString MapImport::fileFilter()
{
    QStringList endings = {QStringLiteral("*.osm.pbf"), QStringLiteral("*.pbf"),
        QStringLiteral("*.osm"), QStringLiteral("*.osm.gz"), QStringLiteral("*.osm.bz2"),
        QStringLiteral("*.mbtiles")};
    for (const QString &ending : overlayEndings())
        endings += QStringLiteral("*.") + ending;
    return tr("Maps and layers (%1)").arg(endings.join(QLatin1Char(' ')));
}

bool MapImport::isMapFile(const QString &file)
{
    return isOsmFileName(file) || file.endsWith(kTileEnding, Qt::CaseInsensitive)
        || overlayEndings().contains(QFileInfo(file).suffix().toLower());
}

void MapImport::choose(QWidget *window, std::shared_ptr<Store> store, const QString &crs)
{
    const QString file =
        QFileDialog::getOpenFileName(window, tr("Import a map or a layer"), {}, fileFilter());
    if (!file.isEmpty())
        start(std::move(store), file, crs);
}

void MapImport::start(std::shared_ptr<Store> store, const QString &file, const QString &crs)
{
    const auto work = [store, file, crs](const TaskContext &context) -> Result<QString> {
        if (isOsmFileName(file))
            return importGround(*store, file, context);
        if (!file.endsWith(kTileEnding, Qt::CaseInsensitive))
            return importOther(*store, file, crs, context);
        TilePreferences preferences;
        preferences.kind = TilePreferences::Kind::MbTiles;
        preferences.file = QFileInfo(file).absoluteFilePath();
        return useTiles(*store, preferences);
    };
    run(tr("Importing %1").arg(fileName(file)),
        runTask(m_pools.io, [work](TaskContext &context) { return work(context); }));
}

void MapImport::removeLayer(std::shared_ptr<Store> store, const QString &name)
{
    run(tr("Removing %1").arg(name),
        runTask(m_pools.io, [store, name](TaskContext &) -> Result<QString> {
            BV_TRY_VOID(removeOverlay(store->directory(), name));
            return tr("Layer removed: %1").arg(name);
        }));
}

void MapImport::setTileServer(std::shared_ptr<Store> store, const QString &urlTemplate)
{
    TilePreferences preferences;
    if (!urlTemplate.isEmpty()) {
        preferences.kind = TilePreferences::Kind::Xyz;
        preferences.urlTemplate = urlTemplate;
    }
    run(tr("Changing the raster tiles"), runTask(m_pools.io, [store, preferences](TaskContext &) {
        return useTiles(*store, preferences);
    }));
}

void MapImport::run(const QString &title, Task<QString> task)
{
    Q_EMIT started(title, QFuture<void>(task));
    m_task.start(task, [this](Result<QString> message) {
        if (message)
            Q_EMIT done(*message);
        else if (message.error().code != Errc::Cancelled)
            Q_EMIT failed(message.error());
    });
}

} // namespace belvedere::ui
