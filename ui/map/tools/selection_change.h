// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/picker.h"

#include <vector>

namespace belvedere::ui {

/// What features that were found do to those that are selected.
enum class SelectionChange { Replace, Add, Remove };

/// Shift adds, Ctrl removes.
[[nodiscard]] SelectionChange selectionChangeOf(Qt::KeyboardModifiers modifiers);

/// The selection afterwards, each feature once, those of before first.
[[nodiscard]] std::vector<PickedFeature> changedSelection(const std::vector<PickedFeature> &before,
    const std::vector<PickedFeature> &found, SelectionChange change);

} // namespace belvedere::ui
