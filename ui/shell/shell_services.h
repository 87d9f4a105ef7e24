// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/command_registry.h"
#include "common/linked_cursor.h"
#include "common/preferences.h"
#include "common/undo_hub.h"
#include "search/search_hub.h"
#include "shell/shell_context.h"

class QApplication;

namespace belvedere::ui {

/// What main() makes before the window and keeps until after it. Needs a QApplication.
struct ShellServices
{
    CityClock clock;
    Language language;
    Preferences preferences;
    CommandRegistry commands;
    SearchHub search;
    UndoHub undo;
    LinkedCursor cursor;

    [[nodiscard]] ShellContext context(const ForecasterFactory *factory, TaskPools *pools,
        const TableLearnerFactory *tables = nullptr);
};

/// Language, theme and text size as preferred, for the whole program.
void applyPreferences(
    QApplication &application, const PreferenceValues &values, Language &language);

} // namespace belvedere::ui
