// SPDX-License-Identifier: GPL-3.0-or-later
// core/geo owns geographic files: tables of features as values, their writers (CSV, GeoJSON,
// GeoPackage) and the readers of overlays. GDAL and PROJ stop here. It knows nothing of
// measurements; core/exports turns those into tables.
#pragma once

#include "base/utc_time.h"
#include "city/lon_lat.h"

#include <QString>

#include <cmath>
#include <limits>
#include <utility>
#include <variant>
#include <vector>

namespace belvedere {

using Path = std::vector<LonLat>;

/// Rings are open: the first point is not repeated at the end.
struct Polygon
{
    Path outer;
    std::vector<Path> holes;

    friend bool operator==(const Polygon &a, const Polygon &b)
    {
        return a.outer == b.outer && a.holes == b.holes;
    }
};

/// Where a feature is; usually one of the three is filled, a collection may fill several. All
/// empty: a feature without a place.
struct GeoShape
{
    std::vector<LonLat> points;
    std::vector<Path> lines;
    std::vector<Polygon> areas;

    [[nodiscard]] bool empty() const { return points.empty() && lines.empty() && areas.empty(); }
    friend bool operator==(const GeoShape &a, const GeoShape &b)
    {
        return a.points == b.points && a.lines == b.lines && a.areas == b.areas;
    }
};

enum class ColumnType { Text, Integer, Real, Flag, Time };

/// Stands for "missing" in columns of Integer, Flag and Time.
inline constexpr qint64 kNoInteger = std::numeric_limits<qint64>::min();

/// One attribute of all features.
struct FeatureColumn
{
    QString key; ///< "speed": what scripts write; unique in its table
    ColumnType type = ColumnType::Text;
    QString unit; ///< "km/h"; empty for none
    /// A null QString is missing; an empty one is an empty text.
    std::vector<QString> texts; ///< of Text
    std::vector<qint64> integers; ///< of Integer, Flag (0 or 1) and Time (UtcMs)
    std::vector<double> reals; ///< of Real; NaN = missing, and only NaN is not finite

    FeatureColumn() = default;
    FeatureColumn(QString columnKey, ColumnType columnType, QString columnUnit = {})
        : key(std::move(columnKey))
        , type(columnType)
        , unit(std::move(columnUnit))
    {
    }

    [[nodiscard]] std::size_t size() const
    {
        return type == ColumnType::Text ? texts.size()
            : type == ColumnType::Real  ? reals.size()
                                        : integers.size();
    }
    [[nodiscard]] bool missing(std::size_t row) const
    {
        return type == ColumnType::Text ? texts[row].isNull()
            : type == ColumnType::Real  ? std::isnan(reals[row])
                                        : integers[row] == kNoInteger;
    }
};

/// Features of one kind: columns of equal length and, if `hasShapes`, as many shapes.
struct FeatureTable
{
    QString name; ///< "sites"; the layer's name in a GeoPackage
    bool hasShapes = true;
    std::vector<FeatureColumn> columns;
    std::vector<GeoShape> shapes; ///< [rows]; empty unless hasShapes

    [[nodiscard]] std::size_t rows() const
    {
        return hasShapes ? shapes.size() : columns.empty() ? 0 : columns.front().size();
    }
    /// Position of the column, or -1.
    [[nodiscard]] int columnIndex(const QString &key) const
    {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (columns[i].key == key)
                return static_cast<int>(i);
        }
        return -1;
    }
};

/// What is told about a file beside its rows, so that it can be judged and made again.
struct FileInfo
{
    QString title;
    QString source; ///< origin and licence
    bool simulated = false;
    QTimeZone zone = QTimeZone::utc(); ///< of the local times that CSV files have beside UTC
    /// "dataHash", "model", "seed", "program", "instant" …: keys in camelCase.
    std::vector<std::pair<QString, QString>> facts;
};

/// The double that is written like the float: 61.4F gives 61.4, and casts back to 61.4F.
[[nodiscard]] double asWritten(float value);

} // namespace belvedere
