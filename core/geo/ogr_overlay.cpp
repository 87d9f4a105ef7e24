// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/ogr_overlay.h"

#include "geo/gdal_session.h"
#include "geo/ogr_shapes.h"

#include <gdal.h>

#include <QDateTime>
#include <QFileInfo>

#include <cpl_string.h>

#include <cmath>
#include <memory>

namespace belvedere {

namespace {

constexpr qint64 kRowsBetweenReports = 256;
constexpr int kUtcFlag = 100; // GDAL's code of "GMT"; a quarter of an hour more a step

struct DatasetDeleter
{
    void operator()(void *dataset) const { GDALClose(static_cast<GDALDatasetH>(dataset)); }
};
using OpenDataset = std::unique_ptr<void, DatasetDeleter>;

struct FeatureDeleter
{
    void operator()(void *feature) const { OGR_F_Destroy(static_cast<OGRFeatureH>(feature)); }
};

Result<OpenDataset> openFile(const QString &file, const GdalSession &session)
{
    // Only these: GDAL knows drivers that open other files and addresses.
    const char *const drivers[] = {
        "GPKG", "ESRI Shapefile", "LIBKML", "KML", "FlatGeobuf", nullptr};
    OpenDataset dataset(GDALOpenEx(QFileInfo(file).absoluteFilePath().toUtf8().constData(),
        GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, nullptr, nullptr));
    if (dataset)
        return dataset;
    if (file.endsWith(QLatin1String(".shp"), Qt::CaseInsensitive))
        return failure(Errc::Parse,
            QT_TRANSLATE_NOOP("Error",
                "This is no complete shapefile: %1. The files .shp, .shx and .dbf must stand "
                "beside each other."),
            {session.firstFailure()}, QFileInfo(file).fileName());
    return failure(Errc::Parse,
        QT_TRANSLATE_NOOP("Error", "The file is damaged or of another kind: %1. Export it again."),
        {session.firstFailure()}, QFileInfo(file).fileName());
}

Result<OGRLayerH> chooseLayer(GDALDatasetH dataset, const QString &wanted, const QString &file)
{
    QStringList names;
    OGRLayerH chosen = nullptr;
    const int count = GDALDatasetGetLayerCount(dataset);
    for (int i = 0; i < count; ++i) {
        const OGRLayerH layer = GDALDatasetGetLayer(dataset, i);
        const QString name = QString::fromUtf8(OGR_L_GetName(layer));
        if (wanted.isEmpty() && OGR_L_GetGeomType(layer) == wkbNone && count > 1)
            continue;
        names += name;
        if (wanted.isEmpty() ? names.size() == 1 : name == wanted)
            chosen = layer;
    }
    if (wanted.isEmpty() && names.size() > 1)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP(
                "Error", "The file holds several layers: %1. Name the one to import."),
            {names.join(QStringLiteral(", "))}, QFileInfo(file).fileName());
    if (!chosen)
        return failure(Errc::NotFound,
            QT_TRANSLATE_NOOP("Error", "There is no layer \"%1\". The file holds: %2."),
            {wanted, names.join(QStringLiteral(", "))}, QFileInfo(file).fileName());
    return chosen;
}

std::optional<UtcMs> timeOf(OGRFeatureH feature, int index)
{
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
    float second = 0.0F;
    if (!OGR_F_GetFieldAsDateTimeEx(
            feature, index, &year, &month, &day, &hour, &minute, &second, &zone))
        return {};
    const QDateTime time(QDate(year, month, day), QTime(hour, minute), Qt::UTC);
    if (!time.isValid())
        return {};
    // Without a zone the time is taken as UTC.
    const int minutesAhead = zone > 1 ? (zone - kUtcFlag) * 15 : 0;
    return time.toMSecsSinceEpoch() + std::lround(static_cast<double>(second) * 1000.0)
        - minutesAhead * kMsPerMinute;
}

void addField(ColumnBuilder &columns, std::size_t row, OGRFeatureH feature, int index)
{
    if (!OGR_F_IsFieldSetAndNotNull(feature, index))
        return;
    const OGRFieldDefnH field = OGR_F_GetFieldDefnRef(feature, index);
    const QString key = QString::fromUtf8(OGR_Fld_GetNameRef(field));
    switch (OGR_Fld_GetType(field)) {
    case OFTInteger:
        if (OGR_Fld_GetSubType(field) == OFSTBoolean)
            columns.addFlag(row, key, OGR_F_GetFieldAsInteger(feature, index) != 0);
        else
            columns.addInteger(row, key, OGR_F_GetFieldAsInteger(feature, index));
        break;
    case OFTInteger64:
        columns.addInteger(row, key, OGR_F_GetFieldAsInteger64(feature, index));
        break;
    case OFTReal:
        columns.addReal(row, key, OGR_F_GetFieldAsDouble(feature, index));
        break;
    case OFTDateTime:
        if (const auto time = timeOf(feature, index)) {
            columns.addTime(row, key, *time);
            break;
        }
        [[fallthrough]];
    default:
        columns.addText(row, key, QString::fromUtf8(OGR_F_GetFieldAsString(feature, index)));
    }
}

FileFacts factsOf(GDALDatasetH dataset)
{
    FileFacts facts;
    char **items = GDALGetMetadata(dataset, nullptr);
    for (char **item = items; item && *item; ++item) {
        const QString text = QString::fromUtf8(*item);
        facts[text.section(QLatin1Char('='), 0, 0)] = text.section(QLatin1Char('='), 1);
    }
    return facts;
}

Result<> readFeatures(
    OGRLayerH layer, OverlayBuilder &builder, const GdalSession &session, const QString &file)
{
    const qint64 total = OGR_L_GetFeatureCount(layer, true);
    BV_TRY_VOID(builder.expect(total));
    const QString fileName = QFileInfo(file).fileName();
    OGR_L_ResetReading(layer);
    for (qint64 number = 1;; ++number) {
        const std::unique_ptr<void, FeatureDeleter> feature(OGR_L_GetNextFeature(layer));
        if (!feature)
            break;
        GeoShape shape;
        addFromOgr(OGR_F_GetGeometryRef(feature.get()), shape);
        if (shape.empty()) {
            builder.leaveOut();
            continue;
        }
        const std::size_t row = builder.row();
        for (int i = 0; i < OGR_F_GetFieldCount(feature.get()); ++i)
            addField(builder.columns(), row, feature.get(), i);
        BV_TRY_VOID(builder.add(std::move(shape), fileName));
        if (number % kRowsBetweenReports == 0)
            builder.progress(number, total);
    }
    if (!session.firstFailure().isEmpty())
        return failure(Errc::Parse,
            QT_TRANSLATE_NOOP(
                "Error", "Feature %1 could not be read: %2. The file is damaged; export it again."),
            {QString::number(builder.row() + 1), session.firstFailure()}, fileName);
    return {};
}

} // namespace

Result<std::optional<CoordinateSystem>> readOgrFile(
    const QString &file, const QString &layerName, OverlayBuilder &builder, FileFacts *facts)
{
    GdalSession session;
    BV_TRY(const OpenDataset dataset, openFile(file, session));
    BV_TRY(const OGRLayerH layer, chooseLayer(dataset.get(), layerName, file));
    if (facts)
        *facts = factsOf(dataset.get());
    session.clear(); // what a driver grumbled about while opening
    BV_TRY_VOID(readFeatures(layer, builder, session, file));
    if (const OGRSpatialReferenceH reference = OGR_L_GetSpatialRef(layer)) {
        BV_TRY(CoordinateSystem system, CoordinateSystem::fromOgr(reference));
        return std::optional<CoordinateSystem>(std::move(system));
    }
    return std::optional<CoordinateSystem>();
}

Result<qint64> lookAtOgrFile(const QString &file, FileFacts &facts)
{
    GdalSession session;
    BV_TRY(const OpenDataset dataset, openFile(file, session));
    BV_TRY(const OGRLayerH layer, chooseLayer(dataset.get(), {}, file));
    facts = factsOf(dataset.get());
    return OGR_L_GetFeatureCount(layer, true);
}

} // namespace belvedere
