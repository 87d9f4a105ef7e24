// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "data/dataset.h"
#include "simulation/local_calendar.h"

namespace belvedere::simulation {

/// The weather over the city, on the calendar's axis.
struct Weather
{
    TimeAxis axis;
    std::vector<double> temperatureC;
    std::vector<double> windMs;
    std::vector<double> rainMmH;
    std::vector<double> sun; ///< 0 at night … 1 under a clear midsummer noon
    std::vector<double> inversion; ///< 0 = the air mixes … 1 = a lid over the city

    /// Of the step that `time` falls into; the nearest one outside the axis.
    [[nodiscard]] std::size_t at(UtcMs time) const;
};

/// Temperature and wind wander around the season's and the hour's mean; rain comes in fronts.
[[nodiscard]] Weather weatherWalk(const LocalCalendar &calendar, Random random);

/// Channels temperature (°C), wind (m/s), rain (mm/h); one site.
[[nodiscard]] Series weatherSeries(const Weather &weather);

} // namespace belvedere::simulation
