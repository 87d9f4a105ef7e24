// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/dataset.h"
#include "training/run_record.h"

#include <optional>
#include <vector>

namespace belvedere::ui {

/// What a training will probably take, from trainings that were kept.
struct CostEstimate
{
    int windows = 0; ///< of the training part
    int sites = 0;
    /// Seconds of one epoch and of all of them; absent while no run of that kind is known.
    std::optional<double> epochSeconds;
    std::optional<double> totalSeconds; ///< at most; within the time budget
    std::optional<qint64> parameters; ///< of a run with the same options on the same quantity
    QString runId; ///< the run that it is taken from
};

/// Takes the pace (seconds per window and site) of the run that is most like `spec`: of its kind,
/// then with its options and threads, then on its quantity, then the newest.
/// @param runs  newest first; runs whose data set is not among `datasets` tell nothing.
[[nodiscard]] CostEstimate estimateCost(const TrainSpec &spec, const std::vector<RunRecord> &runs,
    const std::vector<Dataset> &datasets);

} // namespace belvedere::ui
