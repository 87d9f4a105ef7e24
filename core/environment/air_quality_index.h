// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/dataset.h"
#include "environment/air_quality_standard.h"

#include <span>

namespace belvedere {

/// The index of one pollutant and average.
struct SubIndex
{
    QString pollutant;
    int averageMinutes = 60;
    double concentration = 0.0; ///< as the table was entered: converted, truncated or rounded
    ConcentrationUnit unit = ConcentrationUnit::MicrogramPerM3;
    int index = 0;
    bool beyondScale = false; ///< more than the table goes to
};

/// Of one value. Exact: decimals are integers, 125.5 is never 125.4999.
/// @param value  in `unit`
/// @param averageMinutes  0 = the usual one
/// @param state  for conversion between mass and mixing ratio; absent = that of the standard
/// @return Errc::NotFound if the standard has no such pollutant or average; Errc::Usage for a
/// negative or not finite value, a unit that does not fit, and where the standard gives no index
/// (it then names the average that counts).
[[nodiscard]] Result<SubIndex> subIndex(const AirQualityStandard &standard,
    const QString &pollutant, double value, ConcentrationUnit unit, int averageMinutes = 0,
    std::optional<ReferenceState> state = {});
/// In the unit of the standard's table.
[[nodiscard]] Result<SubIndex> subIndex(const AirQualityStandard &standard,
    const QString &pollutant, double value, int averageMinutes = 0);

/// The index of a place.
struct AirQualityIndex
{
    QString standard; ///< id; shown beside every number
    std::optional<int> index; ///< absent: nothing was measured
    std::vector<SubIndex> parts; ///< of each pollutant the highest, highest first
    QStringList primary; ///< pollutants with the highest index; ties are all named
    QStringList missing; ///< required by the standard and not measured: the index is incomplete
    bool beyondScale = false;
};

/// Combines sub-indices: the highest counts.
[[nodiscard]] AirQualityIndex combineIndex(
    const AirQualityStandard &standard, std::vector<SubIndex> parts);

/// Hourly values of one place.
struct AirSeries
{
    struct Part
    {
        QString pollutant;
        ConcentrationUnit unit = ConcentrationUnit::MicrogramPerM3;
        std::vector<float> values; ///< [axis.count], NaN = missing or suspect
    };
    TimeAxis axis; ///< of an hour or a whole fraction of it
    QTimeZone zone = QTimeZone::utc();
    std::optional<ReferenceState> state; ///< of mass concentrations; absent = as the standard's
    std::vector<Part> parts;

    [[nodiscard]] const Part *part(const QString &pollutant) const;
};

/// What one site of a data set measured of the pollutants.
/// @param site  not valid = the mean of all sites
/// @return Errc::Usage if a pollutant's unit is not known or the step is longer than an hour.
[[nodiscard]] Result<AirSeries> airSeries(
    const Dataset &dataset, const Series &series, SiteId site);
/// A forecast behind what was observed, so that running means reach back: the values of one
/// pollutant at the steps after `lastStep`, which becomes the last observed one.
void appendForecast(
    AirSeries &series, const QString &pollutant, int lastStep, std::span<const float> values);

/// The index at one step, from trailing values as the standard says.
[[nodiscard]] AirQualityIndex indexAt(
    const AirQualityStandard &standard, const AirSeries &series, int step);
/// The index of a local day (days since 1970-01-01).
[[nodiscard]] AirQualityIndex indexOfDay(
    const AirQualityStandard &standard, const AirSeries &series, int day);

/// Daily indices of a span, each by the revision that was valid on that day.
struct DailyIndex
{
    int day = 0; ///< local; days since 1970-01-01
    AirQualityIndex index;
};
/// @param family  "us-epa"; or an id, and then that revision alone
/// @return Errc::NotFound for an unknown one. Every local day that the axis touches.
[[nodiscard]] Result<std::vector<DailyIndex>> dailyIndices(
    const QString &family, const AirSeries &series);

/// NowCast of particles. @param newestFirst  hourly values, NaN = missing; the first 12 count.
/// w = max(0.5, min/max), mean of the hours weighted by w^i.
/// @return NaN unless two of the latest three hours are there.
/// Source: EPA-454/B-24-002, May 2024, "NowCast".
[[nodiscard]] double nowCast(std::span<const double> newestFirst);

/// Trailing means over `window` steps at every step; NaN with fewer than `needed` values.
[[nodiscard]] std::vector<float> runningMeans(
    std::span<const float> values, int window, int needed);

} // namespace belvedere
