// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training/run_analysis.h"
#include "training/table_analysis.h"
#include "training/training_checkpoint.h"

#include <functional>

namespace belvedere {

/// The model that serves the same data today.
struct Incumbent
{
    QString name; ///< "traffic-speed/3"
    ModelState model;
};

/// How much of a training's result is computed.
enum class Scoring {
    Nothing, ///< but the estimates after each epoch
    Validation, ///< the validation part alone: for a search, which may not see the test part
    Test, ///< and the test part
    Full ///< and its analysis, the baselines and the incumbent
};

/// What a training works on. registry/train_inputs.h makes it from a store.
struct TrainInputs
{
    std::shared_ptr<const ChannelHistory> history;
    std::vector<std::shared_ptr<const ChannelHistory>> partners = {}; ///< as TrainSpec::partners
    std::optional<ModelState> startFrom = {}; ///< the model of TrainSpec::startFrom
    std::optional<TrainingCheckpoint> resume = {}; ///< of the same specification
    std::optional<Incumbent> incumbent = {};
    /// Instead of the shares of the specification; of `history` only.
    std::optional<Split> split = {};
    /// What is learned from instead of `history`: the same with some values hidden as missing.
    std::shared_ptr<const ChannelHistory> learnFrom = {};
    Scoring scoring = Scoring::Full;
    bool goesOn = false; ///< whether the outcome has the checkpoint where it stopped
};

/// A finished training.
struct TrainOutcome
{
    RunRecord record; ///< `id` is still empty: whoever keeps the run names it
    ModelState model = {}; ///< of the best epoch; empty of a run on a table
    std::optional<RunAnalysis> analysis = {}; ///< of the test part
    std::optional<TableModelState> tableModel = {}; ///< instead of `model`, of a run on a table
    std::optional<TableAnalysis> tableAnalysis = {}; ///< likewise instead of `analysis`
    std::vector<TrainOutcome> partners = {}; ///< as TrainSpec::partners
    QString checkpointId = {}; ///< to be removed from CheckpointStore once the run is kept
    std::optional<TrainingCheckpoint> stoppedAt = {}; ///< if TrainInputs::goesOn
};

struct TrainerHooks
{
    std::function<void(const EpochReport &)> onEpoch = [](const EpochReport &) {};
    /// Asked between epochs: true = stop here and keep the best model so far. (Cancelling
    /// through the TaskContext throws the training away.)
    std::function<bool()> finishEarly = [] { return false; };
    /// Takes checkpoints: after an epoch, at most every 10 s of training and so that writing
    /// takes less than a twentieth of it; and of the last epoch, if that was not kept yet, when
    /// `pausing` says so. If it fails, training goes on without.
    /// Nobody listens = none are made.
    std::function<Result<>(const TrainingCheckpoint &)> onCheckpoint = {};
    /// Asked between batches: true = the caller has paused, or is about to leave; what was not
    /// kept yet is handed to onCheckpoint before the context makes the training wait.
    std::function<bool()> pausing = [] { return false; };
};

/// Splits, fits epoch by epoch, keeps the epoch with the best validation MAE, scores it once on
/// the test part, beside the baselines and the incumbent.
/// - Validation after an epoch is an estimate on evenly spread windows if there are very many;
///   the record's `validation` and `test` are on all of them.
/// - Partners are split by the same shares and each has an outcome of its own, from the epoch that
///   was best for it. Training stops early when EpochReport::score gets no smaller. After all parts
///   have learned together, each goes on alone from its best epoch for TrainSpec::fineTuneEpochs,
///   which become its own only where they are better for it; not with TrainInputs::goesOn.
/// - `budgetSeconds` holds for fitting and its validation; scoring comes on top. The pace is
///   measured first, and the learning-rate schedule is as many epochs long as fit. An epoch that
///   would not end in time is not begun, but the first always ends: without it there is no model.
/// - Pauses count neither in seconds nor in the budget.
/// - The threads are those of the specification, since they belong to a run's identity.
/// - Progress is a share of the whole job; its text is of the translation context "Task". What
///   epoch it is, the hooks say. They are called in the training's thread.
/// - A training that goes on from a checkpoint gives, bit for bit, the numbers of one that was
///   never interrupted.
/// @return Errc::Cancelled: nothing is kept; Errc::Usage for a specification that makes no sense,
/// or a checkpoint of other data or another version of the program; Errc::Shape for too few
/// steps; Errc::Numeric where a part has no observed value or the model did not learn.
[[nodiscard]] Result<TrainOutcome> trainForecaster(const TrainSpec &spec, TrainInputs inputs,
    const ForecasterFactory &factory, const TaskContext &context = {},
    const TrainerHooks &hooks = {});

} // namespace belvedere
