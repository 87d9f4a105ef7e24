// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training/significance.h"
#include "training/split.h"
#include "training/table_result.h"

#include <QJsonObject>

#include <map>
#include <optional>
#include <vector>

namespace belvedere {

/// A further data set to learn from at the same time.
struct TrainPartner
{
    QString dataset;
    QString channel; ///< empty = the data set's first

    friend bool operator==(const TrainPartner &a, const TrainPartner &b)
    {
        return a.dataset == b.dataset && a.channel == b.channel;
    }
};

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
    /// Learnt jointly with; their histories and horizons are as many steps, of their own length.
    std::vector<TrainPartner> partners = {};
    /// Epochs in which each part learns alone after all have learned together, with a
    /// learning-rate schedule of its own; 0 = none. Without partners it says nothing.
    int fineTuneEpochs = 6;
    QString startFrom = {}; ///< run or model ("traffic-speed/3") whose weights it begins with
    /// Length of the learning-rate schedule; 0 = `epochs`, or as many as fit the budget.
    int plannedEpochs = 0;
    /// Limits in the channel's unit whose exceedance is scored too; see ForecastMetrics::events.
    std::vector<double> eventsAbove = {};
    /// Of a task on a table: `dataset` is the table and `channel` its target.
    std::optional<TableSettings> table = {};

    /// At most, those of fine-tuning included.
    [[nodiscard]] int epochsInAll() const;

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
    int plannedEpochs = 0; ///< length of the learning-rate schedule; 0 = an older version
    QString group = {}; ///< shared by the runs of a joint training (the first one's id) or a search
    QString startedFrom = {}; ///< the run whose weights it began with; empty = from scratch
    int resumes = 0; ///< how often it went on from a checkpoint
    std::vector<EpochReport> epochs;
    ErrorFigures validation;
    ForecastMetrics test;
    std::map<QString, ForecastMetrics> baselines; ///< kind → figures on the same test windows
    /// On the test part against what served the same data at that time, if anything did.
    std::optional<Significance> significance = {};
    /// Of a run on a table. `validation`, `test` and `baselines` then hold the errors of a
    /// regression or of counts, and nothing of a classification.
    std::optional<TableResult> table = {};

    /// What trains the same again, whatever a time budget may have done to the schedule.
    [[nodiscard]] TrainSpec repetition() const;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<RunRecord> fromJson(const QJsonObject &json);
};

} // namespace belvedere
