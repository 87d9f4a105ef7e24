// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/forecaster.h"

#include <QJsonObject>

#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace belvedere {

/// Errors of a forecast, its band and its distribution, in the channel's unit; missing truth is
/// left out of all of them, and so is what the model left open (`observed` tells). NaN where
/// nothing was compared, or where an older version had no such figure; in JSON that is null.
struct ErrorFigures
{
    double mae = 0.0; ///< mean absolute error of the median
    /// Root of the pooled mean squared error of the mean (see quantileMeanWeights()).
    double rmse = 0.0;
    double mape = 0.0; ///< mean of |error| / |truth|, %; truth 0 is left out
    double wape = 0.0; ///< sum of |error| / sum of |truth|, %; for counts, where MAPE means nothing
    double coverage = 0.0; ///< share of truth in the 80 % band, its bounds included, 0 … 1
    double pinball = 0.0; ///< mean quantile loss over all quantiles
    qint64 observed = 0; ///< values that were compared
    /// Continuous ranked probability score: 2 x the integral of the quantile loss over the levels
    /// (Gneiting and Ranjan 2011, equation 14), by trapezia between the levels; in the tails the
    /// loss falls in a straight line to 0 at the levels 0 and 1, where that of a calibrated
    /// forecast is 0.
    double crps = 0.0;
    double width = 0.0; ///< mean width of the 80 % band
    double bias = 0.0; ///< mean of forecast - truth, of the mean; above 0 = too high

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static ErrorFigures fromJson(const QJsonObject &json);
};

/// A figure by the name that scripts know.
struct ErrorFigureName
{
    const char *name;
    double ErrorFigures::*value;
};
/// All of them but `observed`.
[[nodiscard]] std::span<const ErrorFigureName> errorFigureNames();

/// What one comparison of truth and forecast contributes; sums of these make ErrorFigures.
struct ErrorSums
{
    double absolute = 0.0;
    double squared = 0.0;
    double relative = 0.0;
    double truth = 0.0;
    double pinball = 0.0;
    double crps = 0.0;
    double width = 0.0;
    double bias = 0.0;
    qint64 inside = 0;
    qint64 count = 0;
    qint64 relativeCount = 0;

    ErrorSums &operator+=(const ErrorSums &other);
    [[nodiscard]] ErrorFigures figures() const;
};

/// Compares one value with its quantiles.
class QuantileScore
{
public:
    explicit QuantileScore(const ForecastShape &shape);

    [[nodiscard]] std::size_t levelCount() const { return m_levels.size(); }
    [[nodiscard]] std::size_t medianIndex() const { return m_median; }
    /// @param forecast  [quantiles]
    /// @return nothing without truth or without an answer.
    [[nodiscard]] std::optional<ErrorSums> compare(float truth, const float *forecast) const;

private:
    std::vector<double> m_levels;
    std::vector<double> m_meanWeights;
    std::vector<double> m_crpsWeights;
    std::size_t m_median;
    std::size_t m_lower;
    std::size_t m_upper;
};

} // namespace belvedere
