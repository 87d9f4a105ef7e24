// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/calendar_chart.h"
#include "charts/heat_map.h"
#include "charts/polar_data.h"
#include "charts/trend_chart.h"
#include "charts/variation_chart.h"
#include "environment/environment_data.h"
#include "environment/place_values.h"

namespace belvedere::ui {

/// What the analyst looks at. A value that crosses threads.
struct PlaceQuery
{
    std::shared_ptr<const EnvironmentSet> set;
    int site = -1; ///< -1 = the mean of all
    QString channel;
    UtcMs from = 0; ///< of the period
    UtcMs to = 0; ///< its end, not in it
    QString family; ///< of the index, for classes and limits

    [[nodiscard]] bool isWhole() const { return set && !channel.isEmpty() && from < to; }
    [[nodiscard]] bool isNoise() const { return set && channel == set->level; }
    /// "Dongsi", or what stands for all.
    [[nodiscard]] QString siteTitle() const;
    /// "PM2.5"
    [[nodiscard]] QString channelName() const;
    [[nodiscard]] QString unit() const { return set->unitOf(channel); }
    /// The revision of the index at the end of the period; null for noise.
    [[nodiscard]] const AirQualityStandard *standard() const;
};

/// Of the period. @return as core's placeValues().
[[nodiscard]] Result<PlaceValues> valuesOf(const PlaceQuery &query);

enum class CalendarOf { Values, Index };
/// Means of days, energy averages of levels; or the index of each day by the table of its time.
[[nodiscard]] Result<std::shared_ptr<const CalendarData>> makeCalendar(
    const PlaceQuery &query, CalendarOf what, const TaskContext &context);

enum class VariationOf {
    Channel, ///< the chosen one
    AllChannels, ///< each as a multiple of its own mean
    Extremes ///< the chosen place beside the stations with the highest and the lowest mean
};
[[nodiscard]] Result<std::shared_ptr<const VariationData>> makeVariation(const PlaceQuery &query,
    VariationOf what, VariationData::Cycle cycle, const TaskContext &context);

[[nodiscard]] Result<std::shared_ptr<const PolarData>> makeRose(
    const PlaceQuery &query, PolarData::Kind kind, const TaskContext &context);

[[nodiscard]] Result<std::shared_ptr<const TrendData>> makeTrend(
    const PlaceQuery &query, const TaskContext &context);

/// Days above a limit by place and year.
[[nodiscard]] Result<std::shared_ptr<const HeatMapData>> makeExceedances(
    const PlaceQuery &query, double limit, const TaskContext &context);
/// The limit that is offered: end of the second class, of noise the highest level that is not
/// reported.
[[nodiscard]] double usualLimit(const PlaceQuery &query);

/// Classes of a pollutant's table as ranges in the unit of the data; empty without a table.
[[nodiscard]] std::vector<ValueClass> concentrationClasses(
    const AirQualityStandard &standard, const QString &pollutant, const QString &unit);

} // namespace belvedere::ui
