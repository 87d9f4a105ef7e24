// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/dataset.h"
#include "models/forecaster.h"

#include <optional>
#include <vector>

namespace belvedere::ctl {

/// Where a forecast comes from; every file says it.
struct ForecastOrigin
{
    QString model; ///< "traffic-speed/3"
    QString run;
    const Dataset *dataset;
};

/// Probability that the value of a step is above a limit; NaN where there is no answer.
[[nodiscard]] double exceedance(
    const QuantileForecast &forecast, int step, SiteId site, double above);

/// A limit, and from which probability on its exceedance is an alarm.
struct AlarmRule
{
    double above = 0.0;
    std::vector<double> alarmAt = {}; ///< [horizon]; empty = none was chosen
};

/// Whether there is an alarm; none where there is no answer or no rule.
[[nodiscard]] std::optional<bool> alarm(
    const QuantileForecast &forecast, int step, SiteId site, const AlarmRule &rule);

/// [{id, values: [{at, p10, p50, p90}]}]; null where the model has nothing to go by.
/// @param rule  each value then has its "exceedance" too, and "alarm" where that is known
[[nodiscard]] QJsonArray forecastSites(
    const QuantileForecast &forecast, const std::optional<AlarmRule> &rule = {});
/// Rows of site, latitude, longitude, time, quantiles; comment lines with the origin.
[[nodiscard]] QByteArray forecastCsv(
    const QuantileForecast &forecast, const ForecastOrigin &origin);
/// RFC 7946, a feature a site; sites without a position have a null geometry.
[[nodiscard]] QByteArray forecastGeoJson(
    const QuantileForecast &forecast, const ForecastOrigin &origin);

/// Writes the file whole or not at all; its ending .csv or .geojson decides the form.
[[nodiscard]] Result<> writeForecast(
    const QString &file, const QuantileForecast &forecast, const ForecastOrigin &origin);
/// @return Errc::Usage unless `file` ends with .csv or .geojson.
[[nodiscard]] Result<> checkForecastFile(const QString &file);

} // namespace belvedere::ctl
