// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/entry_model.h"
#include "analyse/import_controller.h"
#include "analyse/measure.h"
#include "analyse/run_controller.h"

namespace belvedere::ui {

// Sentences and names of this workspace, in the language of the program.

/// Of a kind of model; the kind itself if the factory does not know it.
[[nodiscard]] QString modelTitle(const ForecasterFactory &factory, const QString &kind);
[[nodiscard]] QString formatTitle(FileFormat format);
[[nodiscard]] QString measureTitle(Measure measure);
/// What the figure means, in one sentence.
[[nodiscard]] QString measureHelp(Measure measure);
/// "2.91 mph", "7.4 %"; an en dash if it is missing.
[[nodiscard]] QString measureText(double value, Measure measure, const QString &unit);

/// "5 min", "1 h": how long `steps` steps last.
[[nodiscard]] QString leadTime(int steps, std::int64_t stepMs);

/// "27 Oct 2026 – 23 Nov 2026"
[[nodiscard]] QString axisSpan(const TimeAxis &axis, const QTimeZone &zone);

[[nodiscard]] Entry datasetEntry(const Dataset &dataset);
[[nodiscard]] Entry runEntry(const RunEntry &run, const ForecasterFactory &factory);

/// "12 % lower MAE 60 min ahead than Seasonal mean", against the best baseline at the last step;
/// empty without baselines.
[[nodiscard]] QString comparisonText(
    const RunRecord &run, const ForecasterFactory &factory, std::int64_t stepMs);

/// Data, split, seed: what the figures of a run hold for.
[[nodiscard]] QString conditionsText(const RunRecord &run);
[[nodiscard]] QString stopReasonText(const RunRecord &run);
/// The reasons of rejected rows, the most frequent first, each with its first place; at most five.
[[nodiscard]] QStringList rejectionTexts(const std::vector<Rejection> &rejected);
[[nodiscard]] QString importSummaryText(const ImportSummary &summary);
/// What is odd and what to do about it, a paragraph each.
[[nodiscard]] QString qualityNotesText(const std::vector<QualityNote> &notes);

} // namespace belvedere::ui
