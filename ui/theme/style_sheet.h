// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QString>

namespace belvedere::ui {

/// The style sheet of the standard widgets, filled in from the tokens. Properties that widgets
/// may set: `primary` (QPushButton: the one main action), `flat` (no frame until hovered),
/// `panel` (QFrame: a card on the ground), `compact` (QToolButton: the smallest target).
[[nodiscard]] QString styleSheet(const Tokens &tokens, double textScale = 1.0);

} // namespace belvedere::ui
