// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "environment/place_values.h"

#include <cstdint>

namespace belvedere {

/// A mean with its 95 % interval.
struct MeanWithInterval
{
    double mean = 0.0; ///< NaN where nothing was measured
    double low = 0.0;
    double high = 0.0;
    int count = 0; ///< values behind it
};

/// The habits of a quantity. The intervals are bootstrap percentiles of whole local days: hours of
/// one day are not independent of one another, so days are drawn, not hours.
struct TimeVariation
{
    std::vector<MeanWithInterval> hours; ///< [24] of the day
    std::vector<MeanWithInterval> weekdays; ///< [7] Monday … Sunday
    std::vector<MeanWithInterval> hoursOfWeek; ///< [168] from Monday 00:00
    std::vector<MeanWithInterval> months; ///< [12] January … December
};

/// Levels are averaged as energies.
/// @param draws  bootstrap samples. @return Errc::Cancelled
[[nodiscard]] Result<TimeVariation> timeVariation(const PlaceValues &values, std::uint64_t seed = 1,
    int draws = 200, const TaskContext &context = {});

} // namespace belvedere
