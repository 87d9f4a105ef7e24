// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training/run_analysis.h"

namespace belvedere::ctl {

/// Where, when and in which state a model errs: tables of regimes, hours and sites, the
/// calibration and the worst windows.
[[nodiscard]] QString analysisText(const RunAnalysis &analysis);

} // namespace belvedere::ctl
