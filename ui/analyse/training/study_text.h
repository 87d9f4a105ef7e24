// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/forecaster.h"
#include "training/study_record.h"

namespace belvedere::ui {

// Sentences about experiments, in the language of the program.

/// "Search: Neural network on aarhus: Speed"
[[nodiscard]] QString studyTitle(const StudyRecord &record, const ForecasterFactory &factory);
/// What it came to so far, in one sentence; empty while it is nothing.
[[nodiscard]] QString studySummary(const StudyRecord &record, const ForecasterFactory &factory);

} // namespace belvedere::ui
