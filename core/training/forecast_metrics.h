// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/forecaster.h"

#include <QJsonObject>

#include <vector>

namespace belvedere {

/// Errors of the median and quality of the band, in the channel's unit; missing truth is left
/// out of all of them, and so is what the model left open (`observed` tells). NaN where nothing
/// was compared; in JSON that is null.
struct ErrorFigures
{
    double mae = 0.0; ///< mean absolute error
    double rmse = 0.0; ///< root of the pooled mean squared error
    double mape = 0.0; ///< mean of |error| / |truth|, %; truth 0 is left out
    double wape = 0.0; ///< sum of |error| / sum of |truth|, %; for counts, where MAPE means nothing
    double coverage = 0.0; ///< share of truth between the lowest and the highest quantile, 0 … 1
    double pinball = 0.0; ///< mean quantile loss over all quantiles
    qint64 observed = 0; ///< values that were compared

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static ErrorFigures fromJson(const QJsonObject &json);
};

/// Figures over all steps and for each step ahead.
struct ForecastMetrics
{
    ErrorFigures all;
    std::vector<ErrorFigures> horizons; ///< [horizon]; [2] is three steps ahead

    /// mae, rmse, mape … of `all`, and horizons: [{step, mae, …}].
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static ForecastMetrics fromJson(const QJsonObject &json);
};

/// Collects windows in any number of pieces; figures pool all values, as the published tables
/// do, and are never means of means.
class ForecastScore
{
public:
    explicit ForecastScore(const ForecastShape &shape);
    /// @param truth     [horizon, N], NaN = missing
    /// @param forecast  [horizon, N, quantiles]
    void add(const float *truth, const float *forecast, int siteCount);
    [[nodiscard]] ForecastMetrics metrics() const;

private:
    struct Sums
    {
        double absolute = 0.0;
        double squared = 0.0;
        double relative = 0.0;
        double truth = 0.0;
        double pinball = 0.0;
        qint64 inside = 0;
        qint64 count = 0;
        qint64 relativeCount = 0;
    };
    [[nodiscard]] static ErrorFigures figures(const Sums &sums);

    ForecastShape m_shape;
    std::vector<Sums> m_sums; // [horizon]
};

/// Forecasts every window of `windows` and scores it. Windows go through the model in pieces.
/// @param stride  only every stride-th window, for an estimate; at least 1.
/// @return Errc::Cancelled between pieces; Errc::Shape if the windows reach past the history.
[[nodiscard]] Result<ForecastMetrics> evaluateForecaster(const Forecaster &model,
    const ChannelHistory &history, WindowRange windows, const TaskContext &context = {},
    int stride = 1);

} // namespace belvedere
