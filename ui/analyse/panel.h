// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QFrame>
#include <QVBoxLayout>

namespace belvedere::ui {

/// A surface with its own edge, a column inside.
[[nodiscard]] inline QFrame *makePanel()
{
    auto *panel = new QFrame;
    panel->setProperty("panel", true);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
    layout->setSpacing(space::kSmall);
    return panel;
}

} // namespace belvedere::ui
