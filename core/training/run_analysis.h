// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training/forecast_metrics.h"
#include "training/regime_table.h"

#include <functional>

namespace belvedere {

struct SiteErrors
{
    ErrorFigures figures;
    /// At most 3 local hours of the day (0 … 23) with the largest MAE, worst first.
    std::vector<int> worstHours;
};

struct RegimeErrors
{
    Regime regime = Regime::FreeFlow;
    ForecastMetrics metrics;
};

/// One point of a reliability chart.
struct CalibrationPoint
{
    double level = 0.0; ///< nominal: of the quantile
    double share = 0.0; ///< observed: of truth at or below the quantile; NaN if none
};

/// A window that went badly at one site.
struct WorstCase
{
    UtcMs issued = 0; ///< time of the last observation that the model saw
    SiteId site;
    double mae = 0.0; ///< over the steps that were observed, at least half of them
};

/// Where, when and in which state of the city a model errs. Hours and weekdays are those of the
/// moment that was forecast, in the zone of the data.
struct RunAnalysis
{
    ForecastShape shape;
    QString unit;
    UtcMs from = 0; ///< first moment that was forecast
    UtcMs to = 0; ///< last one
    int windows = 0;
    std::vector<QString> siteCodes; ///< [N]
    ForecastMetrics metrics; ///< over everything
    std::vector<SiteErrors> sites; ///< [N]
    std::vector<ForecastMetrics> hours; ///< [24], each by step ahead
    std::vector<ErrorFigures> weekdays; ///< [7] Monday … Sunday
    std::vector<RegimeErrors> regimes; ///< three
    std::vector<CalibrationPoint> calibration; ///< [quantiles]
    /// At most 100, worst first; no two of a site forecast the same moment.
    std::vector<WorstCase> worst;

    [[nodiscard]] QJsonObject toJson() const;
    /// @return Errc::Schema naming the field that is absent or makes no sense.
    [[nodiscard]] static Result<RunAnalysis> fromJson(const QJsonObject &json);
};

/// One pass of a model over windows, looked at from all sides.
/// @param train  the training part: regimes are relative to it.
/// @param alsoTake  sees each piece too, so that nothing needs to forecast twice.
/// @return as forecastInPieces().
[[nodiscard]] Result<RunAnalysis> analyseForecaster(const Forecaster &model,
    const ChannelHistory &history, WindowRange train, WindowRange windows,
    const TaskContext &context = {},
    const std::function<Result<>(const ForecastPiece &)> &alsoTake = {});

} // namespace belvedere
