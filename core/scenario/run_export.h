// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/feature_table.h"
#include "scenario/comparison.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace belvedere {

/// Rows are links. Columns: link, name, from, to, length, then for each quantity its value, and
/// with `before` also KEY_before and KEY_change.
/// @param before  null = the run alone. @param period  -1 = the whole day.
[[nodiscard]] FeatureTable linkRunTable(
    const CoupledRun &run, const CoupledRun *before = nullptr, int period = -1);

/// Writes FILE.csv, .geojson or .gpkg; GeoJSON and GeoPackage need places.
[[nodiscard]] Result<> exportLinks(const QString &file, const CoupledRun &run,
    const CoupledRun *before = nullptr, int period = -1, const TaskContext &context = {});

/// {key: value} as scripts see them.
[[nodiscard]] QJsonObject kpisToJson(const CoupledRun &run);
/// [{key, title, unit, value, range, better, source, validity, flags}]
[[nodiscard]] QJsonArray indicatorsToJson(const CoupledRun &run);
/// [{key, unit, before, after, change, relative, changeRange, better, verdict, flagged}]
[[nodiscard]] QJsonArray comparisonToJson(const std::vector<KpiComparison> &comparison);

/// Network and demand for the microscopic simulator SUMO: NAME.nod.xml, NAME.edg.xml, NAME.con.xml,
/// NAME.taz.xml, NAME.flows.xml, and NAME.netccfg, by which netconvert makes NAME.net.xml.
struct SumoFiles
{
    QStringList files;
    std::size_t nodes = 0;
    std::size_t edges = 0;
    std::size_t flows = 0;
    double trips = 0.0;
};
/// @return Errc::Usage if no places of nodes are known.
[[nodiscard]] Result<SumoFiles> exportSumo(
    const QString &folder, const QString &name, const CoupledRun &run, int period = 0);

} // namespace belvedere
