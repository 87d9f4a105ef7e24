// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training/forecast_metrics.h"
#include "training/split.h"

#include <QJsonObject>

#include <map>
#include <optional>
#include <vector>

namespace belvedere {

/// What to train, as a person or a script asks for it.
struct TrainSpec
{
    QString dataset;
    QString channel; ///< empty = the data set's first
    QString task = QStringLiteral("forecast");
    QString model = QStringLiteral("neural");
    int history = 12;
    int horizon = 12;
    SplitShares split;
    int epochs = 30;
    int patience = 6; ///< epochs without a better validation error before stopping
    double budgetSeconds = 0.0; ///< 0 = none; else the best model found in that time
    std::uint64_t seed = 1;
    int threads = 1;
    QJsonObject options; ///< hyper-parameters of the model; absent ones have their defaults

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<TrainSpec> fromJson(const QJsonObject &json);
};

/// One training, complete enough to repeat it: same data hash, code version, seed, thread count
/// and specification give the same numbers.
struct RunRecord
{
    QString id; ///< "r0007-neural"; unique in the city
    UtcMs started = 0;
    double seconds = 0.0;
    TrainSpec spec;
    QString dataHash; ///< SHA-256 of the channel's values and axis
    QString codeVersion;
    bool simulatedData = false;
    QString unit;
    qint64 parameters = 0;
    int bestEpoch = 0;
    QString stopReason; ///< "epochs", "early-stopping", "budget", "stopped"
    std::vector<EpochReport> epochs;
    ErrorFigures validation;
    ForecastMetrics test;
    std::map<QString, ForecastMetrics> baselines; ///< kind → figures on the same test windows

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<RunRecord> fromJson(const QJsonObject &json);
};

} // namespace belvedere
