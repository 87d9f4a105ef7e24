// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training/error_sums.h"
#include "training/event_scores.h"

#include <functional>
#include <vector>

namespace belvedere {

/// Figures over all steps and for each step ahead.
struct ForecastMetrics
{
    ErrorFigures all;
    std::vector<ErrorFigures> horizons; ///< [horizon]; [2] is three steps ahead
    std::vector<EventMetrics> events = {}; ///< one entry a limit that was asked for

    /// mae, rmse, mape … of `all`, horizons: [{step, mae, …}] and, if there are any,
    /// events: [{above, csi, …}].
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static ForecastMetrics fromJson(const QJsonObject &json);
};

/// @param horizons  one entry a step ahead.
[[nodiscard]] ForecastMetrics metricsOf(const std::vector<ErrorSums> &horizons);

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
    QuantileScore m_rule;
    std::vector<ErrorSums> m_sums; // [horizon]
};

/// Forecasts of some windows, as forecastInPieces() hands them on.
struct ForecastPiece
{
    const std::vector<int> &lastSteps; ///< [W] of their inputs
    const std::vector<float> &values; ///< [W, horizon, N, quantiles]
};

/// Forecasts every window of `windows` once, in pieces, and hands each piece on.
/// @param stride  only every stride-th window, for an estimate; at least 1.
/// @return Errc::Cancelled between pieces; Errc::Shape if the windows reach past the history;
/// what `take` returns if that is an error.
[[nodiscard]] Result<> forecastInPieces(const Forecaster &model, const ChannelHistory &history,
    WindowRange windows, const TaskContext &context, int stride,
    const std::function<Result<>(const ForecastPiece &)> &take);

/// Forecasts every window of `windows` and scores it.
/// @param stride  only every stride-th window, for an estimate; at least 1.
/// @return as forecastInPieces().
[[nodiscard]] Result<ForecastMetrics> evaluateForecaster(const Forecaster &model,
    const ChannelHistory &history, WindowRange windows, const TaskContext &context = {},
    int stride = 1);

/// How well a model tells that limits are exceeded. The probabilities at which it gives an alarm
/// are chosen on `validation`, as EventScore::bestAlarms() says; the figures are those of `test`.
/// @param limits  in the channel's unit
/// @return one entry a limit; errors as forecastInPieces().
[[nodiscard]] Result<std::vector<EventMetrics>> evaluateEvents(const Forecaster &model,
    const ChannelHistory &history, WindowRange validation, WindowRange test,
    const std::vector<double> &limits, const TaskContext &context = {});

} // namespace belvedere
