// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/value_scale.h"

namespace belvedere::ui {

/// Five classes with round breaks for amounts from 0 on.
[[nodiscard]] ValueScale amountScale(const std::vector<double> &values);

/// Better, the same, worse: round breaks that the strongest changes stand out from.
/// @param lessIsBetter  else the colours are the other way round.
[[nodiscard]] ValueScale changeScale(const std::vector<double> &changes, bool lessIsBetter);

/// Traffic of a bundle, wider where there is more of it.
[[nodiscard]] ValueScale bundleScale(const std::vector<double> &values);

} // namespace belvedere::ui
