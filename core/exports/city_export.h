// SPDX-License-Identifier: GPL-3.0-or-later
// core/exports owns how a city leaves the program as data: which columns a table of sites, series,
// roads or incidents has. core/geo writes the files.
#pragma once

#include "data/store/store.h"
#include "geo/feature_table.h"
#include "safety/privacy.h"

namespace belvedere {

/// The names are those of `export --what`.
enum class ExportKind {
    Sites, ///< one row a site: its values at one instant
    Series, ///< one row a site and step
    Links, ///< the road network
    Incidents
};

/// A forecast of one channel for one instant; the caller takes it out of a model's answer.
struct SiteForecast
{
    QString channel;
    QString model; ///< "traffic-speed/3"
    UtcMs at = 0;
    UtcMs issued = 0;
    std::vector<double> quantiles; ///< 0 … 1, ascending
    std::vector<QString> siteCodes; ///< [N]
    std::vector<float> values; ///< [N, quantiles]; NaN = none
};

struct ExportRequest
{
    ExportKind what = ExportKind::Sites;
    QString dataset; ///< not needed for Links and Incidents; of Incidents one table, empty = all
    std::optional<UtcMs> at; ///< of Sites; absent = the last step
    TimeRange range; ///< of Series and Incidents
    QString channel; ///< key; empty = all
    std::optional<SiteForecast> forecast; ///< of Sites
    /// Of Incidents: places stand for at least k of them, descriptions and road links stay in the
    /// store. Absent = all as it is stored; somebody has to ask for that.
    std::optional<PrivacyOptions> privacy = PrivacyOptions();
    /// Added to the file's facts: program, code version, seed …
    std::vector<std::pair<QString, QString>> facts;
};

struct ExportSummary
{
    qint64 rows = 0;
    qint64 withoutPlace = 0; ///< incidents whose position is not told for privacy
    std::optional<UtcMs> at;
    std::optional<UtcMs> from;
    std::optional<UtcMs> to; ///< last time in the file
    bool simulated = false;
    QString dataHash; ///< SHA-256 of the values and times in the file; empty for Links
};

/// A value that is missing is told as stale for this long, then as missing.
inline constexpr UtcMs kExportStaleMs = 30 * kMsPerMinute;

/// Rows are sites. Columns: site, name, then for each channel KEY (its unit), KEY_state
/// ("observed", "imputed", "stale", "suspect", "missing"), KEY_time, KEY_age (s), for a forecast
/// KEY_p10 …, forecast_time, forecast_issued, forecast_model, and simulated.
/// @param series  of all sites, reaching kExportStaleMs back from `at`.
[[nodiscard]] FeatureTable siteTable(const Dataset &dataset, const Series &series, UtcMs at,
    const QString &channel = {}, const SiteForecast *forecast = nullptr);

/// Rows are times, then sites. Columns: time, site, KEY (its unit), KEY_quality, simulated.
[[nodiscard]] FeatureTable seriesTable(
    const Dataset &dataset, const Series &series, const QString &channel = {}, bool shapes = true);

[[nodiscard]] FeatureTable linkTable(const RoadNetwork &network, bool simulated);
/// Columns: table, from, to, category, severity, description, link, simulated. With `places`, one
/// for each table, cell (m) and cell_incidents stand in the place of description and link.
[[nodiscard]] FeatureTable incidentTable(
    const std::vector<IncidentTable> &tables, const std::vector<PublicPlaces> &places = {});

/// Writes the file named by `request`, in the format of its ending, whole or not at all. Long
/// series go through the memory in parts.
/// @return Errc::NotFound for an unknown data set, channel or table; Errc::Usage if there is
/// nothing in the range.
[[nodiscard]] Result<ExportSummary> exportCity(const Store &store, const QString &file,
    const ExportRequest &request, const TaskContext &context = {});

} // namespace belvedere
