// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "environment/place_values.h"

#include <cstdint>
#include <span>

namespace belvedere {

struct MonthlyValue
{
    int year = 0;
    int month = 0; ///< 1 … 12
    double mean = 0.0; ///< NaN with less than three quarters of the month measured
    double deseasonalised = 0.0; ///< the month's usual departure from the whole mean taken off
};

/// A straight line through monthly means that outliers do not bend.
struct Trend
{
    std::vector<MonthlyValue> months; ///< every month of the span, in order
    int used = 0; ///< months that had a mean
    bool deseasonalised = false; ///< there were two years or more
    double slopePerYear = 0.0; ///< unit of the values a year
    double low = 0.0; ///< 95 % interval
    double high = 0.0;
    double percentPerYear = 0.0; ///< of the line's value in the first month; NaN if that is not > 0
    double intercept = 0.0; ///< the line in the middle of the first month
    double pValue = 1.0; ///< two-sided, of no trend; from the bootstrap

    /// The line in the middle of `month`, counted from the first one.
    [[nodiscard]] double at(int month) const { return intercept + slopePerYear * month / 12.0; }
};

/// Median of the slopes of all pairs (Theil 1950, Sen 1968) of deseasonalised monthly means; the
/// interval from a moving-block bootstrap of the residuals, because months hang together
/// (Kunsch 1989; blocks of the cube root of the number of months).
/// @return Errc::Numeric for fewer than 6 months with a mean; Errc::Cancelled.
[[nodiscard]] Result<Trend> theilSenTrend(const PlaceValues &values, std::uint64_t seed = 1,
    int draws = 1000, const TaskContext &context = {});

/// Median slope of all pairs; NaN in y = missing. NaN if no pair has different x.
[[nodiscard]] double theilSenSlope(std::span<const double> x, std::span<const double> y);

} // namespace belvedere
