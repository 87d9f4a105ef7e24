// SPDX-License-Identifier: GPL-3.0-or-later
#include "mean_figures.h"

#include "models/quantile_mean.h"
#include "training/forecast_metrics.h"

#include <cmath>
#include <cstdio>

namespace belvedere {

namespace {

struct Sums
{
    void add(double truth, double mean, double limit)
    {
        squared += (mean - truth) * (mean - truth);
        absolute += std::abs(mean - truth);
        const bool event = truth >= limit;
        const bool alarm = mean >= limit;
        hits += event && alarm ? 1 : 0;
        misses += event && !alarm ? 1 : 0;
        falseAlarms += alarm && !event ? 1 : 0;
        ++count;
    }
    [[nodiscard]] MeanFigures figures(int step) const
    {
        const double n = count;
        return {step, std::sqrt(squared / n), absolute / n, hits / (hits + misses + falseAlarms),
            hits / (hits + misses), falseAlarms / (hits + falseAlarms), count};
    }

    double squared = 0.0;
    double absolute = 0.0;
    double hits = 0.0;
    double misses = 0.0;
    double falseAlarms = 0.0;
    int count = 0;
};

} // namespace

Result<std::vector<MeanFigures>> meanFigures(const Forecaster &model, const ChannelHistory &history,
    WindowRange windows, double limit, int stride)
{
    const ForecastShape &shape = model.spec().shape;
    const std::size_t sites = history.siteCodes.size();
    const std::size_t levels = shape.quantiles.size();
    const std::vector<double> weights = quantileMeanWeights(shape.quantiles);
    std::vector<int> steps;
    for (const int step : {1, 6, 12, 24, 48, 72}) {
        if (step <= shape.horizon)
            steps.push_back(step);
    }
    std::vector<Sums> sums(steps.size());
    const auto take = [&](const ForecastPiece &piece) -> Result<> {
        for (std::size_t w = 0; w < piece.lastSteps.size(); ++w) {
            for (std::size_t k = 0; k < steps.size(); ++k) {
                const float *truth = history.row(piece.lastSteps[w] + steps[k]);
                const std::size_t row = w * static_cast<std::size_t>(shape.horizon)
                    + static_cast<std::size_t>(steps[k] - 1);
                const float *values = piece.values.data() + row * sites * levels;
                for (std::size_t site = 0; site < sites; ++site) {
                    double mean = 0.0;
                    for (std::size_t q = 0; q < levels; ++q)
                        mean += weights[q] * double(values[site * levels + q]);
                    if (!std::isnan(truth[site]) && !std::isnan(mean))
                        sums[k].add(double(truth[site]), mean, limit);
                }
            }
        }
        return {};
    };
    BV_TRY_VOID(forecastInPieces(model, history, windows, {}, stride, take));
    std::vector<MeanFigures> figures;
    for (std::size_t k = 0; k < steps.size(); ++k)
        figures.push_back(sums[k].figures(steps[k]));
    return figures;
}

void printMeanFigures(const std::vector<MeanFigures> &figures, double limit)
{
    for (const MeanFigures &f : figures)
        std::printf("  mean, %d steps ahead: RMSE %.2f MAE %.2f, at %.0f: CSI %.1f %% POD %.1f %% "
                    "FAR %.1f %% (%d)\n",
            f.step, f.rmse, f.mae, limit, 100.0 * f.csi, 100.0 * f.detected, 100.0 * f.falseAlarms,
            f.count);
    std::fflush(stdout);
}

} // namespace belvedere
