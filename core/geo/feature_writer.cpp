// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/feature_writer.h"

#include "geo/csv_feature_writer.h"
#include "geo/geojson_feature_writer.h"
#include "geo/geopackage_feature_writer.h"

#include <QFileInfo>

namespace belvedere {

Result<FeatureFormat> featureFormatOf(const QString &file)
{
    const QString ending = QFileInfo(file).suffix().toLower();
    if (ending == QLatin1String("csv"))
        return FeatureFormat::Csv;
    if (ending == QLatin1String("geojson") || ending == QLatin1String("json"))
        return FeatureFormat::GeoJson;
    if (ending == QLatin1String("gpkg"))
        return FeatureFormat::GeoPackage;
    return failure(Errc::Usage,
        QT_TRANSLATE_NOOP("Error", "\"%1\" must end with .csv, .geojson or .gpkg."), {file});
}

Result<std::unique_ptr<FeatureWriter>> FeatureWriter::open(
    const QString &file, FeatureFormat format, FileInfo info)
{
    switch (format) {
    case FeatureFormat::Csv:
        return openCsvWriter(file, std::move(info));
    case FeatureFormat::GeoJson:
        return openGeoJsonWriter(file, std::move(info));
    case FeatureFormat::GeoPackage:
        break;
    }
    return openGeoPackageWriter(file, std::move(info));
}

Result<> writeFeatures(const QString &file, const std::vector<FeatureTable> &tables,
    const FileInfo &info, const TaskContext &context)
{
    BV_TRY(const FeatureFormat format, featureFormatOf(file));
    BV_TRY(const auto writer, FeatureWriter::open(file, format, info));
    for (const FeatureTable &table : tables)
        BV_TRY_VOID(writer->append(table, context));
    return writer->finish();
}

} // namespace belvedere
