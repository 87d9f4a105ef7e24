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
/// the test part, beside the baselines. Progress is reported in epochs with the remaining time
/// left to the reader; a run without epochs, cancelled before the first ends, is Errc::Cancelled.
[[nodiscard]] Result<TrainOutcome> trainForecaster(const TrainSpec &spec,
    std::shared_ptr<const ChannelHistory> history, const ForecasterFactory &factory,
    const TaskContext &context = {}, const TrainerHooks &hooks = {});

} // namespace belvedere
