// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/shell_context.h"

class QMenu;
class QUndoStack;

namespace belvedere::ui {

class MainWindow;

/// What the window itself can do: cities, workspaces, wall, help, undo. Goes with the window.
void addWindowCommands(MainWindow &window, const ShellContext &context);

/// A command for each preference, and "Reset preferences", which can be undone on `undo`.
void addPreferenceCommands(MainWindow &window, const ShellContext &context, QUndoStack &undo);

/// Puts commands into a menu; an empty id is a separator. What is not possible is grey while the
/// menu is open.
void fillMenu(QMenu *menu, CommandRegistry &commands, const QStringList &ids);

} // namespace belvedere::ui
