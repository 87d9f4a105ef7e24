// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "data/series.h"

namespace belvedere {

/// The series in longer steps, which begin on multiples of the step. Counts (units of "… per
/// step") are added up and get the longer step in their unit; everything else is averaged. A long
/// step with less than three quarters of its short ones observed is missing; with the others the
/// sum is scaled up to the whole step and flagged as imputed.
/// @return Errc::Usage unless `stepMs` is a multiple of the present step.
[[nodiscard]] Result<Series> resampled(const Series &series, UtcMs stepMs);

} // namespace belvedere
