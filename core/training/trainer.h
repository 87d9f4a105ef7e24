// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training/run_record.h"

#include <functional>

namespace belvedere {

/// A finished training.
struct TrainOutcome
{
    RunRecord record; ///< `id` is still empty: whoever keeps the run names it
    ModelState model; ///< of the best epoch
};

struct TrainerHooks
{
    std::function<void(const EpochReport &)> onEpoch = [](const EpochReport &) {};
    /// Asked between epochs: true = stop here and keep the best model so far. (Cancelling
    /// through the TaskContext throws the training away.)
    std::function<bool()> finishEarly = [] { return false; };
};

/// Splits, fits epoch by epoch, keeps the epoch with the best validation MAE, scores it once on
/// the test part, beside the baselines.
/// - Validation after an epoch is an estimate on evenly spread windows if there are very many;
///   the record's `validation` and `test` are on all of them.
/// - `budgetSeconds` holds for fitting and its validation; scoring comes on top. An epoch that
///   would not end in time is not begun, but the first always ends: without it there is no model.
/// - Pauses count neither in seconds nor in the budget.
/// - The threads are those of the specification, since they belong to a run's identity.
/// - Progress is a share of the whole job; its text is of the translation context "Task". What
///   epoch it is, the hooks say. They are called in the training's thread.
/// @return Errc::Cancelled: nothing is kept; Errc::Usage for a specification that makes no sense;
/// Errc::Shape for too few steps; Errc::Numeric where a part has no observed value or the model
/// did not learn.
[[nodiscard]] Result<TrainOutcome> trainForecaster(const TrainSpec &spec,
    std::shared_ptr<const ChannelHistory> history, const ForecasterFactory &factory,
    const TaskContext &context = {}, const TrainerHooks &hooks = {});

} // namespace belvedere
