// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training/forecast_metrics.h"

namespace belvedere {

/// Whether one model is better than another one, or was only lucky with the days of the test
/// part: the difference of their MAE over the values that both forecast.
struct Significance
{
    QString rival; ///< what it was compared with: "traffic-speed/3", "r0004-seasonal"
    double mae = 0.0;
    double rivalMae = 0.0;
    double difference = 0.0; ///< mae - rivalMae; below 0 = better than the rival
    double lower = 0.0; ///< of the 95 % interval of the difference
    double upper = 0.0;
    /// Two-sided: how often chance alone makes a difference at least as large. 0 … 1
    double pValue = 1.0;
    double days = 0.0; ///< length of what was compared
    qint64 observed = 0; ///< values that were compared

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Significance fromJson(const QJsonObject &json);
};

/// Absolute errors of two models over the same values of one window.
struct PairedErrors
{
    double sum = 0.0;
    double rivalSum = 0.0;
    qint64 count = 0;
};

/// Moving-block bootstrap (Künsch 1989): neighbouring windows err alike, so whole days of windows
/// are drawn, 2 000 times with a fixed seed. The interval is that of the differences drawn,
/// about their own mean and widened by sqrt(k / (k - 1)) for the k days there are (a mean of k
/// blocks varies that much more than its bootstrap); p counts draws farther from their mean than
/// the difference is from 0. Over less than a week it is a rough guide only.
/// @param windows  in order of time, one a step; those without values have count 0.
/// @param windowsPerDay  length of a block, at least 1.
/// @return Errc::Shape for less than two days; Errc::Numeric if nothing was compared.
[[nodiscard]] Result<Significance> blockBootstrap(
    const std::vector<PairedErrors> &windows, int windowsPerDay, std::uint64_t seed = 1);

/// Two models on the same windows, each of which is forecast once by each.
/// @param history  has the sites and the step of both models; the shorter horizon counts.
/// @return as forecastInPieces() and blockBootstrap(); Errc::Shape if the models do not forecast
/// the same sites in the same order and in the same step.
[[nodiscard]] Result<Significance> compareForecasters(const Forecaster &model,
    const Forecaster &rival, const ChannelHistory &history, WindowRange windows,
    const TaskContext &context = {});

/// Lets a rival forecast what forecastInPieces() or analyseForecaster() hands on.
class RivalComparison
{
public:
    /// Both must outlive it. @return Errc::Shape as compareForecasters().
    [[nodiscard]] static Result<RivalComparison> create(
        const Forecaster &model, const Forecaster &rival, const ChannelHistory &history);
    [[nodiscard]] Result<> take(const ForecastPiece &piece, const TaskContext &context);
    [[nodiscard]] Result<Significance> result() const;

private:
    RivalComparison(
        const Forecaster &model, const Forecaster &rival, const ChannelHistory &history);

    const Forecaster *m_model;
    const Forecaster *m_rival;
    const ChannelHistory *m_history;
    std::vector<PairedErrors> m_windows;
};

} // namespace belvedere
