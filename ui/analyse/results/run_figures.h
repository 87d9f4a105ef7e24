// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/run_controller.h"

namespace belvedere::ui {

/// What the table of runs shows of each.
enum class RunColumn {
    Name,
    State,
    Started,
    Dataset,
    Quantity,
    Model,
    Mae,
    MaeFirst,
    MaeLast,
    Accuracy,
    F1,
    Auc,
    Gain,
    Rmse,
    Mape,
    Wape,
    Coverage,
    Width,
    Crps,
    Seconds,
    Epochs,
    Parameters,
    Seed,
    History,
    Horizon,
    Group,
    Id,
    Count
};
inline constexpr int kRunColumns = static_cast<int>(RunColumn::Count);

/// Whether values of the column are numbers.
[[nodiscard]] bool isNumeric(RunColumn column);
/// Shown until the person chooses otherwise.
[[nodiscard]] bool isShownAtFirst(RunColumn column);
/// Stable over languages, for settings and exports.
[[nodiscard]] QString runColumnKey(RunColumn column);
[[nodiscard]] QString runColumnTitle(RunColumn column);
/// What the column means, in one sentence; empty where the title says it.
[[nodiscard]] QString runColumnHelp(RunColumn column);

/// The plain number behind a cell; NaN for texts, and where the run has no such figure.
[[nodiscard]] double runNumber(const RunEntry &run, RunColumn column);
/// The cell as people read it. `modelName` is the title of its kind.
[[nodiscard]] QString runText(const RunEntry &run, RunColumn column, const QString &modelName);
/// The least error of the best baseline minus the run's, as a share of the former; negative = the
/// run is worse. NaN without baselines.
[[nodiscard]] double gainOverBaselines(const RunRecord &run);

} // namespace belvedere::ui
