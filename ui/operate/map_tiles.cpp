// SPDX-License-Identifier: GPL-3.0-or-later
#include "operate/map_tiles.h"

#include "city/tiles/mbtiles_source.h"
#include "city/tiles/xyz_source.h"
#include "tiles/decoded_tiles.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QJsonObject>
#include <QStandardPaths>

namespace belvedere::ui {

namespace {

const QString kCollection = QStringLiteral("map");
const QString kDocument = QStringLiteral("tiles");
const QString kMbTiles = QStringLiteral("mbtiles");
const QString kXyz = QStringLiteral("xyz");

QJsonObject toJson(const TilePreferences &preferences)
{
    if (preferences.kind == TilePreferences::Kind::None)
        return {};
    const bool file = preferences.kind == TilePreferences::Kind::MbTiles;
    return {{QStringLiteral("kind"), file ? kMbTiles : kXyz},
        {QStringLiteral("file"), preferences.file},
        {QStringLiteral("url"), preferences.urlTemplate},
        {QStringLiteral("attribution"), preferences.attribution},
        {QStringLiteral("minZoom"), preferences.minZoom},
        {QStringLiteral("maxZoom"), preferences.maxZoom}};
}

TilePreferences fromJson(const QJsonObject &json)
{
    TilePreferences preferences;
    const QString kind = json[QStringLiteral("kind")].toString();
    if (kind == kMbTiles)
        preferences.kind = TilePreferences::Kind::MbTiles;
    else if (kind == kXyz)
        preferences.kind = TilePreferences::Kind::Xyz;
    preferences.file = json[QStringLiteral("file")].toString();
    preferences.urlTemplate = json[QStringLiteral("url")].toString();
    preferences.attribution = json[QStringLiteral("attribution")].toString();
    preferences.minZoom = json[QStringLiteral("minZoom")].toInt(preferences.minZoom);
    preferences.maxZoom = json[QStringLiteral("maxZoom")].toInt(preferences.maxZoom);
    return preferences;
}

/// One folder for each server, so that tiles of different ones never mix.
QString cacheFolder(const QString &urlTemplate)
{
    const QByteArray hash =
        QCryptographicHash::hash(urlTemplate.toUtf8(), QCryptographicHash::Sha1).toHex();
    return QDir(QStandardPaths::writableLocation(QStandardPaths::CacheLocation))
        .filePath(QStringLiteral("tiles/") + QString::fromLatin1(hash));
}

} // namespace

Result<TilePreferences> tilePreferences(const Store &store)
{
    BV_TRY(const std::vector<Document> documents, store.documents(kCollection));
    for (const Document &document : documents) {
        if (document.id == kDocument)
            return fromJson(document.body);
    }
    return TilePreferences();
}

Result<> setTilePreferences(Store &store, const TilePreferences &preferences)
{
    return store.writeDocuments(kCollection, {{kDocument, toJson(preferences)}});
}

Result<std::shared_ptr<TileImages>> openTiles(const TilePreferences &preferences)
{
    switch (preferences.kind) {
    case TilePreferences::Kind::None:
        break;
    case TilePreferences::Kind::MbTiles: {
        BV_TRY(const auto source, openMbTiles(preferences.file));
        return std::shared_ptr<TileImages>(std::make_shared<DecodedTiles>(source));
    }
    case TilePreferences::Kind::Xyz: {
        XyzOptions options;
        options.urlTemplate = preferences.urlTemplate;
        options.attribution = preferences.attribution;
        options.minZoom = preferences.minZoom;
        options.maxZoom = preferences.maxZoom;
        options.userAgent = QStringLiteral("Belvedere/") + QCoreApplication::applicationVersion();
        options.cacheFolder = cacheFolder(preferences.urlTemplate);
        BV_TRY(const auto source, openXyz(options));
        return std::shared_ptr<TileImages>(std::make_shared<DecodedTiles>(source));
    }
    }
    return std::shared_ptr<TileImages>();
}

} // namespace belvedere::ui
