// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/scatter_chart.h"
#include "data/store/store.h"
#include "environment/model_statistics.h"
#include "models/forecaster.h"

#include <QStringList>

namespace belvedere::ui {

/// A run that can be held against what was measured.
struct RunChoice
{
    QString id;
    QString kind;
    UtcMs started = 0;
};

/// The medians of a run's forecasts of its test part beside what came. Immutable.
struct RunForecasts
{
    QString runId;
    QString kind;
    QString unit;
    ForecastShape shape;
    QStringList sites; ///< [N] codes, in the order of the model
    int windows = 0; ///< an even sample of the test part
    UtcMs from = 0, to = 0; ///< first and last time of issue
    std::vector<float> medians; ///< [windows, horizon, N]
    std::vector<float> observed; ///< the same
};

/// Above a limit, told in time or not.
struct EventScores
{
    double limit = 0.0;
    qint64 hits = 0, misses = 0, falseAlarms = 0;

    /// Critical success index, probability of detection, false alarm ratio; NaN without events.
    [[nodiscard]] double csi() const;
    [[nodiscard]] double pod() const;
    [[nodiscard]] double far() const;
};

struct RunPairs
{
    std::shared_ptr<const ScatterData> pairs;
    ModelStatistics statistics;
    EventScores events;
};

/// Runs of a quantity, newest first.
[[nodiscard]] Result<std::vector<RunChoice>> runsOf(
    std::shared_ptr<Store> store, const QString &dataset, const QString &channel);

/// Forecasts an even sample of the test windows.
/// @return Errc::Cancelled
[[nodiscard]] Result<std::shared_ptr<const RunForecasts>> forecastRun(std::shared_ptr<Store> store,
    const ForecasterFactory &factory, const QString &runId, const TaskContext &context);

/// @param step  how far ahead, from 0. @param site  -1 = all.
[[nodiscard]] RunPairs pairsOf(const RunForecasts &forecasts, int step, int site, double limit);

} // namespace belvedere::ui
