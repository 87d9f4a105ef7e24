// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/environment_data.h"
#include "models/forecaster.h"

#include <optional>

namespace belvedere::ui {

/// Which index is asked for.
enum class AirTime {
    Moment, ///< of the hour shown, from trailing values as the standard says
    Day, ///< of the local day shown, as far as it is known
    Forecast ///< the highest of the hours that the live models look ahead
};

/// How likely a pollutant is above a limit at one time ahead.
struct Exceedance
{
    QString pollutant;
    double limit = 0.0; ///< in `unit`: end of the index's second class
    QString unit;
    UtcMs time = 0;
    int minutesAhead = 0;
    double probability = 0.0; ///< 0 … 1
};

/// One station at the time shown.
struct StationAir
{
    AirQualityIndex index;
    UtcMs time = 0; ///< of the hour that the index stands for; of a day its beginning
    std::vector<Exceedance> exceedances; ///< of the forecast, by pollutant and time
};

/// All stations of a data set at one time by one standard. Immutable.
struct AirPicture
{
    std::shared_ptr<const EnvironmentSet> set;
    const AirQualityStandard *standard = nullptr; ///< the revision that is used; never null
    bool standardIsValid = true; ///< on the day shown
    AirTime what = AirTime::Moment;
    UtcMs time = 0; ///< that is shown
    QDate date; ///< local
    std::vector<StationAir> stations; ///< [sites]
    QStringList forecastPollutants; ///< that have a live model
};

struct AirQuery
{
    std::shared_ptr<const EnvironmentSet> set;
    QString family; ///< of the standard
    AirTime what = AirTime::Moment;
    UtcMs time = 0;
    UtcMs now = 0; ///< nothing after it was measured yet
    /// Of the live models, issued at or before `time`.
    std::vector<std::shared_ptr<const QuantileForecast>> forecasts;
};

/// @return Errc::NotFound for an unknown family; Errc::Cancelled.
[[nodiscard]] Result<std::shared_ptr<const AirPicture>> makeAirPicture(
    const AirQuery &query, const TaskContext &context);

/// How likely a quantity is above a limit, from some of its quantiles: straight between them,
/// beyond the outermost ones as far again as the next one is away.
/// @param levels  ascending, 0 … 1. @param values  [levels]; NaN = not known, then NaN.
[[nodiscard]] double probabilityAbove(
    std::span<const double> levels, std::span<const double> values, double limit);

} // namespace belvedere::ui
