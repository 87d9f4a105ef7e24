// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "geo/feature_table.h"

#include <memory>

namespace belvedere {

/// CSV: RFC 4180 with a header "speed [km/h]", a time as two columns "…_utc" and "…_local", points
/// as two columns, lines and areas as WKT, missing = empty; units and FileInfo in
/// FILE-metadata.json beside it (W3C, "Metadata Vocabulary for Tabular Data").
/// GeoJSON: RFC 7946; times in UTC, units and FileInfo as foreign members of the collection.
/// GeoPackage: one layer a table; units in the layer's metadata, FileInfo in
/// that of the file.
enum class FeatureFormat { Csv, GeoJson, GeoPackage };

/// By the ending: .csv, .geojson or .json, .gpkg.
/// @return Errc::Usage that names the endings.
[[nodiscard]] Result<FeatureFormat> featureFormatOf(const QString &file);

/// Writes a file that appears whole or not at all: until finish() an older file of that name
/// stays as it is. Part after part, so that a table need not fit into memory.
class FeatureWriter
{
public:
    /// @return Errc::NotFound if the folder is missing, Errc::Io if it may not be written.
    [[nodiscard]] static Result<std::unique_ptr<FeatureWriter>> open(
        const QString &file, FeatureFormat format, FileInfo info);
    virtual ~FeatureWriter() = default;

    /// The first table of a name makes a layer with its columns; later ones of that name add rows
    /// and have the same columns. Only a GeoPackage holds more than one layer.
    [[nodiscard]] virtual Result<> append(
        const FeatureTable &table, const TaskContext &context = {}) = 0;
    /// One more fact about the file, known only now.
    void addFact(const QString &key, const QString &value)
    {
        m_info.facts.emplace_back(key, value);
    }
    /// Puts the file in its place. Without it nothing is left behind.
    [[nodiscard]] virtual Result<> finish() = 0;

protected:
    explicit FeatureWriter(FileInfo info)
        : m_info(std::move(info))
    {
    }

    FileInfo m_info;
};

/// All at once.
[[nodiscard]] Result<> writeFeatures(const QString &file, const std::vector<FeatureTable> &tables,
    const FileInfo &info, const TaskContext &context = {});

} // namespace belvedere
