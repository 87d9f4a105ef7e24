// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/geopackage_feature_writer.h"

#include "base/output_file.h"
#include "geo/gdal_session.h"
#include "geo/ogr_shapes.h"
#include "geo/written_values.h"

#include <gdal.h>

#include <QDateTime>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <cpl_string.h>
#include <ogr_srs_api.h>

#include <map>

namespace belvedere {

namespace {

constexpr std::size_t kRowsBetweenLooks = 512;
constexpr int kUtcFlag = 100; // GDAL's code of "GMT"
constexpr int kWgs84 = 4326;

struct DatasetDeleter
{
    void operator()(void *dataset) const { GDALClose(static_cast<GDALDatasetH>(dataset)); }
};
using OpenDataset = std::unique_ptr<void, DatasetDeleter>;

struct SpatialReferenceDeleter
{
    void operator()(void *reference) const
    {
        OSRDestroySpatialReference(static_cast<OGRSpatialReferenceH>(reference));
    }
};

OGRFieldType fieldType(ColumnType type)
{
    switch (type) {
    case ColumnType::Text:
        return OFTString;
    case ColumnType::Integer:
        return OFTInteger64;
    case ColumnType::Real:
        return OFTReal;
    case ColumnType::Flag:
        return OFTInteger;
    case ColumnType::Time:
        break;
    }
    return OFTDateTime;
}

/// One kind for the whole layer, or any.
OGRwkbGeometryType layerType(const FeatureTable &table)
{
    if (!table.hasShapes)
        return wkbNone;
    OGRwkbGeometryType type = wkbUnknown;
    for (const GeoShape &shape : table.shapes) {
        const OgrGeometry geometry = toOgr(shape);
        if (!geometry)
            continue;
        const OGRwkbGeometryType here = OGR_G_GetGeometryType(geometry.get());
        if (type != wkbUnknown && type != here)
            return wkbUnknown;
        type = here;
    }
    return type;
}

void setValue(OGRFeatureH feature, int index, const FeatureColumn &column, std::size_t row)
{
    if (column.missing(row)) {
        OGR_F_SetFieldNull(feature, index);
        return;
    }
    switch (column.type) {
    case ColumnType::Text:
        OGR_F_SetFieldString(feature, index, column.texts[row].toUtf8().constData());
        break;
    case ColumnType::Real:
        OGR_F_SetFieldDouble(feature, index, column.reals[row]);
        break;
    case ColumnType::Integer:
        OGR_F_SetFieldInteger64(feature, index, column.integers[row]);
        break;
    case ColumnType::Flag:
        OGR_F_SetFieldInteger(feature, index, column.integers[row] != 0 ? 1 : 0);
        break;
    case ColumnType::Time: {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(column.integers[row], Qt::UTC);
        const QTime clock = time.time();
        OGR_F_SetFieldDateTimeEx(feature, index, time.date().year(), time.date().month(),
            time.date().day(), clock.hour(), clock.minute(),
            static_cast<float>(clock.second()) + static_cast<float>(clock.msec()) / 1000.0F,
            kUtcFlag);
        break;
    }
    }
}

class GeoPackageWriter : public FeatureWriter
{
public:
    GeoPackageWriter(QString target, std::unique_ptr<QTemporaryDir> folder, FileInfo info)
        : FeatureWriter(std::move(info))
        , m_target(std::move(target))
        , m_folder(std::move(folder))
        , m_file(m_folder->filePath(QFileInfo(m_target).fileName()))
    {
    }

    ~GeoPackageWriter() override
    {
        const GdalSession session; // closing what was not finished is loud
        m_dataset.reset();
    }

    Result<> create()
    {
        GdalSession session;
        const GDALDriverH driver = GDALGetDriverByName("GPKG");
        if (!driver)
            return failure(Errc::Internal,
                QT_TRANSLATE_NOOP(
                    "Error", "GDAL was built without GeoPackage. Choose a .geojson file."));
        m_dataset.reset(
            GDALCreate(driver, m_file.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr));
        if (!m_dataset)
            return problem(session);
        if (GDALDatasetStartTransaction(m_dataset.get(), false) != OGRERR_NONE)
            return problem(session);
        return {};
    }

    Result<> append(const FeatureTable &table, const TaskContext &context) override
    {
        GdalSession session;
        if (m_layers.find(table.name) == m_layers.end()) {
            const OGRLayerH made = makeLayer(table);
            if (!made)
                return problem(session);
            m_layers.emplace(table.name, made);
        }
        const OGRLayerH layer = m_layers[table.name];
        const OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
        const std::size_t rows = table.rows();
        for (std::size_t row = 0; row < rows; ++row) {
            if (row % kRowsBetweenLooks == 0) {
                if (context.cancelled())
                    return cancelledFailure();
                context.progress(static_cast<qint64>(row), static_cast<qint64>(rows), {});
            }
            const OGRFeatureH feature = OGR_F_Create(definition);
            for (std::size_t i = 0; i < table.columns.size(); ++i)
                setValue(feature, static_cast<int>(i), table.columns[i], row);
            if (table.hasShapes) {
                if (OgrGeometry geometry = toOgr(table.shapes[row]))
                    OGR_F_SetGeometryDirectly(feature, geometry.release());
            }
            const OGRErr error = OGR_L_CreateFeature(layer, feature);
            OGR_F_Destroy(feature);
            if (error != OGRERR_NONE)
                return problem(session);
        }
        return {};
    }

    Result<> finish() override
    {
        {
            GdalSession session;
            const QJsonObject json = infoJson(m_info);
            for (auto item = json.begin(); item != json.end(); ++item) {
                GDALSetMetadataItem(m_dataset.get(), item.key().toUtf8().constData(),
                    item.value().toVariant().toString().toUtf8().constData(), nullptr);
            }
            if (GDALDatasetCommitTransaction(m_dataset.get()) != OGRERR_NONE)
                return problem(session);
            m_dataset.reset();
            if (!session.firstFailure().isEmpty())
                return problem(session);
        }
        return replaceFile(m_file, m_target);
    }

private:
    OGRLayerH makeLayer(const FeatureTable &table)
    {
        const std::unique_ptr<void, SpatialReferenceDeleter> wgs84(OSRNewSpatialReference(nullptr));
        OSRImportFromEPSG(wgs84.get(), kWgs84);
        OSRSetAxisMappingStrategy(wgs84.get(), OAMS_TRADITIONAL_GIS_ORDER);
        QString description = m_info.title;
        if (m_info.simulated)
            description += QStringLiteral(" (simulated)");
        char **options = CSLSetNameValue(nullptr, "DESCRIPTION", description.toUtf8().constData());
        const QByteArray name = table.name.isEmpty() ? QByteArray("features") : table.name.toUtf8();
        const OGRLayerH layer = GDALDatasetCreateLayer(m_dataset.get(), name.constData(),
            table.hasShapes ? wgs84.get() : nullptr, layerType(table), options);
        CSLDestroy(options);
        if (!layer)
            return nullptr;
        for (const FeatureColumn &column : table.columns) {
            const OGRFieldDefnH field =
                OGR_Fld_Create(column.key.toUtf8().constData(), fieldType(column.type));
            if (column.type == ColumnType::Flag)
                OGR_Fld_SetSubType(field, OFSTBoolean);
            const OGRErr error = OGR_L_CreateField(layer, field, false);
            OGR_Fld_Destroy(field);
            if (error != OGRERR_NONE)
                return nullptr;
        }
        GDALSetMetadataItem(layer, "columns",
            QJsonDocument(columnsJson(table)).toJson(QJsonDocument::Compact).constData(), nullptr);
        return layer;
    }

    [[nodiscard]] tl::unexpected<Error> problem(const GdalSession &session) const
    {
        const QString text = session.firstFailure();
        if (text.contains(QLatin1String("full")))
            return failure(Errc::Io,
                QT_TRANSLATE_NOOP("Error",
                    "The disk is full: %1 could not be written. An older file of that name is "
                    "unchanged. Free some space and try again."),
                {m_target}, {}, text);
        return failure(Errc::Io,
            QT_TRANSLATE_NOOP("Error",
                "%1 could not be written: %2. An older file of that name is unchanged. Choose "
                "another place."),
            {m_target, text}, {}, text);
    }

    QString m_target;
    std::unique_ptr<QTemporaryDir> m_folder; // beside the target, so that renaming is atomic
    QString m_file;
    OpenDataset m_dataset;
    std::map<QString, OGRLayerH> m_layers; // owned by the data set
};

} // namespace

Result<std::unique_ptr<FeatureWriter>> openGeoPackageWriter(const QString &file, FileInfo info)
{
    BV_TRY_VOID(checkWritable(file));
    auto folder = std::make_unique<QTemporaryDir>(
        QFileInfo(file).absolutePath() + QStringLiteral("/.belvedere-XXXXXX"));
    if (!folder->isValid())
        return failure(Errc::Io,
            QT_TRANSLATE_NOOP("Error",
                "%1 may not be written. Check the permissions of the file and of its folder, or "
                "choose another place."),
            {file}, {}, folder->errorString());
    auto writer = std::make_unique<GeoPackageWriter>(file, std::move(folder), std::move(info));
    BV_TRY_VOID(writer->create());
    return writer;
}

} // namespace belvedere
